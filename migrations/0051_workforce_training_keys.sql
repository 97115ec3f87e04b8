-- The same training is found by what two spellings of its certificate or name share, not by reading all of a person's.
alter table workforce.trainings
  add column certificate_key text generated always as (regexp_replace(lower(certificate), '[^a-z0-9]+', '', 'g')) stored,
  add column name_key text generated always as (regexp_replace(lower(name), '[^a-z0-9]+', '', 'g')) stored;
create index trainings_by_certificate on workforce.trainings (agency_id, employee_id, certificate_key);
create index trainings_by_name on workforce.trainings (agency_id, employee_id, name_key);
