-- Who is asked for which level, and who checked a paper that a person handed in.
create table competency.evidence_requests (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  -- Who must supply it: the supervisor rates, the person hands in a paper, the assessment centre measures.
  asked_of text not null check (asked_of in ('supervisor', 'person', 'provider')),
  why text not null check (why in ('unknown', 'expired', 'contradictory')),
  state text not null default 'open' check (state in ('open', 'answered', 'passed-on', 'withdrawn')),
  asked_by_name text not null,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  answer_note text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, competency_id) references competency.competencies
);
create unique index evidence_requests_once on competency.evidence_requests (agency_id, employee_id, competency_id) where state = 'open';
create view competency.v_evidence_requests with (security_invoker = true) as
  select r.*, c.code, c.name, c.kind from competency.evidence_requests r join competency.competencies c on c.agency_id = r.agency_id and c.id = r.competency_id;
select platform.protect('competency.evidence_requests', 'employee_id');

alter table competency.evidence add column checked_by_name text;
alter table competency.evidence add column checked_on date;
-- The paper behind the row, kept in platform.files.
alter table competency.evidence add column file_id uuid;
