-- A notice is said in both languages of the interface; what was told before is in Indonesian only.
alter table platform.notices add column text_en text;
create index notices_by_employee on platform.notices (agency_id, employee_id, created_at desc);
create index notices_unread on platform.notices (agency_id, employee_id) where read_at is null;

-- Somebody puts off something of the own queue; it comes back on the day.
create table platform.postponements (
  agency_id uuid not null references platform.agencies,
  employee_id uuid not null,
  key text not null,
  until date not null,
  primary key (agency_id, employee_id, key)
);
select platform.protect('platform.postponements', 'employee_id');
