-- A year's budget as it was frozen: the lines with their ceilings, who froze it, who approved it, why it was opened again.
create table planning.budget_versions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  year integer not null,
  version integer not null,
  state text not null default 'frozen' check (state in ('frozen', 'approved', 'returned', 'reopened')),
  -- [{ id, activity, unit, source, amount, mode }]
  lines jsonb not null,
  content_hash text not null,
  frozen_by_name text not null,
  frozen_by uuid,
  frozen_on date not null,
  decided_by_name text,
  decided_on date,
  decided_reason text,
  reopened_by_name text,
  reopened_on date,
  reopened_reason text,
  primary key (agency_id, id),
  unique (agency_id, year, version)
);
create view planning.v_budget_versions with (security_invoker = true) as select * from planning.budget_versions;
select platform.protect('planning.budget_versions');
