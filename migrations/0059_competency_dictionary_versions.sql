-- A technical competency of the agency: the urusan's keeper who sets it, and what follows it once it is no longer used.
alter table competency.competencies
  add column builder text,
  add column retired_on date,
  add column successor_id uuid,
  add column retired_reason text;

-- Each proposal to the dictionary, decided by a second person. The competency's id stays the same over all its versions.
create table competency.competency_versions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  -- A new competency has its row in the dictionary once the proposal is approved; until then the id is only reserved.
  competency_id uuid not null,
  change text not null check (change in ('new', 'change', 'retire')),
  code text not null,
  name text not null,
  domain text,
  definition text not null,
  builder text,
  -- Five of { level, description, indicators }.
  levels jsonb not null,
  successor_id uuid,
  valid_from date not null,
  basis text not null,
  reason text not null,
  state text not null check (state in ('submitted', 'approved', 'refused', 'withdrawn')),
  author_account_id uuid,
  author_employee_id uuid,
  author_name text not null,
  submitted_on date not null,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  -- The day on which the dictionary took it over.
  applied_on date,
  primary key (agency_id, id)
);
create index competency_versions_of on competency.competency_versions (agency_id, competency_id, valid_from);
-- One open proposal at a time, so that nobody approves on top of another.
create unique index competency_versions_open on competency.competency_versions (agency_id, competency_id) where state = 'submitted';
create unique index competency_versions_day on competency.competency_versions (agency_id, competency_id, valid_from) where state = 'approved';
select platform.protect('competency.competency_versions');

create or replace view competency.v_competencies with (security_invoker = true) as
  select agency_id, id, code, name, kind, domain, definition, version, builder, retired_on, successor_id from competency.competencies;
