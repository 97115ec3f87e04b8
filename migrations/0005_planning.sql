-- Diklat apa, kapan, dengan dana mana?
create schema planning;

create table planning.goals (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  basis text not null,
  weight integer not null default 1 check (weight between 1 and 3),
  primary key (agency_id, id)
);

create table planning.modules (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text not null,
  name text not null,
  method text not null,
  form text,
  -- 70 on the job, 20 with others, 10 formal.
  share_class integer not null check (share_class in (70, 20, 10)),
  jp numeric(7, 2) check (jp > 0),
  days integer,
  -- Null: not known yet; 0: free.
  cost_per_head bigint check (cost_per_head >= 0),
  fixed_cost bigint not null default 0 check (fixed_cost >= 0),
  provider text,
  is_internal boolean not null default true,
  seats integer check (seats > 0),
  seats_minimum integer not null default 1,
  is_general boolean not null default false,
  catalogue_year integer,
  valid_from date not null default '2026-01-01',
  valid_until date,
  primary key (agency_id, id),
  unique (agency_id, code, valid_from)
);

create table planning.module_effects (
  agency_id uuid not null references platform.agencies,
  module_id uuid not null,
  competency_id uuid not null,
  from_level integer not null check (from_level between 0 and 5),
  to_level integer not null check (to_level between 1 and 5),
  primary key (agency_id, module_id, competency_id),
  foreign key (agency_id, module_id) references planning.modules on delete cascade,
  foreign key (agency_id, competency_id) references competency.competencies
);

create table planning.module_prerequisites (
  agency_id uuid not null references platform.agencies,
  module_id uuid not null,
  clause integer not null,
  required_module_id uuid not null,
  primary key (agency_id, module_id, clause, required_module_id),
  foreign key (agency_id, module_id) references planning.modules on delete cascade,
  foreign key (agency_id, required_module_id) references planning.modules
);

create table planning.sessions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  module_id uuid not null,
  code text not null,
  mode text not null check (mode in ('tatap_muka', 'daring_sinkron', 'mandiri')),
  starts_on date not null,
  ends_on date not null,
  place text,
  seats integer check (seats > 0),
  seats_minimum integer not null default 1,
  trainers_needed integer not null default 0,
  state text not null default 'planned' check (state in ('planned', 'open', 'running', 'done', 'cancelled')),
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, module_id) references planning.modules,
  constraint sessions_end_after_start check (ends_on >= starts_on)
);

create table planning.facilitators (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid,
  name text not null,
  max_days integer not null default 20,
  primary key (agency_id, id)
);
create table planning.facilitator_modules (
  agency_id uuid not null references platform.agencies,
  facilitator_id uuid not null,
  module_id uuid not null,
  primary key (agency_id, facilitator_id, module_id),
  foreign key (agency_id, facilitator_id) references planning.facilitators on delete cascade,
  foreign key (agency_id, module_id) references planning.modules
);
create table planning.facilitator_absences (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  facilitator_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  primary key (agency_id, id),
  foreign key (agency_id, facilitator_id) references planning.facilitators on delete cascade
);

create table planning.budget_lines (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text,
  unit_id uuid,
  activity text not null,
  source text not null,
  year integer not null,
  amount bigint not null check (amount >= 0),
  committed bigint,
  -- Null: not reported yet.
  realised bigint,
  mode text not null default 'restrictive' check (mode in ('restrictive', 'indicative')),
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references workforce.units
);

-- A cohort toward a goal: people, path, targets agreed beforehand.
create table planning.programmes (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text not null,
  name text not null,
  goal_id uuid,
  purpose text,
  state text not null default 'draft' check (state in ('draft', 'nominating', 'chosen', 'agreed', 'running', 'follow-up', 'closed')),
  starts_on date not null,
  ends_on date,
  -- First month in which the unit indicators may have changed.
  effect_from date,
  -- First month of full effect.
  full_effect_from date,
  seats integer,
  -- Published weights of the choice: { criterion: points }, sum 100.
  weights jsonb not null default '{}',
  budget_line_id uuid,
  agreed_on date,
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, goal_id) references planning.goals,
  foreign key (agency_id, budget_line_id) references planning.budget_lines
);

create table planning.programme_people (
  agency_id uuid not null references platform.agencies,
  programme_id uuid not null,
  employee_id uuid not null,
  role text not null default 'participant' check (role in ('participant', 'mentor', 'coach')),
  unit_id uuid,
  -- { criterion: 0-100 | null }
  criteria jsonb,
  score numeric(9, 4),
  figure jsonb,
  is_chosen boolean,
  mentor_name text,
  coach_name text,
  left_on date,
  left_reason text,
  primary key (agency_id, programme_id, employee_id, role),
  foreign key (agency_id, programme_id) references planning.programmes,
  foreign key (agency_id, employee_id) references workforce.employees
);

create table planning.programme_units (
  agency_id uuid not null references platform.agencies,
  programme_id uuid not null,
  unit_id uuid not null,
  side text not null check (side in ('programme', 'comparison', 'excluded')),
  reason text,
  primary key (agency_id, programme_id, unit_id),
  foreign key (agency_id, programme_id) references planning.programmes,
  foreign key (agency_id, unit_id) references workforce.units
);

