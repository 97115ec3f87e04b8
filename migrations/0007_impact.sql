-- Berdampak? Of programmes, never of persons.
create schema impact;

-- A dated evaluation: every figure with its explanation, frozen when a decision rests on it.
create table impact.evaluations (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  programme_id uuid not null,
  as_of date not null,
  -- { reaction, learning, application, indicators: [...] } as figures.
  figures jsonb not null,
  verdicts jsonb not null,
  limits text[] not null default '{}',
  made_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, programme_id, as_of),
  foreign key (agency_id, programme_id) references planning.programmes
);

create view impact.v_evaluations with (security_invoker = true) as select * from impact.evaluations;
select platform.protect('impact.evaluations');
