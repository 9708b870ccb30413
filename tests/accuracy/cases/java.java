package a;
/** TODO: documentation {@code "TODO"} */
class A {
    String b = "XXX // XXX \" /* XXX"; // TODO: behind a string
    char c = '"', d = '\'', e = '\\'; // TODO: behind characters
    String f = """
        XXX " // XXX
        \""" XXX /* XXX
        """; // TODO: behind a text block
    int g = 4 / 2; // TODO: behind a division
    /* TODO /* no nesting */ int XXX;
    @Override // TODO: behind an annotation
    public String toString() { return "\\"; } // TODO
}
