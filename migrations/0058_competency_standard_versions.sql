-- A standard is never overwritten: each change is a version with its day, who made it and why. What was taken back stays readable.
alter table competency.position_standards
  add column reason text,
  add column made_by_name text,
  add column made_on date,
  -- The standard it was copied from, and the family change it came with.
  add column copied_from uuid,
  add column set_id uuid,
  add column withdrawn_on date,
  add column withdrawn_by_name text,
  add column withdrawn_reason text,
  add constraint position_standards_withdrawn_whole check ((withdrawn_on is null) = (withdrawn_reason is null));
alter table competency.position_standards drop constraint position_standards_agency_id_position_name_valid_from_key;
create unique index position_standards_once on competency.position_standards (agency_id, lower(position_name), valid_from) where withdrawn_on is null;

-- A version ends the day before the next one of the same title begins, so that two never hold on one day.
create or replace view competency.v_position_standards with (security_invoker = true) as
  select s.agency_id, s.id, s.position_name, s.tier, s.family, s.approval_basis, s.education_minimum, s.rank_minimum, s.training_required, s.experience_required,
    s.valid_from, least(s.valid_until, lead(s.valid_from) over (partition by s.agency_id, lower(s.position_name) order by s.valid_from) - 1) as valid_until
  from competency.position_standards s where s.withdrawn_on is null;
create or replace view competency.v_standards with (security_invoker = true) as
  select s.agency_id, s.id as standard_id, s.position_name, s.tier, s.valid_from, s.valid_until, r.competency_id, c.code, c.name, c.kind, r.level, r.importance
  from competency.v_position_standards s
  join competency.requirements r on r.agency_id = s.agency_id and r.standard_id = s.id
  join competency.competencies c on c.agency_id = r.agency_id and c.id = r.competency_id;
