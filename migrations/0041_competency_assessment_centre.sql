-- The assessment centre: who provides it, who assesses, in which batches, and how levels are found.
create table competency.assessment_providers (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('own', 'bkn', 'agency', 'private')),
  accreditation_number text,
  accreditation_grade text,
  -- Null: not accredited; only an accredited provider holds a batch.
  accredited_until date,
  contact text,
  ended_on date,
  ended_reason text,
  primary key (agency_id, id),
  unique (agency_id, name)
);

create table competency.assessors (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  provider_id uuid not null,
  -- Null: somebody from outside the agency.
  employee_id uuid,
  account_id uuid,
  name text not null,
  accreditation_number text not null,
  grade text not null check (grade in ('pertama', 'muda', 'madya', 'utama')),
  accredited_until date not null,
  ended_on date,
  ended_reason text,
  primary key (agency_id, id),
  unique (agency_id, accreditation_number),
  foreign key (agency_id, provider_id) references competency.assessment_providers,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, account_id) references platform.accounts
);

create table competency.assessment_batches (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  -- What for, as the rules list it; and which of the two categories of JPM follows from it.
  use_code text not null,
  purpose text not null check (purpose in ('pemetaan', 'pengisian')),
  provider_id uuid not null,
  complexity text not null check (complexity in ('sederhana', 'sedang', 'kompleks')),
  starts_on date not null,
  ends_on date not null,
  place text not null,
  seats integer not null check (seats between 1 and 500),
  -- Whom a participant asks.
  contact text not null,
  -- Against which standard; null: each participant's own post.
  standard_id uuid,
  -- Instruments with the competencies and aspects each one measures.
  matrix jsonb not null default '[]',
  state text not null default 'planned' check (state in ('planned', 'running', 'closed', 'cancelled')),
  state_reason text,
  rule_code text not null,
  rule_version text not null,
  planned_by_name text not null,
  closed_on date,
  closed_by_name text,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, provider_id) references competency.assessment_providers,
  foreign key (agency_id, standard_id) references competency.position_standards
);

create table competency.batch_assessors (
  agency_id uuid not null references platform.agencies,
  batch_id uuid not null,
  assessor_id uuid not null,
  name text not null,
  is_lead boolean not null default false,
  -- On which day she declared kin and interests in the participants; renewed when somebody is added.
  declared_on date,
  primary key (agency_id, batch_id, assessor_id),
  foreign key (agency_id, batch_id) references competency.assessment_batches,
  foreign key (agency_id, assessor_id) references competency.assessors
);

create table competency.batch_participants (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  batch_id uuid not null,
  employee_id uuid not null,
  -- As on the day of the invitation: an assessor from outside reads no list of employees.
  name text not null,
  nip text not null,
  position_name text,
  unit_name text not null,
  why text not null check (why in ('expiring', 'expired', 'never', 'requested', 'added')),
  state text not null default 'invited' check (state in ('invited', 'confirmed', 'asks-other-day', 'withdrawn', 'absent', 'present', 'agreed', 'reported')),
  assessed_on date not null,
  invited_on date not null,
  invited_by_name text not null,
  answered_on date,
  asked_on date,
  asked_reason text,
  answer_note text,
  -- Codes with the level each needs, frozen when the batch starts.
  standard jsonb,
  standard_name text,
  -- All assessors have sent their levels: from now on they see each other's.
  opened_at timestamptz,
  agreed_on date,
  agreed_by_name text,
  -- In courteous words, for the report: what stands out, and how to go on.
  summary text,
  advice text,
  -- The recorded result.
  assessment_id uuid,
  primary key (agency_id, id),
  unique (agency_id, batch_id, employee_id),
  foreign key (agency_id, batch_id) references competency.assessment_batches,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, assessment_id) references competency.assessments
);
create index batch_participants_by_employee on competency.batch_participants (agency_id, employee_id);

create table competency.batch_interests (
  agency_id uuid not null references platform.agencies,
  batch_id uuid not null,
  assessor_id uuid not null,
  participant_id uuid not null,
  kind text not null,
  note text,
  declared_on date not null,
  primary key (agency_id, assessor_id, participant_id),
  foreign key (agency_id, batch_id, assessor_id) references competency.batch_assessors,
  foreign key (agency_id, participant_id) references competency.batch_participants
);

create table competency.batch_assignments (
  agency_id uuid not null references platform.agencies,
  batch_id uuid not null,
  participant_id uuid not null,
  assessor_id uuid not null,
  employee_id uuid not null,
  assessor_name text not null,
  submitted_at timestamptz,
  primary key (agency_id, participant_id, assessor_id),
  foreign key (agency_id, participant_id) references competency.batch_participants,
  foreign key (agency_id, batch_id, assessor_id) references competency.batch_assessors
);

-- What an assessor saw: one note per instrument and competency or aspect.
create table competency.assessor_notes (
  agency_id uuid not null references platform.agencies,
  participant_id uuid not null,
  assessor_id uuid not null,
  instrument text not null,
  code text not null,
  note text not null,
  noted_on date not null,
  primary key (agency_id, participant_id, assessor_id, instrument, code),
  foreign key (agency_id, participant_id, assessor_id) references competency.batch_assignments
);

