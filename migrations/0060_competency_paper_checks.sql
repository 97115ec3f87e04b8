-- What a paper claimed, where the officer recognised less, and what she wrote about it.
alter table competency.evidence
  add column claimed_level integer check (claimed_level between 1 and 5),
  add column check_note text;
