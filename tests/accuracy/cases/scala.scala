/* TODO /* TODO: nested */ TODO: goes on */
object A {
  val b = "XXX // XXX" // TODO: behind a string
  val c = """XXX " // XXX \""" // TODO: behind three quotes
  val d = s"XXX $e ${f("XXX")} // XXX" // TODO: behind an interpolated string
  val g = '"' // TODO: behind a character
  val h = 'symbol // TODO: behind a symbol
  val `XXX // XXX` = 1 // TODO: behind a name in backquotes
  val i = s"""XXX
    // XXX ${j} XXX""" /* TODO: behind an interpolated string of many lines */
  def k_=(l: Int) = l / 2 // TODO: behind a division
}
object B {
  val a = s""""$XXX"""" // TODO: behind a run of quotes
  val b = """"XXX // XXX"""" // TODO: behind another
}
