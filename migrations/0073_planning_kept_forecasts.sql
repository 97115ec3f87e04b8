-- What a line's year was expected to end with, as it was said on that day: kept, so that later one sees how good it was.
create table planning.budget_forecasts (
  agency_id uuid not null references platform.agencies,
  line_id uuid not null,
  made_on date not null,
  -- Null where only bounds could be said.
  value bigint,
  low bigint not null,
  high bigint not null check (high >= low),
  realised bigint,
  committed bigint,
  method text not null,
  primary key (agency_id, line_id, made_on),
  foreign key (agency_id, line_id) references planning.budget_lines on delete cascade
);
select platform.protect('planning.budget_forecasts');

-- What the planner found that more money on a line would buy, with the day and the question it was asked.
create table planning.money_answers (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  year integer not null,
  scenario_id uuid not null,
  line_id uuid,
  work_id uuid,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  asked_by_name text not null,
  asked_on date not null,
  -- Of the instance that was solved, so that the answer can be tried again.
  instance_hash text,
  -- [{ amount, people, levels, objective, bound, status }], the first with no more money.
  steps jsonb not null default '[]',
  message text,
  primary key (agency_id, id),
  foreign key (agency_id, scenario_id) references planning.scenarios
);
create index money_answers_by_year on planning.money_answers (agency_id, year, asked_on);
select platform.protect('planning.money_answers');
