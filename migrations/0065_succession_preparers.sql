-- Whoever wrote or submitted a dossier does not decide it: everybody who had a hand in it, not only the first name.
alter table succession.dossiers add column preparer_ids uuid[] not null default '{}';