-- Level 4, agreed before the first class.
create table planning.programme_targets (
  agency_id uuid not null references platform.agencies,
  programme_id uuid not null,
  indicator_id uuid not null,
  baseline numeric(14, 4),
  target numeric(14, 4) not null,
  agreed_on date not null,
  agreed_by text not null,
  primary key (agency_id, programme_id, indicator_id),
  foreign key (agency_id, programme_id) references planning.programmes,
  foreign key (agency_id, indicator_id) references workforce.indicators
);

create table planning.plans (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  programme_id uuid,
  target_position_id uuid,
  goal_id uuid,
  year integer not null,
  version integer not null default 1,
  state text not null default 'draft' check (state in ('draft', 'proposed', 'agreed', 'running', 'done', 'replaced')),
  reason text not null,
  agreed_by_employee_on date,
  agreed_by_supervisor_on date,
  created_on date not null,
  replaces_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, programme_id) references planning.programmes,
  foreign key (agency_id, target_position_id) references workforce.positions
);
create index plans_by_employee on planning.plans (agency_id, employee_id, version desc);

create table planning.plan_items (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  plan_id uuid not null,
  employee_id uuid not null,
  module_id uuid,
  session_id uuid,
  title text not null,
  method text not null,
  share_class integer not null check (share_class in (70, 20, 10)),
  starts_on date,
  ends_on date,
  jp numeric(7, 2),
  cost bigint,
  budget_line_id uuid,
  competency_id uuid,
  from_level integer,
  to_level integer,
  reason text,
  -- The measurable success indicator, agreed before the item starts.
  indicator text,
  baseline text,
  target text,
  evidence_asked text,
  checked_by text,
  state text not null default 'planned' check (state in ('planned', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  done_on date,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references planning.plans,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, module_id) references planning.modules,
  foreign key (agency_id, session_id) references planning.sessions,
  foreign key (agency_id, budget_line_id) references planning.budget_lines,
  foreign key (agency_id, competency_id) references competency.competencies
);
create index plan_items_by_plan on planning.plan_items (agency_id, plan_id);
create index plan_items_by_employee on planning.plan_items (agency_id, employee_id);

create table planning.plan_checks (
  agency_id uuid not null references platform.agencies,
  item_id uuid not null,
  employee_id uuid not null,
  day_number integer not null check (day_number in (30, 60, 90, 180)),
  due_on date not null,
  done_on date,
  primary key (agency_id, item_id, day_number),
  foreign key (agency_id, item_id) references planning.plan_items on delete cascade
);

-- An optimiser's run: what went in, what came out, whether it was adopted.
create table planning.scenarios (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  year integer not null,
  programme_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'solving', 'solved', 'failed', 'adopted', 'discarded')),
  settings jsonb not null default '{}',
  instance jsonb,
  solution jsonb,
  objective numeric,
  bound numeric,
  work_id uuid,
  copied_from uuid,
  created_by text not null,
  created_at timestamptz not null default now(),
  adopted_by text,
  adopted_at timestamptz,
  primary key (agency_id, id)
);

create view planning.v_modules with (security_invoker = true) as select * from planning.modules;
create view planning.v_module_effects with (security_invoker = true) as
  select e.*, m.code as module_code, m.name as module_name, m.method, m.jp, m.cost_per_head, c.code, c.name
  from planning.module_effects e
  join planning.modules m on m.agency_id = e.agency_id and m.id = e.module_id
  join competency.v_competencies c on c.agency_id = e.agency_id and c.id = e.competency_id;
create view planning.v_sessions with (security_invoker = true) as
  select s.*, m.code as module_code, m.name as module_name, m.method, m.jp, m.share_class from planning.sessions s join planning.modules m on m.agency_id = s.agency_id and m.id = s.module_id;
create view planning.v_programmes with (security_invoker = true) as select p.*, g.name as goal_name from planning.programmes p left join planning.goals g on g.agency_id = p.agency_id and g.id = p.goal_id;
create view planning.v_programme_people with (security_invoker = true) as select * from planning.programme_people;
create view planning.v_programme_units with (security_invoker = true) as select * from planning.programme_units;
create view planning.v_programme_targets with (security_invoker = true) as select * from planning.programme_targets;
create view planning.v_plans with (security_invoker = true) as select * from planning.plans;
create view planning.v_plan_items with (security_invoker = true) as select * from planning.plan_items;
create view planning.v_plan_checks with (security_invoker = true) as select * from planning.plan_checks;
create view planning.v_scenarios with (security_invoker = true) as select * from planning.scenarios;
create view planning.v_budget_lines with (security_invoker = true) as select * from planning.budget_lines;

select platform.protect('planning.goals');
select platform.protect('planning.modules');
select platform.protect('planning.module_effects');
select platform.protect('planning.module_prerequisites');
select platform.protect('planning.sessions');
select platform.protect('planning.facilitators');
select platform.protect('planning.facilitator_modules');
select platform.protect('planning.facilitator_absences');
select platform.protect('planning.budget_lines');
select platform.protect('planning.programmes');
select platform.protect('planning.programme_people', 'employee_id');
select platform.protect('planning.programme_units');
select platform.protect('planning.programme_targets');
select platform.protect('planning.plans', 'employee_id');
select platform.protect('planning.plan_items', 'employee_id');
select platform.protect('planning.plan_checks', 'employee_id');
select platform.protect('planning.scenarios');
