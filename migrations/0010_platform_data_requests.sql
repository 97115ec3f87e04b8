-- What a person asks about the own data (UU 27/2022): to mend, to explain, to erase, to withdraw consent.
create table platform.data_requests (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  kind text not null check (kind in ('correction', 'explanation', 'erasure', 'withdrawal')),
  statement text not null,
  -- Which record it is about, when the person named one.
  subject_kind text,
  subject_id text,
  state text not null default 'submitted' check (state in ('submitted', 'granted', 'rejected', 'withdrawn')),
  submitted_on date not null,
  -- Three times twenty-four hours.
  due_on date not null,
  answer text,
  answered_by_name text,
  answered_on date,
  primary key (agency_id, id)
);
create index data_requests_by_employee on platform.data_requests (agency_id, employee_id);
select platform.protect('platform.data_requests', 'employee_id');
