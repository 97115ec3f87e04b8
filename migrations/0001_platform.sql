-- The ground floor: who acts, what they may touch, what they did.
create schema platform;
create schema auth;
create schema jobs;

-- Settings that db.as(actor) sets for one transaction.
create function platform.agency() returns uuid language sql stable as
  $$ select nullif(current_setting('app.agency_id', true), '')::uuid $$;
create function platform.employee() returns uuid language sql stable as
  $$ select nullif(current_setting('app.employee_id', true), '')::uuid $$;
create function platform.roles() returns text[] language sql stable as
  $$ select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') $$;
create function platform.use_case() returns text language sql stable as
  $$ select nullif(current_setting('app.use_case', true), '') $$;
create function platform.caller() returns text language sql stable as
  $$ select nullif(current_setting('app.caller', true), '') $$;

create table platform.agencies (
  agency_id uuid primary key,
  name text not null,
  short_name text not null,
  kind text not null default 'kabupaten' check (kind in ('kabupaten', 'kota', 'provinsi', 'kementerian', 'lembaga')),
  time_zone text not null default 'Asia/Jakarta',
  is_demo boolean not null default false,
  -- A demo's calendar stands still so that its story stays true; null means the real day.
  today_on date,
  scope jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table platform.modules (
  agency_id uuid not null references platform.agencies,
  module text not null check (module in ('talent', 'planning', 'delivery', 'impact', 'succession')),
  is_on boolean not null default true,
  changed_at timestamptz not null default now(),
  primary key (agency_id, module)
);

create table platform.accounts (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  user_id text,
  employee_id uuid,
  name text not null,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (agency_id, id)
);
create index accounts_user on platform.accounts (user_id);

create table platform.account_roles (
  agency_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('asn', 'supervisor', 'hr_officer', 'committee', 'leader', 'facilitator', 'auditor', 'dpo', 'admin')),
  valid_from date not null,
  valid_until date,
  primary key (agency_id, account_id, role),
  foreign key (agency_id, account_id) references platform.accounts
);

-- Whom a supervisor supervises; kept by workforce through set-scope.
create table platform.teams (
  agency_id uuid not null references platform.agencies,
  supervisor_id uuid not null,
  employee_id uuid not null,
  primary key (agency_id, supervisor_id, employee_id)
);

-- The catalogue of rights: written by the product from its own list at each start, never by an agency.
create table platform.role_rights (role text not null, table_name text not null, scope text not null check (scope in ('own', 'team', 'agency')), primary key (role, table_name));
create table platform.use_case_roles (use_case text not null, role text not null, scope text not null check (scope in ('own', 'team', 'agency')), primary key (use_case, role));
create table platform.use_case_tables (use_case text not null, table_name text not null, access text not null check (access in ('read', 'write')), primary key (use_case, table_name));
create table platform.use_case_callers (use_case text not null, caller text not null, primary key (use_case, caller));

-- May the present use case run for this actor, at this width? A called use case runs under its own named right.
create function platform.use_case_holds(wanted text) returns boolean language sql stable security definer set search_path = platform as $$
  select case
    when platform.use_case() is null then false
    when platform.caller() is not null then
      exists (select from platform.use_case_callers c where c.use_case = platform.use_case() and c.caller = platform.caller())
      and wanted = 'agency'
    else exists (select from platform.use_case_roles r where r.use_case = platform.use_case() and r.role = any (platform.roles()) and r.scope = wanted)
  end $$;

create function platform.reads(t text, wanted text) returns boolean language sql stable security definer set search_path = platform as $$
  select exists (select from platform.role_rights r where r.table_name = t and r.role = any (platform.roles()) and r.scope = wanted)
      or (exists (select from platform.use_case_tables u where u.use_case = platform.use_case() and u.table_name = t) and platform.use_case_holds(wanted)) $$;

create function platform.writes(t text, wanted text) returns boolean language sql stable security definer set search_path = platform as $$
  select exists (select from platform.use_case_tables u where u.use_case = platform.use_case() and u.table_name = t and u.access = 'write') and platform.use_case_holds(wanted) $$;

create function platform.team() returns setof uuid language sql stable security definer set search_path = platform as $$
  select employee_id from platform.teams where agency_id = platform.agency() and supervisor_id = platform.employee() $$;

-- The keeper is the owner of the tables: migrations, backup and the functions of this floor. The product never signs in as keeper.
create function platform.keep(t text) returns void language plpgsql as $$
begin
  execute format('create policy keeper on %s to %I using (true) with check (true)', t, current_user);
end $$;

-- Puts the same two policies on every table: read by right, write only inside a use case that may.
-- `person` names the column with the employee a row is about; null where rows are about nobody.
create function platform.protect(t text, person text default null) returns void language plpgsql as $$
declare
  own text := case when person is null then format('(select platform.%%s(%L, ''own''))', t)
    else format('((select platform.%%s(%L, ''own'')) and %I = (select platform.employee()))', t, person) end;
  team text := case when person is null then format('(select platform.%%s(%L, ''team''))', t)
    else format('((select platform.%%s(%L, ''team'')) and %I in (select platform.team()))', t, person) end;
  rule text := 'agency_id = (select platform.agency()) and ((select platform.%s(' || quote_literal(t) || ', ''agency'')) or ' || team || ' or ' || own || ')';
  reading text := replace(replace(rule, '%%s', 'reads'), '%s', 'reads');
  writing text := replace(replace(rule, '%%s', 'writes'), '%s', 'writes');
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy read on %s for select using (%s)', t, reading);
  execute format('create policy add on %s for insert with check (%s)', t, writing);
  execute format('create policy change on %s for update using (%s) with check (%s)', t, writing, writing);
  execute format('create policy remove on %s for delete using (%s)', t, writing);
  perform platform.keep(t);
