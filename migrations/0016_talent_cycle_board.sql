-- The cycle as a state machine: what must stand first, who does what by when, what was frozen at each stage.
create table talent.cycle_checks (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  code text not null,
  state text not null check (state in ('met', 'not-met', 'not-applicable')),
  -- Number, title or address of the document that shows it.
  evidence text,
  note text,
  checked_by_name text not null,
  checked_on date not null,
  primary key (agency_id, cycle_id, code),
  foreign key (agency_id, cycle_id) references talent.cycles
);

create table talent.cycle_steps (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  stage text not null,
  due_on date not null,
  owner_id uuid not null,
  task text not null,
  primary key (agency_id, cycle_id, stage),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, owner_id) references workforce.employees
);

-- Evidence for the national approval, gathered as it arises: readiness score, ekspose, pleno, approval.
create table talent.cycle_evidence (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid not null,
  kind text not null check (kind in ('readiness-score', 'ekspose', 'pleno', 'approval', 'ppk-decree', 'report')),
  happened_on date not null,
  reference text not null,
  score numeric(6, 2),
  note text,
  recorded_by_name text not null,
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references talent.cycles
);

-- What a stage began with: inputs, rules and code. A correction is a new version; the old one stays as it was.
create table talent.snapshots (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid not null,
  stage text not null,
  version integer not null,
  reason text,
  rule_code text not null,
  rule_version text not null,
  rule_body jsonb not null,
  code_version text not null,
  as_of date not null,
  people integer not null,
  placed integer not null,
  -- Fingerprint of all results in order of the people, to be compared at any time.
  results_hash text not null,
  frozen_at timestamptz not null default now(),
  frozen_by_name text not null,
  primary key (agency_id, id),
  unique (agency_id, cycle_id, stage, version),
  foreign key (agency_id, cycle_id) references talent.cycles
);

create table talent.snapshot_results (
  agency_id uuid not null references platform.agencies,
  snapshot_id uuid not null,
  employee_id uuid not null,
  box integer,
  decided_box integer,
  x numeric(9, 6),
  y numeric(9, 6),
  placement text not null,
  input_hash text not null,
  primary key (agency_id, snapshot_id, employee_id),
  foreign key (agency_id, snapshot_id) references talent.snapshots,
  foreign key (agency_id, employee_id) references workforce.employees
);

select platform.protect('talent.cycle_checks');
select platform.protect('talent.cycle_steps', 'owner_id');
select platform.protect('talent.cycle_evidence');
select platform.protect('talent.snapshots');
select platform.protect('talent.snapshot_results', 'employee_id');
