-- TODO: a line
/* TODO: a block */
select 'XXX -- XXX', "XXX -- XXX" -- TODO: behind strings
from a where b = 'it''s XXX' -- TODO: behind a doubled quote
create function c() returns int as $$
  -- TODO: in the body of a function
  select 'XXX'
$$ language sql; -- TODO
