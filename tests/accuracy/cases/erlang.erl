%% TODO: a line
a() -> "XXX % XXX". % TODO: behind a string
b() -> 'XXX % XXX'. % TODO: behind an atom
c() -> [$%, $", $\"]. % TODO: behind characters
