-- A file lies in pieces of a quarter of a megabyte: it comes in, is read and goes out without ever being in memory whole.
create table platform.file_pieces (
  agency_id uuid not null,
  file_id uuid not null,
  -- Place in the file, from 0; every piece but the last is a quarter of a megabyte.
  n int not null check (n >= 0),
  content bytea not null,
  -- Whose file it is, as in platform.files.
  employee_id uuid,
  primary key (agency_id, file_id, n),
  -- Pieces come first: only when all are there is the file's fingerprint known.
  foreign key (agency_id, file_id) references platform.files on delete cascade deferrable initially deferred
);
alter table platform.file_pieces alter column content set storage external;
alter table platform.files no force row level security;
insert into platform.file_pieces (agency_id, file_id, n, content, employee_id)
  select f.agency_id, f.id, n, substring(f.content from n * 262144 + 1 for 262144), f.employee_id
  from platform.files f, generate_series(0, greatest(0, (length(f.content) - 1) / 262144)) n;
set constraints all immediate;
alter table platform.files drop column content;
alter table platform.files force row level security;
select platform.protect('platform.file_pieces', 'employee_id');
