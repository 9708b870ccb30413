! TODO: a line
a = 'XXX ! XXX' ! TODO: behind a string
