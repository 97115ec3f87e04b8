-- Papers that stand behind an objection; the bytes lie in platform.files.
create table talent.objection_files (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  objection_id uuid not null,
  employee_id uuid not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  added_on date not null,
  primary key (agency_id, id),
  foreign key (agency_id, objection_id) references talent.objections,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index objection_files_by_objection on talent.objection_files (agency_id, objection_id);
select platform.protect('talent.objection_files', 'employee_id');

-- What a granted objection touches down the chain, each with whoever must look at it.
create table talent.objection_effects (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  objection_id uuid not null,
  -- Whose result it is.
  employee_id uuid not null,
  kind text not null check (kind in ('map', 'plan', 'bench', 'dossier')),
  subject_id uuid not null,
  label text not null,
  href text not null,
  -- Null: whoever keeps the talent map.
  owner_id uuid,
  owner_name text not null,
  state text not null default 'open' check (state in ('open', 'changed', 'kept')),
  outcome text,
  found_on date not null,
  due_on date not null,
  settled_by_name text,
  settled_on date,
  primary key (agency_id, id),
  unique (agency_id, objection_id, kind, subject_id),
  foreign key (agency_id, objection_id) references talent.objections,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index objection_effects_by_owner on talent.objection_effects (agency_id, owner_id) where state = 'open';
select platform.protect('talent.objection_effects', 'owner_id');
-- The person reads what her objection touched.
create policy person_read on talent.objection_effects for select
  using (agency_id = (select platform.agency()) and employee_id = (select platform.employee()));
create view talent.v_objection_effects with (security_invoker = true) as select * from talent.objection_effects;
