-- Siapa bekerja di mana?
create schema workforce;

create table workforce.units (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text,
  name text not null,
  short_name text,
  kind text,
  parent_id uuid,
  valid_from date,
  valid_until date,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, parent_id) references workforce.units
);

-- A post: its title in a unit. A key post has one seat.
create table workforce.positions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  unit_id uuid,
  kind text not null check (kind in ('structural', 'functional', 'executor')),
  tier text not null,
  echelon text,
  family text,
  required_rank text,
  seats integer not null default 1 check (seats >= 1),
  is_key boolean not null default false,
  is_strategic boolean,
  is_scarce boolean,
  key_reason text,
  impact_class integer check (impact_class between 1 and 5),
  valid_from date,
  valid_until date,
  primary key (agency_id, id),
  unique nulls not distinct (agency_id, name, unit_id),
  foreign key (agency_id, unit_id) references workforce.units
);

create table workforce.employees (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  nip text not null check (nip ~ '^[0-9]{18}$'),
  name text not null,
  employment text not null check (employment in ('PNS', 'PPPK', 'PPPK_PARUH_WAKTU', 'CPNS')),
  sex text check (sex in ('L', 'P')),
  birth_on date,
  rank text,
  education_level text,
  education_field text,
  is_field_matching boolean,
  unit_id uuid not null,
  position_id uuid,
  position_since date,
  rank_since date,
  hired_on date,
  supervisor_id uuid,
  location_class text,
  email text,
  phone text,
  -- active | left; who left stays for the records.
  state text not null default 'active' check (state in ('active', 'left')),
  left_on date,
  left_reason text,
  primary key (agency_id, id),
  unique (agency_id, nip),
  foreign key (agency_id, unit_id) references workforce.units,
  foreign key (agency_id, position_id) references workforce.positions,
  foreign key (agency_id, supervisor_id) references workforce.employees
);
create index employees_by_unit on workforce.employees (agency_id, unit_id);
create index employees_by_supervisor on workforce.employees (agency_id, supervisor_id);
create index employees_by_position on workforce.employees (agency_id, position_id);
create index employees_by_name on workforce.employees (agency_id, lower(name), id);

