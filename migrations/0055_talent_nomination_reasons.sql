-- A nomination is written against the published criteria of its purpose; an advancement waits for a second official's own words.
alter table talent.nominations
  add column nominated_by_name text,
  add column decided_by_name text,
  -- What the nominator wrote: [{code, label, text}], with the criteria's words as they were published that day.
  add column reasons jsonb not null default '[]',
  add column rule_version text,
  add column reference_state text not null default 'none' check (reference_state in ('none', 'asked', 'given', 'declined')),
  add column reference_by_name text,
  -- The second official's words as the person may read them, from the decision on.
  add column reference_reasons jsonb,
  -- Decisions that an objection opened again: [{decision, reason, byId, by, on, why}].
  add column earlier jsonb not null default '[]';

create table talent.nomination_references (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  nomination_id uuid not null,
  -- The second official, an ordinary employee.
  employee_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  about_position text,
  purpose text not null check (purpose in ('advancement', 'lateral', 'programme')),
  state text not null default 'asked' check (state in ('asked', 'given', 'declined', 'withdrawn')),
  known_how text,
  reasons jsonb not null default '[]',
  verdict text check (verdict in ('supports', 'with-reservation', 'does-not-support')),
  decline_reason text,
  asked_by_name text not null,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  primary key (agency_id, id),
  foreign key (agency_id, nomination_id) references talent.nominations,
  foreign key (agency_id, employee_id) references workforce.employees
);
create unique index nomination_references_once on talent.nomination_references (agency_id, nomination_id) where state in ('asked', 'given');
create index nomination_references_by_referee on talent.nomination_references (agency_id, employee_id);
create view talent.v_nomination_references with (security_invoker = true) as
  select agency_id, id, nomination_id, employee_id, about_id, about_name, purpose, state, asked_on, due_on, answered_on from talent.nomination_references;
select platform.protect('talent.nomination_references', 'employee_id');

-- A person may object to what was decided about a nomination as well as to a result.
alter table talent.objections alter column cycle_id drop not null;
alter table talent.objections add column nomination_id uuid;
alter table talent.objections add constraint objections_about check (cycle_id is not null or nomination_id is not null);
alter table talent.objections add foreign key (agency_id, nomination_id) references talent.nominations;
