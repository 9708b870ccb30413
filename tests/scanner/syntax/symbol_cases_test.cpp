// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scanner/syntax/symbols_of.h"

namespace paydown::syntax {
namespace {

struct SymbolCase {
    std::string_view text; ///< With one TODO in it.
    std::string_view symbol;
};

void expectSymbols(std::string_view language, const std::vector<SymbolCase>& cases) {
    for (const SymbolCase& c : cases)
        EXPECT_THAT(symbolsOf(language, c.text), testing::ElementsAre(std::string(c.symbol)))
            << language << ": " << c.text;
}

TEST(SymbolCases, OfBash) {
    expectSymbols("bash", {{"f() {\n : # TODO\n}", "f"}, {"function g {\n : # TODO\n}", "g"}});
}

TEST(SymbolCases, OfC) {
    expectSymbols("c", {{"static struct foo *bar(int x)\n{ /*TODO*/ }", "bar"},
                        {"int f(a, b) int a; { /*TODO*/ }", "f"},
                        {"enum { A, B /*TODO*/ } e;", "e"},
                        {"SYSCALL_DEFINE2(read, int, a) { /*TODO*/ }", "read"},
                        {"#define FOO(x) \\\n  x /*TODO*/\n", "FOO"}});
}

TEST(SymbolCases, OfCpp) {
    expectSymbols("cpp", {{"namespace n { class K { void m() { /*TODO*/ } }; }", "n::K::m"},
                          {"void A::K::f() { /*TODO*/ }", "A::K::f"},
                          {"template <class T> void K<T>::f() { /*TODO*/ }", "K::f"},
                          {"K::operator bool() const { /*TODO*/ }", "K::operator bool"},
                          {"bool operator<(A a, B b) { /*TODO*/ }", "operator<"},
                          {"void N::L<A, M<B>>::operator()(int) { /*TODO*/ }", "N::L::operator()"},
                          {"struct A::B { int x; /*TODO*/ };", "A::B"},
                          {"typedef struct { int a; /*TODO*/ } Foo;", "Foo"},
                          {"namespace a::b { namespace { int z() { /*TODO*/ } } }", "a::b::z"},
                          {"class X { ~X() { /*TODO*/ } };", "X::~X"},
                          {"class X { std::function<void()> f = [] { /*TODO*/ }; };", "X::f"},
                          {"class X { union { int a; /*TODO*/ } u; };", "X::u"},
                          {"class EXPORT Y : public Z { void m() { /*TODO*/ } };", "Y::m"},
                          {"auto z = [](int a) { return a; /*TODO*/ };", "z"},
                          {"extern \"C\" { void r() { /*TODO*/ } }", "r"},
                          {"TEST_F(Suite, Name) { /*TODO*/ }", "Suite::Name"},
                          {"BOOST_AUTO_TEST_CASE(name) { /*TODO*/ }", "name"},
                          {"enum class E { a, /*TODO*/ };", "E"},
                          {"void f() { struct L { void m() { /*TODO*/ } }; }", "f::L::m"},
                          {"std::unique_ptr<A> make(int x) { /*TODO*/ }", "make"},
                          {"int (*g(void))(int) { /*TODO*/ }", "g"}});
}

TEST(SymbolCases, OfCSharp) {
    expectSymbols("csharp", {{"namespace N.M;\nclass A { int P { get { /*TODO*/ } } }", "N.M.A.P"},
                             {"namespace N { class A { ~A() { /*TODO*/ } } }", "N.A.~A"},
                             {"class A { int this[int i] { get { return 1; /*TODO*/ } } }", "A.this[]"},
                             {"class A { public static A operator +(A a, A b) { return a; /*TODO*/ } }", "A.operator+"},
                             {"class A { public static implicit operator int(A a) { /*TODO*/ } }", "A.operator int"},
                             {"class A { System.Action f = () => { /*TODO*/ }; }", "A.f"},
                             {"class A { void M() { void L() { /*TODO*/ } } }", "A.M.L"},
                             {"partial class A { void M() { /*TODO*/ } }", "A.M"},
                             {"class A { event E X { add { /*TODO*/ } } }", "A.X"}});
}

TEST(SymbolCases, OfDart) {
    expectSymbols("dart", {{"class A { void m() { /*TODO*/ } }", "A.m"},
                           {"class A { A.named() { /*TODO*/ } }", "A.named"},
                           {"class A { int get x { return 1; /*TODO*/ } }", "A.x"},
                           {"void top() { var g = () { /*TODO*/ }; }", "top.g"},
                           {"void top() { void inner() { /*TODO*/ } }", "top.inner"},
                           {"extension E on String { void k() { /*TODO*/ } }", "E.k"}});
}

TEST(SymbolCases, OfElixir) {
    expectSymbols("elixir",
                  {{"defmodule A.B do\n  def m(x) when x do\n    # TODO\n  end\nend", "A.B.m"},
                   {"defmodule A do\n  test \"the name of it\" do\n    # TODO\n  end\nend", "A.the name of it"}});
}

TEST(SymbolCases, OfElm) { expectSymbols("elm", {{"f x =\n  -- TODO\n  x\n", "f"}}); }

TEST(SymbolCases, OfGo) {
    expectSymbols("go", {{"package p\nfunc (r *R[T]) M() { /*TODO*/ }", "R.M"},
                         {"package p\nvar v = func() { /*TODO*/ }", "v"},
                         {"package p\nfunc f() { g := func() { /*TODO*/ } }", "f.g"},
                         {"package p\ntype ( A struct{ x int /*TODO*/ } )", "A"},
                         {"package p\nfunc (K) N() { /*TODO*/ }", "K.N"}});
}

TEST(SymbolCases, OfGroovy) {
    expectSymbols("groovy",
                  {{"class A { void m() { // TODO\n} }", "A.m"}, {"class A { def f = { x -> x /*TODO*/ } }", "A.f"}});
}

TEST(SymbolCases, OfHaskell) {
    expectSymbols("haskell", {{"f x = -- TODO\n  x\n", "f"},
                              {"f x = x\n  where\n    g y = y -- TODO\n", "f.g"},
                              {"instance Show Foo where\n  show x = 1 -- TODO\n", "Show Foo.show"},
                              {"data D = D { a :: Int -- TODO\n  }\n", "D"}});
}

TEST(SymbolCases, OfHcl) { expectSymbols("hcl", {{"resource \"a\" \"b\" { # TODO\n}", "resource.a.b"}}); }

TEST(SymbolCases, OfJava) {
    expectSymbols("java", {{"class A { Runnable r = () -> { /*TODO*/ }; }", "A.r"},
                           {"enum E { X { void q() { /*TODO*/ } } }", "E.X.q"},
                           {"class A { static { /*TODO*/ } }", "A"},
                           {"class A { void m() { new T() { void z() { /*TODO*/ } }; } }", "A.m.z"},
                           {"class A { A() { /*TODO*/ } }", "A.A"},
                           {"record R(int x) { R { /*TODO*/ } }", "R.R"},
                           {"interface I { default void m() { /*TODO*/ } }", "I.m"}});
}

TEST(SymbolCases, OfJavaScript) {
    expectSymbols("javascript", {{"const o = { k: function () { /*TODO*/ } };", "o.k"},
                                 {"class A { x = () => { /*TODO*/ } }", "A.x"},
                                 {"exports.g = function () { /*TODO*/ };", "exports.g"},
                                 {"A.prototype.f = function () { /*TODO*/ };", "A.f"},
                                 {"module.exports = { g() { /*TODO*/ }, h: 1 };", "module.exports.g"},
                                 {"(function () { function k() { /*TODO*/ } })();", "k"},
                                 {"const B = class C { m() { /*TODO*/ } };", "B.m"},
                                 {"setTimeout(function tick() { /*TODO*/ });", "tick"},
                                 {"function F() { this.q = function () { /*TODO*/ }; }", "F.q"},
                                 {"class D { static #p() { /*TODO*/ } }", "D.#p"},
                                 {"class D { \"a b\"() { /*TODO*/ } }", "D.a b"},
                                 {"f({ a: { b: 1 /*TODO*/ } });", ""},
                                 {"f({ c() { /*TODO*/ } });", "c"},
                                 {"export default { methods: { l() { /*TODO*/ } } };", "methods.l"},
                                 {"export const u = async () => { /*TODO*/ };", "u"},
                                 {"function* gen() { /*TODO*/ }", "gen"},
                                 {"const x = class { m() { /*TODO*/ } };", "x.m"}});
}

TEST(SymbolCases, OfJson) { expectSymbols("json", {{"{\"a\": {\"b\": [ /* TODO */ 1]}}", "a.b"}}); }

TEST(SymbolCases, OfKotlin) {
    expectSymbols("kotlin", {{"class A {\n  fun m() {\n    // TODO\n  }\n}\n", "A.m"},
                             {"fun String.shout(): Int {\n  return 1 // TODO\n}\n", "String.shout"},
                             {"fun <T> List<T>.k() {\n  // TODO\n}\n", "List.k"},
                             {"class A {\n  companion object {\n    fun c() {\n      // TODO\n    }\n  }\n}\n", "A.c"},
                             {"class A {\n  val x: Int\n    get() {\n      return 1 // TODO\n    }\n}\n", "A.x"},
                             {"val f = { a: Int ->\n  a // TODO\n}\n", "f"},
                             {"class A {\n  init {\n    // TODO\n  }\n}\n", "A.init"},
                             {"class A {\n  constructor(a: Int) {\n    // TODO\n  }\n}\n", "A.constructor"},
                             {"object O {\n  fun m() {\n    // TODO\n  }\n}\n", "O.m"}});
}

TEST(SymbolCases, OfLua) {
    expectSymbols("lua", {{"function M.f() -- TODO\nend", "M.f"},
                          {"function M.a:b() -- TODO\nend", "M.a:b"},
                          {"M.g = function() -- TODO\nend", "M.g"},
                          {"local f = function() -- TODO\nend", "f"},
                          {"local t = { h = function() -- TODO\nend }", "t.h"},
                          {"local function k() -- TODO\nend", "k"}});
}

TEST(SymbolCases, OfMake) { expectSymbols("make", {{"define F\n# TODO\nendef\n", "F"}}); }

TEST(SymbolCases, OfObjectiveC) {
    expectSymbols("objc", {{"@implementation A\n- (void)foo:(int)x bar:(int)y { // TODO\n}\n@end", "A::foo:bar:"},
                           {"@implementation A (Cat)\n+ (id)shared { // TODO\n return nil; }\n@end", "A(Cat)::shared"},
                           {"@interface A (Cat)\n// TODO\n- (void)foo;\n@end", "A(Cat)::foo"}});
}

TEST(SymbolCases, OfOCaml) {
    expectSymbols("ocaml", {{"module M = struct let f x = (* TODO *) x end", "M.f"},
                            {"let g x = let a = 1 (* TODO *) in x", "g"},
                            {"let g x = let h y = (* TODO *) y in h x", "g.h"},
                            {"let () = (* TODO *) f ()", ""},
                            {"class c = object method m = 1 (* TODO *) end", "c.m"}});
}

TEST(SymbolCases, OfPhp) {
    expectSymbols("php", {{"<?php\nnamespace App;\nclass A { function m() { /*TODO*/ } }", "App::A::m"},
                          {"<?php\n$f = function () { /*TODO*/ };", "f"},
                          {"<?php\n$g = fn($x) => $x /*TODO*/;", "g"},
                          {"<?php\n$o = new class { function q() { /*TODO*/ } };", "q"},
                          {"<?php\ntrait T1 { function m() { /*TODO*/ } }", "T1::m"}});
}

TEST(SymbolCases, OfPowerShell) {
    expectSymbols("powershell", {{"class C { [void] M() { # TODO\n} }", "C.M"}, {"function F { # TODO\n}", "F"}});
}

TEST(SymbolCases, OfPython) {
    expectSymbols("python", {{"class A:\n    def m(self):\n        def i():\n            pass  # TODO\n", "A.m.i"},
                             {"f = lambda x: x # TODO\n", "f"},
                             {"def g():\n    x = 1\n    # TODO\n\ny = 2\n", "g"},
                             {"class A:\n    async def m(self):\n        pass # TODO\n", "A.m"},
                             {"if x:\n    def f():\n        pass # TODO\n", "f"}});
}

TEST(SymbolCases, OfR) {
    expectSymbols("r", {{"f <- function(x) { # TODO\n}", "f"}, {"g = function(x) { # TODO\n}", "g"}});
}

TEST(SymbolCases, OfRuby) {
    expectSymbols("ruby", {{"module M\n class A::K\n  def self.t\n   # TODO\n  end\n end\nend", "M::A::K::t"},
                           {"Foo = Struct.new(:a) do\n  def x\n   # TODO\n  end\nend\n", "Foo::x"},
                           {"class A\n  # TODO\n  private def y; end\nend\n", "A::y"},
                           {"class A\n  class << self\n    def z\n      # TODO\n    end\n  end\nend\n", "A::z"},
                           {"class A\n  def <=>(o)\n   # TODO\n  end\nend\n", "A::<=>"},
                           {"F = ->(a) {\n  a # TODO\n}\n", "F"}});
}

TEST(SymbolCases, OfRust) {
    expectSymbols("rust", {{"mod m { impl<T> K<T> { fn f() { /*TODO*/ } } }", "m::K::f"},
                           {"impl<'a, T> fmt::Display for &'a K<T> { fn h() { /*TODO*/ } }", "K::h"},
                           {"fn f() { let g = |x| { x /*TODO*/ }; }", "f::g"},
                           {"trait A { fn m() { /*TODO*/ } }", "A::m"},
                           {"macro_rules! m { () => { /*TODO*/ } }", "m"},
                           {"impl a::B { fn c() { /*TODO*/ } }", "a::B::c"}});
}

TEST(SymbolCases, OfScala) {
    expectSymbols("scala", {{"object O { def m() = { /*TODO*/ } }", "O.m"},
                            {"object O { val f = (x: Int) => x /*TODO*/\n }", "O.f"},
                            {"trait A { def d(): Unit = { /*TODO*/ } }", "A.d"}});
}

TEST(SymbolCases, OfScss) { expectSymbols("scss", {{"@mixin m($a) { /* TODO */ }", "m"}}); }

TEST(SymbolCases, OfSql) { expectSymbols("sql", {{"CREATE TABLE a.b (\n x int -- TODO\n);\n", "a.b"}}); }

TEST(SymbolCases, OfSwift) {
    expectSymbols("swift", {{"extension A { init() { /*TODO*/ } }", "A.init"},
                            {"extension A.B { var x: Int { return 1 /*TODO*/ } }", "A.B.x"},
                            {"class A { static func == (l: A, r: A) -> Bool { /*TODO*/ } }", "A.=="},
                            {"class A { subscript(i: Int) -> Int { 1 /*TODO*/ } }", "A.subscript"},
                            {"let f = { (a: Int) in a /*TODO*/ }", "f"},
                            {"struct S { func m() { /*TODO*/ } }", "S.m"},
                            {"protocol P {\n  // TODO\n  func m()\n}", "P.m"}});
}

TEST(SymbolCases, OfToml) { expectSymbols("toml", {{"[a.b]\n# TODO\nc = 1\n", "a.b"}}); }

TEST(SymbolCases, OfTsx) { expectSymbols("tsx", {{"function C() { return <p>{/*TODO*/}</p>; }", "C"}}); }

TEST(SymbolCases, OfTypeScript) {
    expectSymbols("typescript", {{"namespace N { interface I { /*TODO*/ } }", "N.I"},
                                 {"declare module \"x\" { function f(): void; /*TODO*/ }", "x.f"},
                                 {"abstract class A { constructor(private x: number) { /*TODO*/ } }", "A.constructor"},
                                 {"export default class { m() { /*TODO*/ } }", "m"},
                                 {"interface I {\n  // TODO\n  k(): void\n}", "I.k"},
                                 {"enum E { a, /*TODO*/ }", "E"},
                                 {"const g = (a: number): number => { /*TODO*/ return a; };", "g"}});
}

TEST(SymbolCases, OfYaml) {
    expectSymbols("yaml",
                  {{"a:\n  b: 1 # TODO\n", "a.b"}, {"a:\n  b:\n    - c: 1\n      # TODO\n      d: 2\n", "a.b.d"}});
}

TEST(SymbolCases, OfZig) {
    expectSymbols(
        "zig", {{"const S = struct { fn f() void { // TODO\n} };", "S.f"}, {"test \"a name\" { // TODO\n}", "a name"}});
}

} // namespace
} // namespace paydown::syntax
