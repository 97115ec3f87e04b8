-- What a coach or mentor saw, as evidence of a source of its own.
alter table competency.evidence drop constraint evidence_source_check;
alter table competency.evidence add constraint evidence_source_check
  check (source in ('test', 'certificate', 'interview', 'supervisor', 'peer', 'coach', 'self', 'learning', 'application'));
