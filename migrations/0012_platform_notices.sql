-- A notice is said in both languages of the interface; what was told before is in Indonesian only.
alter table platform.notices add column text_en text;
create index notices_by_employee on platform.notices (agency_id, employee_id, created_at desc);
create index notices_unread on platform.notices (agency_id, employee_id) where read_at is null;