end $$;

-- One agency's own versions of a rule; the product's own rules stand in rules/*.yaml.
create table platform.rule_sets (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  subject text not null,
  code text not null,
  version text not null,
  legal_basis text not null,
  valid_from date not null,
  valid_until date,
  content jsonb not null,
  author_id uuid,
  approver_id uuid,
  approved_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, subject, code, version)
);

-- What happened, for those who listen later. Insert-only for actors.
create table platform.outbox (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamptz not null default now(),
  handled_at timestamptz,
  attempts integer not null default 0,
  failure text,
  primary key (agency_id, id)
);
create index outbox_waiting on platform.outbox (agency_id, occurred_at) where handled_at is null;

-- The same request twice does not act twice.
create table platform.requests (
  agency_id uuid not null references platform.agencies,
  key text not null,
  use_case text not null,
  result jsonb,
  made_at timestamptz not null default now(),
  primary key (agency_id, key)
);

create table platform.files (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  content bytea not null,
  owner_table text not null,
  owner_id uuid not null,
  employee_id uuid,
  created_at timestamptz not null default now(),
  primary key (agency_id, id)
);

create table platform.notices (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  text text not null,
  href text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (agency_id, id)
);

-- Long work with progress: imports, scoring, solving.
create table platform.works (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
  done bigint not null default 0,
  total bigint,
  message text,
  input jsonb,
  result jsonb,
  account_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id)
);

-- Who did and who looked: chained by hash, verifiable.
create table platform.audit_entries (
  agency_id uuid not null references platform.agencies,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  role text not null,
  kind text not null check (kind in ('act', 'look')),
  action text not null,
  subject_kind text,
  subject_id text,
  employee_id uuid,
  reason text,
  detail jsonb not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (agency_id, seq)
);
create index audit_by_employee on platform.audit_entries (agency_id, employee_id, seq desc);
create index audit_by_subject on platform.audit_entries (agency_id, subject_kind, subject_id);

-- Appends one entry; the advisory lock keeps one chain per agency.
create function platform.append_audit(p_account uuid, p_name text, p_role text, p_kind text, p_action text, p_subject_kind text, p_subject_id text, p_employee uuid, p_reason text, p_detail jsonb)
returns bigint language plpgsql security definer set search_path = platform as $$
declare
  a uuid := platform.agency();
  prev record;
  next_seq bigint;
  moment timestamptz := clock_timestamp();
  fingerprint text;
begin
  if a is null then raise exception 'no agency'; end if;
  perform pg_advisory_xact_lock(hashtextextended('audit' || a::text, 0));
  select seq, hash into prev from platform.audit_entries where agency_id = a order by seq desc limit 1;
  next_seq := coalesce(prev.seq, 0) + 1;
  fingerprint := encode(sha256(convert_to(concat_ws('|', coalesce(prev.hash, ''), a, next_seq, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    coalesce(p_account::text, ''), p_name, p_role, p_kind, p_action, coalesce(p_subject_kind, ''), coalesce(p_subject_id, ''), coalesce(p_employee::text, ''), coalesce(p_reason, ''), p_detail::text), 'UTF8')), 'hex');
  insert into platform.audit_entries values (a, next_seq, moment, p_account, p_name, p_role, p_kind, p_action, p_subject_kind, p_subject_id, p_employee, p_reason, p_detail, coalesce(prev.hash, ''), fingerprint);
  return next_seq;
end $$;

select platform.protect('platform.agencies');
select platform.protect('platform.modules');
select platform.protect('platform.accounts', 'employee_id');
select platform.protect('platform.account_roles');
select platform.protect('platform.teams', 'employee_id');
select platform.protect('platform.rule_sets');
select platform.protect('platform.files', 'employee_id');
select platform.protect('platform.notices', 'employee_id');
select platform.protect('platform.works');
select platform.protect('platform.audit_entries', 'employee_id');

-- Frame tables: any actor adds within the own agency; nobody but the worker changes.
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy add on platform.outbox for insert with check (agency_id = (select platform.agency()));
create policy read on platform.outbox for select using (agency_id = (select platform.agency()) and 'system' = any (platform.roles()));
select platform.keep('platform.outbox');
create policy change on platform.outbox for update using (agency_id = (select platform.agency()) and 'system' = any (platform.roles()));
alter table platform.requests enable row level security;
alter table platform.requests force row level security;
create policy own on platform.requests using (agency_id = (select platform.agency())) with check (agency_id = (select platform.agency()));
select platform.keep('platform.requests');

-- What later rooms may read of the ground floor; the policies of the tables still decide the rows.
create view platform.v_agencies with (security_invoker = true) as select agency_id, name, short_name, kind, time_zone, is_demo, today_on from platform.agencies;
create view platform.v_accounts with (security_invoker = true) as select agency_id, id, employee_id, name, is_active from platform.accounts;
create view platform.v_audit_entries with (security_invoker = true) as select * from platform.audit_entries;
