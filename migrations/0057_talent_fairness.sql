-- Fairness report of a cycle as it was published: the printed words alone, small numbers closed; no person stands in it.
create table talent.fairness_reports (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  cycle_id uuid not null,
  version integer not null,
  content jsonb not null,
  -- What the agency says of the differences and will do about them.
  statement text not null,
  rule_version text not null,
  published_by_name text not null,
  published_on date not null,
  primary key (agency_id, id),
  unique (agency_id, cycle_id, version),
  foreign key (agency_id, cycle_id) references talent.cycles
);
select platform.protect('talent.fairness_reports');
