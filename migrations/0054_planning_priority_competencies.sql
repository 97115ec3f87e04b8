-- Which competencies a strategic goal rests on, and how much.
create table planning.goal_competencies (
  agency_id uuid not null references platform.agencies,
  goal_id uuid not null,
  competency_id uuid not null,
  weight integer not null check (weight between 1 and 3),
  primary key (agency_id, goal_id, competency_id),
  foreign key (agency_id, goal_id) references planning.goals,
  foreign key (agency_id, competency_id) references competency.competencies
);
select platform.protect('planning.goal_competencies');

-- What was decided to be a priority, by whom and why; what it ranked on stands with it as it was that day.
create table planning.priority_competencies (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  competency_id uuid not null,
  reason text not null,
  -- The ranking's figure on the day of the decision.
  figure jsonb not null,
  declared_by_name text not null,
  declared_on date not null,
  withdrawn_by_name text,
  withdrawn_on date,
  withdrawn_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, competency_id) references competency.competencies
);
create unique index priority_competencies_once on planning.priority_competencies (agency_id, competency_id) where withdrawn_on is null;
select platform.protect('planning.priority_competencies');
