-- Siapa?
create schema talent;

create table talent.cycles (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  year integer not null,
  state text not null default 'DRAF' check (state in ('DRAF', 'PENGUMPULAN_DATA', 'PENILAIAN', 'PEMETAAN', 'SIDANG_KOMITE', 'SANGGAH', 'DITETAPKAN_PPK', 'BERJALAN', 'EVALUASI', 'TUTUP')),
  rule_code text not null,
  rule_version text not null,
  as_of date not null,
  -- { tiers: [], families: [], unitIds: [] }; an empty list means all.
  scope jsonb not null default '{}',
  objection_until date,
  placed_at timestamptz,
  code_version text,
  primary key (agency_id, id),
  unique (agency_id, name)
);

-- One result per person and cycle, with the figure that explains it.
create table talent.scores (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  tier text,
  -- Null unless every mandatory part is known.
  x numeric(9, 6),
  y numeric(9, 6),
  talent numeric(9, 6),
  x_low numeric(9, 6), x_high numeric(9, 6), y_low numeric(9, 6), y_high numeric(9, 6),
  level_x integer, level_y integer,
  box integer check (box between 1 and 9),
  placement text not null check (placement in ('placed', 'waiting')),
  -- Null when placed: missing-assessment, expired-assessment, missing-appraisal, other.
  waiting_reason text,
  is_near_cut boolean not null default false,
  has_expiring boolean not null default false,
  needs jsonb not null default '[]',
  -- { x: Figure, y: Figure, talent: Figure }
  figure jsonb not null,
  rule_code text not null,
  rule_version text not null,
  input_hash text not null,
  primary key (agency_id, cycle_id, employee_id),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index scores_by_box on talent.scores (agency_id, cycle_id, box);

-- What a leader may see of a map: counts, no person.
create table talent.box_counts (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  unit_id uuid not null,
  tier text not null,
  -- 0 = waiting.
  box integer not null check (box between 0 and 9),
  people integer not null,
  primary key (agency_id, cycle_id, unit_id, tier, box),
  foreign key (agency_id, cycle_id) references talent.cycles
);

-- A move by the committee; the score's own box never changes.
create table talent.moves (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  from_box integer not null,
  to_box integer not null,
  reason_code text not null,
  note text not null,
  state text not null default 'proposed' check (state in ('proposed', 'decided', 'withdrawn')),
  moved_by uuid,
  moved_by_name text not null,
  moved_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.nominations (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid,
  programme_id uuid,
  employee_id uuid not null,
  nominated_by uuid not null,
  purpose text not null check (purpose in ('advancement', 'lateral', 'programme')),
  rationale text not null,
  state text not null default 'submitted' check (state in ('submitted', 'accepted', 'declined', 'withdrawn')),
  decision_reason text,
  decided_by uuid,
  nominated_on date not null,
  decided_on date,
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.feedback_360 (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  year integer not null,
  rating text not null,
  raters integer,
  primary key (agency_id, id),
  unique (agency_id, employee_id, year),
  foreign key (agency_id, employee_id) references workforce.employees
);

-- A SIMATA-like sheet as the agency holds it: parts already scored 0-100, and what was written beside them.
create table talent.sheet_scores (
  agency_id uuid not null references platform.agencies,
  employee_id uuid not null,
  sheet_on date not null,
  -- { code: number | null }
  parts jsonb not null,
  written_x numeric(9, 4), written_y numeric(9, 4), written_box integer,
  primary key (agency_id, employee_id, sheet_on),
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.aspirations (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  target_position_id uuid not null,
  note text,
  stated_on date not null,
  withdrawn_on date,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, target_position_id) references workforce.positions
);

-- What the person and her supervisor read of potential: a strength and one thing to practise.
create table talent.development_messages (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  employee_id uuid not null,
  strength text not null,
  practice text not null,
  primary key (agency_id, cycle_id, employee_id),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table talent.objections (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  statement text not null,
  state text not null default 'submitted' check (state in ('submitted', 'granted', 'rejected', 'withdrawn')),
  submitted_on date not null,
  due_on date not null,
  answer text,
  answered_by uuid,
  answered_on date,
  primary key (agency_id, id),
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, employee_id) references workforce.employees
);

create view talent.v_cycles with (security_invoker = true) as select * from talent.cycles;
create view talent.v_scores with (security_invoker = true) as
  select s.*, coalesce(m.to_box, s.box) as decided_box
  from talent.scores s
  left join lateral (select to_box from talent.moves m where m.agency_id = s.agency_id and m.cycle_id = s.cycle_id and m.employee_id = s.employee_id and m.state = 'decided' order by m.moved_at desc limit 1) m on true;
create view talent.v_box_counts with (security_invoker = true) as select * from talent.box_counts;
create view talent.v_moves with (security_invoker = true) as select * from talent.moves;
create view talent.v_objections with (security_invoker = true) as select * from talent.objections;
create view talent.v_nominations with (security_invoker = true) as select * from talent.nominations;
create view talent.v_aspirations with (security_invoker = true) as select * from talent.aspirations where withdrawn_on is null;
create view talent.v_sheet_scores with (security_invoker = true) as select * from talent.sheet_scores;

select platform.protect('talent.cycles');
select platform.protect('talent.scores', 'employee_id');
select platform.protect('talent.box_counts');
select platform.protect('talent.moves', 'employee_id');
select platform.protect('talent.nominations', 'employee_id');
select platform.protect('talent.feedback_360', 'employee_id');
select platform.protect('talent.sheet_scores', 'employee_id');
select platform.protect('talent.aspirations', 'employee_id');
select platform.protect('talent.development_messages', 'employee_id');
select platform.protect('talent.objections', 'employee_id');
