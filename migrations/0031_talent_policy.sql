-- An agency's own talent rules from the first draft on: written by one, decided by another. What is approved is kept in platform.rule_sets under the same id.
create table talent.policy_versions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text not null,
  version text not null,
  based_on text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'refused', 'withdrawn')),
  legal_basis text not null,
  -- Day of effect: proposed by the author, recorded by the approval.
  valid_from date not null,
  -- Why it is changed, in the author's words.
  purpose text not null,
  content jsonb not null,
  author_account_id uuid,
  author_employee_id uuid,
  author_name text not null,
  drafted_on date not null,
  submitted_on date,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  primary key (agency_id, id)
);
-- A name is free again once its draft was withdrawn or refused.
create unique index policy_versions_name on talent.policy_versions (agency_id, code, version) where state in ('draft', 'submitted', 'approved');

-- What a draft would do to the people of a cycle: counts for those who decide, small numbers closed.
create table talent.policy_previews (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  policy_id uuid not null,
  cycle_id uuid not null,
  content_hash text not null,
  compared_code text not null,
  compared_version text not null,
  people integer not null,
  -- Null when fewer than five would move: who may see people counts them below.
  moved integer,
  summary jsonb not null,
  made_on date not null,
  made_by_name text not null,
  primary key (agency_id, id),
  unique (agency_id, policy_id),
  foreign key (agency_id, policy_id) references talent.policy_versions,
  foreign key (agency_id, cycle_id) references talent.cycles
);

-- Each person who would move, for those who may see people.
create table talent.policy_moves (
  agency_id uuid not null references platform.agencies,
  preview_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  from_box integer,
  to_box integer,
  cause text not null,
  shares jsonb,
  primary key (agency_id, preview_id, employee_id),
  foreign key (agency_id, preview_id) references talent.policy_previews,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- Cut points that follow from ranking within a unit, where the rule set ranks.
create table talent.unit_cuts (
  agency_id uuid not null references platform.agencies,
  cycle_id uuid not null,
  unit_id uuid not null,
  axis text not null check (axis in ('x', 'y')),
  -- Ranked within the unit, within the whole agency, or by the fixed cut points.
  reach text not null check (reach in ('unit', 'agency', 'fixed')),
  people integer not null,
  cuts jsonb not null,
  primary key (agency_id, cycle_id, unit_id, axis),
  foreign key (agency_id, cycle_id) references talent.cycles
);

select platform.protect('talent.policy_versions');
select platform.protect('talent.policy_previews');
select platform.protect('talent.policy_moves', 'employee_id');
select platform.protect('talent.unit_cuts');
