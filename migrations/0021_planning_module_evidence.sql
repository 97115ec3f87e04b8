-- What earlier participants of a module reached, counted by night so that everybody may read it without seeing a person.
create table planning.module_evidence (
  agency_id uuid not null references platform.agencies,
  module_id uuid not null,
  competency_id uuid not null,
  -- Participants measured after the module, and those of them whose level had risen.
  measured integer not null check (measured >= 0),
  risen integer not null check (risen between 0 and measured),
  counted_on date not null,
  primary key (agency_id, module_id, competency_id),
  foreign key (agency_id, module_id) references planning.modules on delete cascade,
  foreign key (agency_id, competency_id) references competency.competencies
);
create view planning.v_module_evidence with (security_invoker = true) as select * from planning.module_evidence;
select platform.protect('planning.module_evidence');
