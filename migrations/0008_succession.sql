-- Siap untuk apa?
create schema succession;

create table succession.candidates (
  agency_id uuid not null references platform.agencies,
  position_id uuid not null,
  employee_id uuid not null,
  added_by text not null,
  reason text not null,
  added_on date not null,
  withdrawn_on date,
  primary key (agency_id, position_id, employee_id),
  foreign key (agency_id, position_id) references workforce.positions,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- Readiness of one person for one post, with its figure; written by the bench run.
create table succession.readiness (
  agency_id uuid not null references platform.agencies,
  position_id uuid not null,
  employee_id uuid not null,
  as_of date not null,
  eligible text not null check (eligible in ('ya', 'tidak', 'belumDiketahui')),
  horizon text not null check (horizon in ('siapSekarang', '1-2Tahun', '>2Tahun', 'tidakMemenuhi', 'belumDiketahui')),
  score numeric(9, 6), score_low numeric(9, 6), score_high numeric(9, 6),
  ready_on date,
  -- { eligibility: Figure, readiness: Figure, blockers: [] }
  figure jsonb not null,
  primary key (agency_id, position_id, employee_id),
  foreign key (agency_id, position_id) references workforce.positions,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- What a leader sees of a bench: counts and dates, no scores.
create table succession.benches (
  agency_id uuid not null references platform.agencies,
  position_id uuid not null,
  as_of date not null,
  incumbent_id uuid,
  vacant_on date,
  vacancy_reason text,
  ready_now integer not null, within_two_years integer not null, later integer not null, unknown integer not null,
  state text not null check (state in ('kosong', 'tipis', 'cukup', 'belumLengkap')),
  likelihood integer, impact integer,
  -- One sentence why it stands so; no name in it.
  why text not null default '',
  primary key (agency_id, position_id),
  foreign key (agency_id, position_id) references workforce.positions
);

-- A decision with everything it rested on, frozen.
create table succession.dossiers (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  number text not null,
  position_id uuid not null,
  employee_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'decided', 'returned')),
  recommendation text not null,
  considerations text,
  dissent text,
  content jsonb,
  content_hash text,
  frozen_at timestamptz,
  prepared_by text not null,
  prepared_on date,
  submitted_on date,
  returned_reason text,
  decided_by text,
  decided_on date,
  decision text check (decision in ('approved', 'rejected')),
  decision_reason text,
  explanation_for_person text,
  primary key (agency_id, id),
  unique (agency_id, number),
  foreign key (agency_id, position_id) references workforce.positions,
  foreign key (agency_id, employee_id) references workforce.employees
);

create view succession.v_readiness with (security_invoker = true) as select * from succession.readiness;
create view succession.v_benches with (security_invoker = true) as select * from succession.benches;
create view succession.v_dossiers with (security_invoker = true) as select * from succession.dossiers;

select platform.protect('succession.candidates', 'employee_id');
select platform.protect('succession.readiness', 'employee_id');
select platform.protect('succession.benches');
select platform.protect('succession.dossiers', 'employee_id');
