-- What a coach or mentor saw of a competency, with an example; it counts once the other side has confirmed the meeting.
alter table delivery.meetings
  -- Whoever wrote the meeting down does not confirm it.
  add column logged_by uuid,
  add column competency_id uuid,
  add column seen_level integer check (seen_level between 1 and 5),
  add column seen_example text,
  add constraint meetings_seen check ((seen_level is null) = (competency_id is null) and (seen_level is null) = (seen_example is null)),
  add foreign key (agency_id, competency_id) references competency.competencies;