create table workforce.careers (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  position_name text not null,
  unit_name text,
  tier text,
  family text,
  assignment text not null default 'Definitif',
  starts_on date not null,
  -- The last day in the post; null: still in it.
  ends_on date,
  decree_number text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create index careers_by_employee on workforce.careers (agency_id, employee_id);

create table workforce.appraisals (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  year integer not null,
  work_result text check (work_result in ('above', 'meets', 'below')),
  behaviour text check (behaviour in ('above', 'meets', 'below')),
  rating text not null check (rating in ('Sangat Baik', 'Baik', 'Butuh Perbaikan', 'Kurang', 'Sangat Kurang')),
  is_rating_derived boolean not null default false,
  primary key (agency_id, id),
  unique (agency_id, employee_id, year),
  foreign key (agency_id, employee_id) references workforce.employees
);

create table workforce.awards (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  level text not null check (level in ('international', 'national', 'inter-agency', 'agency', 'service-years')),
  awarded_on date not null,
  decree_number text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create index awards_by_employee on workforce.awards (agency_id, employee_id);

create table workforce.team_roles (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  role text not null check (role in ('chair', 'member')),
  reach text not null check (reach in ('inter-agency', 'internal')),
  starts_on date not null,
  ends_on date,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create index team_roles_by_employee on workforce.team_roles (agency_id, employee_id);

-- Checks that a person's file holds no award or team role in the window, so that "none" is known and not unknown.
create table workforce.record_checks (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  subject text not null check (subject in ('award', 'team-role', 'discipline', 'field-match')),
  checked_on date not null,
  checked_by text not null,
  primary key (agency_id, id),
  unique (agency_id, employee_id, subject, checked_on),
  foreign key (agency_id, employee_id) references workforce.employees
);

-- Sensitive: its own permission.
create table workforce.sanctions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  level text not null check (level in ('ringan', 'sedang', 'berat')),
  name text not null,
  decree_number text,
  starts_on date not null,
  ends_on date,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create index sanctions_by_employee on workforce.sanctions (agency_id, employee_id);

-- The JP ledger: every learning record, whatever brought it.
create table workforce.trainings (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  form text,
  provider text,
  certificate text,
  starts_on date,
  ends_on date,
  jp numeric(7, 2) check (jp > 0),
  leadership_level text,
  verification text not null default 'recorded' check (verification in ('recorded', 'verified', 'rejected')),
  source_kind text not null default 'import',
  source_id text,
  correction_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create index trainings_by_employee on workforce.trainings (agency_id, employee_id, ends_on);

create table workforce.indicators (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text not null,
  name text not null,
  unit_of_measure text not null,
  direction text not null check (direction in ('lower-better', 'higher-better')),
  primary key (agency_id, id),
  unique (agency_id, code)
);

create table workforce.indicator_values (
  agency_id uuid not null references platform.agencies,
  unit_id uuid not null,
  indicator_id uuid not null,
  -- First day of the month.
  month_on date not null,
  value numeric(14, 4) not null,
  numerator numeric(14, 2),
  denominator numeric(14, 2),
  primary key (agency_id, indicator_id, unit_id, month_on),
  foreign key (agency_id, unit_id) references workforce.units,
  foreign key (agency_id, indicator_id) references workforce.indicators
);

-- Something else that struck a unit in the same months (flood, reorganisation, new head).
create table workforce.unit_events (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  description text not null,
  starts_on date not null,
  ends_on date,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references workforce.units
);

create table workforce.holidays (
  agency_id uuid not null references platform.agencies,
  day date not null,
  name text not null,
  primary key (agency_id, day)
);

create view workforce.v_people with (security_invoker = true) as
  select e.agency_id, e.id, e.nip, e.name, e.employment, e.sex, e.birth_on, e.rank, e.education_level, e.education_field, e.is_field_matching,
    e.unit_id, u.name as unit_name, coalesce(u.short_name, u.name) as unit_short_name,
    e.position_id, p.name as position_name, p.kind as position_kind, p.tier, p.family, e.position_since, e.supervisor_id, e.location_class, e.state, e.hired_on
  from workforce.employees e
  join workforce.units u on u.agency_id = e.agency_id and u.id = e.unit_id
  left join workforce.positions p on p.agency_id = e.agency_id and p.id = e.position_id;
create view workforce.v_units with (security_invoker = true) as select * from workforce.units;
create view workforce.v_positions with (security_invoker = true) as
  select p.*, u.name as unit_name, coalesce(u.short_name, u.name) as unit_short_name
  from workforce.positions p left join workforce.units u on u.agency_id = p.agency_id and u.id = p.unit_id;
create view workforce.v_careers with (security_invoker = true) as select * from workforce.careers;
create view workforce.v_appraisals with (security_invoker = true) as select * from workforce.appraisals;
create view workforce.v_awards with (security_invoker = true) as select * from workforce.awards;
create view workforce.v_team_roles with (security_invoker = true) as select * from workforce.team_roles;
create view workforce.v_record_checks with (security_invoker = true) as select * from workforce.record_checks;
create view workforce.v_sanctions with (security_invoker = true) as select * from workforce.sanctions;
create view workforce.v_trainings with (security_invoker = true) as select * from workforce.trainings;
create view workforce.v_indicators with (security_invoker = true) as select * from workforce.indicators;
create view workforce.v_indicator_values with (security_invoker = true) as select * from workforce.indicator_values;
create view workforce.v_holidays with (security_invoker = true) as select * from workforce.holidays;
create view workforce.v_unit_events with (security_invoker = true) as select * from workforce.unit_events;

select platform.protect('workforce.units');
select platform.protect('workforce.positions');
select platform.protect('workforce.employees', 'id');
select platform.protect('workforce.careers', 'employee_id');
select platform.protect('workforce.appraisals', 'employee_id');
select platform.protect('workforce.awards', 'employee_id');
select platform.protect('workforce.team_roles', 'employee_id');
select platform.protect('workforce.record_checks', 'employee_id');
select platform.protect('workforce.sanctions', 'employee_id');
select platform.protect('workforce.trainings', 'employee_id');
select platform.protect('workforce.indicators');
select platform.protect('workforce.indicator_values');
select platform.protect('workforce.unit_events');
select platform.protect('workforce.holidays');
