-- Kurang apa?
create schema competency;

create table competency.competencies (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('managerial', 'sociocultural', 'technical')),
  domain text,
  definition text,
  version text not null default '2017',
  primary key (agency_id, id),
  unique (agency_id, code, version)
);

-- The standard of a post by its title (SKJ); one that holds on a day.
create table competency.position_standards (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  position_name text not null,
  tier text,
  -- Rumpun: the field of government the post belongs to.
  family text,
  approval_basis text,
  -- Further requirements as the document writes them: education, rank, training, experience.
  education_minimum text,
  rank_minimum text,
  training_required text,
  experience_required text,
  valid_from date not null default '2017-01-01',
  valid_until date,
  primary key (agency_id, id),
  unique (agency_id, position_name, valid_from)
);

create table competency.requirements (
  agency_id uuid not null references platform.agencies,
  standard_id uuid not null,
  competency_id uuid not null,
  level integer not null check (level between 1 and 5),
  importance text not null default 'penting' check (importance in ('mutlak', 'penting', 'perlu')),
  primary key (agency_id, standard_id, competency_id),
  foreign key (agency_id, standard_id) references competency.position_standards on delete cascade,
  foreign key (agency_id, competency_id) references competency.competencies
);

create table competency.assessments (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  assessed_on date not null,
  valid_until date not null,
  provider text,
  method text not null default 'assessment-centre',
  purpose text not null default 'pemetaan' check (purpose in ('pemetaan', 'pengisian')),
  position_name text,
  -- 0-100; null when potential was not measured.
  potential numeric(6, 2) check (potential between 0 and 100),
  written_jpm numeric(7, 2),
  -- The night on which its expiry was told; null: not yet.
  expiry_told_on date,
  primary key (agency_id, id),
  unique (agency_id, employee_id, assessed_on),
  foreign key (agency_id, employee_id) references workforce.employees
);

create table competency.assessment_levels (
  agency_id uuid not null references platform.agencies,
  assessment_id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  -- 0 is a measured zero; null is not measured.
  level integer check (level between 0 and 5),
  standard_level integer check (standard_level between 1 and 5),
  primary key (agency_id, assessment_id, competency_id),
  foreign key (agency_id, assessment_id) references competency.assessments on delete cascade,
  foreign key (agency_id, competency_id) references competency.competencies
);
create index assessment_levels_by_employee on competency.assessment_levels (agency_id, employee_id);

-- The assessor's own words; never for the supervisor.
create table competency.assessment_notes (
  agency_id uuid not null references platform.agencies,
  assessment_id uuid not null,
  note text not null,
  author text,
  primary key (agency_id, assessment_id),
  foreign key (agency_id, assessment_id) references competency.assessments on delete cascade
);

-- Evidence of a level, by source, never averaged: test, supervisor, peer, self, learning, application.
create table competency.evidence (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  source text not null check (source in ('test', 'certificate', 'supervisor', 'peer', 'self', 'learning', 'application')),
  level integer not null check (level between 0 and 5),
  observed_on date not null,
  valid_until date,
  is_verified boolean not null default false,
  rater_id uuid,
  source_kind text,
  source_id text,
  note text,
  -- A corrected record points to the one it replaces; the replaced one no longer counts.
  replaces_id uuid,
  is_replaced boolean not null default false,
  correction_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, competency_id) references competency.competencies
);
create index evidence_by_employee on competency.evidence (agency_id, employee_id, competency_id);

create view competency.v_competencies with (security_invoker = true) as select * from competency.competencies;
create view competency.v_standards with (security_invoker = true) as
  select s.agency_id, s.id as standard_id, s.position_name, s.tier, s.valid_from, s.valid_until, r.competency_id, c.code, c.name, c.kind, r.level, r.importance
  from competency.position_standards s
  join competency.requirements r on r.agency_id = s.agency_id and r.standard_id = s.id
  join competency.competencies c on c.agency_id = r.agency_id and c.id = r.competency_id;
create view competency.v_position_standards with (security_invoker = true) as select * from competency.position_standards;
create view competency.v_assessments with (security_invoker = true) as select * from competency.assessments;
create view competency.v_assessment_levels with (security_invoker = true) as
  select l.*, a.assessed_on, a.valid_until, a.provider, a.method, c.code, c.name
  from competency.assessment_levels l
  join competency.assessments a on a.agency_id = l.agency_id and a.id = l.assessment_id
  join competency.competencies c on c.agency_id = l.agency_id and c.id = l.competency_id;
create view competency.v_evidence with (security_invoker = true) as
  select e.*, c.code, c.name from competency.evidence e join competency.competencies c on c.agency_id = e.agency_id and c.id = e.competency_id where not e.is_replaced;

select platform.protect('competency.competencies');
select platform.protect('competency.position_standards');
select platform.protect('competency.requirements');
select platform.protect('competency.assessments', 'employee_id');
select platform.protect('competency.assessment_levels', 'employee_id');
select platform.protect('competency.assessment_notes');
select platform.protect('competency.evidence', 'employee_id');
