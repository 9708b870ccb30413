// TODO: a line
def a = 'XXX // XXX' /* TODO */
def b = "XXX ${c("XXX")} // XXX" // TODO: behind a string with a hole
def d = '''XXX ' // XXX''' // TODO: behind three quotes
def e = /XXX'/ // TODO: behind a slashy string
def f = 4 / 2 // TODO: behind a division
