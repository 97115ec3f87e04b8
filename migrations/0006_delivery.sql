-- Terlaksana dan diterapkan?
create schema delivery;

create table delivery.classes (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  session_id uuid,
  module_id uuid not null,
  programme_id uuid,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  jp numeric(7, 2),
  state text not null default 'open' check (state in ('open', 'running', 'done', 'cancelled')),
  primary key (agency_id, id),
  foreign key (agency_id, session_id) references planning.sessions,
  foreign key (agency_id, module_id) references planning.modules,
  foreign key (agency_id, programme_id) references planning.programmes
);

create table delivery.enrolments (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  class_id uuid not null,
  employee_id uuid not null,
  plan_item_id uuid,
  state text not null default 'enrolled' check (state in ('enrolled', 'attending', 'passed', 'failed', 'withdrawn')),
  -- Hours (JP) attended; null: not marked yet.
  attended_jp numeric(7, 2),
  score_before numeric(6, 2) check (score_before between 0 and 100),
  score_after numeric(6, 2) check (score_after between 0 and 100),
  completed_on date,
  correction_reason text,
  primary key (agency_id, id),
  unique (agency_id, class_id, employee_id),
  foreign key (agency_id, class_id) references delivery.classes,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, plan_item_id) references planning.plan_items
);
create index enrolments_by_employee on delivery.enrolments (agency_id, employee_id);

-- Coaching and mentoring, one row per meeting.
create table delivery.meetings (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  kind text not null check (kind in ('coaching', 'mentoring')),
  programme_id uuid,
  employee_id uuid not null,
  guide_id uuid,
  guide_name text not null,
  held_on date not null,
  minutes integer check (minutes > 0),
  topic text not null,
  agreement text,
  is_confirmed boolean not null default false,
  correction_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references planning.programmes,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index meetings_by_employee on delivery.meetings (agency_id, employee_id);

-- A real project, rotation or task given to learn by.
create table delivery.assignments (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  programme_id uuid,
  plan_item_id uuid,
  title text not null,
  value bigint,
  starts_on date,
  due_on date not null,
  finished_on date,
  result text,
  progress integer check (progress between 0 and 100),
  state text not null default 'running' check (state in ('planned', 'running', 'done', 'stopped')),
  confirmed_on date,
  correction_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, programme_id) references planning.programmes
);
create index assignments_by_employee on delivery.assignments (agency_id, employee_id);

-- Level 3: a behaviour agreed before training, looked at on day 0, 30, 60, 90, 180 by several raters.
create table delivery.behaviours (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  programme_id uuid,
  plan_item_id uuid,
  employee_id uuid,
  competency_id uuid,
  to_level integer,
  statement text not null,
  agreed_on date,
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references planning.programmes
);

create table delivery.follow_ups (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  behaviour_id uuid not null,
  employee_id uuid not null,
  day_number integer not null check (day_number in (0, 30, 60, 90, 180)),
  rater text not null check (rater in ('supervisor', 'peer', 'self')),
  rater_id uuid,
  -- 1-4; null: asked and not answered, or answered without a value.
  value integer check (value between 1 and 4),
  verdict text check (verdict in ('ya', 'belum', 'tidakAdaKesempatan')),
  note text,
  due_on date,
  answered_on date,
  replaces_id uuid,
  is_replaced boolean not null default false,
  correction_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, behaviour_id) references delivery.behaviours,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index follow_ups_by_employee on delivery.follow_ups (agency_id, employee_id);
create unique index follow_ups_once on delivery.follow_ups (agency_id, behaviour_id, employee_id, day_number, rater) where not is_replaced;

-- Level 1: answers after a class, without names.
create table delivery.reactions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  programme_id uuid,
  module_id uuid,
  item text not null,
  mean numeric(5, 2),
  answers integer not null,
  invited integer,
  scale_max integer not null default 5,
  collected_on date,
  primary key (agency_id, id),
  foreign key (agency_id, programme_id) references planning.programmes
);

create view delivery.v_classes with (security_invoker = true) as select * from delivery.classes;
create view delivery.v_enrolments with (security_invoker = true) as
  select e.*, c.programme_id, c.module_id, c.name as class_name, c.starts_on, c.ends_on, c.jp from delivery.enrolments e join delivery.classes c on c.agency_id = e.agency_id and c.id = e.class_id;
create view delivery.v_meetings with (security_invoker = true) as select * from delivery.meetings;
create view delivery.v_assignments with (security_invoker = true) as select * from delivery.assignments;
create view delivery.v_behaviours with (security_invoker = true) as select * from delivery.behaviours;
create view delivery.v_follow_ups with (security_invoker = true) as
  select f.*, b.programme_id, b.competency_id, b.to_level, b.statement, b.agreed_on from delivery.follow_ups f join delivery.behaviours b on b.agency_id = f.agency_id and b.id = f.behaviour_id where not f.is_replaced;
create view delivery.v_reactions with (security_invoker = true) as select * from delivery.reactions;

select platform.protect('delivery.classes');
select platform.protect('delivery.enrolments', 'employee_id');
select platform.protect('delivery.meetings', 'employee_id');
select platform.protect('delivery.assignments', 'employee_id');
select platform.protect('delivery.behaviours');
select platform.protect('delivery.follow_ups', 'employee_id');
select platform.protect('delivery.reactions');
