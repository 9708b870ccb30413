/// <summary>TODO: documentation</summary>
class A {
    string b = "XXX // XXX"; // TODO: behind a string
    string c = @"XXX \"; // TODO: behind a verbatim string
    string d = @"XXX "" // XXX
      XXX"; /* TODO: behind one over lines */
    string e = $"XXX {f("XXX")} // XXX {{ XXX"; // TODO: behind an interpolated string
    string g = $@"XXX ""{h}"" \"; // TODO: behind both
    string i = """
        XXX " // XXX
        """; // TODO: behind a raw string
    string j = $$"""XXX {{k}} "XXX" // XXX"""; // TODO: behind a raw string with holes
    char l = '"', m = '\''; // TODO: behind characters
    #region XXX
    #pragma warning disable X1 // TODO: behind a directive
    #endregion
}
