-- A colleague who was asked as a peer reads and answers that one question, and nothing else about the person.
create policy asked_read on delivery.follow_ups for select
  using (agency_id = (select platform.agency()) and rater = 'peer' and rater_id = (select platform.employee()));
create policy asked_answer on delivery.follow_ups for update
  using (agency_id = (select platform.agency()) and rater = 'peer' and rater_id = (select platform.employee()) and (select platform.writes('delivery.follow_ups', 'own')))
  with check (agency_id = (select platform.agency()) and rater = 'peer' and rater_id = (select platform.employee()) and (select platform.writes('delivery.follow_ups', 'own')));
create index follow_ups_by_rater on delivery.follow_ups (agency_id, rater_id) where rater = 'peer' and not is_replaced;

-- The name of whom the reader was asked about: read as the owner, only for the reader's own questions.
create function delivery.asked_of_me() returns table (agency_id uuid, id uuid, name text) language sql stable security definer set search_path = delivery as $$
  select f.agency_id, f.id, p.name
  from delivery.follow_ups f join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
  where f.agency_id = platform.agency() and f.rater = 'peer' and f.rater_id = platform.employee() and not f.is_replaced
$$;
create view delivery.v_asked_of_me with (security_invoker = true) as select * from delivery.asked_of_me();

-- Who confirmed a meeting and when, so that a confirmation can be taken back on the same day.
alter table delivery.meetings add column confirmed_on date, add column confirmed_by uuid;
create or replace view delivery.v_meetings with (security_invoker = true) as select * from delivery.meetings;
