-- What a supervisor says of a need that was proposed from a gap: the latest word counts.
create table planning.need_confirmations (
  agency_id uuid not null references platform.agencies,
  employee_id uuid not null,
  competency_id uuid not null,
  level_required integer not null check (level_required between 1 and 5),
  level_held integer check (level_held between 0 and 5),
  decision text not null check (decision in ('needed', 'not-needed')),
  decided_by uuid,
  decided_on date not null,
  primary key (agency_id, employee_id, competency_id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, competency_id) references competency.competencies
);
create view planning.v_need_confirmations with (security_invoker = true) as select * from planning.need_confirmations;
select platform.protect('planning.need_confirmations', 'employee_id');
