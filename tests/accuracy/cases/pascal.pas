{ TODO: in braces }
(* TODO: in brackets *)
s := 'it''s // XXX'; // TODO: behind a string
