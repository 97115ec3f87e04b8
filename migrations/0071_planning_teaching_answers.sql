-- What a facilitator says to a class she was given, and when she was paid for it.
alter table planning.facilitator_bookings
  add column answer text check (answer in ('accepted', 'declined')),
  add column answered_on date,
  add column answer_reason text,
  add column paid_on date,
  add constraint facilitator_bookings_answered check ((answer is null) = (answered_on is null)),
  add constraint facilitator_bookings_declined check (answer is distinct from 'declined' or answer_reason is not null);

-- Why she is away, as far as she says it.
alter table planning.facilitator_absences add column reason text;

-- Marks that participants gave themselves are counted one by one; null: a sum somebody typed in.
alter table planning.facilitator_feedback add column total integer;
