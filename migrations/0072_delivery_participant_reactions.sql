-- What participants thought of a class: how often each mark was given. No row leads to a person.
create table delivery.reaction_tallies (
  agency_id uuid not null references platform.agencies,
  class_id uuid not null,
  item text not null check (item in ('material', 'facilitator', 'use')),
  mark integer not null check (mark between 1 and 5),
  answers integer not null check (answers > 0),
  primary key (agency_id, class_id, item, mark),
  foreign key (agency_id, class_id) references delivery.classes on delete cascade
);
select platform.protect('delivery.reaction_tallies');

-- Who has answered, so that nobody answers twice; what was answered stands nowhere beside it.
create table delivery.reaction_givers (
  agency_id uuid not null references platform.agencies,
  enrolment_id uuid not null,
  employee_id uuid not null,
  given_on date not null,
  primary key (agency_id, enrolment_id),
  foreign key (agency_id, enrolment_id) references delivery.enrolments on delete cascade
);
select platform.protect('delivery.reaction_givers', 'employee_id');
