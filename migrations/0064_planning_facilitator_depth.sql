-- Which class a facilitator teaches by agreement; what an adopted scenario gives her stands in the scenario.
create table planning.facilitator_bookings (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  facilitator_id uuid not null,
  session_id uuid not null,
  jp numeric(7, 2) not null check (jp > 0),
  -- Why she teaches although a limit speaks against it.
  reason text,
  booked_by_name text not null,
  booked_on date not null,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, facilitator_id) references planning.facilitators on delete cascade,
  foreign key (agency_id, session_id) references planning.sessions on delete cascade
);
create unique index facilitator_bookings_once on planning.facilitator_bookings (agency_id, facilitator_id, session_id) where withdrawn_on is null;
select platform.protect('planning.facilitator_bookings');

-- What a facilitator masters, with what shows it; a later row counts.
create table planning.facilitator_levels (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  facilitator_id uuid not null,
  competency_id uuid not null,
  level integer not null check (level between 1 and 5),
  evidence text not null,
  observed_on date not null,
  valid_until date,
  recorded_by_name text not null,
  primary key (agency_id, id),
  foreign key (agency_id, facilitator_id) references planning.facilitators on delete cascade,
  foreign key (agency_id, competency_id) references competency.competencies
);
select platform.protect('planning.facilitator_levels');

-- What participants of a class thought of her teaching, summed up: how many answered and their mean, 1 to 5.
create table planning.facilitator_feedback (
  agency_id uuid not null references platform.agencies,
  facilitator_id uuid not null,
  session_id uuid not null,
  answers integer not null check (answers > 0),
  mean numeric(4, 2) not null check (mean between 1 and 5),
  remark text,
  recorded_by_name text not null,
  recorded_on date not null,
  primary key (agency_id, facilitator_id, session_id),
  foreign key (agency_id, facilitator_id) references planning.facilitators on delete cascade,
  foreign key (agency_id, session_id) references planning.sessions on delete cascade
);
select platform.protect('planning.facilitator_feedback');

-- Who is being trained to teach a module.
create table planning.trainer_candidates (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  module_id uuid not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  outcome text check (outcome in ('ready', 'stopped')),
  outcome_on date,
  outcome_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, module_id) references planning.modules
);
create unique index trainer_candidates_once on planning.trainer_candidates (agency_id, employee_id, module_id) where outcome is null;
select platform.protect('planning.trainer_candidates', 'employee_id');
