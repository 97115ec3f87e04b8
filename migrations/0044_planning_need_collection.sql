-- The yearly collection of needs (AKPK): when it is open, whom it asks, who opened it.
create table planning.need_collections (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  year integer not null check (year between 2000 and 2100),
  opens_on date not null,
  closes_on date not null,
  -- Empty: every unit, every tier.
  unit_ids uuid[] not null default '{}',
  tiers text[] not null default '{}',
  state text not null default 'filling' check (state in ('filling', 'open', 'closed')),
  opened_by_name text not null,
  opened_on date not null,
  filled_on date,
  work_id uuid,
  -- People in scope for whom no row could be made, with why: { withoutStandard: [id], withoutSupervisor: [id] }
  remarks jsonb not null default '{}',
  closed_on date,
  closed_by_name text,
  closed_reason text,
  primary key (agency_id, id),
  constraint need_collections_window check (closes_on >= opens_on)
);
create unique index need_collections_name on planning.need_collections (agency_id, lower(name));

-- One need of one person in a collection. Person, post and unit stand as they were when the row was made.
create table planning.collected_needs (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  collection_id uuid not null,
  employee_id uuid not null,
  supervisor_id uuid,
  unit_id uuid not null,
  unit_name text not null,
  person_name text not null,
  nip text,
  position_name text,
  -- Null: a need in the person's own words, or a measurement of several levels.
  competency_id uuid,
  subject text not null,
  kind text check (kind in ('managerial', 'sociocultural', 'technical')),
  origin text not null check (origin in ('gap', 'unknown', 'leadership', 'deferred', 'proposed', 'added')),
  level_held integer check (level_held between 0 and 5),
  level_required integer check (level_required between 1 and 5),
  importance text,
  why text not null,
  module_id uuid,
  title text not null,
  form text,
  provider text,
  jp numeric(7, 2),
  -- Null: not known yet; 0: free.
  cost bigint check (cost >= 0),
  plan_year integer not null,
  quarter integer check (quarter between 1 and 4),
  deferrals integer not null default 0,
  waiting_since date,
  -- What the team may know of the order; what talent adds stands in need_priorities.
  priority numeric(9, 2) not null default 0,
  priority_figure jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'confirmed', 'refused', 'returned', 'accepted', 'merged', 'withdrawn')),
  is_changed boolean not null default false,
  entered_by_name text,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  late_reason text,
  verified_by_name text,
  verified_on date,
  verified_reason text,
  merged_into uuid,
  primary key (agency_id, id),
  foreign key (agency_id, collection_id) references planning.need_collections,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, unit_id) references workforce.units,
  foreign key (agency_id, competency_id) references competency.competencies,
  foreign key (agency_id, module_id) references planning.modules
);
create index collected_needs_by_collection on planning.collected_needs (agency_id, collection_id, state);
create index collected_needs_by_supervisor on planning.collected_needs (agency_id, supervisor_id, collection_id);
create index collected_needs_by_employee on planning.collected_needs (agency_id, employee_id);

-- The whole order with what the talent map adds: never for the supervisor.
create table planning.need_priorities (
  agency_id uuid not null references platform.agencies,
  need_id uuid not null,
  employee_id uuid not null,
  value numeric(9, 2) not null,
  figure jsonb not null,
  primary key (agency_id, need_id),
  foreign key (agency_id, need_id) references planning.collected_needs on delete cascade
);

-- A supervisor lets somebody of the team write the rows; she still confirms them.
create table planning.need_delegations (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  collection_id uuid not null,
  supervisor_id uuid not null,
  supervisor_name text not null,
  delegate_id uuid not null,
  delegate_name text not null,
  valid_from date not null,
  valid_until date not null,
  withdrawn_on date,
  primary key (agency_id, id),
  foreign key (agency_id, collection_id) references planning.need_collections,
  foreign key (agency_id, delegate_id) references workforce.employees,
  constraint need_delegations_days check (valid_until >= valid_from)
);