create table competency.assessor_ratings (
  agency_id uuid not null references platform.agencies,
  participant_id uuid not null,
  assessor_id uuid not null,
  code text not null,
  -- Null: could not be observed.
  level integer check (level between 0 and 5),
  primary key (agency_id, participant_id, assessor_id, code),
  foreign key (agency_id, participant_id, assessor_id) references competency.batch_assignments
);

-- What the integration session agreed on.
create table competency.agreed_levels (
  agency_id uuid not null references platform.agencies,
  participant_id uuid not null,
  code text not null,
  level integer check (level between 0 and 5),
  reason text,
  agreed_on date not null,
  agreed_by_name text not null,
  primary key (agency_id, participant_id, code),
  foreign key (agency_id, participant_id) references competency.batch_participants
);

-- Agreement and severity of the assessors of a closed batch, with the ratings it was computed from.
create table competency.batch_agreements (
  agency_id uuid not null references platform.agencies,
  batch_id uuid not null,
  ratings jsonb not null,
  kept_on date not null,
  primary key (agency_id, batch_id),
  foreign key (agency_id, batch_id) references competency.assessment_batches
);

-- The report of a person: a correction makes a new version, the old one stays.
create table competency.assessment_reports (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  participant_id uuid not null,
  employee_id uuid not null,
  version integer not null check (version >= 1),
  content jsonb not null,
  content_hash text not null,
  reason text,
  made_on date not null,
  made_by_name text not null,
  primary key (agency_id, id),
  unique (agency_id, participant_id, version),
  foreign key (agency_id, participant_id) references competency.batch_participants,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- Who the account is as an assessor, and what is entrusted to it. Whose work has ended sees nothing any more.
create function competency.my_assessors() returns setof uuid language sql stable security definer set search_path = competency as $$
  select id from competency.assessors where agency_id = platform.agency() and account_id = platform.account() and ended_on is null $$;
create function competency.my_batches() returns setof uuid language sql stable security definer set search_path = competency as $$
  select batch_id from competency.batch_assessors where agency_id = platform.agency() and assessor_id in (select competency.my_assessors()) $$;
create function competency.led_batches() returns setof uuid language sql stable security definer set search_path = competency as $$
  select batch_id from competency.batch_assessors where agency_id = platform.agency() and is_lead and assessor_id in (select competency.my_assessors()) $$;
-- Participants whose levels all assessors have sent: until then everybody sees the own ones alone.
create function competency.opened_to_me() returns setof uuid language sql stable security definer set search_path = competency as $$
  select p.id from competency.batch_participants p where p.agency_id = platform.agency() and p.opened_at is not null
    and (p.batch_id in (select competency.led_batches())
      or p.id in (select participant_id from competency.batch_assignments where agency_id = platform.agency() and assessor_id in (select competency.my_assessors()))) $$;

create view competency.v_batch_participants with (security_invoker = true) as select * from competency.batch_participants;

select platform.protect('competency.assessment_providers');
select platform.protect('competency.assessors', 'employee_id');
select platform.protect('competency.assessment_batches');
select platform.protect('competency.batch_assessors');
select platform.protect('competency.batch_interests');
select platform.protect('competency.batch_participants', 'employee_id');
select platform.protect('competency.batch_assignments', 'employee_id');
select platform.protect('competency.assessor_notes');
select platform.protect('competency.assessor_ratings');
select platform.protect('competency.agreed_levels');
select platform.protect('competency.batch_agreements');
select platform.protect('competency.assessment_reports', 'employee_id');

select platform.protect_assigned('competency.assessors', 'id in (select competency.my_assessors())');
select platform.protect_assigned('competency.assessment_batches', 'id in (select competency.my_batches())');
select platform.protect_assigned('competency.batch_assessors', 'batch_id in (select competency.my_batches())', 'assessor_id in (select competency.my_assessors())');
select platform.protect_assigned('competency.batch_interests', 'assessor_id in (select competency.my_assessors())', 'assessor_id in (select competency.my_assessors())');
select platform.protect_assigned('competency.batch_participants', 'batch_id in (select competency.my_batches())', 'batch_id in (select competency.my_batches())');
select platform.protect_assigned('competency.batch_assignments', 'batch_id in (select competency.my_batches())', 'assessor_id in (select competency.my_assessors())');
select platform.protect_assigned('competency.assessor_notes', 'assessor_id in (select competency.my_assessors()) or participant_id in (select competency.opened_to_me())', 'assessor_id in (select competency.my_assessors())');
select platform.protect_assigned('competency.assessor_ratings', 'assessor_id in (select competency.my_assessors()) or participant_id in (select competency.opened_to_me())', 'assessor_id in (select competency.my_assessors())');
select platform.protect_assigned('competency.agreed_levels', 'participant_id in (select competency.opened_to_me())', 'participant_id in (select competency.opened_to_me())');
select platform.protect_assigned('competency.batch_agreements', 'batch_id in (select competency.led_batches())');
