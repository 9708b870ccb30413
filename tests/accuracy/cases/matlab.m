function a()
% TODO: a line
%{
TODO: a block
%}
b = c'; d = 'XXX % XXX'; % TODO: behind a transposition and a string
e = "XXX % XXX"; % TODO: behind a string
f = [g ... TODO: behind dots
  h];
