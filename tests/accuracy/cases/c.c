// TODO: a line comment
/* TODO: a block comment
   TODO: over lines */
const char *a = "XXX // XXX /* XXX */";
const char b = '"'; // TODO: behind a quote in a character
const char c = '\''; /* TODO: behind an escaped quote */
// TODO: goes on behind the backslash \
   TODO: on the next line
const char *d = "one \
// XXX two";
#if 0
it's prose // nobody can tell behind a lone quote
prose // TODO: under if 0
/* TODO: too */
XXX
#endif
#define TEXT "XXX" /* TODO: between the lines of a macro */ \
    "// XXX"
#define NUMBER 1 // TODO: behind a macro
#include "XXX/*.h" // TODO: behind the name of a header
int e = f/*TODO: glued*/(1);
int g = 4 //* TODO: as C99 reads it */ 2
    ;
int XXX = 1;
char h = L'"'; // TODO: behind a wide character
const char *i = "\\"; // TODO: behind an escaped backslash
/* TODO: the first *//* TODO: the second of two */
/**/ int j; /* TODO: behind an empty comment */
/*/ TODO: does not close at once */
