-- The talent committee (Komite Talenta Instansi), of the agency or of one perangkat daerah, and its sessions.
create table talent.committees (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  -- Null: the committee of the whole agency.
  unit_id uuid,
  decree text not null,
  decreed_on date not null,
  valid_until date,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, unit_id) references workforce.units
);

create table talent.committee_members (
  agency_id uuid not null references platform.agencies,
  committee_id uuid not null,
  employee_id uuid not null,
  seat text not null check (seat in ('chair', 'secretary', 'member')),
  primary key (agency_id, committee_id, employee_id),
  foreign key (agency_id, committee_id) references talent.committees,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.sessions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  committee_id uuid not null,
  cycle_id uuid not null,
  name text not null,
  held_on date not null,
  state text not null default 'planned' check (state in ('planned', 'open', 'closed')),
  rule_code text not null,
  rule_version text not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- Frozen when the session closes: what the minutes say, and its fingerprint.
  minutes jsonb,
  minutes_hash text,
  -- Counts every change, so that a browser knows whether it is behind.
  revision integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, committee_id) references talent.committees,
  foreign key (agency_id, cycle_id) references talent.cycles
);

-- Who sits in this session: the committee's members on the day it was convened.
create table talent.session_members (
  agency_id uuid not null references platform.agencies,
  session_id uuid not null,
  employee_id uuid not null,
  name text not null,
  seat text not null check (seat in ('chair', 'secretary', 'member')),
  state text not null default 'invited' check (state in ('invited', 'present', 'absent')),
  absence_reason text,
  declared_at timestamptz,
  signed_at timestamptz,
  primary key (agency_id, session_id, employee_id),
  foreign key (agency_id, session_id) references talent.sessions,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- A member's interest in somebody on the agenda, declared for this session alone.
create table talent.session_interests (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  session_id uuid not null,
  employee_id uuid not null,
  about_id uuid not null,
  kind text not null,
  note text,
  -- declared: by the member; record: found in the records (supervisor, oneself).
  origin text not null default 'declared' check (origin in ('declared', 'record')),
  declared_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, session_id, employee_id, about_id),
  foreign key (agency_id, session_id) references talent.sessions,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.session_items (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  session_id uuid not null,
  ordinal integer not null,
  kind text not null check (kind in ('opening', 'move', 'map', 'other')),
  title text not null,
  -- Of a move: whom it is about; the number stands in place of the name until votes are opened.
  employee_id uuid,
  candidate_number integer,
  move_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'voting', 'opened', 'decided')),
  round integer not null default 1,
  began_at timestamptz,
  decided_at timestamptz,
  decision text check (decision in ('approve', 'keep', 'postpone')),
  reason_code text,
  note text,
  -- Votes of each finished round with names, written when they are opened together.
  outcome jsonb not null default '[]',
  -- Who was entitled, present and recused when it was decided.
  quorum jsonb,
  primary key (agency_id, id),
  unique (agency_id, session_id, ordinal),
  foreign key (agency_id, session_id) references talent.sessions,
  foreign key (agency_id, move_id) references talent.moves,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- That somebody voted; never what.
create table talent.session_ballots (
  agency_id uuid not null references platform.agencies,
  item_id uuid not null,
  round integer not null,
  employee_id uuid not null,
  cast_at timestamptz not null default now(),
  primary key (agency_id, item_id, round, employee_id),
  foreign key (agency_id, item_id) references talent.session_items,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- What somebody voted: only the voter reads it, until all are opened together into the item's outcome.
create table talent.session_votes (
  agency_id uuid not null references platform.agencies,
  item_id uuid not null,
  round integer not null,
  employee_id uuid not null,
  choice text not null check (choice in ('approve', 'keep', 'postpone')),
  reason_code text not null,
  primary key (agency_id, item_id, round, employee_id),
  foreign key (agency_id, item_id) references talent.session_items,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.session_dissents (
  agency_id uuid not null references platform.agencies,
  item_id uuid not null,
  employee_id uuid not null,
  name text not null,
  text text not null,
  stated_at timestamptz not null default now(),
  primary key (agency_id, item_id, employee_id),
  foreign key (agency_id, item_id) references talent.session_items,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- Lines of the minutes as they arise; a correction waits until whoever leads the session accepts it.
create table talent.session_notes (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  session_id uuid not null,
  item_id uuid,
  kind text not null check (kind in ('event', 'note', 'correction')),
  text text not null,
  author_name text not null,
  state text not null default 'kept' check (state in ('kept', 'proposed', 'refused')),
  said_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, session_id) references talent.sessions
);
create index session_notes_in_order on talent.session_notes (agency_id, session_id, said_at);

-- A proposal the committee did not follow is kept apart from one its proposer took back.
alter table talent.moves drop constraint moves_state_check;
alter table talent.moves add constraint moves_state_check check (state in ('proposed', 'decided', 'declined', 'withdrawn'));
alter table talent.moves add column session_item_id uuid;
drop view talent.v_moves;
create view talent.v_moves with (security_invoker = true) as select * from talent.moves;

create view talent.v_sessions with (security_invoker = true) as
  select agency_id, id, committee_id, cycle_id, name, held_on, state, opened_at, closed_at, minutes_hash from talent.sessions;

select platform.protect('talent.committees');
select platform.protect('talent.committee_members', 'employee_id');
select platform.protect('talent.sessions');
select platform.protect('talent.session_members', 'employee_id');
select platform.protect('talent.session_interests', 'employee_id');
select platform.protect('talent.session_items', 'employee_id');
select platform.protect('talent.session_ballots', 'employee_id');
select platform.protect('talent.session_votes', 'employee_id');
select platform.protect('talent.session_dissents', 'employee_id');
select platform.protect('talent.session_notes');