-- What a year could not give a person: goes to the next collection with its reason and how long it waits.
create table planning.need_deferrals (
  agency_id uuid not null references platform.agencies,
  employee_id uuid not null,
  competency_id uuid not null,
  from_year integer not null,
  reason text not null,
  source text not null check (source in ('scenario', 'document', 'officer')),
  source_id uuid,
  deferred_by_name text not null,
  deferred_on date not null,
  primary key (agency_id, employee_id, competency_id, from_year),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, competency_id) references competency.competencies
);

-- The agency's paper: RPK of one year or HCDP of several, frozen with its version, in force by a second person.
create table planning.need_documents (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  collection_id uuid not null,
  kind text not null check (kind in ('rpk', 'hcdp')),
  year_from integer not null,
  year_until integer not null,
  version integer not null,
  state text not null default 'frozen' check (state in ('frozen', 'approved', 'returned', 'replaced')),
  content_hash text not null,
  compiled_by_name text not null,
  compiled_by uuid,
  compiled_on date not null,
  decided_by_name text,
  decided_on date,
  decided_reason text,
  primary key (agency_id, id),
  unique (agency_id, collection_id, kind, version),
  foreign key (agency_id, collection_id) references planning.need_collections,
  constraint need_documents_years check (year_until >= year_from)
);
create table planning.need_document_rows (
  agency_id uuid not null references platform.agencies,
  document_id uuid not null,
  number integer not null,
  employee_id uuid not null,
  need_id uuid not null,
  year integer not null,
  person_name text not null,
  nip text,
  position_name text,
  unit_name text not null,
  subject text not null,
  kind text,
  title text not null,
  form text,
  track text,
  siasn_id integer,
  provider text,
  quarter integer,
  jp numeric(7, 2),
  cost bigint,
  budget_line_id uuid,
  budget_line text,
  -- Why this year, or why no line pays.
  placement text not null,
  primary key (agency_id, document_id, number),
  foreign key (agency_id, document_id) references planning.need_documents,
  foreign key (agency_id, employee_id) references workforce.employees
);

create view planning.v_need_collections with (security_invoker = true) as select * from planning.need_collections;
create view planning.v_collected_needs with (security_invoker = true) as select * from planning.collected_needs;
create view planning.v_need_documents with (security_invoker = true) as select * from planning.need_documents;

select platform.protect('planning.need_collections');
select platform.protect('planning.collected_needs', 'employee_id');
select platform.protect('planning.need_priorities', 'employee_id');
select platform.protect('planning.need_delegations', 'delegate_id');
select platform.protect('planning.need_deferrals', 'employee_id');
select platform.protect('planning.need_documents');
select platform.protect('planning.need_document_rows', 'employee_id');

-- For whom the reader may write rows: until it ends or is withdrawn.
create function planning.delegated_to_me() returns table (collection_id uuid, supervisor_id uuid) language sql stable security definer set search_path = planning as $$
  select d.collection_id, d.supervisor_id from planning.need_delegations d
  where d.agency_id = platform.agency() and d.delegate_id = platform.employee() and d.withdrawn_on is null
$$;
create policy delegated_read on planning.collected_needs for select
  using (agency_id = (select platform.agency()) and (collection_id, supervisor_id) in (select d.collection_id, d.supervisor_id from planning.delegated_to_me() d));
create policy delegated_add on planning.collected_needs for insert
  with check (agency_id = (select platform.agency()) and (collection_id, supervisor_id) in (select d.collection_id, d.supervisor_id from planning.delegated_to_me() d) and (select platform.writes('planning.collected_needs', 'own')));
create policy delegated_change on planning.collected_needs for update
  using (agency_id = (select platform.agency()) and (collection_id, supervisor_id) in (select d.collection_id, d.supervisor_id from planning.delegated_to_me() d) and (select platform.writes('planning.collected_needs', 'own')))
  with check (agency_id = (select platform.agency()) and (collection_id, supervisor_id) in (select d.collection_id, d.supervisor_id from planning.delegated_to_me() d) and (select platform.writes('planning.collected_needs', 'own')));
