-- A structured interview is a source of evidence of its own, kept apart from tests, ratings and assessments.
alter table competency.evidence drop constraint evidence_source_check;
alter table competency.evidence add constraint evidence_source_check
  check (source in ('test', 'certificate', 'interview', 'supervisor', 'peer', 'self', 'learning', 'application'));
