-- Where a unit works: its district (kecamatan) and how far off it lies.
alter table workforce.units add column district text, add column location_class text;
create or replace view workforce.v_units with (security_invoker = true) as select * from workforce.units;

-- Disability, told by the person or brought with the staff list. No role reads it of others; a withdrawal keeps the day and nothing else.
create table workforce.disability_statements (
  agency_id uuid not null references platform.agencies,
  employee_id uuid not null,
  is_disabled boolean,
  source text not null check (source in ('self', 'import')),
  stated_on date not null,
  primary key (agency_id, employee_id),
  foreign key (agency_id, employee_id) references workforce.employees (agency_id, id)
);
select platform.protect('workforce.disability_statements', 'employee_id');
create view workforce.v_disability_statements with (security_invoker = true) as select * from workforce.disability_statements;

-- For counts by group alone, asked by whoever may read who is employed in the whole agency.
create function workforce.disability_for_counts() returns table (employee_id uuid, is_disabled boolean) language sql stable security definer set search_path = workforce as $$
  select d.employee_id, d.is_disabled from workforce.disability_statements d
  where d.agency_id = platform.agency() and d.is_disabled is not null and platform.reads('workforce.employees', 'agency') $$;
