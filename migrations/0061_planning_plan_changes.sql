-- A change of a plan that something which happened proposes: never made by itself, always decided by somebody.
create table planning.plan_changes (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  -- The plan in force when it happened.
  plan_id uuid not null,
  cause text not null check (cause in ('moved', 'promoted', 'module-failed', 'class-cancelled', 'class-moved', 'budget-cut', 'priority-competency', 'evaluation')),
  -- What happened, in one sentence, and where it is read.
  happened text not null,
  happened_on date not null,
  source_kind text not null,
  source_id uuid not null,
  source_href text,
  -- [{ verb: move|replace|drop|add, itemId, key, title, before, why, item }]
  steps jsonb not null,
  proposed_on date not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decided_as text check (decided_as in ('employee', 'supervisor', 'officer')),
  decided_by_name text,
  decided_on date,
  decided_reason text,
  new_plan_id uuid,
  primary key (agency_id, id),
  unique (agency_id, plan_id, cause, source_id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, plan_id) references planning.plans on delete cascade
);
create index plan_changes_by_employee on planning.plan_changes (agency_id, employee_id);
create view planning.v_plan_changes with (security_invoker = true) as select * from planning.plan_changes;
select platform.protect('planning.plan_changes', 'employee_id');
-- Why a class does not take place, and who said so.
alter table planning.sessions add column cancelled_on date, add column cancelled_by_name text, add column cancelled_reason text;
