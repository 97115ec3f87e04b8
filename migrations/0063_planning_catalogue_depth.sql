-- Why a version of a module was made, and which one it replaced.
alter table planning.modules add column version_reason text, add column replaces_id uuid;

-- Agreements (MoU) with whoever gives the training, with their end, and the provider's accreditation.
create table planning.agreements (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  provider text not null,
  number text not null,
  subject text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  accreditation text,
  accredited_until date,
  -- Ended before its day, or replaced by a longer one.
  ended_on date,
  ended_reason text,
  recorded_by_name text not null,
  recorded_on date not null,
  primary key (agency_id, id),
  unique (agency_id, number)
);
select platform.protect('planning.agreements');

-- What a class takes of each item; the rate is the rule set's on the class's first day unless another is written with its reason.
create table planning.session_costs (
  agency_id uuid not null references platform.agencies,
  session_id uuid not null,
  code text not null,
  quantity numeric(12, 2) not null check (quantity >= 0),
  rate bigint check (rate >= 0),
  rate_reason text,
  primary key (agency_id, session_id, code),
  foreign key (agency_id, session_id) references planning.sessions on delete cascade
);
select platform.protect('planning.session_costs');
