//! TODO: of the file
/// TODO: documentation
/* TODO /* TODO: nested */ TODO: goes on */
fn a<'a>(b: &'a str) -> char { '"' } // TODO: behind lifetimes and a character
const C: &str = "XXX // XXX \" /* XXX"; // TODO: behind a string
const D: &str = "XXX
// XXX over lines"; // TODO
const E: &str = r"XXX \"; // TODO: behind a raw string
const F: &str = r#"XXX " // XXX "#; // TODO: behind a raw string with a hash
const G: &[u8] = br##"XXX "# // XXX "##; // TODO: behind raw bytes
const H: u8 = b'"'; // TODO: behind a byte
const I: char = '\''; // TODO: behind an escaped quote
const J: char = '\u{1F600}'; // TODO: behind a long escape
fn k() { 'outer: loop { break 'outer; } } // TODO: behind labels
fn l() { todo!("XXX"); } // TODO: behind a macro
#[doc = "XXX // XXX"] // TODO: behind an attribute
/** TODO: documentation */
fn r#match() {} // TODO: behind a raw name
