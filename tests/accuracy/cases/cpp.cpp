auto a = R"(// XXX " XXX)"; // TODO: behind a raw string
auto b = R"x(XXX )" // XXX
  /* XXX */ )x"; // TODO: behind a raw string with a tag
auto c = u8R"(XXX)" LR"y(" // XXX)y"; // TODO: behind raw strings with prefixes
int d = 1'000'000; // TODO: behind digits in groups
int e = 0xFF'FF; /* TODO */
auto f = "XXX"_s; // TODO: behind a literal of one's own
char g = u'"', h = U'\'', i = u8'/'; // TODO: behind characters with prefixes
auto j = x < y ? "XXX" : "\"XXX"; // TODO
template <class T> /* TODO: in a template */ void k();
#define QUOTE(x) #x // TODO: behind a macro
auto FOOR = "XXX\" // XXX"; // TODO: behind a string that is not raw
/// TODO: documentation
/** TODO: too
 * TODO
 */
//! TODO
