-- The database as it stands after all migrations. Made by `npm run generate`; to change it, write a migration.

-- platform --------------------------------------------------------------

create schema platform;

CREATE OR REPLACE FUNCTION platform.account()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.account_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION platform.agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.agency_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION platform.append_audit(p_account uuid, p_name text, p_role text, p_kind text, p_action text, p_subject_kind text, p_subject_id text, p_employee uuid, p_reason text, p_detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION platform.caller()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.caller', true), '') $function$;

CREATE OR REPLACE FUNCTION platform.employee()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.employee_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION platform.keep(t text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create policy keeper on %s to %I using (true) with check (true)', t, current_user);
end $function$;

CREATE OR REPLACE FUNCTION platform.learn_size(t text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
declare
  found record;
begin
  select c.oid::regclass as name, c.relpages, c.reltuples, pg_relation_size(c.oid) / current_setting('block_size')::bigint as pages into found
    from pg_class c where c.oid = to_regclass(t) and c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user;
  if found is null or (found.reltuples > 0 and found.pages < 2 * greatest(found.relpages, 1)) then return; end if;
  execute format('analyze (skip_locked) %s', found.name);
end $function$;

CREATE OR REPLACE FUNCTION platform.protect(t text, person text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION platform.protect_assigned(t text, reading text, writing text DEFAULT 'false'::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  rule text := 'agency_id = (select platform.agency()) and (select platform.%s(' || quote_literal(t) || ', ''assigned'')) and (%s)';
begin
  execute format('create policy read_assigned on %s for select using (%s)', t, format(rule, 'reads', reading));
  execute format('create policy add_assigned on %s for insert with check (%s)', t, format(rule, 'writes', writing));
  execute format('create policy change_assigned on %s for update using (%s) with check (%s)', t, format(rule, 'writes', writing), format(rule, 'writes', writing));
  execute format('create policy remove_assigned on %s for delete using (%s)', t, format(rule, 'writes', writing));
end $function$;

CREATE OR REPLACE FUNCTION platform.reads(t text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
  select exists (select from platform.role_rights r where r.table_name = t and r.role = any (platform.roles()) and r.scope = wanted)
      or (exists (select from platform.use_case_tables u where u.use_case = platform.use_case() and u.table_name = t) and platform.use_case_holds(wanted)) $function$;

CREATE OR REPLACE FUNCTION platform.roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$ select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') $function$;

CREATE OR REPLACE FUNCTION platform.team()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
  select employee_id from platform.teams where agency_id = platform.agency() and supervisor_id = platform.employee() $function$;

CREATE OR REPLACE FUNCTION platform.use_case()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.use_case', true), '') $function$;

CREATE OR REPLACE FUNCTION platform.use_case_holds(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
  select case
    when platform.use_case() is null then false
    when platform.caller() is not null then
      exists (select from platform.use_case_callers c where c.use_case = platform.use_case() and c.caller = platform.caller())
      and wanted = 'agency'
    else exists (select from platform.use_case_roles r where r.use_case = platform.use_case() and r.role = any (platform.roles()) and r.scope = wanted)
  end $function$;

CREATE OR REPLACE FUNCTION platform.writes(t text, wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'platform'
AS $function$
  select exists (select from platform.use_case_tables u where u.use_case = platform.use_case() and u.table_name = t and u.access = 'write') and platform.use_case_holds(wanted) $function$;

create table platform.account_roles (
  agency_id uuid not null,
  account_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_until date,
  constraint account_roles_pkey PRIMARY KEY (agency_id, account_id, role),
  constraint account_roles_role_check CHECK ((role = ANY (ARRAY['asn'::text, 'supervisor'::text, 'hr_officer'::text, 'committee'::text, 'leader'::text, 'facilitator'::text, 'assessor'::text, 'auditor'::text, 'dpo'::text, 'admin'::text]))),
  constraint account_roles_agency_id_account_id_fkey FOREIGN KEY (agency_id, account_id) REFERENCES platform.accounts(agency_id, id)
);
alter table platform.account_roles enable row level security;
alter table platform.account_roles force row level security;
create policy add on platform.account_roles for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.account_roles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'own'::text) AS writes))));
create policy change on platform.account_roles for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.account_roles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.account_roles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'own'::text) AS writes))));
create policy keeper on platform.account_roles for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.account_roles for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.account_roles'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('platform.account_roles'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('platform.account_roles'::text, 'own'::text) AS reads))));
create policy remove on platform.account_roles for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.account_roles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.account_roles'::text, 'own'::text) AS writes))));

create table platform.accounts (
  agency_id uuid not null,
  id uuid not null,
  user_id text,
  employee_id uuid,
  name text not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint accounts_pkey PRIMARY KEY (agency_id, id),
  constraint accounts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX accounts_user ON platform.accounts USING btree (user_id);
alter table platform.accounts enable row level security;
alter table platform.accounts force row level security;
create policy add on platform.accounts for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.accounts'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.accounts'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.accounts'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.accounts for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.accounts'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.accounts'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.accounts'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.accounts'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.accounts'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.accounts'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.accounts for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.accounts for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.accounts'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.accounts'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.accounts'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.accounts for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.accounts'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.accounts'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.accounts'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.agencies (
  agency_id uuid not null,
  name text not null,
  short_name text not null,
  kind text default 'kabupaten'::text not null,
  time_zone text default 'Asia/Jakarta'::text not null,
  is_demo boolean default false not null,
  today_on date,
  scope jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint agencies_pkey PRIMARY KEY (agency_id),
  constraint agencies_kind_check CHECK ((kind = ANY (ARRAY['kabupaten'::text, 'kota'::text, 'provinsi'::text, 'kementerian'::text, 'lembaga'::text])))
);
alter table platform.agencies enable row level security;
alter table platform.agencies force row level security;
create policy add on platform.agencies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.agencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'own'::text) AS writes))));
create policy change on platform.agencies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.agencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.agencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'own'::text) AS writes))));
create policy keeper on platform.agencies for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.agencies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.agencies'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('platform.agencies'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('platform.agencies'::text, 'own'::text) AS reads))));
create policy remove on platform.agencies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.agencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.agencies'::text, 'own'::text) AS writes))));

create table platform.audit_entries (
  agency_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  account_id uuid,
  actor_name text not null,
  role text not null,
  kind text not null,
  action text not null,
  subject_kind text,
  subject_id text,
  employee_id uuid,
  reason text,
  detail jsonb default '{}'::jsonb not null,
  previous_hash text not null,
  hash text not null,
  constraint audit_entries_pkey PRIMARY KEY (agency_id, seq),
  constraint audit_entries_kind_check CHECK ((kind = ANY (ARRAY['act'::text, 'look'::text]))),
  constraint audit_entries_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX audit_by_employee ON platform.audit_entries USING btree (agency_id, employee_id, seq DESC);
CREATE INDEX audit_by_subject ON platform.audit_entries USING btree (agency_id, subject_kind, subject_id);
alter table platform.audit_entries enable row level security;
alter table platform.audit_entries force row level security;
create policy add on platform.audit_entries for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.audit_entries'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.audit_entries'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.audit_entries'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.audit_entries for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.audit_entries'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.audit_entries'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.audit_entries'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.audit_entries'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.audit_entries'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.audit_entries'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.audit_entries for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.audit_entries for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.audit_entries'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.audit_entries'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.audit_entries'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.audit_entries for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.audit_entries'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.audit_entries'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.audit_entries'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.data_requests (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  kind text not null,
  statement text not null,
  subject_kind text,
  subject_id text,
  state text default 'submitted'::text not null,
  submitted_on date not null,
  due_on date not null,
  answer text,
  answered_by_name text,
  answered_on date,
  constraint data_requests_pkey PRIMARY KEY (agency_id, id),
  constraint data_requests_kind_check CHECK ((kind = ANY (ARRAY['correction'::text, 'explanation'::text, 'erasure'::text, 'withdrawal'::text]))),
  constraint data_requests_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'granted'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint data_requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX data_requests_by_employee ON platform.data_requests USING btree (agency_id, employee_id);
alter table platform.data_requests enable row level security;
alter table platform.data_requests force row level security;
create policy add on platform.data_requests for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.data_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.data_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.data_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.data_requests for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.data_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.data_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.data_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.data_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.data_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.data_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.data_requests for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.data_requests for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.data_requests'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.data_requests'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.data_requests'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.data_requests for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.data_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.data_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.data_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.file_pieces (
  agency_id uuid not null,
  file_id uuid not null,
  n integer not null,
  content bytea not null,
  employee_id uuid,
  constraint file_pieces_pkey PRIMARY KEY (agency_id, file_id, n),
  constraint file_pieces_n_check CHECK ((n >= 0)),
  constraint file_pieces_agency_id_file_id_fkey FOREIGN KEY (agency_id, file_id) REFERENCES platform.files(agency_id, id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
);
alter table platform.file_pieces enable row level security;
alter table platform.file_pieces force row level security;
create policy add on platform.file_pieces for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.file_pieces'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.file_pieces'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.file_pieces'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.file_pieces for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.file_pieces'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.file_pieces'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.file_pieces'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.file_pieces'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.file_pieces'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.file_pieces'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.file_pieces for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.file_pieces for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.file_pieces'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.file_pieces'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.file_pieces'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.file_pieces for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.file_pieces'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.file_pieces'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.file_pieces'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.files (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  owner_table text not null,
  owner_id uuid not null,
  employee_id uuid,
  created_at timestamp with time zone default now() not null,
  constraint files_pkey PRIMARY KEY (agency_id, id),
  constraint files_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.files enable row level security;
alter table platform.files force row level security;
create policy add on platform.files for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.files for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.files for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.files for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.files'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.files'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.files'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.files for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.migrations (
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone default now() not null,
  constraint migrations_pkey PRIMARY KEY (name)
);
alter table platform.migrations enable row level security;
alter table platform.migrations force row level security;
create policy keeper on platform.migrations for all to anyam_owner
  using (true)
  with check (true);

create table platform.modules (
  agency_id uuid not null,
  module text not null,
  is_on boolean default true not null,
  changed_at timestamp with time zone default now() not null,
  constraint modules_pkey PRIMARY KEY (agency_id, module),
  constraint modules_module_check CHECK ((module = ANY (ARRAY['talent'::text, 'planning'::text, 'delivery'::text, 'impact'::text, 'succession'::text]))),
  constraint modules_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.modules enable row level security;
alter table platform.modules force row level security;
create policy add on platform.modules for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'own'::text) AS writes))));
create policy change on platform.modules for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'own'::text) AS writes))));
create policy keeper on platform.modules for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.modules for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.modules'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('platform.modules'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('platform.modules'::text, 'own'::text) AS reads))));
create policy remove on platform.modules for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.modules'::text, 'own'::text) AS writes))));

create table platform.notices (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  text text not null,
  href text,
  created_at timestamp with time zone default now() not null,
  read_at timestamp with time zone,
  text_en text,
  constraint notices_pkey PRIMARY KEY (agency_id, id),
  constraint notices_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX notices_by_employee ON platform.notices USING btree (agency_id, employee_id, created_at DESC);
CREATE INDEX notices_unread ON platform.notices USING btree (agency_id, employee_id) WHERE (read_at IS NULL);
alter table platform.notices enable row level security;
alter table platform.notices force row level security;
create policy add on platform.notices for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.notices'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.notices'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.notices'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.notices for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.notices'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.notices'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.notices'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.notices'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.notices'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.notices'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.notices for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.notices for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.notices'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.notices'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.notices'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.notices for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.notices'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.notices'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.notices'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.outbox (
  agency_id uuid not null,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  occurred_at timestamp with time zone default now() not null,
  handled_at timestamp with time zone,
  attempts integer default 0 not null,
  failure text,
  constraint outbox_pkey PRIMARY KEY (agency_id, id),
  constraint outbox_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (agency_id, occurred_at) WHERE (handled_at IS NULL);
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy add on platform.outbox for insert to public
  with check ((agency_id = ( SELECT platform.agency() AS agency)));
create policy change on platform.outbox for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ('system'::text = ANY (platform.roles()))));
create policy keeper on platform.outbox for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.outbox for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ('system'::text = ANY (platform.roles()))));

create table platform.postponements (
  agency_id uuid not null,
  employee_id uuid not null,
  key text not null,
  until date not null,
  constraint postponements_pkey PRIMARY KEY (agency_id, employee_id, key),
  constraint postponements_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.postponements enable row level security;
alter table platform.postponements force row level security;
create policy add on platform.postponements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.postponements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.postponements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.postponements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.postponements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.postponements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.postponements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.postponements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.postponements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.postponements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.postponements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.postponements for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.postponements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.postponements'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.postponements'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.postponements'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.postponements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.postponements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.postponements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.postponements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.requests (
  agency_id uuid not null,
  key text not null,
  use_case text not null,
  result jsonb,
  made_at timestamp with time zone default now() not null,
  constraint requests_pkey PRIMARY KEY (agency_id, key),
  constraint requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.requests enable row level security;
alter table platform.requests force row level security;
create policy keeper on platform.requests for all to anyam_owner
  using (true)
  with check (true);
create policy own on platform.requests for all to public
  using ((agency_id = ( SELECT platform.agency() AS agency)))
  with check ((agency_id = ( SELECT platform.agency() AS agency)));

create table platform.role_rights (
  role text not null,
  table_name text not null,
  scope text not null,
  constraint role_rights_pkey PRIMARY KEY (role, table_name),
  constraint role_rights_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'team'::text, 'assigned'::text, 'agency'::text])))
);

create table platform.rule_sets (
  agency_id uuid not null,
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
  approved_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  author_name text,
  approver_name text,
  approval_reason text,
  constraint rule_sets_pkey PRIMARY KEY (agency_id, id),
  constraint rule_sets_agency_id_subject_code_version_key UNIQUE (agency_id, subject, code, version),
  constraint rule_sets_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.rule_sets enable row level security;
alter table platform.rule_sets force row level security;
create policy add on platform.rule_sets for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.rule_sets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'own'::text) AS writes))));
create policy change on platform.rule_sets for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.rule_sets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.rule_sets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'own'::text) AS writes))));
create policy keeper on platform.rule_sets for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.rule_sets for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.rule_sets'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('platform.rule_sets'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('platform.rule_sets'::text, 'own'::text) AS reads))));
create policy remove on platform.rule_sets for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.rule_sets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.rule_sets'::text, 'own'::text) AS writes))));

create table platform.teams (
  agency_id uuid not null,
  supervisor_id uuid not null,
  employee_id uuid not null,
  constraint teams_pkey PRIMARY KEY (agency_id, supervisor_id, employee_id),
  constraint teams_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX teams_by_employee ON platform.teams USING btree (agency_id, employee_id);
alter table platform.teams enable row level security;
alter table platform.teams force row level security;
create policy add on platform.teams for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.teams'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.teams'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.teams'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on platform.teams for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.teams'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.teams'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.teams'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.teams'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.teams'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.teams'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on platform.teams for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.teams for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.teams'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('platform.teams'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('platform.teams'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on platform.teams for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.teams'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('platform.teams'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('platform.teams'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table platform.use_case_callers (
  use_case text not null,
  caller text not null,
  constraint use_case_callers_pkey PRIMARY KEY (use_case, caller)
);

create table platform.use_case_roles (
  use_case text not null,
  role text not null,
  scope text not null,
  constraint use_case_roles_pkey PRIMARY KEY (use_case, role),
  constraint use_case_roles_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'team'::text, 'assigned'::text, 'agency'::text])))
);

create table platform.use_case_tables (
  use_case text not null,
  table_name text not null,
  access text not null,
  constraint use_case_tables_pkey PRIMARY KEY (use_case, table_name),
  constraint use_case_tables_access_check CHECK ((access = ANY (ARRAY['read'::text, 'write'::text])))
);

create table platform.works (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  state text default 'waiting'::text not null,
  done bigint default 0 not null,
  total bigint,
  message text,
  input jsonb,
  result jsonb,
  account_id uuid,
  created_at timestamp with time zone default now() not null,
  updated_at timestamp with time zone default now() not null,
  constraint works_pkey PRIMARY KEY (agency_id, id),
  constraint works_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'stopped'::text]))),
  constraint works_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table platform.works enable row level security;
alter table platform.works force row level security;
create policy add on platform.works for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.works'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'own'::text) AS writes))));
create policy change on platform.works for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.works'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.works'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'own'::text) AS writes))));
create policy keeper on platform.works for all to anyam_owner
  using (true)
  with check (true);
create policy read on platform.works for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('platform.works'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('platform.works'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('platform.works'::text, 'own'::text) AS reads))));
create policy remove on platform.works for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('platform.works'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('platform.works'::text, 'own'::text) AS writes))));

create view platform.v_accounts with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    name,
    is_active
   FROM platform.accounts;

create view platform.v_agencies with (security_invoker=true) as
 SELECT agency_id,
    name,
    short_name,
    kind,
    time_zone,
    is_demo,
    today_on
   FROM platform.agencies;

create view platform.v_audit_entries with (security_invoker=true) as
 SELECT agency_id,
    seq,
    at,
    account_id,
    actor_name,
    role,
    kind,
    action,
    subject_kind,
    subject_id,
    employee_id,
    reason,
    detail,
    previous_hash,
    hash
   FROM platform.audit_entries;

-- workforce -------------------------------------------------------------

create schema workforce;

CREATE OR REPLACE FUNCTION workforce.disability_for_counts()
 RETURNS TABLE(employee_id uuid, is_disabled boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'workforce'
AS $function$
  select d.employee_id, d.is_disabled from workforce.disability_statements d
  where d.agency_id = platform.agency() and d.is_disabled is not null and platform.reads('workforce.employees', 'agency') $function$;

CREATE OR REPLACE FUNCTION workforce.names()
 RETURNS TABLE(agency_id uuid, id uuid, nip text, name text, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'workforce'
AS $function$
  select e.agency_id, e.id, e.nip, e.name, e.state
  from workforce.employees e
  where e.agency_id = platform.agency() and (select platform.reads('platform.accounts', 'agency'))
$function$;

create table workforce.appraisals (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  year integer not null,
  work_result text,
  behaviour text,
  rating text not null,
  is_rating_derived boolean default false not null,
  constraint appraisals_pkey PRIMARY KEY (agency_id, id),
  constraint appraisals_agency_id_employee_id_year_key UNIQUE (agency_id, employee_id, year),
  constraint appraisals_behaviour_check CHECK ((behaviour = ANY (ARRAY['above'::text, 'meets'::text, 'below'::text]))),
  constraint appraisals_rating_check CHECK ((rating = ANY (ARRAY['Sangat Baik'::text, 'Baik'::text, 'Butuh Perbaikan'::text, 'Kurang'::text, 'Sangat Kurang'::text]))),
  constraint appraisals_work_result_check CHECK ((work_result = ANY (ARRAY['above'::text, 'meets'::text, 'below'::text]))),
  constraint appraisals_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint appraisals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table workforce.appraisals enable row level security;
alter table workforce.appraisals force row level security;
create policy add on workforce.appraisals for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.appraisals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.appraisals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.appraisals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.appraisals for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.appraisals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.appraisals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.appraisals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.appraisals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.appraisals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.appraisals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.appraisals for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.appraisals for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.appraisals'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.appraisals'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.appraisals'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.appraisals for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.appraisals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.appraisals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.appraisals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.awards (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  level text not null,
  awarded_on date not null,
  decree_number text,
  constraint awards_pkey PRIMARY KEY (agency_id, id),
  constraint awards_level_check CHECK ((level = ANY (ARRAY['international'::text, 'national'::text, 'inter-agency'::text, 'agency'::text, 'service-years'::text]))),
  constraint awards_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint awards_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX awards_by_employee ON workforce.awards USING btree (agency_id, employee_id);
alter table workforce.awards enable row level security;
alter table workforce.awards force row level security;
create policy add on workforce.awards for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.awards'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.awards'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.awards'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.awards for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.awards'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.awards'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.awards'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.awards'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.awards'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.awards'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.awards for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.awards for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.awards'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.awards'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.awards'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.awards for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.awards'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.awards'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.awards'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.careers (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  position_name text not null,
  unit_name text,
  tier text,
  family text,
  assignment text default 'Definitif'::text not null,
  starts_on date not null,
  ends_on date,
  decree_number text,
  constraint careers_pkey PRIMARY KEY (agency_id, id),
  constraint careers_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint careers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX careers_by_employee ON workforce.careers USING btree (agency_id, employee_id);
alter table workforce.careers enable row level security;
alter table workforce.careers force row level security;
create policy add on workforce.careers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.careers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.careers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.careers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.careers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.careers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.careers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.careers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.careers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.careers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.careers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.careers for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.careers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.careers'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.careers'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.careers'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.careers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.careers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.careers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.careers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.disability_statements (
  agency_id uuid not null,
  employee_id uuid not null,
  is_disabled boolean,
  source text not null,
  stated_on date not null,
  constraint disability_statements_pkey PRIMARY KEY (agency_id, employee_id),
  constraint disability_statements_source_check CHECK ((source = ANY (ARRAY['self'::text, 'import'::text]))),
  constraint disability_statements_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint disability_statements_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table workforce.disability_statements enable row level security;
alter table workforce.disability_statements force row level security;
create policy add on workforce.disability_statements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.disability_statements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.disability_statements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.disability_statements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.disability_statements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.disability_statements for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.disability_statements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.disability_statements'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.disability_statements'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.disability_statements'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.disability_statements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.disability_statements'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.disability_statements'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.employees (
  agency_id uuid not null,
  id uuid not null,
  nip text not null,
  name text not null,
  employment text not null,
  sex text,
  birth_on date,
  rank text,
  education_level text,
  education_field text,
  is_field_matching boolean,
  unit_id uuid not null,
  position_id uuid,
  position_since date,
  rank_since date,
  hired_on date,
  supervisor_id uuid,
  location_class text,
  email text,
  phone text,
  state text default 'active'::text not null,
  left_on date,
  left_reason text,
  constraint employees_pkey PRIMARY KEY (agency_id, id),
  constraint employees_agency_id_nip_key UNIQUE (agency_id, nip),
  constraint employees_employment_check CHECK ((employment = ANY (ARRAY['PNS'::text, 'PPPK'::text, 'PPPK_PARUH_WAKTU'::text, 'CPNS'::text]))),
  constraint employees_nip_check CHECK ((nip ~ '^[0-9]{18}$'::text)),
  constraint employees_sex_check CHECK ((sex = ANY (ARRAY['L'::text, 'P'::text]))),
  constraint employees_state_check CHECK ((state = ANY (ARRAY['active'::text, 'left'::text]))),
  constraint employees_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint employees_agency_id_position_id_fkey FOREIGN KEY (agency_id, position_id) REFERENCES workforce.positions(agency_id, id),
  constraint employees_agency_id_supervisor_id_fkey FOREIGN KEY (agency_id, supervisor_id) REFERENCES workforce.employees(agency_id, id),
  constraint employees_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
CREATE INDEX employees_by_name ON workforce.employees USING btree (agency_id, lower(name), id);
CREATE INDEX employees_by_position ON workforce.employees USING btree (agency_id, position_id);
CREATE INDEX employees_by_supervisor ON workforce.employees USING btree (agency_id, supervisor_id);
CREATE INDEX employees_by_unit ON workforce.employees USING btree (agency_id, unit_id);
alter table workforce.employees enable row level security;
alter table workforce.employees force row level security;
create policy add on workforce.employees for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.employees'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.employees'::text, 'team'::text) AS writes) AND (id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.employees'::text, 'own'::text) AS writes) AND (id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.employees for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.employees'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.employees'::text, 'team'::text) AS writes) AND (id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.employees'::text, 'own'::text) AS writes) AND (id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.employees'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.employees'::text, 'team'::text) AS writes) AND (id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.employees'::text, 'own'::text) AS writes) AND (id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.employees for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.employees for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.employees'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.employees'::text, 'team'::text) AS reads) AND (id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.employees'::text, 'own'::text) AS reads) AND (id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.employees for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.employees'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.employees'::text, 'team'::text) AS writes) AND (id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.employees'::text, 'own'::text) AS writes) AND (id = ( SELECT platform.employee() AS employee))))));

create table workforce.holidays (
  agency_id uuid not null,
  day date not null,
  name text not null,
  constraint holidays_pkey PRIMARY KEY (agency_id, day),
  constraint holidays_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table workforce.holidays enable row level security;
alter table workforce.holidays force row level security;
create policy add on workforce.holidays for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.holidays'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'own'::text) AS writes))));
create policy change on workforce.holidays for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.holidays'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.holidays'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'own'::text) AS writes))));
create policy keeper on workforce.holidays for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.holidays for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.holidays'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.holidays'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.holidays'::text, 'own'::text) AS reads))));
create policy remove on workforce.holidays for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.holidays'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.holidays'::text, 'own'::text) AS writes))));

create table workforce.indicator_values (
  agency_id uuid not null,
  unit_id uuid not null,
  indicator_id uuid not null,
  month_on date not null,
  value numeric(14,4) not null,
  numerator numeric(14,2),
  denominator numeric(14,2),
  constraint indicator_values_pkey PRIMARY KEY (agency_id, indicator_id, unit_id, month_on),
  constraint indicator_values_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint indicator_values_agency_id_indicator_id_fkey FOREIGN KEY (agency_id, indicator_id) REFERENCES workforce.indicators(agency_id, id),
  constraint indicator_values_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table workforce.indicator_values enable row level security;
alter table workforce.indicator_values force row level security;
create policy add on workforce.indicator_values for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicator_values'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'own'::text) AS writes))));
create policy change on workforce.indicator_values for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicator_values'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicator_values'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'own'::text) AS writes))));
create policy keeper on workforce.indicator_values for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.indicator_values for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.indicator_values'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.indicator_values'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.indicator_values'::text, 'own'::text) AS reads))));
create policy remove on workforce.indicator_values for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicator_values'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicator_values'::text, 'own'::text) AS writes))));

create table workforce.indicators (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  unit_of_measure text not null,
  direction text not null,
  constraint indicators_pkey PRIMARY KEY (agency_id, id),
  constraint indicators_agency_id_code_key UNIQUE (agency_id, code),
  constraint indicators_direction_check CHECK ((direction = ANY (ARRAY['lower-better'::text, 'higher-better'::text]))),
  constraint indicators_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table workforce.indicators enable row level security;
alter table workforce.indicators force row level security;
create policy add on workforce.indicators for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'own'::text) AS writes))));
create policy change on workforce.indicators for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'own'::text) AS writes))));
create policy keeper on workforce.indicators for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.indicators for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.indicators'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.indicators'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.indicators'::text, 'own'::text) AS reads))));
create policy remove on workforce.indicators for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.indicators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.indicators'::text, 'own'::text) AS writes))));

create table workforce.positions (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  unit_id uuid,
  kind text not null,
  tier text not null,
  echelon text,
  family text,
  required_rank text,
  seats integer default 1 not null,
  is_key boolean default false not null,
  is_strategic boolean,
  is_scarce boolean,
  key_reason text,
  impact_class integer,
  valid_from date,
  valid_until date,
  constraint positions_pkey PRIMARY KEY (agency_id, id),
  constraint positions_agency_id_name_unit_id_key UNIQUE NULLS NOT DISTINCT (agency_id, name, unit_id),
  constraint positions_impact_class_check CHECK (((impact_class >= 1) AND (impact_class <= 5))),
  constraint positions_kind_check CHECK ((kind = ANY (ARRAY['structural'::text, 'functional'::text, 'executor'::text]))),
  constraint positions_seats_check CHECK ((seats >= 1)),
  constraint positions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint positions_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table workforce.positions enable row level security;
alter table workforce.positions force row level security;
create policy add on workforce.positions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.positions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'own'::text) AS writes))));
create policy change on workforce.positions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.positions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.positions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'own'::text) AS writes))));
create policy keeper on workforce.positions for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.positions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.positions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.positions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.positions'::text, 'own'::text) AS reads))));
create policy remove on workforce.positions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.positions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.positions'::text, 'own'::text) AS writes))));

create table workforce.record_checks (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  subject text not null,
  checked_on date not null,
  checked_by text not null,
  constraint record_checks_pkey PRIMARY KEY (agency_id, id),
  constraint record_checks_agency_id_employee_id_subject_checked_on_key UNIQUE (agency_id, employee_id, subject, checked_on),
  constraint record_checks_subject_check CHECK ((subject = ANY (ARRAY['award'::text, 'team-role'::text, 'discipline'::text, 'field-match'::text]))),
  constraint record_checks_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint record_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table workforce.record_checks enable row level security;
alter table workforce.record_checks force row level security;
create policy add on workforce.record_checks for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.record_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.record_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.record_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.record_checks for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.record_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.record_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.record_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.record_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.record_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.record_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.record_checks for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.record_checks for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.record_checks'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.record_checks'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.record_checks'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.record_checks for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.record_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.record_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.record_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.sanctions (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  level text not null,
  name text not null,
  decree_number text,
  starts_on date not null,
  ends_on date,
  constraint sanctions_pkey PRIMARY KEY (agency_id, id),
  constraint sanctions_level_check CHECK ((level = ANY (ARRAY['ringan'::text, 'sedang'::text, 'berat'::text]))),
  constraint sanctions_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint sanctions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX sanctions_by_employee ON workforce.sanctions USING btree (agency_id, employee_id);
alter table workforce.sanctions enable row level security;
alter table workforce.sanctions force row level security;
create policy add on workforce.sanctions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.sanctions'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.sanctions'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.sanctions'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.sanctions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.sanctions'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.sanctions'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.sanctions'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.sanctions'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.sanctions'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.sanctions'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.sanctions for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.sanctions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.sanctions'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.sanctions'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.sanctions'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.sanctions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.sanctions'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.sanctions'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.sanctions'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.team_roles (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  role text not null,
  reach text not null,
  starts_on date not null,
  ends_on date,
  constraint team_roles_pkey PRIMARY KEY (agency_id, id),
  constraint team_roles_reach_check CHECK ((reach = ANY (ARRAY['inter-agency'::text, 'internal'::text]))),
  constraint team_roles_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'member'::text]))),
  constraint team_roles_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint team_roles_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX team_roles_by_employee ON workforce.team_roles USING btree (agency_id, employee_id);
alter table workforce.team_roles enable row level security;
alter table workforce.team_roles force row level security;
create policy add on workforce.team_roles for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.team_roles'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.team_roles'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.team_roles'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.team_roles for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.team_roles'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.team_roles'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.team_roles'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.team_roles'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.team_roles'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.team_roles'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.team_roles for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.team_roles for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.team_roles'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.team_roles'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.team_roles'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.team_roles for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.team_roles'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.team_roles'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.team_roles'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.trainings (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  name text not null,
  form text,
  provider text,
  certificate text,
  starts_on date,
  ends_on date,
  jp numeric(7,2),
  leadership_level text,
  verification text default 'recorded'::text not null,
  source_kind text default 'import'::text not null,
  source_id text,
  correction_reason text,
  certificate_key text generated always as (regexp_replace(lower(certificate), '[^a-z0-9]+'::text, ''::text, 'g'::text)) stored,
  name_key text generated always as (regexp_replace(lower(name), '[^a-z0-9]+'::text, ''::text, 'g'::text)) stored,
  constraint trainings_pkey PRIMARY KEY (agency_id, id),
  constraint trainings_jp_check CHECK ((jp > (0)::numeric)),
  constraint trainings_verification_check CHECK ((verification = ANY (ARRAY['recorded'::text, 'verified'::text, 'rejected'::text]))),
  constraint trainings_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint trainings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX trainings_by_certificate ON workforce.trainings USING btree (agency_id, employee_id, certificate_key);
CREATE INDEX trainings_by_employee ON workforce.trainings USING btree (agency_id, employee_id, ends_on);
CREATE INDEX trainings_by_name ON workforce.trainings USING btree (agency_id, employee_id, name_key);
alter table workforce.trainings enable row level security;
alter table workforce.trainings force row level security;
create policy add on workforce.trainings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.trainings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.trainings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.trainings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on workforce.trainings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.trainings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.trainings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.trainings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.trainings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.trainings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.trainings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on workforce.trainings for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.trainings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.trainings'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('workforce.trainings'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('workforce.trainings'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on workforce.trainings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.trainings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('workforce.trainings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('workforce.trainings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table workforce.unit_events (
  agency_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  kind text not null,
  description text not null,
  starts_on date not null,
  ends_on date,
  constraint unit_events_pkey PRIMARY KEY (agency_id, id),
  constraint unit_events_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint unit_events_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table workforce.unit_events enable row level security;
alter table workforce.unit_events force row level security;
create policy add on workforce.unit_events for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.unit_events'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'own'::text) AS writes))));
create policy change on workforce.unit_events for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.unit_events'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.unit_events'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'own'::text) AS writes))));
create policy keeper on workforce.unit_events for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.unit_events for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.unit_events'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.unit_events'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.unit_events'::text, 'own'::text) AS reads))));
create policy remove on workforce.unit_events for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.unit_events'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.unit_events'::text, 'own'::text) AS writes))));

create table workforce.units (
  agency_id uuid not null,
  id uuid not null,
  code text,
  name text not null,
  short_name text,
  kind text,
  parent_id uuid,
  valid_from date,
  valid_until date,
  district text,
  location_class text,
  constraint units_pkey PRIMARY KEY (agency_id, id),
  constraint units_agency_id_name_key UNIQUE (agency_id, name),
  constraint units_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint units_agency_id_parent_id_fkey FOREIGN KEY (agency_id, parent_id) REFERENCES workforce.units(agency_id, id)
);
alter table workforce.units enable row level security;
alter table workforce.units force row level security;
create policy add on workforce.units for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'own'::text) AS writes))));
create policy change on workforce.units for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'own'::text) AS writes))));
create policy keeper on workforce.units for all to anyam_owner
  using (true)
  with check (true);
create policy read on workforce.units for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('workforce.units'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('workforce.units'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('workforce.units'::text, 'own'::text) AS reads))));
create policy remove on workforce.units for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('workforce.units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('workforce.units'::text, 'own'::text) AS writes))));

create view workforce.v_appraisals with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    year,
    work_result,
    behaviour,
    rating,
    is_rating_derived
   FROM workforce.appraisals;

create view workforce.v_awards with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    name,
    level,
    awarded_on,
    decree_number
   FROM workforce.awards;

create view workforce.v_careers with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    position_name,
    unit_name,
    tier,
    family,
    assignment,
    starts_on,
    ends_on,
    decree_number
   FROM workforce.careers;

create view workforce.v_disability_statements with (security_invoker=true) as
 SELECT agency_id,
    employee_id,
    is_disabled,
    source,
    stated_on
   FROM workforce.disability_statements;

create view workforce.v_holidays with (security_invoker=true) as
 SELECT agency_id,
    day,
    name
   FROM workforce.holidays;

create view workforce.v_indicator_values with (security_invoker=true) as
 SELECT agency_id,
    unit_id,
    indicator_id,
    month_on,
    value,
    numerator,
    denominator
   FROM workforce.indicator_values;

create view workforce.v_indicators with (security_invoker=true) as
 SELECT agency_id,
    id,
    code,
    name,
    unit_of_measure,
    direction
   FROM workforce.indicators;

create view workforce.v_names with (security_invoker=true) as
 SELECT agency_id,
    id,
    nip,
    name,
    state
   FROM workforce.names() names(agency_id, id, nip, name, state);

create view workforce.v_people with (security_invoker=true) as
 SELECT e.agency_id,
    e.id,
    e.nip,
    e.name,
    e.employment,
    e.sex,
    e.birth_on,
    e.rank,
    e.education_level,
    e.education_field,
    e.is_field_matching,
    e.unit_id,
    u.name AS unit_name,
    COALESCE(u.short_name, u.name) AS unit_short_name,
    e.position_id,
    p.name AS position_name,
    p.kind AS position_kind,
    p.tier,
    p.family,
    e.position_since,
    e.supervisor_id,
    e.location_class,
    e.state,
    e.hired_on
   FROM ((workforce.employees e
     JOIN workforce.units u ON (((u.agency_id = e.agency_id) AND (u.id = e.unit_id))))
     LEFT JOIN workforce.positions p ON (((p.agency_id = e.agency_id) AND (p.id = e.position_id))));

create view workforce.v_positions with (security_invoker=true) as
 SELECT p.agency_id,
    p.id,
    p.name,
    p.unit_id,
    p.kind,
    p.tier,
    p.echelon,
    p.family,
    p.required_rank,
    p.seats,
    p.is_key,
    p.is_strategic,
    p.is_scarce,
    p.key_reason,
    p.impact_class,
    p.valid_from,
    p.valid_until,
    u.name AS unit_name,
    COALESCE(u.short_name, u.name) AS unit_short_name
   FROM (workforce.positions p
     LEFT JOIN workforce.units u ON (((u.agency_id = p.agency_id) AND (u.id = p.unit_id))));

create view workforce.v_record_checks with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    subject,
    checked_on,
    checked_by
   FROM workforce.record_checks;

create view workforce.v_sanctions with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    level,
    name,
    decree_number,
    starts_on,
    ends_on
   FROM workforce.sanctions;

create view workforce.v_team_roles with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    name,
    role,
    reach,
    starts_on,
    ends_on
   FROM workforce.team_roles;

create view workforce.v_trainings with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    name,
    form,
    provider,
    certificate,
    starts_on,
    ends_on,
    jp,
    leadership_level,
    verification,
    source_kind,
    source_id,
    correction_reason
   FROM workforce.trainings;

create view workforce.v_unit_events with (security_invoker=true) as
 SELECT agency_id,
    id,
    unit_id,
    kind,
    description,
    starts_on,
    ends_on
   FROM workforce.unit_events;

create view workforce.v_units with (security_invoker=true) as
 SELECT agency_id,
    id,
    code,
    name,
    short_name,
    kind,
    parent_id,
    valid_from,
    valid_until,
    district,
    location_class
   FROM workforce.units;

-- competency ------------------------------------------------------------

create schema competency;

CREATE OR REPLACE FUNCTION competency.led_batches()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'competency'
AS $function$
  select batch_id from competency.batch_assessors where agency_id = platform.agency() and is_lead and assessor_id in (select competency.my_assessors()) $function$;

CREATE OR REPLACE FUNCTION competency.my_assessors()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'competency'
AS $function$
  select id from competency.assessors where agency_id = platform.agency() and account_id = platform.account() and ended_on is null $function$;

CREATE OR REPLACE FUNCTION competency.my_batches()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'competency'
AS $function$
  select batch_id from competency.batch_assessors where agency_id = platform.agency() and assessor_id in (select competency.my_assessors()) $function$;

CREATE OR REPLACE FUNCTION competency.opened_to_me()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'competency'
AS $function$
  select p.id from competency.batch_participants p where p.agency_id = platform.agency() and p.opened_at is not null
    and (p.batch_id in (select competency.led_batches())
      or p.id in (select participant_id from competency.batch_assignments where agency_id = platform.agency() and assessor_id in (select competency.my_assessors()))) $function$;

create table competency.agreed_levels (
  agency_id uuid not null,
  participant_id uuid not null,
  code text not null,
  level integer,
  reason text,
  agreed_on date not null,
  agreed_by_name text not null,
  constraint agreed_levels_pkey PRIMARY KEY (agency_id, participant_id, code),
  constraint agreed_levels_level_check CHECK (((level >= 0) AND (level <= 5))),
  constraint agreed_levels_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint agreed_levels_agency_id_participant_id_fkey FOREIGN KEY (agency_id, participant_id) REFERENCES competency.batch_participants(agency_id, id)
);
alter table competency.agreed_levels enable row level security;
alter table competency.agreed_levels force row level security;
create policy add on competency.agreed_levels for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.agreed_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.agreed_levels for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.agreed_levels'::text, 'assigned'::text) AS writes) AND (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me))));
create policy change on competency.agreed_levels for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.agreed_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.agreed_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.agreed_levels for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.agreed_levels'::text, 'assigned'::text) AS writes) AND (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.agreed_levels'::text, 'assigned'::text) AS writes) AND (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me))));
create policy keeper on competency.agreed_levels for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.agreed_levels for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.agreed_levels'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.agreed_levels'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.agreed_levels'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.agreed_levels for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.agreed_levels'::text, 'assigned'::text) AS reads) AND (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me))));
create policy remove on competency.agreed_levels for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.agreed_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.agreed_levels'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.agreed_levels for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.agreed_levels'::text, 'assigned'::text) AS writes) AND (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me))));

create table competency.assessment_batches (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  use_code text not null,
  purpose text not null,
  provider_id uuid not null,
  complexity text not null,
  starts_on date not null,
  ends_on date not null,
  place text not null,
  seats integer not null,
  contact text not null,
  standard_id uuid,
  matrix jsonb default '[]'::jsonb not null,
  state text default 'planned'::text not null,
  state_reason text,
  rule_code text not null,
  rule_version text not null,
  planned_by_name text not null,
  closed_on date,
  closed_by_name text,
  constraint assessment_batches_pkey PRIMARY KEY (agency_id, id),
  constraint assessment_batches_agency_id_name_key UNIQUE (agency_id, name),
  constraint assessment_batches_complexity_check CHECK ((complexity = ANY (ARRAY['sederhana'::text, 'sedang'::text, 'kompleks'::text]))),
  constraint assessment_batches_purpose_check CHECK ((purpose = ANY (ARRAY['pemetaan'::text, 'pengisian'::text]))),
  constraint assessment_batches_seats_check CHECK (((seats >= 1) AND (seats <= 500))),
  constraint assessment_batches_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'closed'::text, 'cancelled'::text]))),
  constraint assessment_batches_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assessment_batches_agency_id_provider_id_fkey FOREIGN KEY (agency_id, provider_id) REFERENCES competency.assessment_providers(agency_id, id),
  constraint assessment_batches_agency_id_standard_id_fkey FOREIGN KEY (agency_id, standard_id) REFERENCES competency.position_standards(agency_id, id)
);
alter table competency.assessment_batches enable row level security;
alter table competency.assessment_batches force row level security;
create policy add on competency.assessment_batches for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_batches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.assessment_batches for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessment_batches'::text, 'assigned'::text) AS writes) AND false));
create policy change on competency.assessment_batches for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_batches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_batches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.assessment_batches for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessment_batches'::text, 'assigned'::text) AS writes) AND false))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessment_batches'::text, 'assigned'::text) AS writes) AND false));
create policy keeper on competency.assessment_batches for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessment_batches for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessment_batches'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_batches'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_batches'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.assessment_batches for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.assessment_batches'::text, 'assigned'::text) AS reads) AND (id IN ( SELECT competency.my_batches() AS my_batches))));
create policy remove on competency.assessment_batches for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_batches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_batches'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.assessment_batches for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessment_batches'::text, 'assigned'::text) AS writes) AND false));

create table competency.assessment_levels (
  agency_id uuid not null,
  assessment_id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  level integer,
  standard_level integer,
  constraint assessment_levels_pkey PRIMARY KEY (agency_id, assessment_id, competency_id),
  constraint assessment_levels_level_check CHECK (((level >= 0) AND (level <= 5))),
  constraint assessment_levels_standard_level_check CHECK (((standard_level >= 1) AND (standard_level <= 5))),
  constraint assessment_levels_agency_id_assessment_id_fkey FOREIGN KEY (agency_id, assessment_id) REFERENCES competency.assessments(agency_id, id) ON DELETE CASCADE,
  constraint assessment_levels_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint assessment_levels_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX assessment_levels_by_employee ON competency.assessment_levels USING btree (agency_id, employee_id);
alter table competency.assessment_levels enable row level security;
alter table competency.assessment_levels force row level security;
create policy add on competency.assessment_levels for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_levels'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on competency.assessment_levels for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_levels'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_levels'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on competency.assessment_levels for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessment_levels for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessment_levels'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.assessment_levels'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.assessment_levels'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on competency.assessment_levels for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_levels'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_levels'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table competency.assessment_notes (
  agency_id uuid not null,
  assessment_id uuid not null,
  note text not null,
  author text,
  constraint assessment_notes_pkey PRIMARY KEY (agency_id, assessment_id),
  constraint assessment_notes_agency_id_assessment_id_fkey FOREIGN KEY (agency_id, assessment_id) REFERENCES competency.assessments(agency_id, id) ON DELETE CASCADE,
  constraint assessment_notes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.assessment_notes enable row level security;
alter table competency.assessment_notes force row level security;
create policy add on competency.assessment_notes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'own'::text) AS writes))));
create policy change on competency.assessment_notes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'own'::text) AS writes))));
create policy keeper on competency.assessment_notes for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessment_notes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessment_notes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_notes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_notes'::text, 'own'::text) AS reads))));
create policy remove on competency.assessment_notes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_notes'::text, 'own'::text) AS writes))));

create table competency.assessment_providers (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null,
  accreditation_number text,
  accreditation_grade text,
  accredited_until date,
  contact text,
  ended_on date,
  ended_reason text,
  constraint assessment_providers_pkey PRIMARY KEY (agency_id, id),
  constraint assessment_providers_agency_id_name_key UNIQUE (agency_id, name),
  constraint assessment_providers_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'bkn'::text, 'agency'::text, 'private'::text]))),
  constraint assessment_providers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.assessment_providers enable row level security;
alter table competency.assessment_providers force row level security;
create policy add on competency.assessment_providers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_providers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'own'::text) AS writes))));
create policy change on competency.assessment_providers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_providers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_providers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'own'::text) AS writes))));
create policy keeper on competency.assessment_providers for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessment_providers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessment_providers'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_providers'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.assessment_providers'::text, 'own'::text) AS reads))));
create policy remove on competency.assessment_providers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_providers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessment_providers'::text, 'own'::text) AS writes))));

create table competency.assessment_reports (
  agency_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  employee_id uuid not null,
  version integer not null,
  content jsonb not null,
  content_hash text not null,
  reason text,
  made_on date not null,
  made_by_name text not null,
  constraint assessment_reports_pkey PRIMARY KEY (agency_id, id),
  constraint assessment_reports_agency_id_participant_id_version_key UNIQUE (agency_id, participant_id, version),
  constraint assessment_reports_version_check CHECK ((version >= 1)),
  constraint assessment_reports_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint assessment_reports_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assessment_reports_agency_id_participant_id_fkey FOREIGN KEY (agency_id, participant_id) REFERENCES competency.batch_participants(agency_id, id)
);
alter table competency.assessment_reports enable row level security;
alter table competency.assessment_reports force row level security;
create policy add on competency.assessment_reports for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_reports'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on competency.assessment_reports for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_reports'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_reports'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on competency.assessment_reports for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessment_reports for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessment_reports'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.assessment_reports'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.assessment_reports'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on competency.assessment_reports for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessment_reports'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessment_reports'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table competency.assessments (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  assessed_on date not null,
  valid_until date not null,
  provider text,
  method text default 'assessment-centre'::text not null,
  purpose text default 'pemetaan'::text not null,
  position_name text,
  potential numeric(6,2),
  written_jpm numeric(7,2),
  expiry_told_on date,
  constraint assessments_pkey PRIMARY KEY (agency_id, id),
  constraint assessments_agency_id_employee_id_assessed_on_key UNIQUE (agency_id, employee_id, assessed_on),
  constraint assessments_potential_check CHECK (((potential >= (0)::numeric) AND (potential <= (100)::numeric))),
  constraint assessments_purpose_check CHECK ((purpose = ANY (ARRAY['pemetaan'::text, 'pengisian'::text]))),
  constraint assessments_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint assessments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.assessments enable row level security;
alter table competency.assessments force row level security;
create policy add on competency.assessments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on competency.assessments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on competency.assessments for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessments'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.assessments'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.assessments'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on competency.assessments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table competency.assessor_notes (
  agency_id uuid not null,
  participant_id uuid not null,
  assessor_id uuid not null,
  instrument text not null,
  code text not null,
  note text not null,
  noted_on date not null,
  constraint assessor_notes_pkey PRIMARY KEY (agency_id, participant_id, assessor_id, instrument, code),
  constraint assessor_notes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assessor_notes_agency_id_participant_id_assessor_id_fkey FOREIGN KEY (agency_id, participant_id, assessor_id) REFERENCES competency.batch_assignments(agency_id, participant_id, assessor_id)
);
alter table competency.assessor_notes enable row level security;
alter table competency.assessor_notes force row level security;
create policy add on competency.assessor_notes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.assessor_notes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_notes'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy change on competency.assessor_notes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.assessor_notes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_notes'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_notes'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy keeper on competency.assessor_notes for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessor_notes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessor_notes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.assessor_notes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.assessor_notes'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.assessor_notes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.assessor_notes'::text, 'assigned'::text) AS reads) AND ((assessor_id IN ( SELECT competency.my_assessors() AS my_assessors)) OR (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me)))));
create policy remove on competency.assessor_notes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_notes'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.assessor_notes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_notes'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));

create table competency.assessor_ratings (
  agency_id uuid not null,
  participant_id uuid not null,
  assessor_id uuid not null,
  code text not null,
  level integer,
  constraint assessor_ratings_pkey PRIMARY KEY (agency_id, participant_id, assessor_id, code),
  constraint assessor_ratings_level_check CHECK (((level >= 0) AND (level <= 5))),
  constraint assessor_ratings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assessor_ratings_agency_id_participant_id_assessor_id_fkey FOREIGN KEY (agency_id, participant_id, assessor_id) REFERENCES competency.batch_assignments(agency_id, participant_id, assessor_id)
);
alter table competency.assessor_ratings enable row level security;
alter table competency.assessor_ratings force row level security;
create policy add on competency.assessor_ratings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_ratings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.assessor_ratings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_ratings'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy change on competency.assessor_ratings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_ratings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_ratings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.assessor_ratings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_ratings'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_ratings'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy keeper on competency.assessor_ratings for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessor_ratings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessor_ratings'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.assessor_ratings'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.assessor_ratings'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.assessor_ratings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.assessor_ratings'::text, 'assigned'::text) AS reads) AND ((assessor_id IN ( SELECT competency.my_assessors() AS my_assessors)) OR (participant_id IN ( SELECT competency.opened_to_me() AS opened_to_me)))));
create policy remove on competency.assessor_ratings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessor_ratings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.assessor_ratings'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.assessor_ratings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessor_ratings'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));

create table competency.assessors (
  agency_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  employee_id uuid,
  account_id uuid,
  name text not null,
  accreditation_number text not null,
  grade text not null,
  accredited_until date not null,
  ended_on date,
  ended_reason text,
  constraint assessors_pkey PRIMARY KEY (agency_id, id),
  constraint assessors_agency_id_accreditation_number_key UNIQUE (agency_id, accreditation_number),
  constraint assessors_grade_check CHECK ((grade = ANY (ARRAY['pertama'::text, 'muda'::text, 'madya'::text, 'utama'::text]))),
  constraint assessors_agency_id_account_id_fkey FOREIGN KEY (agency_id, account_id) REFERENCES platform.accounts(agency_id, id),
  constraint assessors_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint assessors_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assessors_agency_id_provider_id_fkey FOREIGN KEY (agency_id, provider_id) REFERENCES competency.assessment_providers(agency_id, id)
);
alter table competency.assessors enable row level security;
alter table competency.assessors force row level security;
create policy add on competency.assessors for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessors'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessors'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessors'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy add_assigned on competency.assessors for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessors'::text, 'assigned'::text) AS writes) AND false));
create policy change on competency.assessors for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessors'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessors'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessors'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessors'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessors'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessors'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change_assigned on competency.assessors for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessors'::text, 'assigned'::text) AS writes) AND false))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessors'::text, 'assigned'::text) AS writes) AND false));
create policy keeper on competency.assessors for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.assessors for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.assessors'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.assessors'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.assessors'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy read_assigned on competency.assessors for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.assessors'::text, 'assigned'::text) AS reads) AND (id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy remove on competency.assessors for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.assessors'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.assessors'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.assessors'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove_assigned on competency.assessors for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.assessors'::text, 'assigned'::text) AS writes) AND false));

create table competency.batch_agreements (
  agency_id uuid not null,
  batch_id uuid not null,
  ratings jsonb not null,
  kept_on date not null,
  constraint batch_agreements_pkey PRIMARY KEY (agency_id, batch_id),
  constraint batch_agreements_agency_id_batch_id_fkey FOREIGN KEY (agency_id, batch_id) REFERENCES competency.assessment_batches(agency_id, id),
  constraint batch_agreements_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.batch_agreements enable row level security;
alter table competency.batch_agreements force row level security;
create policy add on competency.batch_agreements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.batch_agreements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_agreements'::text, 'assigned'::text) AS writes) AND false));
create policy change on competency.batch_agreements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.batch_agreements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_agreements'::text, 'assigned'::text) AS writes) AND false))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_agreements'::text, 'assigned'::text) AS writes) AND false));
create policy keeper on competency.batch_agreements for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.batch_agreements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.batch_agreements'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.batch_agreements'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.batch_agreements'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.batch_agreements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.batch_agreements'::text, 'assigned'::text) AS reads) AND (batch_id IN ( SELECT competency.led_batches() AS led_batches))));
create policy remove on competency.batch_agreements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_agreements'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.batch_agreements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_agreements'::text, 'assigned'::text) AS writes) AND false));

create table competency.batch_assessors (
  agency_id uuid not null,
  batch_id uuid not null,
  assessor_id uuid not null,
  name text not null,
  is_lead boolean default false not null,
  declared_on date,
  constraint batch_assessors_pkey PRIMARY KEY (agency_id, batch_id, assessor_id),
  constraint batch_assessors_agency_id_assessor_id_fkey FOREIGN KEY (agency_id, assessor_id) REFERENCES competency.assessors(agency_id, id),
  constraint batch_assessors_agency_id_batch_id_fkey FOREIGN KEY (agency_id, batch_id) REFERENCES competency.assessment_batches(agency_id, id),
  constraint batch_assessors_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.batch_assessors enable row level security;
alter table competency.batch_assessors force row level security;
create policy add on competency.batch_assessors for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assessors'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.batch_assessors for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assessors'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy change on competency.batch_assessors for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assessors'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assessors'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.batch_assessors for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assessors'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assessors'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy keeper on competency.batch_assessors for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.batch_assessors for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.batch_assessors'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.batch_assessors'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.batch_assessors'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.batch_assessors for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.batch_assessors'::text, 'assigned'::text) AS reads) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));
create policy remove on competency.batch_assessors for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assessors'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_assessors'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.batch_assessors for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assessors'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));

create table competency.batch_assignments (
  agency_id uuid not null,
  batch_id uuid not null,
  participant_id uuid not null,
  assessor_id uuid not null,
  employee_id uuid not null,
  assessor_name text not null,
  submitted_at timestamp with time zone,
  constraint batch_assignments_pkey PRIMARY KEY (agency_id, participant_id, assessor_id),
  constraint batch_assignments_agency_id_batch_id_assessor_id_fkey FOREIGN KEY (agency_id, batch_id, assessor_id) REFERENCES competency.batch_assessors(agency_id, batch_id, assessor_id),
  constraint batch_assignments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint batch_assignments_agency_id_participant_id_fkey FOREIGN KEY (agency_id, participant_id) REFERENCES competency.batch_participants(agency_id, id)
);
alter table competency.batch_assignments enable row level security;
alter table competency.batch_assignments force row level security;
create policy add on competency.batch_assignments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy add_assigned on competency.batch_assignments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assignments'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy change on competency.batch_assignments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change_assigned on competency.batch_assignments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assignments'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assignments'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy keeper on competency.batch_assignments for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.batch_assignments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.batch_assignments'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.batch_assignments'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.batch_assignments'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy read_assigned on competency.batch_assignments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.batch_assignments'::text, 'assigned'::text) AS reads) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));
create policy remove on competency.batch_assignments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove_assigned on competency.batch_assignments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_assignments'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));

create table competency.batch_interests (
  agency_id uuid not null,
  batch_id uuid not null,
  assessor_id uuid not null,
  participant_id uuid not null,
  kind text not null,
  note text,
  declared_on date not null,
  constraint batch_interests_pkey PRIMARY KEY (agency_id, assessor_id, participant_id),
  constraint batch_interests_agency_id_batch_id_assessor_id_fkey FOREIGN KEY (agency_id, batch_id, assessor_id) REFERENCES competency.batch_assessors(agency_id, batch_id, assessor_id),
  constraint batch_interests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint batch_interests_agency_id_participant_id_fkey FOREIGN KEY (agency_id, participant_id) REFERENCES competency.batch_participants(agency_id, id)
);
alter table competency.batch_interests enable row level security;
alter table competency.batch_interests force row level security;
create policy add on competency.batch_interests for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_interests'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'own'::text) AS writes))));
create policy add_assigned on competency.batch_interests for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_interests'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy change on competency.batch_interests for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_interests'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_interests'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'own'::text) AS writes))));
create policy change_assigned on competency.batch_interests for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_interests'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_interests'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy keeper on competency.batch_interests for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.batch_interests for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.batch_interests'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.batch_interests'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.batch_interests'::text, 'own'::text) AS reads))));
create policy read_assigned on competency.batch_interests for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.batch_interests'::text, 'assigned'::text) AS reads) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));
create policy remove on competency.batch_interests for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_interests'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.batch_interests'::text, 'own'::text) AS writes))));
create policy remove_assigned on competency.batch_interests for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_interests'::text, 'assigned'::text) AS writes) AND (assessor_id IN ( SELECT competency.my_assessors() AS my_assessors))));

create table competency.batch_participants (
  agency_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  employee_id uuid not null,
  name text not null,
  nip text not null,
  position_name text,
  unit_name text not null,
  why text not null,
  state text default 'invited'::text not null,
  assessed_on date not null,
  invited_on date not null,
  invited_by_name text not null,
  answered_on date,
  asked_on date,
  asked_reason text,
  answer_note text,
  standard jsonb,
  standard_name text,
  opened_at timestamp with time zone,
  agreed_on date,
  agreed_by_name text,
  summary text,
  advice text,
  assessment_id uuid,
  constraint batch_participants_pkey PRIMARY KEY (agency_id, id),
  constraint batch_participants_agency_id_batch_id_employee_id_key UNIQUE (agency_id, batch_id, employee_id),
  constraint batch_participants_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'confirmed'::text, 'asks-other-day'::text, 'withdrawn'::text, 'absent'::text, 'present'::text, 'agreed'::text, 'reported'::text]))),
  constraint batch_participants_why_check CHECK ((why = ANY (ARRAY['expiring'::text, 'expired'::text, 'never'::text, 'requested'::text, 'added'::text]))),
  constraint batch_participants_agency_id_assessment_id_fkey FOREIGN KEY (agency_id, assessment_id) REFERENCES competency.assessments(agency_id, id),
  constraint batch_participants_agency_id_batch_id_fkey FOREIGN KEY (agency_id, batch_id) REFERENCES competency.assessment_batches(agency_id, id),
  constraint batch_participants_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint batch_participants_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX batch_participants_by_employee ON competency.batch_participants USING btree (agency_id, employee_id);
alter table competency.batch_participants enable row level security;
alter table competency.batch_participants force row level security;
create policy add on competency.batch_participants for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_participants'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_participants'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_participants'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy add_assigned on competency.batch_participants for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_participants'::text, 'assigned'::text) AS writes) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));
create policy change on competency.batch_participants for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_participants'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_participants'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_participants'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_participants'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_participants'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_participants'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change_assigned on competency.batch_participants for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_participants'::text, 'assigned'::text) AS writes) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_participants'::text, 'assigned'::text) AS writes) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));
create policy keeper on competency.batch_participants for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.batch_participants for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.batch_participants'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.batch_participants'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.batch_participants'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy read_assigned on competency.batch_participants for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.reads('competency.batch_participants'::text, 'assigned'::text) AS reads) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));
create policy remove on competency.batch_participants for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.batch_participants'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.batch_participants'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.batch_participants'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove_assigned on competency.batch_participants for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ( SELECT platform.writes('competency.batch_participants'::text, 'assigned'::text) AS writes) AND (batch_id IN ( SELECT competency.my_batches() AS my_batches))));

create table competency.competencies (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  domain text,
  definition text,
  version text default '2017'::text not null,
  builder text,
  retired_on date,
  successor_id uuid,
  retired_reason text,
  constraint competencies_pkey PRIMARY KEY (agency_id, id),
  constraint competencies_agency_id_code_version_key UNIQUE (agency_id, code, version),
  constraint competencies_kind_check CHECK ((kind = ANY (ARRAY['managerial'::text, 'sociocultural'::text, 'technical'::text]))),
  constraint competencies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table competency.competencies enable row level security;
alter table competency.competencies force row level security;
create policy add on competency.competencies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'own'::text) AS writes))));
create policy change on competency.competencies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'own'::text) AS writes))));
create policy keeper on competency.competencies for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.competencies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.competencies'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.competencies'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.competencies'::text, 'own'::text) AS reads))));
create policy remove on competency.competencies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competencies'::text, 'own'::text) AS writes))));

create table competency.competency_versions (
  agency_id uuid not null,
  id uuid not null,
  competency_id uuid not null,
  change text not null,
  code text not null,
  name text not null,
  domain text,
  definition text not null,
  builder text,
  levels jsonb not null,
  successor_id uuid,
  valid_from date not null,
  basis text not null,
  reason text not null,
  state text not null,
  author_account_id uuid,
  author_employee_id uuid,
  author_name text not null,
  submitted_on date not null,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  applied_on date,
  constraint competency_versions_pkey PRIMARY KEY (agency_id, id),
  constraint competency_versions_change_check CHECK ((change = ANY (ARRAY['new'::text, 'change'::text, 'retire'::text]))),
  constraint competency_versions_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint competency_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX competency_versions_of ON competency.competency_versions USING btree (agency_id, competency_id, valid_from);
CREATE UNIQUE INDEX competency_versions_day ON competency.competency_versions USING btree (agency_id, competency_id, valid_from) WHERE (state = 'approved'::text);
CREATE UNIQUE INDEX competency_versions_open ON competency.competency_versions USING btree (agency_id, competency_id) WHERE (state = 'submitted'::text);
alter table competency.competency_versions enable row level security;
alter table competency.competency_versions force row level security;
create policy add on competency.competency_versions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competency_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'own'::text) AS writes))));
create policy change on competency.competency_versions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competency_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competency_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'own'::text) AS writes))));
create policy keeper on competency.competency_versions for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.competency_versions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.competency_versions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.competency_versions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.competency_versions'::text, 'own'::text) AS reads))));
create policy remove on competency.competency_versions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.competency_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.competency_versions'::text, 'own'::text) AS writes))));

create table competency.evidence (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  source text not null,
  level integer not null,
  observed_on date not null,
  valid_until date,
  is_verified boolean default false not null,
  rater_id uuid,
  source_kind text,
  source_id text,
  note text,
  replaces_id uuid,
  is_replaced boolean default false not null,
  correction_reason text,
  checked_by_name text,
  checked_on date,
  file_id uuid,
  claimed_level integer,
  check_note text,
  constraint evidence_pkey PRIMARY KEY (agency_id, id),
  constraint evidence_claimed_level_check CHECK (((claimed_level >= 1) AND (claimed_level <= 5))),
  constraint evidence_level_check CHECK (((level >= 0) AND (level <= 5))),
  constraint evidence_source_check CHECK ((source = ANY (ARRAY['test'::text, 'certificate'::text, 'interview'::text, 'supervisor'::text, 'peer'::text, 'coach'::text, 'self'::text, 'learning'::text, 'application'::text]))),
  constraint evidence_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint evidence_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX evidence_by_employee ON competency.evidence USING btree (agency_id, employee_id, competency_id);
alter table competency.evidence enable row level security;
alter table competency.evidence force row level security;
create policy add on competency.evidence for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on competency.evidence for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on competency.evidence for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.evidence for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.evidence'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.evidence'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.evidence'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on competency.evidence for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table competency.evidence_requests (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  asked_of text not null,
  why text not null,
  state text default 'open'::text not null,
  asked_by_name text not null,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  answer_note text,
  constraint evidence_requests_pkey PRIMARY KEY (agency_id, id),
  constraint evidence_requests_asked_of_check CHECK ((asked_of = ANY (ARRAY['supervisor'::text, 'person'::text, 'provider'::text]))),
  constraint evidence_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'passed-on'::text, 'withdrawn'::text]))),
  constraint evidence_requests_why_check CHECK ((why = ANY (ARRAY['unknown'::text, 'expired'::text, 'contradictory'::text]))),
  constraint evidence_requests_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint evidence_requests_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint evidence_requests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX evidence_requests_once ON competency.evidence_requests USING btree (agency_id, employee_id, competency_id) WHERE (state = 'open'::text);
alter table competency.evidence_requests enable row level security;
alter table competency.evidence_requests force row level security;
create policy add on competency.evidence_requests for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on competency.evidence_requests for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on competency.evidence_requests for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.evidence_requests for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.evidence_requests'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('competency.evidence_requests'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('competency.evidence_requests'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on competency.evidence_requests for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.evidence_requests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('competency.evidence_requests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table competency.position_standards (
  agency_id uuid not null,
  id uuid not null,
  position_name text not null,
  tier text,
  family text,
  approval_basis text,
  education_minimum text,
  rank_minimum text,
  training_required text,
  experience_required text,
  valid_from date default '2017-01-01'::date not null,
  valid_until date,
  reason text,
  made_by_name text,
  made_on date,
  copied_from uuid,
  set_id uuid,
  withdrawn_on date,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint position_standards_pkey PRIMARY KEY (agency_id, id),
  constraint position_standards_withdrawn_whole CHECK (((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))),
  constraint position_standards_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX position_standards_once ON competency.position_standards USING btree (agency_id, lower(position_name), valid_from) WHERE (withdrawn_on IS NULL);
alter table competency.position_standards enable row level security;
alter table competency.position_standards force row level security;
create policy add on competency.position_standards for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.position_standards'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'own'::text) AS writes))));
create policy change on competency.position_standards for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.position_standards'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.position_standards'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'own'::text) AS writes))));
create policy keeper on competency.position_standards for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.position_standards for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.position_standards'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.position_standards'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.position_standards'::text, 'own'::text) AS reads))));
create policy remove on competency.position_standards for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.position_standards'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.position_standards'::text, 'own'::text) AS writes))));

create table competency.requirements (
  agency_id uuid not null,
  standard_id uuid not null,
  competency_id uuid not null,
  level integer not null,
  importance text default 'penting'::text not null,
  constraint requirements_pkey PRIMARY KEY (agency_id, standard_id, competency_id),
  constraint requirements_importance_check CHECK ((importance = ANY (ARRAY['mutlak'::text, 'penting'::text, 'perlu'::text]))),
  constraint requirements_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint requirements_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint requirements_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint requirements_agency_id_standard_id_fkey FOREIGN KEY (agency_id, standard_id) REFERENCES competency.position_standards(agency_id, id) ON DELETE CASCADE
);
alter table competency.requirements enable row level security;
alter table competency.requirements force row level security;
create policy add on competency.requirements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.requirements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'own'::text) AS writes))));
create policy change on competency.requirements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.requirements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.requirements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'own'::text) AS writes))));
create policy keeper on competency.requirements for all to anyam_owner
  using (true)
  with check (true);
create policy read on competency.requirements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('competency.requirements'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('competency.requirements'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('competency.requirements'::text, 'own'::text) AS reads))));
create policy remove on competency.requirements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('competency.requirements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('competency.requirements'::text, 'own'::text) AS writes))));

create view competency.v_assessment_levels with (security_invoker=true) as
 SELECT l.agency_id,
    l.assessment_id,
    l.employee_id,
    l.competency_id,
    l.level,
    l.standard_level,
    a.assessed_on,
    a.valid_until,
    a.provider,
    a.method,
    c.code,
    c.name
   FROM ((competency.assessment_levels l
     JOIN competency.assessments a ON (((a.agency_id = l.agency_id) AND (a.id = l.assessment_id))))
     JOIN competency.competencies c ON (((c.agency_id = l.agency_id) AND (c.id = l.competency_id))));

create view competency.v_assessments with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    assessed_on,
    valid_until,
    provider,
    method,
    purpose,
    position_name,
    potential,
    written_jpm,
    expiry_told_on
   FROM competency.assessments;

create view competency.v_batch_participants with (security_invoker=true) as
 SELECT agency_id,
    id,
    batch_id,
    employee_id,
    name,
    nip,
    position_name,
    unit_name,
    why,
    state,
    assessed_on,
    invited_on,
    invited_by_name,
    answered_on,
    asked_on,
    asked_reason,
    answer_note,
    standard,
    standard_name,
    opened_at,
    agreed_on,
    agreed_by_name,
    summary,
    advice,
    assessment_id
   FROM competency.batch_participants;

create view competency.v_competencies with (security_invoker=true) as
 SELECT agency_id,
    id,
    code,
    name,
    kind,
    domain,
    definition,
    version,
    builder,
    retired_on,
    successor_id
   FROM competency.competencies;

create view competency.v_evidence with (security_invoker=true) as
 SELECT e.agency_id,
    e.id,
    e.employee_id,
    e.competency_id,
    e.source,
    e.level,
    e.observed_on,
    e.valid_until,
    e.is_verified,
    e.rater_id,
    e.source_kind,
    e.source_id,
    e.note,
    e.replaces_id,
    e.is_replaced,
    e.correction_reason,
    c.code,
    c.name
   FROM (competency.evidence e
     JOIN competency.competencies c ON (((c.agency_id = e.agency_id) AND (c.id = e.competency_id))))
  WHERE (NOT e.is_replaced);

create view competency.v_evidence_requests with (security_invoker=true) as
 SELECT r.agency_id,
    r.id,
    r.employee_id,
    r.competency_id,
    r.asked_of,
    r.why,
    r.state,
    r.asked_by_name,
    r.asked_on,
    r.due_on,
    r.answered_on,
    r.answer_note,
    c.code,
    c.name,
    c.kind
   FROM (competency.evidence_requests r
     JOIN competency.competencies c ON (((c.agency_id = r.agency_id) AND (c.id = r.competency_id))));

create view competency.v_position_standards with (security_invoker=true) as
 SELECT agency_id,
    id,
    position_name,
    tier,
    family,
    approval_basis,
    education_minimum,
    rank_minimum,
    training_required,
    experience_required,
    valid_from,
    LEAST(valid_until, (lead(valid_from) OVER (PARTITION BY agency_id, (lower(position_name)) ORDER BY valid_from) - 1)) AS valid_until
   FROM competency.position_standards s
  WHERE (withdrawn_on IS NULL);

create view competency.v_standards with (security_invoker=true) as
 SELECT s.agency_id,
    s.id AS standard_id,
    s.position_name,
    s.tier,
    s.valid_from,
    s.valid_until,
    r.competency_id,
    c.code,
    c.name,
    c.kind,
    r.level,
    r.importance
   FROM ((competency.v_position_standards s
     JOIN competency.requirements r ON (((r.agency_id = s.agency_id) AND (r.standard_id = s.id))))
     JOIN competency.competencies c ON (((c.agency_id = r.agency_id) AND (c.id = r.competency_id))));

-- talent ----------------------------------------------------------------

create schema talent;

CREATE OR REPLACE FUNCTION talent.my_interviews()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'talent'
AS $function$
  select interview_id from talent.interview_seats where agency_id = platform.agency() and employee_id = platform.employee() and state <> 'left' $function$;

create table talent.aspirations (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  target_position_id uuid not null,
  note text,
  stated_on date not null,
  withdrawn_on date,
  rank integer default 1 not null,
  wanted_from date,
  withdrawal_reason text,
  constraint aspirations_pkey PRIMARY KEY (agency_id, id),
  constraint aspirations_rank_check CHECK (((rank >= 1) AND (rank <= 5))),
  constraint aspirations_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint aspirations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint aspirations_agency_id_target_position_id_fkey FOREIGN KEY (agency_id, target_position_id) REFERENCES workforce.positions(agency_id, id)
);
alter table talent.aspirations enable row level security;
alter table talent.aspirations force row level security;
create policy add on talent.aspirations for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.aspirations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.aspirations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.aspirations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.aspirations for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.aspirations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.aspirations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.aspirations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.aspirations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.aspirations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.aspirations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.aspirations for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.aspirations for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.aspirations'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.aspirations'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.aspirations'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.aspirations for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.aspirations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.aspirations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.aspirations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.box_counts (
  agency_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  tier text not null,
  box integer not null,
  people integer not null,
  constraint box_counts_pkey PRIMARY KEY (agency_id, cycle_id, unit_id, tier, box),
  constraint box_counts_box_check CHECK (((box >= 0) AND (box <= 9))),
  constraint box_counts_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint box_counts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.box_counts enable row level security;
alter table talent.box_counts force row level security;
create policy add on talent.box_counts for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.box_counts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'own'::text) AS writes))));
create policy change on talent.box_counts for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.box_counts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.box_counts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'own'::text) AS writes))));
create policy keeper on talent.box_counts for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.box_counts for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.box_counts'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.box_counts'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.box_counts'::text, 'own'::text) AS reads))));
create policy remove on talent.box_counts for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.box_counts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.box_counts'::text, 'own'::text) AS writes))));

create table talent.career_plans (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  version integer not null,
  state text default 'written'::text not null,
  goal text not null,
  steps jsonb not null,
  change_reason text,
  written_on date not null,
  seen_by_name text,
  seen_on date,
  seen_note text,
  constraint career_plans_pkey PRIMARY KEY (agency_id, id),
  constraint career_plans_agency_id_employee_id_version_key UNIQUE (agency_id, employee_id, version),
  constraint career_plans_state_check CHECK ((state = ANY (ARRAY['written'::text, 'seen'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint career_plans_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint career_plans_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX career_plans_current ON talent.career_plans USING btree (agency_id, employee_id) WHERE (state = ANY (ARRAY['written'::text, 'seen'::text]));
alter table talent.career_plans enable row level security;
alter table talent.career_plans force row level security;
create policy add on talent.career_plans for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.career_plans for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.career_plans for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.career_plans for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.career_plans'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.career_plans'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.career_plans'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.career_plans for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.career_wishes (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  moves text not null,
  places jsonb default '[]'::jsonb not null,
  moves_from date,
  guidance jsonb default '[]'::jsonb not null,
  retirement text not null,
  retires_on date,
  note text,
  stated_on date not null,
  withdrawn_on date,
  constraint career_wishes_pkey PRIMARY KEY (agency_id, id),
  constraint career_wishes_moves_check CHECK ((moves = ANY (ARRAY['anywhere'::text, 'listed'::text, 'not-now'::text]))),
  constraint career_wishes_retirement_check CHECK ((retirement = ANY (ARRAY['at-limit'::text, 'earlier'::text, 'undecided'::text]))),
  constraint career_wishes_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint career_wishes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX career_wishes_current ON talent.career_wishes USING btree (agency_id, employee_id) WHERE (withdrawn_on IS NULL);
alter table talent.career_wishes enable row level security;
alter table talent.career_wishes force row level security;
create policy add on talent.career_wishes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_wishes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_wishes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_wishes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.career_wishes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_wishes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_wishes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_wishes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_wishes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_wishes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_wishes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.career_wishes for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.career_wishes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.career_wishes'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.career_wishes'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.career_wishes'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.career_wishes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.career_wishes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.career_wishes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.career_wishes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.committee_members (
  agency_id uuid not null,
  committee_id uuid not null,
  employee_id uuid not null,
  seat text not null,
  constraint committee_members_pkey PRIMARY KEY (agency_id, committee_id, employee_id),
  constraint committee_members_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'secretary'::text, 'member'::text]))),
  constraint committee_members_agency_id_committee_id_fkey FOREIGN KEY (agency_id, committee_id) REFERENCES talent.committees(agency_id, id),
  constraint committee_members_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint committee_members_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.committee_members enable row level security;
alter table talent.committee_members force row level security;
create policy add on talent.committee_members for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committee_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.committee_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.committee_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.committee_members for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committee_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.committee_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.committee_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committee_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.committee_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.committee_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.committee_members for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.committee_members for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.committee_members'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.committee_members'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.committee_members'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.committee_members for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committee_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.committee_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.committee_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.committees (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  unit_id uuid,
  decree text not null,
  decreed_on date not null,
  valid_until date,
  constraint committees_pkey PRIMARY KEY (agency_id, id),
  constraint committees_agency_id_name_key UNIQUE (agency_id, name),
  constraint committees_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint committees_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table talent.committees enable row level security;
alter table talent.committees force row level security;
create policy add on talent.committees for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committees'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'own'::text) AS writes))));
create policy change on talent.committees for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committees'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committees'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'own'::text) AS writes))));
create policy keeper on talent.committees for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.committees for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.committees'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.committees'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.committees'::text, 'own'::text) AS reads))));
create policy remove on talent.committees for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.committees'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.committees'::text, 'own'::text) AS writes))));

create table talent.cycle_checks (
  agency_id uuid not null,
  cycle_id uuid not null,
  code text not null,
  state text not null,
  evidence text,
  note text,
  checked_by_name text not null,
  checked_on date not null,
  constraint cycle_checks_pkey PRIMARY KEY (agency_id, cycle_id, code),
  constraint cycle_checks_state_check CHECK ((state = ANY (ARRAY['met'::text, 'not-met'::text, 'not-applicable'::text]))),
  constraint cycle_checks_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint cycle_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.cycle_checks enable row level security;
alter table talent.cycle_checks force row level security;
create policy add on talent.cycle_checks for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_checks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'own'::text) AS writes))));
create policy change on talent.cycle_checks for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_checks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_checks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'own'::text) AS writes))));
create policy keeper on talent.cycle_checks for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.cycle_checks for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.cycle_checks'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.cycle_checks'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.cycle_checks'::text, 'own'::text) AS reads))));
create policy remove on talent.cycle_checks for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_checks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_checks'::text, 'own'::text) AS writes))));

create table talent.cycle_evidence (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  kind text not null,
  happened_on date not null,
  reference text not null,
  score numeric(6,2),
  note text,
  recorded_by_name text not null,
  constraint cycle_evidence_pkey PRIMARY KEY (agency_id, id),
  constraint cycle_evidence_kind_check CHECK ((kind = ANY (ARRAY['readiness-score'::text, 'ekspose'::text, 'pleno'::text, 'approval'::text, 'ppk-decree'::text, 'report'::text]))),
  constraint cycle_evidence_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint cycle_evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.cycle_evidence enable row level security;
alter table talent.cycle_evidence force row level security;
create policy add on talent.cycle_evidence for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'own'::text) AS writes))));
create policy change on talent.cycle_evidence for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'own'::text) AS writes))));
create policy keeper on talent.cycle_evidence for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.cycle_evidence for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.cycle_evidence'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.cycle_evidence'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.cycle_evidence'::text, 'own'::text) AS reads))));
create policy remove on talent.cycle_evidence for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycle_evidence'::text, 'own'::text) AS writes))));

create table talent.cycle_steps (
  agency_id uuid not null,
  cycle_id uuid not null,
  stage text not null,
  due_on date not null,
  owner_id uuid not null,
  task text not null,
  constraint cycle_steps_pkey PRIMARY KEY (agency_id, cycle_id, stage),
  constraint cycle_steps_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint cycle_steps_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint cycle_steps_agency_id_owner_id_fkey FOREIGN KEY (agency_id, owner_id) REFERENCES workforce.employees(agency_id, id)
);
alter table talent.cycle_steps enable row level security;
alter table talent.cycle_steps force row level security;
create policy add on talent.cycle_steps for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_steps'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.cycle_steps for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_steps'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_steps'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.cycle_steps for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.cycle_steps for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.cycle_steps'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.cycle_steps'::text, 'team'::text) AS reads) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.cycle_steps'::text, 'own'::text) AS reads) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.cycle_steps for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycle_steps'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.cycle_steps'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));

create table talent.cycles (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  year integer not null,
  state text default 'DRAF'::text not null,
  rule_code text not null,
  rule_version text not null,
  as_of date not null,
  scope jsonb default '{}'::jsonb not null,
  objection_until date,
  placed_at timestamp with time zone,
  code_version text,
  constraint cycles_pkey PRIMARY KEY (agency_id, id),
  constraint cycles_agency_id_name_key UNIQUE (agency_id, name),
  constraint cycles_state_check CHECK ((state = ANY (ARRAY['DRAF'::text, 'PENGUMPULAN_DATA'::text, 'PENILAIAN'::text, 'PEMETAAN'::text, 'SIDANG_KOMITE'::text, 'SANGGAH'::text, 'DITETAPKAN_PPK'::text, 'BERJALAN'::text, 'EVALUASI'::text, 'TUTUP'::text]))),
  constraint cycles_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.cycles enable row level security;
alter table talent.cycles force row level security;
create policy add on talent.cycles for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'own'::text) AS writes))));
create policy change on talent.cycles for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'own'::text) AS writes))));
create policy keeper on talent.cycles for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.cycles for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.cycles'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.cycles'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.cycles'::text, 'own'::text) AS reads))));
create policy remove on talent.cycles for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.cycles'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.cycles'::text, 'own'::text) AS writes))));

create table talent.development_messages (
  agency_id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  strength text not null,
  practice text not null,
  constraint development_messages_pkey PRIMARY KEY (agency_id, cycle_id, employee_id),
  constraint development_messages_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint development_messages_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint development_messages_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.development_messages enable row level security;
alter table talent.development_messages force row level security;
create policy add on talent.development_messages for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.development_messages'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.development_messages'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.development_messages'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.development_messages for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.development_messages'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.development_messages'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.development_messages'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.development_messages'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.development_messages'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.development_messages'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.development_messages for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.development_messages for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.development_messages'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.development_messages'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.development_messages'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.development_messages for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.development_messages'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.development_messages'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.development_messages'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.fairness_reports (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  version integer not null,
  content jsonb not null,
  statement text not null,
  rule_version text not null,
  published_by_name text not null,
  published_on date not null,
  constraint fairness_reports_pkey PRIMARY KEY (agency_id, id),
  constraint fairness_reports_agency_id_cycle_id_version_key UNIQUE (agency_id, cycle_id, version),
  constraint fairness_reports_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint fairness_reports_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.fairness_reports enable row level security;
alter table talent.fairness_reports force row level security;
create policy add on talent.fairness_reports for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.fairness_reports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'own'::text) AS writes))));
create policy change on talent.fairness_reports for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.fairness_reports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.fairness_reports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'own'::text) AS writes))));
create policy keeper on talent.fairness_reports for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.fairness_reports for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.fairness_reports'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.fairness_reports'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.fairness_reports'::text, 'own'::text) AS reads))));
create policy remove on talent.fairness_reports for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.fairness_reports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.fairness_reports'::text, 'own'::text) AS writes))));

create table talent.feedback_360 (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  year integer not null,
  rating text not null,
  raters integer,
  constraint feedback_360_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_360_agency_id_employee_id_year_key UNIQUE (agency_id, employee_id, year),
  constraint feedback_360_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_360_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.feedback_360 enable row level security;
alter table talent.feedback_360 force row level security;
create policy add on talent.feedback_360 for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_360'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_360'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_360'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_360 for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_360'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_360'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_360'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_360'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_360'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_360'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_360 for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_360 for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_360'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_360'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_360'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_360 for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_360'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_360'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_360'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_answers (
  agency_id uuid not null,
  reply_id uuid not null,
  rater_id uuid not null,
  question_code text not null,
  step integer,
  is_unable boolean default false not null,
  saved_on date not null,
  constraint feedback_answers_pkey PRIMARY KEY (agency_id, reply_id, question_code),
  constraint feedback_answers_check CHECK ((NOT (is_unable AND (step IS NOT NULL)))),
  constraint feedback_answers_step_check CHECK (((step >= 1) AND (step <= 5))),
  constraint feedback_answers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_answers_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_answers_agency_id_reply_id_fkey FOREIGN KEY (agency_id, reply_id) REFERENCES talent.feedback_replies(agency_id, id)
);
alter table talent.feedback_answers enable row level security;
alter table talent.feedback_answers force row level security;
create policy add on talent.feedback_answers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_answers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_answers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_answers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_answers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_answers for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_answers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_answers'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_answers'::text, 'team'::text) AS reads) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_answers'::text, 'own'::text) AS reads) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_answers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_answers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_answers'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_comments (
  agency_id uuid not null,
  reply_id uuid not null,
  rater_id uuid not null,
  strength text,
  practice text,
  saved_on date not null,
  constraint feedback_comments_pkey PRIMARY KEY (agency_id, reply_id),
  constraint feedback_comments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_comments_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_comments_agency_id_reply_id_fkey FOREIGN KEY (agency_id, reply_id) REFERENCES talent.feedback_replies(agency_id, id)
);
alter table talent.feedback_comments enable row level security;
alter table talent.feedback_comments force row level security;
create policy add on talent.feedback_comments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_comments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_comments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_comments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_comments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_comments for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_comments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_comments'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_comments'::text, 'team'::text) AS reads) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_comments'::text, 'own'::text) AS reads) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_comments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_comments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_comments'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_raters (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  employee_id uuid not null,
  rater_id uuid not null,
  rater_name text not null,
  rater_group text not null,
  origin text default 'drafted'::text not null,
  standing text default 'drafted'::text not null,
  replaces_id uuid,
  reason text,
  answer_reason text,
  constraint feedback_raters_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_raters_origin_check CHECK ((origin = ANY (ARRAY['drafted'::text, 'person'::text, 'supervisor'::text, 'officer'::text]))),
  constraint feedback_raters_rater_group_check CHECK ((rater_group = ANY (ARRAY['atasan'::text, 'rekan'::text, 'bawahan'::text, 'diri'::text]))),
  constraint feedback_raters_standing_check CHECK ((standing = ANY (ARRAY['drafted'::text, 'wanted'::text, 'confirmed'::text, 'refused'::text, 'removed'::text]))),
  constraint feedback_raters_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_raters_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_raters_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_raters_agency_id_round_id_fkey FOREIGN KEY (agency_id, round_id) REFERENCES talent.feedback_rounds(agency_id, id)
);
CREATE UNIQUE INDEX feedback_raters_once ON talent.feedback_raters USING btree (agency_id, round_id, employee_id, rater_id) WHERE (standing = ANY (ARRAY['drafted'::text, 'wanted'::text, 'confirmed'::text]));
alter table talent.feedback_raters enable row level security;
alter table talent.feedback_raters force row level security;
create policy add on talent.feedback_raters for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_raters for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_raters for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_raters for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_raters'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_raters'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_raters'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_raters for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_raters'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_remarks (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  kind text not null,
  text text not null,
  state text default 'waiting'::text not null,
  checked_by_name text,
  checked_on date,
  reason text,
  constraint feedback_remarks_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_remarks_kind_check CHECK ((kind = ANY (ARRAY['strength'::text, 'practice'::text]))),
  constraint feedback_remarks_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'shown'::text, 'withheld'::text]))),
  constraint feedback_remarks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_remarks_agency_id_round_id_fkey FOREIGN KEY (agency_id, round_id) REFERENCES talent.feedback_rounds(agency_id, id)
);
CREATE INDEX feedback_remarks_by_round ON talent.feedback_remarks USING btree (agency_id, round_id, state);
alter table talent.feedback_remarks enable row level security;
alter table talent.feedback_remarks force row level security;
create policy add on talent.feedback_remarks for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_remarks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'own'::text) AS writes))));
create policy change on talent.feedback_remarks for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_remarks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_remarks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'own'::text) AS writes))));
create policy keeper on talent.feedback_remarks for all to anyam_owner
  using (true)
  with check (true);
create policy person_read on talent.feedback_remarks for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (about_id = ( SELECT platform.employee() AS employee)) AND (state = 'shown'::text)));
create policy read on talent.feedback_remarks for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_remarks'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.feedback_remarks'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.feedback_remarks'::text, 'own'::text) AS reads))));
create policy remove on talent.feedback_remarks for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_remarks'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_remarks'::text, 'own'::text) AS writes))));

create table talent.feedback_replies (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  rater_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  about_unit_id uuid not null,
  rater_group text not null,
  state text default 'asked'::text not null,
  due_on date not null,
  decline_code text,
  decline_note text,
  answered_on date,
  constraint feedback_replies_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_replies_rater_group_check CHECK ((rater_group = ANY (ARRAY['atasan'::text, 'rekan'::text, 'bawahan'::text, 'diri'::text]))),
  constraint feedback_replies_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint feedback_replies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_replies_agency_id_id_fkey FOREIGN KEY (agency_id, id) REFERENCES talent.feedback_raters(agency_id, id),
  constraint feedback_replies_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_replies_agency_id_round_id_fkey FOREIGN KEY (agency_id, round_id) REFERENCES talent.feedback_rounds(agency_id, id)
);
CREATE INDEX feedback_replies_by_rater ON talent.feedback_replies USING btree (agency_id, rater_id, state);
CREATE INDEX feedback_replies_by_round ON talent.feedback_replies USING btree (agency_id, round_id, about_id);
alter table talent.feedback_replies enable row level security;
alter table talent.feedback_replies force row level security;
create policy add on talent.feedback_replies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_replies'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_replies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_replies'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_replies'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_replies for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_replies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_replies'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_replies'::text, 'team'::text) AS reads) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_replies'::text, 'own'::text) AS reads) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_replies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_replies'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_replies'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_results (
  agency_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  employee_id uuid not null,
  version integer not null,
  year integer not null,
  rating text,
  blocks jsonb default '[]'::jsonb not null,
  counts jsonb default '[]'::jsonb not null,
  left_out jsonb default '[]'::jsonb not null,
  spread jsonb default '[]'::jsonb not null,
  agreement numeric(6,4),
  missing jsonb default '[]'::jsonb not null,
  strength text,
  practice text,
  rule_version text not null,
  opened_on date not null,
  closed_on date not null,
  constraint feedback_results_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_results_agency_id_round_id_employee_id_version_key UNIQUE (agency_id, round_id, employee_id, version),
  constraint feedback_results_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_results_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_results_agency_id_round_id_fkey FOREIGN KEY (agency_id, round_id) REFERENCES talent.feedback_rounds(agency_id, id)
);
CREATE INDEX feedback_results_by_employee ON talent.feedback_results USING btree (agency_id, employee_id, closed_on DESC);
alter table talent.feedback_results enable row level security;
alter table talent.feedback_results force row level security;
create policy add on talent.feedback_results for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_results for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_results for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_results for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_results'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_results'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_results'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_results for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.feedback_rounds (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  year integer not null,
  cycle_id uuid,
  unit_ids jsonb default '[]'::jsonb not null,
  tiers jsonb default '[]'::jsonb not null,
  state text default 'proposing'::text not null,
  opened_on date not null,
  opened_by_name text not null,
  propose_until date not null,
  closes_on date not null,
  rule_version text not null,
  change_reason text,
  closed_on date,
  constraint feedback_rounds_pkey PRIMARY KEY (agency_id, id),
  constraint feedback_rounds_agency_id_name_key UNIQUE (agency_id, name),
  constraint feedback_rounds_state_check CHECK ((state = ANY (ARRAY['proposing'::text, 'answering'::text, 'closed'::text, 'cancelled'::text]))),
  constraint feedback_rounds_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint feedback_rounds_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.feedback_rounds enable row level security;
alter table talent.feedback_rounds force row level security;
create policy add on talent.feedback_rounds for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_rounds'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'own'::text) AS writes))));
create policy change on talent.feedback_rounds for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_rounds'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_rounds'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'own'::text) AS writes))));
create policy keeper on talent.feedback_rounds for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_rounds for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_rounds'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.feedback_rounds'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.feedback_rounds'::text, 'own'::text) AS reads))));
create policy remove on talent.feedback_rounds for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_rounds'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.feedback_rounds'::text, 'own'::text) AS writes))));

create table talent.feedback_subjects (
  agency_id uuid not null,
  round_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  state text default 'proposed'::text not null,
  exclude_reason text,
  confirmed_by_name text,
  confirmed_on date,
  constraint feedback_subjects_pkey PRIMARY KEY (agency_id, round_id, employee_id),
  constraint feedback_subjects_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'known'::text, 'few'::text, 'excluded'::text, 'cancelled'::text]))),
  constraint feedback_subjects_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint feedback_subjects_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint feedback_subjects_agency_id_round_id_fkey FOREIGN KEY (agency_id, round_id) REFERENCES talent.feedback_rounds(agency_id, id),
  constraint feedback_subjects_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
CREATE UNIQUE INDEX feedback_subjects_once ON talent.feedback_subjects USING btree (agency_id, employee_id, year) WHERE (state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'known'::text]));
alter table talent.feedback_subjects enable row level security;
alter table talent.feedback_subjects force row level security;
create policy add on talent.feedback_subjects for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_subjects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.feedback_subjects for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_subjects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_subjects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.feedback_subjects for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.feedback_subjects for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.feedback_subjects'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.feedback_subjects'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.feedback_subjects'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.feedback_subjects for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.feedback_subjects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.feedback_subjects'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.interview_challenges (
  agency_id uuid not null,
  id uuid not null,
  interview_id uuid not null,
  employee_id uuid not null,
  interviewer_id uuid not null,
  interviewer_name text not null,
  reason text not null,
  state text default 'open'::text not null,
  raised_on date not null,
  answer text,
  answered_by_name text,
  answered_on date,
  constraint interview_challenges_pkey PRIMARY KEY (agency_id, id),
  constraint interview_challenges_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text]))),
  constraint interview_challenges_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint interview_challenges_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_challenges_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
CREATE UNIQUE INDEX interview_challenges_once ON talent.interview_challenges USING btree (agency_id, interview_id, interviewer_id) WHERE (state = 'open'::text);
alter table talent.interview_challenges enable row level security;
alter table talent.interview_challenges force row level security;
create policy add on talent.interview_challenges for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_challenges'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.interview_challenges for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_challenges'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_challenges'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.interview_challenges for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_challenges for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_challenges'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.interview_challenges'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.interview_challenges'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.interview_challenges for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_challenges'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_challenges'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.interview_consensus (
  agency_id uuid not null,
  interview_id uuid not null,
  version integer not null,
  employee_id uuid not null,
  levels jsonb not null,
  reason text,
  recorded_by_name text not null,
  recorded_on date not null,
  constraint interview_consensus_pkey PRIMARY KEY (agency_id, interview_id, version),
  constraint interview_consensus_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint interview_consensus_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_consensus_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
alter table talent.interview_consensus enable row level security;
alter table talent.interview_consensus force row level security;
create policy add on talent.interview_consensus for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_consensus'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.interview_consensus for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_consensus'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_consensus'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.interview_consensus for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_consensus for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_consensus'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.interview_consensus'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.interview_consensus'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.interview_consensus for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_consensus'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_consensus'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy seated_read on talent.interview_consensus for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (interview_id IN ( SELECT talent.my_interviews() AS my_interviews))));

create table talent.interview_guides (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  purpose text not null,
  standard_id uuid,
  family text,
  competency_ids jsonb default '[]'::jsonb not null,
  question_ids jsonb default '[]'::jsonb not null,
  state text default 'draft'::text not null,
  author_name text not null,
  changed_on date not null,
  constraint interview_guides_pkey PRIMARY KEY (agency_id, id),
  constraint interview_guides_agency_id_name_key UNIQUE (agency_id, name),
  constraint interview_guides_purpose_check CHECK ((purpose = ANY (ARRAY['advancement'::text, 'lateral'::text, 'programme'::text]))),
  constraint interview_guides_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'ready'::text, 'retired'::text]))),
  constraint interview_guides_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_guides_agency_id_standard_id_fkey FOREIGN KEY (agency_id, standard_id) REFERENCES competency.position_standards(agency_id, id)
);
alter table talent.interview_guides enable row level security;
alter table talent.interview_guides force row level security;
create policy add on talent.interview_guides for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_guides'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'own'::text) AS writes))));
create policy change on talent.interview_guides for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_guides'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_guides'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'own'::text) AS writes))));
create policy keeper on talent.interview_guides for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_guides for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_guides'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.interview_guides'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.interview_guides'::text, 'own'::text) AS reads))));
create policy remove on talent.interview_guides for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_guides'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_guides'::text, 'own'::text) AS writes))));

create table talent.interview_questions (
  agency_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  version integer not null,
  competency_id uuid not null,
  text text not null,
  probe text,
  anchors jsonb not null,
  state text default 'current'::text not null,
  change_reason text,
  author_name text not null,
  written_on date not null,
  constraint interview_questions_pkey PRIMARY KEY (agency_id, id),
  constraint interview_questions_agency_id_question_id_version_key UNIQUE (agency_id, question_id, version),
  constraint interview_questions_state_check CHECK ((state = ANY (ARRAY['current'::text, 'replaced'::text, 'retired'::text]))),
  constraint interview_questions_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint interview_questions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX interview_questions_current ON talent.interview_questions USING btree (agency_id, question_id) WHERE (state <> 'replaced'::text);
alter table talent.interview_questions enable row level security;
alter table talent.interview_questions force row level security;
create policy add on talent.interview_questions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_questions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'own'::text) AS writes))));
create policy change on talent.interview_questions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_questions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_questions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'own'::text) AS writes))));
create policy keeper on talent.interview_questions for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_questions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_questions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.interview_questions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.interview_questions'::text, 'own'::text) AS reads))));
create policy remove on talent.interview_questions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_questions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_questions'::text, 'own'::text) AS writes))));

create table talent.interview_ratings (
  agency_id uuid not null,
  interview_id uuid not null,
  employee_id uuid not null,
  question_id uuid not null,
  level integer,
  example text,
  saved_on date not null,
  constraint interview_ratings_pkey PRIMARY KEY (agency_id, interview_id, employee_id, question_id),
  constraint interview_ratings_level_check CHECK (((level >= 0) AND (level <= 5))),
  constraint interview_ratings_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint interview_ratings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_ratings_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
alter table talent.interview_ratings enable row level security;
alter table talent.interview_ratings force row level security;
create policy add on talent.interview_ratings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.interview_ratings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.interview_ratings for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_ratings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_ratings'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.interview_ratings'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.interview_ratings'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.interview_ratings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_ratings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.interview_reveals (
  agency_id uuid not null,
  interview_id uuid not null,
  ratings jsonb not null,
  opened_on date not null,
  constraint interview_reveals_pkey PRIMARY KEY (agency_id, interview_id),
  constraint interview_reveals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_reveals_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
alter table talent.interview_reveals enable row level security;
alter table talent.interview_reveals force row level security;
create policy add on talent.interview_reveals for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_reveals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'own'::text) AS writes))));
create policy change on talent.interview_reveals for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_reveals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_reveals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'own'::text) AS writes))));
create policy keeper on talent.interview_reveals for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_reveals for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_reveals'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.interview_reveals'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.interview_reveals'::text, 'own'::text) AS reads))));
create policy remove on talent.interview_reveals for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_reveals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_reveals'::text, 'own'::text) AS writes))));
create policy seated_read on talent.interview_reveals for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (interview_id IN ( SELECT talent.my_interviews() AS my_interviews))));

create table talent.interview_seats (
  agency_id uuid not null,
  interview_id uuid not null,
  employee_id uuid not null,
  candidate_id uuid not null,
  name text not null,
  is_lead boolean default false not null,
  state text default 'invited'::text not null,
  left_reason text,
  declared_on date,
  submitted_on date,
  constraint interview_seats_pkey PRIMARY KEY (agency_id, interview_id, employee_id),
  constraint interview_seats_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'declared'::text, 'submitted'::text, 'left'::text]))),
  constraint interview_seats_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint interview_seats_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_seats_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
CREATE INDEX interview_seats_by_employee ON talent.interview_seats USING btree (agency_id, employee_id);
alter table talent.interview_seats enable row level security;
alter table talent.interview_seats force row level security;
create policy add on talent.interview_seats for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_seats'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_seats'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_seats'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy candidate_read on talent.interview_seats for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (candidate_id = ( SELECT platform.employee() AS employee))));
create policy change on talent.interview_seats for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_seats'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_seats'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_seats'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_seats'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_seats'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_seats'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.interview_seats for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_seats for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_seats'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.interview_seats'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.interview_seats'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.interview_seats for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_seats'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interview_seats'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interview_seats'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy seated_read on talent.interview_seats for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (interview_id IN ( SELECT talent.my_interviews() AS my_interviews))));

create table talent.interview_sheets (
  agency_id uuid not null,
  interview_id uuid not null,
  questions jsonb not null,
  constraint interview_sheets_pkey PRIMARY KEY (agency_id, interview_id),
  constraint interview_sheets_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interview_sheets_agency_id_interview_id_fkey FOREIGN KEY (agency_id, interview_id) REFERENCES talent.interviews(agency_id, id)
);
alter table talent.interview_sheets enable row level security;
alter table talent.interview_sheets force row level security;
create policy add on talent.interview_sheets for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_sheets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'own'::text) AS writes))));
create policy change on talent.interview_sheets for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_sheets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_sheets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'own'::text) AS writes))));
create policy keeper on talent.interview_sheets for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interview_sheets for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interview_sheets'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.interview_sheets'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.interview_sheets'::text, 'own'::text) AS reads))));
create policy remove on talent.interview_sheets for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interview_sheets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.interview_sheets'::text, 'own'::text) AS writes))));
create policy seated_read on talent.interview_sheets for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (interview_id IN ( SELECT talent.my_interviews() AS my_interviews))));

create table talent.interviews (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  candidate_name text not null,
  guide_id uuid not null,
  cycle_id uuid,
  nomination_id uuid,
  target_position_id uuid,
  purpose text not null,
  held_on date not null,
  starts_at text not null,
  place text not null,
  due_on date not null,
  subjects jsonb not null,
  state text default 'planned'::text not null,
  rule_version text not null,
  scheduled_by_name text not null,
  scheduled_on date not null,
  opened_on date,
  cancel_reason text,
  strength text,
  practice text,
  constraint interviews_pkey PRIMARY KEY (agency_id, id),
  constraint interviews_purpose_check CHECK ((purpose = ANY (ARRAY['advancement'::text, 'lateral'::text, 'programme'::text]))),
  constraint interviews_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'opened'::text, 'concluded'::text, 'cancelled'::text]))),
  constraint interviews_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint interviews_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint interviews_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint interviews_agency_id_guide_id_fkey FOREIGN KEY (agency_id, guide_id) REFERENCES talent.interview_guides(agency_id, id),
  constraint interviews_agency_id_nomination_id_fkey FOREIGN KEY (agency_id, nomination_id) REFERENCES talent.nominations(agency_id, id),
  constraint interviews_agency_id_target_position_id_fkey FOREIGN KEY (agency_id, target_position_id) REFERENCES workforce.positions(agency_id, id)
);
CREATE INDEX interviews_by_day ON talent.interviews USING btree (agency_id, held_on DESC, id);
CREATE INDEX interviews_by_employee ON talent.interviews USING btree (agency_id, employee_id);
alter table talent.interviews enable row level security;
alter table talent.interviews force row level security;
create policy add on talent.interviews for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.interviews for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.interviews for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.interviews for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.interviews'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.interviews'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.interviews'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.interviews for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.interviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.interviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.interviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy seated_read on talent.interviews for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (id IN ( SELECT talent.my_interviews() AS my_interviews))));

create table talent.moves (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  from_box integer not null,
  to_box integer not null,
  reason_code text not null,
  note text not null,
  state text default 'proposed'::text not null,
  moved_by uuid,
  moved_by_name text not null,
  moved_at timestamp with time zone default now() not null,
  session_item_id uuid,
  constraint moves_pkey PRIMARY KEY (agency_id, id),
  constraint moves_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'decided'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint moves_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint moves_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint moves_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.moves enable row level security;
alter table talent.moves force row level security;
create policy add on talent.moves for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.moves for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.moves for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.moves for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.moves'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.moves'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.moves'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.moves for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.nomination_references (
  agency_id uuid not null,
  id uuid not null,
  nomination_id uuid not null,
  employee_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  about_position text,
  purpose text not null,
  state text default 'asked'::text not null,
  known_how text,
  reasons jsonb default '[]'::jsonb not null,
  verdict text,
  decline_reason text,
  asked_by_name text not null,
  asked_on date not null,
  due_on date not null,
  answered_on date,
  constraint nomination_references_pkey PRIMARY KEY (agency_id, id),
  constraint nomination_references_purpose_check CHECK ((purpose = ANY (ARRAY['advancement'::text, 'lateral'::text, 'programme'::text]))),
  constraint nomination_references_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint nomination_references_verdict_check CHECK ((verdict = ANY (ARRAY['supports'::text, 'with-reservation'::text, 'does-not-support'::text]))),
  constraint nomination_references_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint nomination_references_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint nomination_references_agency_id_nomination_id_fkey FOREIGN KEY (agency_id, nomination_id) REFERENCES talent.nominations(agency_id, id)
);
CREATE INDEX nomination_references_by_referee ON talent.nomination_references USING btree (agency_id, employee_id);
CREATE UNIQUE INDEX nomination_references_once ON talent.nomination_references USING btree (agency_id, nomination_id) WHERE (state = ANY (ARRAY['asked'::text, 'given'::text]));
alter table talent.nomination_references enable row level security;
alter table talent.nomination_references force row level security;
create policy add on talent.nomination_references for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nomination_references'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nomination_references'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nomination_references'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.nomination_references for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nomination_references'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nomination_references'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nomination_references'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nomination_references'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nomination_references'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nomination_references'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.nomination_references for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.nomination_references for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.nomination_references'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.nomination_references'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.nomination_references'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.nomination_references for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nomination_references'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nomination_references'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nomination_references'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.nominations (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid,
  programme_id uuid,
  employee_id uuid not null,
  nominated_by uuid not null,
  purpose text not null,
  rationale text not null,
  state text default 'submitted'::text not null,
  decision_reason text,
  decided_by uuid,
  nominated_on date not null,
  decided_on date,
  nominated_by_name text,
  decided_by_name text,
  reasons jsonb default '[]'::jsonb not null,
  rule_version text,
  reference_state text default 'none'::text not null,
  reference_by_name text,
  reference_reasons jsonb,
  earlier jsonb default '[]'::jsonb not null,
  constraint nominations_pkey PRIMARY KEY (agency_id, id),
  constraint nominations_purpose_check CHECK ((purpose = ANY (ARRAY['advancement'::text, 'lateral'::text, 'programme'::text]))),
  constraint nominations_reference_state_check CHECK ((reference_state = ANY (ARRAY['none'::text, 'asked'::text, 'given'::text, 'declined'::text]))),
  constraint nominations_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint nominations_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint nominations_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint nominations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.nominations enable row level security;
alter table talent.nominations force row level security;
create policy add on talent.nominations for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nominations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nominations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nominations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.nominations for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nominations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nominations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nominations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nominations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nominations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nominations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.nominations for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.nominations for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.nominations'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.nominations'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.nominations'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.nominations for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.nominations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.nominations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.nominations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.objection_effects (
  agency_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  employee_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  label text not null,
  href text not null,
  owner_id uuid,
  owner_name text not null,
  state text default 'open'::text not null,
  outcome text,
  found_on date not null,
  due_on date not null,
  settled_by_name text,
  settled_on date,
  constraint objection_effects_pkey PRIMARY KEY (agency_id, id),
  constraint objection_effects_agency_id_objection_id_kind_subject_id_key UNIQUE (agency_id, objection_id, kind, subject_id),
  constraint objection_effects_kind_check CHECK ((kind = ANY (ARRAY['map'::text, 'plan'::text, 'bench'::text, 'dossier'::text]))),
  constraint objection_effects_state_check CHECK ((state = ANY (ARRAY['open'::text, 'changed'::text, 'kept'::text]))),
  constraint objection_effects_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint objection_effects_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint objection_effects_agency_id_objection_id_fkey FOREIGN KEY (agency_id, objection_id) REFERENCES talent.objections(agency_id, id)
);
CREATE INDEX objection_effects_by_owner ON talent.objection_effects USING btree (agency_id, owner_id) WHERE (state = 'open'::text);
alter table talent.objection_effects enable row level security;
alter table talent.objection_effects force row level security;
create policy add on talent.objection_effects for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_effects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_effects'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_effects'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.objection_effects for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_effects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_effects'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_effects'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_effects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_effects'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_effects'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.objection_effects for all to anyam_owner
  using (true)
  with check (true);
create policy person_read on talent.objection_effects for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (employee_id = ( SELECT platform.employee() AS employee))));
create policy read on talent.objection_effects for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.objection_effects'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.objection_effects'::text, 'team'::text) AS reads) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.objection_effects'::text, 'own'::text) AS reads) AND (owner_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.objection_effects for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_effects'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_effects'::text, 'team'::text) AS writes) AND (owner_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_effects'::text, 'own'::text) AS writes) AND (owner_id = ( SELECT platform.employee() AS employee))))));

create table talent.objection_files (
  agency_id uuid not null,
  id uuid not null,
  objection_id uuid not null,
  employee_id uuid not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes integer not null,
  added_on date not null,
  constraint objection_files_pkey PRIMARY KEY (agency_id, id),
  constraint objection_files_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint objection_files_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint objection_files_agency_id_objection_id_fkey FOREIGN KEY (agency_id, objection_id) REFERENCES talent.objections(agency_id, id)
);
CREATE INDEX objection_files_by_objection ON talent.objection_files USING btree (agency_id, objection_id);
alter table talent.objection_files enable row level security;
alter table talent.objection_files force row level security;
create policy add on talent.objection_files for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.objection_files for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.objection_files for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.objection_files for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.objection_files'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.objection_files'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.objection_files'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.objection_files for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objection_files'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objection_files'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objection_files'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.objections (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid,
  employee_id uuid not null,
  statement text not null,
  state text default 'submitted'::text not null,
  submitted_on date not null,
  due_on date not null,
  answer text,
  answered_by uuid,
  answered_on date,
  nomination_id uuid,
  constraint objections_pkey PRIMARY KEY (agency_id, id),
  constraint objections_about CHECK (((cycle_id IS NOT NULL) OR (nomination_id IS NOT NULL))),
  constraint objections_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'granted'::text, 'rejected'::text, 'withdrawn'::text]))),
  constraint objections_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint objections_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint objections_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint objections_agency_id_nomination_id_fkey FOREIGN KEY (agency_id, nomination_id) REFERENCES talent.nominations(agency_id, id)
);
alter table talent.objections enable row level security;
alter table talent.objections force row level security;
create policy add on talent.objections for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objections'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objections'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objections'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.objections for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objections'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objections'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objections'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objections'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objections'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objections'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.objections for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.objections for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.objections'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.objections'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.objections'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.objections for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.objections'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.objections'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.objections'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.policy_moves (
  agency_id uuid not null,
  preview_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  from_box integer,
  to_box integer,
  cause text not null,
  shares jsonb,
  constraint policy_moves_pkey PRIMARY KEY (agency_id, preview_id, employee_id),
  constraint policy_moves_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint policy_moves_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint policy_moves_agency_id_preview_id_fkey FOREIGN KEY (agency_id, preview_id) REFERENCES talent.policy_previews(agency_id, id)
);
alter table talent.policy_moves enable row level security;
alter table talent.policy_moves force row level security;
create policy add on talent.policy_moves for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.policy_moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.policy_moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.policy_moves for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.policy_moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.policy_moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.policy_moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.policy_moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.policy_moves for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.policy_moves for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.policy_moves'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.policy_moves'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.policy_moves'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.policy_moves for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_moves'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.policy_moves'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.policy_moves'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.policy_previews (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  cycle_id uuid not null,
  content_hash text not null,
  compared_code text not null,
  compared_version text not null,
  people integer not null,
  moved integer,
  summary jsonb not null,
  made_on date not null,
  made_by_name text not null,
  constraint policy_previews_pkey PRIMARY KEY (agency_id, id),
  constraint policy_previews_agency_id_policy_id_key UNIQUE (agency_id, policy_id),
  constraint policy_previews_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint policy_previews_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint policy_previews_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES talent.policy_versions(agency_id, id)
);
alter table talent.policy_previews enable row level security;
alter table talent.policy_previews force row level security;
create policy add on talent.policy_previews for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_previews'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'own'::text) AS writes))));
create policy change on talent.policy_previews for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_previews'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_previews'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'own'::text) AS writes))));
create policy keeper on talent.policy_previews for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.policy_previews for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.policy_previews'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.policy_previews'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.policy_previews'::text, 'own'::text) AS reads))));
create policy remove on talent.policy_previews for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_previews'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_previews'::text, 'own'::text) AS writes))));

create table talent.policy_versions (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  version text not null,
  based_on text not null,
  state text default 'draft'::text not null,
  legal_basis text not null,
  valid_from date not null,
  purpose text not null,
  content jsonb not null,
  author_account_id uuid,
  author_employee_id uuid,
  author_name text not null,
  drafted_on date not null,
  submitted_on date,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  constraint policy_versions_pkey PRIMARY KEY (agency_id, id),
  constraint policy_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  constraint policy_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX policy_versions_name ON talent.policy_versions USING btree (agency_id, code, version) WHERE (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text]));
alter table talent.policy_versions enable row level security;
alter table talent.policy_versions force row level security;
create policy add on talent.policy_versions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'own'::text) AS writes))));
create policy change on talent.policy_versions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'own'::text) AS writes))));
create policy keeper on talent.policy_versions for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.policy_versions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.policy_versions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.policy_versions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.policy_versions'::text, 'own'::text) AS reads))));
create policy remove on talent.policy_versions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.policy_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.policy_versions'::text, 'own'::text) AS writes))));

create table talent.scores (
  agency_id uuid not null,
  cycle_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  tier text,
  x numeric(9,6),
  y numeric(9,6),
  talent numeric(9,6),
  x_low numeric(9,6),
  x_high numeric(9,6),
  y_low numeric(9,6),
  y_high numeric(9,6),
  level_x integer,
  level_y integer,
  box integer,
  placement text not null,
  waiting_reason text,
  is_near_cut boolean default false not null,
  has_expiring boolean default false not null,
  needs jsonb default '[]'::jsonb not null,
  figure jsonb not null,
  rule_code text not null,
  rule_version text not null,
  input_hash text not null,
  constraint scores_pkey PRIMARY KEY (agency_id, cycle_id, employee_id),
  constraint scores_box_check CHECK (((box >= 1) AND (box <= 9))),
  constraint scores_placement_check CHECK ((placement = ANY (ARRAY['placed'::text, 'waiting'::text]))),
  constraint scores_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint scores_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint scores_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX scores_by_box ON talent.scores USING btree (agency_id, cycle_id, box);
alter table talent.scores enable row level security;
alter table talent.scores force row level security;
create policy add on talent.scores for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.scores for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.scores for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.scores for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.scores'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.scores'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.scores'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.scores for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_ballots (
  agency_id uuid not null,
  item_id uuid not null,
  round integer not null,
  employee_id uuid not null,
  cast_at timestamp with time zone default now() not null,
  constraint session_ballots_pkey PRIMARY KEY (agency_id, item_id, round, employee_id),
  constraint session_ballots_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_ballots_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_ballots_agency_id_item_id_fkey FOREIGN KEY (agency_id, item_id) REFERENCES talent.session_items(agency_id, id)
);
alter table talent.session_ballots enable row level security;
alter table talent.session_ballots force row level security;
create policy add on talent.session_ballots for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_ballots'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_ballots'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_ballots'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_ballots for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_ballots'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_ballots'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_ballots'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_ballots'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_ballots'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_ballots'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_ballots for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_ballots for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_ballots'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_ballots'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_ballots'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_ballots for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_ballots'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_ballots'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_ballots'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_dissents (
  agency_id uuid not null,
  item_id uuid not null,
  employee_id uuid not null,
  name text not null,
  text text not null,
  stated_at timestamp with time zone default now() not null,
  constraint session_dissents_pkey PRIMARY KEY (agency_id, item_id, employee_id),
  constraint session_dissents_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_dissents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_dissents_agency_id_item_id_fkey FOREIGN KEY (agency_id, item_id) REFERENCES talent.session_items(agency_id, id)
);
alter table talent.session_dissents enable row level security;
alter table talent.session_dissents force row level security;
create policy add on talent.session_dissents for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_dissents'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_dissents'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_dissents'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_dissents for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_dissents'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_dissents'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_dissents'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_dissents'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_dissents'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_dissents'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_dissents for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_dissents for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_dissents'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_dissents'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_dissents'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_dissents for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_dissents'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_dissents'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_dissents'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_interests (
  agency_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  employee_id uuid not null,
  about_id uuid not null,
  kind text not null,
  note text,
  origin text default 'declared'::text not null,
  declared_at timestamp with time zone default now() not null,
  constraint session_interests_pkey PRIMARY KEY (agency_id, id),
  constraint session_interests_agency_id_session_id_employee_id_about_id_key UNIQUE (agency_id, session_id, employee_id, about_id),
  constraint session_interests_origin_check CHECK ((origin = ANY (ARRAY['declared'::text, 'record'::text]))),
  constraint session_interests_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_interests_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_interests_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES talent.sessions(agency_id, id)
);
alter table talent.session_interests enable row level security;
alter table talent.session_interests force row level security;
create policy add on talent.session_interests for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_interests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_interests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_interests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_interests for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_interests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_interests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_interests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_interests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_interests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_interests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_interests for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_interests for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_interests'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_interests'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_interests'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_interests for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_interests'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_interests'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_interests'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_items (
  agency_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  ordinal integer not null,
  kind text not null,
  title text not null,
  employee_id uuid,
  candidate_number integer,
  move_id uuid,
  state text default 'waiting'::text not null,
  round integer default 1 not null,
  began_at timestamp with time zone,
  decided_at timestamp with time zone,
  decision text,
  reason_code text,
  note text,
  outcome jsonb default '[]'::jsonb not null,
  quorum jsonb,
  constraint session_items_pkey PRIMARY KEY (agency_id, id),
  constraint session_items_agency_id_session_id_ordinal_key UNIQUE (agency_id, session_id, ordinal),
  constraint session_items_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'keep'::text, 'postpone'::text]))),
  constraint session_items_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'move'::text, 'map'::text, 'other'::text]))),
  constraint session_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'voting'::text, 'opened'::text, 'decided'::text]))),
  constraint session_items_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_items_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_items_agency_id_move_id_fkey FOREIGN KEY (agency_id, move_id) REFERENCES talent.moves(agency_id, id),
  constraint session_items_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES talent.sessions(agency_id, id)
);
alter table talent.session_items enable row level security;
alter table talent.session_items force row level security;
create policy add on talent.session_items for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_items for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_items for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_items for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_items'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_items'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_items'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_items for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_members (
  agency_id uuid not null,
  session_id uuid not null,
  employee_id uuid not null,
  name text not null,
  seat text not null,
  state text default 'invited'::text not null,
  absence_reason text,
  declared_at timestamp with time zone,
  signed_at timestamp with time zone,
  constraint session_members_pkey PRIMARY KEY (agency_id, session_id, employee_id),
  constraint session_members_seat_check CHECK ((seat = ANY (ARRAY['chair'::text, 'secretary'::text, 'member'::text]))),
  constraint session_members_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'present'::text, 'absent'::text]))),
  constraint session_members_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_members_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_members_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES talent.sessions(agency_id, id)
);
alter table talent.session_members enable row level security;
alter table talent.session_members force row level security;
create policy add on talent.session_members for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_members for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_members for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_members for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_members'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_members'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_members'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_members for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_members'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_members'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_members'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.session_notes (
  agency_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  item_id uuid,
  kind text not null,
  text text not null,
  author_name text not null,
  state text default 'kept'::text not null,
  said_at timestamp with time zone default now() not null,
  constraint session_notes_pkey PRIMARY KEY (agency_id, id),
  constraint session_notes_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'note'::text, 'correction'::text]))),
  constraint session_notes_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'proposed'::text, 'refused'::text]))),
  constraint session_notes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_notes_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES talent.sessions(agency_id, id)
);
CREATE INDEX session_notes_in_order ON talent.session_notes USING btree (agency_id, session_id, said_at);
alter table talent.session_notes enable row level security;
alter table talent.session_notes force row level security;
create policy add on talent.session_notes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'own'::text) AS writes))));
create policy change on talent.session_notes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'own'::text) AS writes))));
create policy keeper on talent.session_notes for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_notes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_notes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.session_notes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.session_notes'::text, 'own'::text) AS reads))));
create policy remove on talent.session_notes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_notes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.session_notes'::text, 'own'::text) AS writes))));

create table talent.session_votes (
  agency_id uuid not null,
  item_id uuid not null,
  round integer not null,
  employee_id uuid not null,
  choice text not null,
  reason_code text not null,
  constraint session_votes_pkey PRIMARY KEY (agency_id, item_id, round, employee_id),
  constraint session_votes_choice_check CHECK ((choice = ANY (ARRAY['approve'::text, 'keep'::text, 'postpone'::text]))),
  constraint session_votes_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint session_votes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_votes_agency_id_item_id_fkey FOREIGN KEY (agency_id, item_id) REFERENCES talent.session_items(agency_id, id)
);
alter table talent.session_votes enable row level security;
alter table talent.session_votes force row level security;
create policy add on talent.session_votes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_votes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_votes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_votes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.session_votes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_votes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_votes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_votes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_votes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_votes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_votes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.session_votes for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.session_votes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.session_votes'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.session_votes'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.session_votes'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.session_votes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.session_votes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.session_votes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.session_votes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.sessions (
  agency_id uuid not null,
  id uuid not null,
  committee_id uuid not null,
  cycle_id uuid not null,
  name text not null,
  held_on date not null,
  state text default 'planned'::text not null,
  rule_code text not null,
  rule_version text not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  minutes jsonb,
  minutes_hash text,
  revision integer default 1 not null,
  constraint sessions_pkey PRIMARY KEY (agency_id, id),
  constraint sessions_agency_id_name_key UNIQUE (agency_id, name),
  constraint sessions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text]))),
  constraint sessions_agency_id_committee_id_fkey FOREIGN KEY (agency_id, committee_id) REFERENCES talent.committees(agency_id, id),
  constraint sessions_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint sessions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.sessions enable row level security;
alter table talent.sessions force row level security;
create policy add on talent.sessions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'own'::text) AS writes))));
create policy change on talent.sessions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'own'::text) AS writes))));
create policy keeper on talent.sessions for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.sessions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.sessions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.sessions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.sessions'::text, 'own'::text) AS reads))));
create policy remove on talent.sessions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.sessions'::text, 'own'::text) AS writes))));

create table talent.sheet_scores (
  agency_id uuid not null,
  employee_id uuid not null,
  sheet_on date not null,
  parts jsonb not null,
  written_x numeric(9,4),
  written_y numeric(9,4),
  written_box integer,
  constraint sheet_scores_pkey PRIMARY KEY (agency_id, employee_id, sheet_on),
  constraint sheet_scores_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint sheet_scores_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.sheet_scores enable row level security;
alter table talent.sheet_scores force row level security;
create policy add on talent.sheet_scores for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sheet_scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.sheet_scores for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sheet_scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sheet_scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.sheet_scores for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.sheet_scores for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.sheet_scores'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.sheet_scores'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.sheet_scores'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.sheet_scores for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.sheet_scores'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.sheet_scores'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.snapshot_results (
  agency_id uuid not null,
  snapshot_id uuid not null,
  employee_id uuid not null,
  box integer,
  decided_box integer,
  x numeric(9,6),
  y numeric(9,6),
  placement text not null,
  input_hash text not null,
  constraint snapshot_results_pkey PRIMARY KEY (agency_id, snapshot_id, employee_id),
  constraint snapshot_results_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint snapshot_results_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint snapshot_results_agency_id_snapshot_id_fkey FOREIGN KEY (agency_id, snapshot_id) REFERENCES talent.snapshots(agency_id, id)
);
alter table talent.snapshot_results enable row level security;
alter table talent.snapshot_results force row level security;
create policy add on talent.snapshot_results for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshot_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.snapshot_results for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshot_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshot_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.snapshot_results for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.snapshot_results for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.snapshot_results'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.snapshot_results'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.snapshot_results'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.snapshot_results for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshot_results'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.snapshot_results'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table talent.snapshots (
  agency_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  stage text not null,
  version integer not null,
  reason text,
  rule_code text not null,
  rule_version text not null,
  rule_body jsonb not null,
  code_version text not null,
  as_of date not null,
  people integer not null,
  placed integer not null,
  results_hash text not null,
  frozen_at timestamp with time zone default now() not null,
  frozen_by_name text not null,
  constraint snapshots_pkey PRIMARY KEY (agency_id, id),
  constraint snapshots_agency_id_cycle_id_stage_version_key UNIQUE (agency_id, cycle_id, stage, version),
  constraint snapshots_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint snapshots_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.snapshots enable row level security;
alter table talent.snapshots force row level security;
create policy add on talent.snapshots for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshots'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'own'::text) AS writes))));
create policy change on talent.snapshots for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshots'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshots'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'own'::text) AS writes))));
create policy keeper on talent.snapshots for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.snapshots for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.snapshots'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.snapshots'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.snapshots'::text, 'own'::text) AS reads))));
create policy remove on talent.snapshots for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.snapshots'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.snapshots'::text, 'own'::text) AS writes))));

create table talent.unit_cuts (
  agency_id uuid not null,
  cycle_id uuid not null,
  unit_id uuid not null,
  axis text not null,
  reach text not null,
  people integer not null,
  cuts jsonb not null,
  constraint unit_cuts_pkey PRIMARY KEY (agency_id, cycle_id, unit_id, axis),
  constraint unit_cuts_axis_check CHECK ((axis = ANY (ARRAY['x'::text, 'y'::text]))),
  constraint unit_cuts_reach_check CHECK ((reach = ANY (ARRAY['unit'::text, 'agency'::text, 'fixed'::text]))),
  constraint unit_cuts_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint unit_cuts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table talent.unit_cuts enable row level security;
alter table talent.unit_cuts force row level security;
create policy add on talent.unit_cuts for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.unit_cuts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'own'::text) AS writes))));
create policy change on talent.unit_cuts for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.unit_cuts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.unit_cuts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'own'::text) AS writes))));
create policy keeper on talent.unit_cuts for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.unit_cuts for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.unit_cuts'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.unit_cuts'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.unit_cuts'::text, 'own'::text) AS reads))));
create policy remove on talent.unit_cuts for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.unit_cuts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.unit_cuts'::text, 'own'::text) AS writes))));

create table talent.value_raters (
  agency_id uuid not null,
  review_id uuid not null,
  rater_id uuid not null,
  rater_name text not null,
  about_id uuid not null,
  about_name text not null,
  relation text not null,
  state text default 'asked'::text not null,
  proposed_by_person boolean default false not null,
  due_on date not null,
  decline_reason text,
  answered_on date,
  constraint value_raters_pkey PRIMARY KEY (agency_id, review_id, rater_id),
  constraint value_raters_relation_check CHECK ((relation = ANY (ARRAY['supervisor'::text, 'colleague'::text]))),
  constraint value_raters_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'asked'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint value_raters_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint value_raters_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint value_raters_agency_id_review_id_fkey FOREIGN KEY (agency_id, review_id) REFERENCES talent.value_reviews(agency_id, id)
);
CREATE INDEX value_raters_by_rater ON talent.value_raters USING btree (agency_id, rater_id);
alter table talent.value_raters enable row level security;
alter table talent.value_raters force row level security;
create policy add on talent.value_raters for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_raters'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_raters'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.value_raters for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_raters'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_raters'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_raters'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_raters'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.value_raters for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.value_raters for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.value_raters'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.value_raters'::text, 'team'::text) AS reads) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.value_raters'::text, 'own'::text) AS reads) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.value_raters for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_raters'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_raters'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_raters'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));

create table talent.value_ratings (
  agency_id uuid not null,
  review_id uuid not null,
  rater_id uuid not null,
  value_code text not null,
  step integer,
  example text,
  example_on date,
  saved_on date not null,
  constraint value_ratings_pkey PRIMARY KEY (agency_id, review_id, rater_id, value_code),
  constraint value_ratings_step_check CHECK (((step >= 1) AND (step <= 4))),
  constraint value_ratings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint value_ratings_agency_id_rater_id_fkey FOREIGN KEY (agency_id, rater_id) REFERENCES workforce.employees(agency_id, id),
  constraint value_ratings_agency_id_review_id_fkey FOREIGN KEY (agency_id, review_id) REFERENCES talent.value_reviews(agency_id, id)
);
alter table talent.value_ratings enable row level security;
alter table talent.value_ratings force row level security;
create policy add on talent.value_ratings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_ratings'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_ratings'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.value_ratings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_ratings'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_ratings'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_ratings'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_ratings'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.value_ratings for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.value_ratings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.value_ratings'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.value_ratings'::text, 'team'::text) AS reads) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.value_ratings'::text, 'own'::text) AS reads) AND (rater_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.value_ratings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_ratings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_ratings'::text, 'team'::text) AS writes) AND (rater_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_ratings'::text, 'own'::text) AS writes) AND (rater_id = ( SELECT platform.employee() AS employee))))));

create table talent.value_results (
  agency_id uuid not null,
  review_id uuid not null,
  version integer not null,
  employee_id uuid not null,
  ratings jsonb not null,
  raters integer not null,
  mean_step numeric(6,4),
  is_shown boolean default false not null,
  reason text,
  opened_on date not null,
  constraint value_results_pkey PRIMARY KEY (agency_id, review_id, version),
  constraint value_results_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint value_results_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint value_results_agency_id_review_id_fkey FOREIGN KEY (agency_id, review_id) REFERENCES talent.value_reviews(agency_id, id)
);
alter table talent.value_results enable row level security;
alter table talent.value_results force row level security;
create policy add on talent.value_results for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_results'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'own'::text) AS writes))));
create policy change on talent.value_results for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_results'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_results'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'own'::text) AS writes))));
create policy keeper on talent.value_results for all to anyam_owner
  using (true)
  with check (true);
create policy person_read on talent.value_results for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (employee_id = ( SELECT platform.employee() AS employee)) AND is_shown));
create policy read on talent.value_results for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.value_results'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('talent.value_results'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('talent.value_results'::text, 'own'::text) AS reads))));
create policy remove on talent.value_results for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_results'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('talent.value_results'::text, 'own'::text) AS writes))));

create table talent.value_reviews (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  cycle_id uuid,
  year integer not null,
  state text default 'gathering'::text not null,
  due_on date not null,
  asked_by_name text not null,
  asked_on date not null,
  rule_version text not null,
  opened_on date,
  cancel_reason text,
  strength text,
  practice text,
  constraint value_reviews_pkey PRIMARY KEY (agency_id, id),
  constraint value_reviews_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'opened'::text, 'cancelled'::text]))),
  constraint value_reviews_agency_id_cycle_id_fkey FOREIGN KEY (agency_id, cycle_id) REFERENCES talent.cycles(agency_id, id),
  constraint value_reviews_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint value_reviews_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX value_reviews_once ON talent.value_reviews USING btree (agency_id, employee_id, year) WHERE (state <> 'cancelled'::text);
alter table talent.value_reviews enable row level security;
alter table talent.value_reviews force row level security;
create policy add on talent.value_reviews for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_reviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_reviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_reviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on talent.value_reviews for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_reviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_reviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_reviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_reviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_reviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_reviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on talent.value_reviews for all to anyam_owner
  using (true)
  with check (true);
create policy read on talent.value_reviews for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('talent.value_reviews'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('talent.value_reviews'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('talent.value_reviews'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on talent.value_reviews for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('talent.value_reviews'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('talent.value_reviews'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('talent.value_reviews'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create view talent.v_aspirations with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    target_position_id,
    note,
    stated_on,
    withdrawn_on,
    rank,
    wanted_from,
    withdrawal_reason
   FROM talent.aspirations
  WHERE ((withdrawn_on IS NULL) AND (rank = 1));

create view talent.v_box_counts with (security_invoker=true) as
 SELECT agency_id,
    cycle_id,
    unit_id,
    tier,
    box,
    people
   FROM talent.box_counts;

create view talent.v_career_plans with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    version,
    state,
    goal,
    steps,
    change_reason,
    written_on,
    seen_by_name,
    seen_on,
    seen_note
   FROM talent.career_plans
  WHERE (state = ANY (ARRAY['written'::text, 'seen'::text]));

create view talent.v_career_wishes with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    moves,
    places,
    moves_from,
    guidance,
    retirement,
    retires_on,
    note,
    stated_on,
    withdrawn_on
   FROM talent.career_wishes
  WHERE (withdrawn_on IS NULL);

create view talent.v_cycles with (security_invoker=true) as
 SELECT agency_id,
    id,
    name,
    year,
    state,
    rule_code,
    rule_version,
    as_of,
    scope,
    objection_until,
    placed_at,
    code_version
   FROM talent.cycles;

create view talent.v_feedback_files with (security_invoker=true) as
 SELECT agency_id,
    employee_id,
    year,
    rating
   FROM talent.feedback_360;

create view talent.v_feedback_raters with (security_invoker=true) as
 SELECT agency_id,
    id,
    round_id,
    employee_id,
    rater_id,
    rater_group,
    standing
   FROM talent.feedback_raters;

create view talent.v_feedback_remarks with (security_invoker=true) as
 SELECT agency_id,
    id,
    round_id,
    about_id,
    about_name,
    text,
    state
   FROM talent.feedback_remarks;

create view talent.v_feedback_requests with (security_invoker=true) as
 SELECT agency_id,
    id,
    round_id,
    rater_id,
    about_id,
    rater_group,
    state,
    due_on
   FROM talent.feedback_replies;

create view talent.v_feedback_results with (security_invoker=true) as
 SELECT agency_id,
    id,
    round_id,
    employee_id,
    year,
    version,
    rating,
    closed_on
   FROM talent.feedback_results;

create view talent.v_interviews with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    candidate_name,
    cycle_id,
    target_position_id,
    purpose,
    held_on,
    starts_at,
    place,
    due_on,
    state,
    opened_on
   FROM talent.interviews;

create view talent.v_moves with (security_invoker=true) as
 SELECT agency_id,
    id,
    cycle_id,
    employee_id,
    from_box,
    to_box,
    reason_code,
    note,
    state,
    moved_by,
    moved_by_name,
    moved_at,
    session_item_id
   FROM talent.moves;

create view talent.v_nomination_references with (security_invoker=true) as
 SELECT agency_id,
    id,
    nomination_id,
    employee_id,
    about_id,
    about_name,
    purpose,
    state,
    asked_on,
    due_on,
    answered_on
   FROM talent.nomination_references;

create view talent.v_nominations with (security_invoker=true) as
 SELECT agency_id,
    id,
    cycle_id,
    programme_id,
    employee_id,
    nominated_by,
    purpose,
    rationale,
    state,
    decision_reason,
    decided_by,
    nominated_on,
    decided_on
   FROM talent.nominations;

create view talent.v_objection_effects with (security_invoker=true) as
 SELECT agency_id,
    id,
    objection_id,
    employee_id,
    kind,
    subject_id,
    label,
    href,
    owner_id,
    owner_name,
    state,
    outcome,
    found_on,
    due_on,
    settled_by_name,
    settled_on
   FROM talent.objection_effects;

create view talent.v_objections with (security_invoker=true) as
 SELECT agency_id,
    id,
    cycle_id,
    employee_id,
    statement,
    state,
    submitted_on,
    due_on,
    answer,
    answered_by,
    answered_on
   FROM talent.objections;

create view talent.v_scores with (security_invoker=true) as
 SELECT s.agency_id,
    s.cycle_id,
    s.employee_id,
    s.unit_id,
    s.tier,
    s.x,
    s.y,
    s.talent,
    s.x_low,
    s.x_high,
    s.y_low,
    s.y_high,
    s.level_x,
    s.level_y,
    s.box,
    s.placement,
    s.waiting_reason,
    s.is_near_cut,
    s.has_expiring,
    s.needs,
    s.figure,
    s.rule_code,
    s.rule_version,
    s.input_hash,
    COALESCE(m.to_box, s.box) AS decided_box
   FROM (talent.scores s
     LEFT JOIN LATERAL ( SELECT m_1.to_box
           FROM talent.moves m_1
          WHERE ((m_1.agency_id = s.agency_id) AND (m_1.cycle_id = s.cycle_id) AND (m_1.employee_id = s.employee_id) AND (m_1.state = 'decided'::text))
          ORDER BY m_1.moved_at DESC
         LIMIT 1) m ON (true));

create view talent.v_sessions with (security_invoker=true) as
 SELECT agency_id,
    id,
    committee_id,
    cycle_id,
    name,
    held_on,
    state,
    opened_at,
    closed_at,
    minutes_hash
   FROM talent.sessions;

create view talent.v_sheet_scores with (security_invoker=true) as
 SELECT agency_id,
    employee_id,
    sheet_on,
    parts,
    written_x,
    written_y,
    written_box
   FROM talent.sheet_scores;

create view talent.v_target_posts with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    target_position_id,
    note,
    stated_on,
    withdrawn_on,
    rank,
    wanted_from,
    withdrawal_reason
   FROM talent.aspirations
  WHERE (withdrawn_on IS NULL);

create view talent.v_value_reviews with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    cycle_id,
    year,
    state,
    due_on,
    opened_on,
    strength,
    practice
   FROM talent.value_reviews;

-- planning --------------------------------------------------------------

create schema planning;

CREATE OR REPLACE FUNCTION planning.delegated_to_me()
 RETURNS TABLE(collection_id uuid, supervisor_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'planning'
AS $function$
  select d.collection_id, d.supervisor_id from planning.need_delegations d
  where d.agency_id = platform.agency() and d.delegate_id = platform.employee() and d.withdrawn_on is null
$function$;

create table planning.agreements (
  agency_id uuid not null,
  id uuid not null,
  provider text not null,
  number text not null,
  subject text not null,
  starts_on date not null,
  ends_on date not null,
  accreditation text,
  accredited_until date,
  ended_on date,
  ended_reason text,
  recorded_by_name text not null,
  recorded_on date not null,
  constraint agreements_pkey PRIMARY KEY (agency_id, id),
  constraint agreements_agency_id_number_key UNIQUE (agency_id, number),
  constraint agreements_check CHECK ((ends_on >= starts_on)),
  constraint agreements_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.agreements enable row level security;
alter table planning.agreements force row level security;
create policy add on planning.agreements for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'own'::text) AS writes))));
create policy change on planning.agreements for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'own'::text) AS writes))));
create policy keeper on planning.agreements for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.agreements for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.agreements'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.agreements'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.agreements'::text, 'own'::text) AS reads))));
create policy remove on planning.agreements for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.agreements'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.agreements'::text, 'own'::text) AS writes))));

create table planning.budget_forecasts (
  agency_id uuid not null,
  line_id uuid not null,
  made_on date not null,
  value bigint,
  low bigint not null,
  high bigint not null,
  realised bigint,
  committed bigint,
  method text not null,
  constraint budget_forecasts_pkey PRIMARY KEY (agency_id, line_id, made_on),
  constraint budget_forecasts_check CHECK ((high >= low)),
  constraint budget_forecasts_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint budget_forecasts_agency_id_line_id_fkey FOREIGN KEY (agency_id, line_id) REFERENCES planning.budget_lines(agency_id, id) ON DELETE CASCADE
);
alter table planning.budget_forecasts enable row level security;
alter table planning.budget_forecasts force row level security;
create policy add on planning.budget_forecasts for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_forecasts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'own'::text) AS writes))));
create policy change on planning.budget_forecasts for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_forecasts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_forecasts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'own'::text) AS writes))));
create policy keeper on planning.budget_forecasts for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.budget_forecasts for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.budget_forecasts'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.budget_forecasts'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.budget_forecasts'::text, 'own'::text) AS reads))));
create policy remove on planning.budget_forecasts for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_forecasts'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_forecasts'::text, 'own'::text) AS writes))));

create table planning.budget_lines (
  agency_id uuid not null,
  id uuid not null,
  code text,
  unit_id uuid,
  activity text not null,
  source text not null,
  year integer not null,
  amount bigint not null,
  committed bigint,
  realised bigint,
  mode text default 'restrictive'::text not null,
  constraint budget_lines_pkey PRIMARY KEY (agency_id, id),
  constraint budget_lines_amount_check CHECK ((amount >= 0)),
  constraint budget_lines_mode_check CHECK ((mode = ANY (ARRAY['restrictive'::text, 'indicative'::text]))),
  constraint budget_lines_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint budget_lines_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table planning.budget_lines enable row level security;
alter table planning.budget_lines force row level security;
create policy add on planning.budget_lines for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_lines'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'own'::text) AS writes))));
create policy change on planning.budget_lines for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_lines'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_lines'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'own'::text) AS writes))));
create policy keeper on planning.budget_lines for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.budget_lines for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.budget_lines'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.budget_lines'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.budget_lines'::text, 'own'::text) AS reads))));
create policy remove on planning.budget_lines for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_lines'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_lines'::text, 'own'::text) AS writes))));

create table planning.budget_versions (
  agency_id uuid not null,
  id uuid not null,
  year integer not null,
  version integer not null,
  state text default 'frozen'::text not null,
  lines jsonb not null,
  content_hash text not null,
  frozen_by_name text not null,
  frozen_by uuid,
  frozen_on date not null,
  decided_by_name text,
  decided_on date,
  decided_reason text,
  reopened_by_name text,
  reopened_on date,
  reopened_reason text,
  constraint budget_versions_pkey PRIMARY KEY (agency_id, id),
  constraint budget_versions_agency_id_year_version_key UNIQUE (agency_id, year, version),
  constraint budget_versions_state_check CHECK ((state = ANY (ARRAY['frozen'::text, 'approved'::text, 'returned'::text, 'reopened'::text]))),
  constraint budget_versions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.budget_versions enable row level security;
alter table planning.budget_versions force row level security;
create policy add on planning.budget_versions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'own'::text) AS writes))));
create policy change on planning.budget_versions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'own'::text) AS writes))));
create policy keeper on planning.budget_versions for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.budget_versions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.budget_versions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.budget_versions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.budget_versions'::text, 'own'::text) AS reads))));
create policy remove on planning.budget_versions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.budget_versions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.budget_versions'::text, 'own'::text) AS writes))));

create table planning.collected_needs (
  agency_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  employee_id uuid not null,
  supervisor_id uuid,
  unit_id uuid not null,
  unit_name text not null,
  person_name text not null,
  nip text,
  position_name text,
  competency_id uuid,
  subject text not null,
  kind text,
  origin text not null,
  level_held integer,
  level_required integer,
  importance text,
  why text not null,
  module_id uuid,
  title text not null,
  form text,
  provider text,
  jp numeric(7,2),
  cost bigint,
  plan_year integer not null,
  quarter integer,
  deferrals integer default 0 not null,
  waiting_since date,
  priority numeric(9,2) default 0 not null,
  priority_figure jsonb,
  state text default 'waiting'::text not null,
  is_changed boolean default false not null,
  entered_by_name text,
  decided_by_name text,
  decided_on date,
  decision_reason text,
  late_reason text,
  verified_by_name text,
  verified_on date,
  verified_reason text,
  merged_into uuid,
  constraint collected_needs_pkey PRIMARY KEY (agency_id, id),
  constraint collected_needs_cost_check CHECK ((cost >= 0)),
  constraint collected_needs_kind_check CHECK ((kind = ANY (ARRAY['managerial'::text, 'sociocultural'::text, 'technical'::text]))),
  constraint collected_needs_level_held_check CHECK (((level_held >= 0) AND (level_held <= 5))),
  constraint collected_needs_level_required_check CHECK (((level_required >= 1) AND (level_required <= 5))),
  constraint collected_needs_origin_check CHECK ((origin = ANY (ARRAY['gap'::text, 'unknown'::text, 'leadership'::text, 'deferred'::text, 'proposed'::text, 'added'::text]))),
  constraint collected_needs_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4))),
  constraint collected_needs_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'refused'::text, 'returned'::text, 'accepted'::text, 'merged'::text, 'withdrawn'::text]))),
  constraint collected_needs_agency_id_collection_id_fkey FOREIGN KEY (agency_id, collection_id) REFERENCES planning.need_collections(agency_id, id),
  constraint collected_needs_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint collected_needs_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint collected_needs_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint collected_needs_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id),
  constraint collected_needs_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
CREATE INDEX collected_needs_by_collection ON planning.collected_needs USING btree (agency_id, collection_id, state);
CREATE INDEX collected_needs_by_employee ON planning.collected_needs USING btree (agency_id, employee_id);
CREATE INDEX collected_needs_by_supervisor ON planning.collected_needs USING btree (agency_id, supervisor_id, collection_id);
alter table planning.collected_needs enable row level security;
alter table planning.collected_needs force row level security;
create policy add on planning.collected_needs for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.collected_needs'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.collected_needs'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.collected_needs for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.collected_needs'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.collected_needs'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.collected_needs'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.collected_needs'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy delegated_add on planning.collected_needs for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ((collection_id, supervisor_id) IN ( SELECT d.collection_id,
    d.supervisor_id
   FROM planning.delegated_to_me() d(collection_id, supervisor_id))) AND ( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes)));
create policy delegated_change on planning.collected_needs for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ((collection_id, supervisor_id) IN ( SELECT d.collection_id,
    d.supervisor_id
   FROM planning.delegated_to_me() d(collection_id, supervisor_id))) AND ( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes)))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND ((collection_id, supervisor_id) IN ( SELECT d.collection_id,
    d.supervisor_id
   FROM planning.delegated_to_me() d(collection_id, supervisor_id))) AND ( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes)));
create policy delegated_read on planning.collected_needs for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND ((collection_id, supervisor_id) IN ( SELECT d.collection_id,
    d.supervisor_id
   FROM planning.delegated_to_me() d(collection_id, supervisor_id)))));
create policy keeper on planning.collected_needs for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.collected_needs for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.collected_needs'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.collected_needs'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.collected_needs'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.collected_needs for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.collected_needs'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.collected_needs'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.collected_needs'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.facilitator_absences (
  agency_id uuid not null,
  id uuid not null,
  facilitator_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text,
  constraint facilitator_absences_pkey PRIMARY KEY (agency_id, id),
  constraint facilitator_absences_agency_id_facilitator_id_fkey FOREIGN KEY (agency_id, facilitator_id) REFERENCES planning.facilitators(agency_id, id) ON DELETE CASCADE,
  constraint facilitator_absences_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.facilitator_absences enable row level security;
alter table planning.facilitator_absences force row level security;
create policy add on planning.facilitator_absences for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_absences'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'own'::text) AS writes))));
create policy change on planning.facilitator_absences for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_absences'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_absences'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitator_absences for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitator_absences for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (facilitator_id IN ( SELECT f.id
   FROM planning.facilitators f
  WHERE ((f.agency_id = ( SELECT platform.agency() AS agency)) AND (f.employee_id = ( SELECT platform.employee() AS employee)))))));
create policy read on planning.facilitator_absences for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitator_absences'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_absences'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_absences'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitator_absences for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_absences'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_absences'::text, 'own'::text) AS writes))));

create table planning.facilitator_bookings (
  agency_id uuid not null,
  id uuid not null,
  facilitator_id uuid not null,
  session_id uuid not null,
  jp numeric(7,2) not null,
  reason text,
  booked_by_name text not null,
  booked_on date not null,
  withdrawn_on date,
  withdrawn_reason text,
  answer text,
  answered_on date,
  answer_reason text,
  paid_on date,
  constraint facilitator_bookings_pkey PRIMARY KEY (agency_id, id),
  constraint facilitator_bookings_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
  constraint facilitator_bookings_answered CHECK (((answer IS NULL) = (answered_on IS NULL))),
  constraint facilitator_bookings_declined CHECK (((answer IS DISTINCT FROM 'declined'::text) OR (answer_reason IS NOT NULL))),
  constraint facilitator_bookings_jp_check CHECK ((jp > (0)::numeric)),
  constraint facilitator_bookings_agency_id_facilitator_id_fkey FOREIGN KEY (agency_id, facilitator_id) REFERENCES planning.facilitators(agency_id, id) ON DELETE CASCADE,
  constraint facilitator_bookings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint facilitator_bookings_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES planning.sessions(agency_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX facilitator_bookings_once ON planning.facilitator_bookings USING btree (agency_id, facilitator_id, session_id) WHERE (withdrawn_on IS NULL);
alter table planning.facilitator_bookings enable row level security;
alter table planning.facilitator_bookings force row level security;
create policy add on planning.facilitator_bookings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_bookings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'own'::text) AS writes))));
create policy change on planning.facilitator_bookings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_bookings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_bookings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitator_bookings for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitator_bookings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (facilitator_id IN ( SELECT f.id
   FROM planning.facilitators f
  WHERE ((f.agency_id = ( SELECT platform.agency() AS agency)) AND (f.employee_id = ( SELECT platform.employee() AS employee)))))));
create policy read on planning.facilitator_bookings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitator_bookings'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_bookings'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_bookings'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitator_bookings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_bookings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_bookings'::text, 'own'::text) AS writes))));

create table planning.facilitator_feedback (
  agency_id uuid not null,
  facilitator_id uuid not null,
  session_id uuid not null,
  answers integer not null,
  mean numeric(4,2) not null,
  remark text,
  recorded_by_name text not null,
  recorded_on date not null,
  total integer,
  constraint facilitator_feedback_pkey PRIMARY KEY (agency_id, facilitator_id, session_id),
  constraint facilitator_feedback_answers_check CHECK ((answers > 0)),
  constraint facilitator_feedback_mean_check CHECK (((mean >= (1)::numeric) AND (mean <= (5)::numeric))),
  constraint facilitator_feedback_agency_id_facilitator_id_fkey FOREIGN KEY (agency_id, facilitator_id) REFERENCES planning.facilitators(agency_id, id) ON DELETE CASCADE,
  constraint facilitator_feedback_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint facilitator_feedback_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES planning.sessions(agency_id, id) ON DELETE CASCADE
);
alter table planning.facilitator_feedback enable row level security;
alter table planning.facilitator_feedback force row level security;
create policy add on planning.facilitator_feedback for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_feedback'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'own'::text) AS writes))));
create policy change on planning.facilitator_feedback for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_feedback'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_feedback'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitator_feedback for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitator_feedback for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (facilitator_id IN ( SELECT f.id
   FROM planning.facilitators f
  WHERE ((f.agency_id = ( SELECT platform.agency() AS agency)) AND (f.employee_id = ( SELECT platform.employee() AS employee)))))));
create policy read on planning.facilitator_feedback for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitator_feedback'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_feedback'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_feedback'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitator_feedback for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_feedback'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_feedback'::text, 'own'::text) AS writes))));

create table planning.facilitator_levels (
  agency_id uuid not null,
  id uuid not null,
  facilitator_id uuid not null,
  competency_id uuid not null,
  level integer not null,
  evidence text not null,
  observed_on date not null,
  valid_until date,
  recorded_by_name text not null,
  constraint facilitator_levels_pkey PRIMARY KEY (agency_id, id),
  constraint facilitator_levels_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint facilitator_levels_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint facilitator_levels_agency_id_facilitator_id_fkey FOREIGN KEY (agency_id, facilitator_id) REFERENCES planning.facilitators(agency_id, id) ON DELETE CASCADE,
  constraint facilitator_levels_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.facilitator_levels enable row level security;
alter table planning.facilitator_levels force row level security;
create policy add on planning.facilitator_levels for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'own'::text) AS writes))));
create policy change on planning.facilitator_levels for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitator_levels for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitator_levels for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (facilitator_id IN ( SELECT f.id
   FROM planning.facilitators f
  WHERE ((f.agency_id = ( SELECT platform.agency() AS agency)) AND (f.employee_id = ( SELECT platform.employee() AS employee)))))));
create policy read on planning.facilitator_levels for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitator_levels'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_levels'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_levels'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitator_levels for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_levels'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_levels'::text, 'own'::text) AS writes))));

create table planning.facilitator_modules (
  agency_id uuid not null,
  facilitator_id uuid not null,
  module_id uuid not null,
  constraint facilitator_modules_pkey PRIMARY KEY (agency_id, facilitator_id, module_id),
  constraint facilitator_modules_agency_id_facilitator_id_fkey FOREIGN KEY (agency_id, facilitator_id) REFERENCES planning.facilitators(agency_id, id) ON DELETE CASCADE,
  constraint facilitator_modules_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint facilitator_modules_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id)
);
alter table planning.facilitator_modules enable row level security;
alter table planning.facilitator_modules force row level security;
create policy add on planning.facilitator_modules for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'own'::text) AS writes))));
create policy change on planning.facilitator_modules for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitator_modules for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitator_modules for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (facilitator_id IN ( SELECT f.id
   FROM planning.facilitators f
  WHERE ((f.agency_id = ( SELECT platform.agency() AS agency)) AND (f.employee_id = ( SELECT platform.employee() AS employee)))))));
create policy read on planning.facilitator_modules for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitator_modules'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_modules'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitator_modules'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitator_modules for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitator_modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitator_modules'::text, 'own'::text) AS writes))));

create table planning.facilitators (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid,
  name text not null,
  max_days integer default 20 not null,
  constraint facilitators_pkey PRIMARY KEY (agency_id, id),
  constraint facilitators_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.facilitators enable row level security;
alter table planning.facilitators force row level security;
create policy add on planning.facilitators for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'own'::text) AS writes))));
create policy change on planning.facilitators for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'own'::text) AS writes))));
create policy keeper on planning.facilitators for all to anyam_owner
  using (true)
  with check (true);
create policy own_read on planning.facilitators for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (employee_id = ( SELECT platform.employee() AS employee))));
create policy read on planning.facilitators for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.facilitators'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.facilitators'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.facilitators'::text, 'own'::text) AS reads))));
create policy remove on planning.facilitators for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.facilitators'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.facilitators'::text, 'own'::text) AS writes))));

create table planning.goal_competencies (
  agency_id uuid not null,
  goal_id uuid not null,
  competency_id uuid not null,
  weight integer not null,
  constraint goal_competencies_pkey PRIMARY KEY (agency_id, goal_id, competency_id),
  constraint goal_competencies_weight_check CHECK (((weight >= 1) AND (weight <= 3))),
  constraint goal_competencies_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint goal_competencies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint goal_competencies_agency_id_goal_id_fkey FOREIGN KEY (agency_id, goal_id) REFERENCES planning.goals(agency_id, id)
);
alter table planning.goal_competencies enable row level security;
alter table planning.goal_competencies force row level security;
create policy add on planning.goal_competencies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goal_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'own'::text) AS writes))));
create policy change on planning.goal_competencies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goal_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goal_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'own'::text) AS writes))));
create policy keeper on planning.goal_competencies for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.goal_competencies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.goal_competencies'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.goal_competencies'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.goal_competencies'::text, 'own'::text) AS reads))));
create policy remove on planning.goal_competencies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goal_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goal_competencies'::text, 'own'::text) AS writes))));

create table planning.goals (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  basis text not null,
  weight integer default 1 not null,
  constraint goals_pkey PRIMARY KEY (agency_id, id),
  constraint goals_weight_check CHECK (((weight >= 1) AND (weight <= 3))),
  constraint goals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.goals enable row level security;
alter table planning.goals force row level security;
create policy add on planning.goals for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'own'::text) AS writes))));
create policy change on planning.goals for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'own'::text) AS writes))));
create policy keeper on planning.goals for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.goals for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.goals'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.goals'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.goals'::text, 'own'::text) AS reads))));
create policy remove on planning.goals for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.goals'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.goals'::text, 'own'::text) AS writes))));

create table planning.module_effects (
  agency_id uuid not null,
  module_id uuid not null,
  competency_id uuid not null,
  from_level integer not null,
  to_level integer not null,
  constraint module_effects_pkey PRIMARY KEY (agency_id, module_id, competency_id),
  constraint module_effects_from_level_check CHECK (((from_level >= 0) AND (from_level <= 5))),
  constraint module_effects_to_level_check CHECK (((to_level >= 1) AND (to_level <= 5))),
  constraint module_effects_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint module_effects_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint module_effects_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id) ON DELETE CASCADE
);
alter table planning.module_effects enable row level security;
alter table planning.module_effects force row level security;
create policy add on planning.module_effects for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_effects'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'own'::text) AS writes))));
create policy change on planning.module_effects for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_effects'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_effects'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'own'::text) AS writes))));
create policy keeper on planning.module_effects for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.module_effects for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.module_effects'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.module_effects'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.module_effects'::text, 'own'::text) AS reads))));
create policy remove on planning.module_effects for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_effects'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_effects'::text, 'own'::text) AS writes))));

create table planning.module_evidence (
  agency_id uuid not null,
  module_id uuid not null,
  competency_id uuid not null,
  measured integer not null,
  risen integer not null,
  counted_on date not null,
  constraint module_evidence_pkey PRIMARY KEY (agency_id, module_id, competency_id),
  constraint module_evidence_check CHECK (((risen >= 0) AND (risen <= measured))),
  constraint module_evidence_measured_check CHECK ((measured >= 0)),
  constraint module_evidence_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint module_evidence_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint module_evidence_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id) ON DELETE CASCADE
);
alter table planning.module_evidence enable row level security;
alter table planning.module_evidence force row level security;
create policy add on planning.module_evidence for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'own'::text) AS writes))));
create policy change on planning.module_evidence for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'own'::text) AS writes))));
create policy keeper on planning.module_evidence for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.module_evidence for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.module_evidence'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.module_evidence'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.module_evidence'::text, 'own'::text) AS reads))));
create policy remove on planning.module_evidence for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_evidence'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_evidence'::text, 'own'::text) AS writes))));

create table planning.module_prerequisites (
  agency_id uuid not null,
  module_id uuid not null,
  clause integer not null,
  required_module_id uuid not null,
  constraint module_prerequisites_pkey PRIMARY KEY (agency_id, module_id, clause, required_module_id),
  constraint module_prerequisites_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint module_prerequisites_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id) ON DELETE CASCADE,
  constraint module_prerequisites_agency_id_required_module_id_fkey FOREIGN KEY (agency_id, required_module_id) REFERENCES planning.modules(agency_id, id)
);
alter table planning.module_prerequisites enable row level security;
alter table planning.module_prerequisites force row level security;
create policy add on planning.module_prerequisites for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_prerequisites'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'own'::text) AS writes))));
create policy change on planning.module_prerequisites for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_prerequisites'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_prerequisites'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'own'::text) AS writes))));
create policy keeper on planning.module_prerequisites for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.module_prerequisites for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.module_prerequisites'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.module_prerequisites'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.module_prerequisites'::text, 'own'::text) AS reads))));
create policy remove on planning.module_prerequisites for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.module_prerequisites'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.module_prerequisites'::text, 'own'::text) AS writes))));

create table planning.modules (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  method text not null,
  form text,
  share_class integer not null,
  jp numeric(7,2),
  days integer,
  cost_per_head bigint,
  fixed_cost bigint default 0 not null,
  provider text,
  is_internal boolean default true not null,
  seats integer,
  seats_minimum integer default 1 not null,
  is_general boolean default false not null,
  catalogue_year integer,
  valid_from date default '2026-01-01'::date not null,
  valid_until date,
  version_reason text,
  replaces_id uuid,
  constraint modules_pkey PRIMARY KEY (agency_id, id),
  constraint modules_agency_id_code_valid_from_key UNIQUE (agency_id, code, valid_from),
  constraint modules_cost_per_head_check CHECK ((cost_per_head >= 0)),
  constraint modules_fixed_cost_check CHECK ((fixed_cost >= 0)),
  constraint modules_jp_check CHECK ((jp > (0)::numeric)),
  constraint modules_seats_check CHECK ((seats > 0)),
  constraint modules_share_class_check CHECK ((share_class = ANY (ARRAY[70, 20, 10]))),
  constraint modules_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.modules enable row level security;
alter table planning.modules force row level security;
create policy add on planning.modules for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'own'::text) AS writes))));
create policy change on planning.modules for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'own'::text) AS writes))));
create policy keeper on planning.modules for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.modules for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.modules'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.modules'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.modules'::text, 'own'::text) AS reads))));
create policy remove on planning.modules for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.modules'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.modules'::text, 'own'::text) AS writes))));

create table planning.money_answers (
  agency_id uuid not null,
  id uuid not null,
  year integer not null,
  scenario_id uuid not null,
  line_id uuid,
  work_id uuid,
  state text default 'waiting'::text not null,
  asked_by_name text not null,
  asked_on date not null,
  instance_hash text,
  steps jsonb default '[]'::jsonb not null,
  message text,
  constraint money_answers_pkey PRIMARY KEY (agency_id, id),
  constraint money_answers_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ready'::text, 'failed'::text]))),
  constraint money_answers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint money_answers_agency_id_scenario_id_fkey FOREIGN KEY (agency_id, scenario_id) REFERENCES planning.scenarios(agency_id, id)
);
CREATE INDEX money_answers_by_year ON planning.money_answers USING btree (agency_id, year, asked_on);
alter table planning.money_answers enable row level security;
alter table planning.money_answers force row level security;
create policy add on planning.money_answers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.money_answers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'own'::text) AS writes))));
create policy change on planning.money_answers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.money_answers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.money_answers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'own'::text) AS writes))));
create policy keeper on planning.money_answers for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.money_answers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.money_answers'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.money_answers'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.money_answers'::text, 'own'::text) AS reads))));
create policy remove on planning.money_answers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.money_answers'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.money_answers'::text, 'own'::text) AS writes))));

create table planning.need_collections (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  year integer not null,
  opens_on date not null,
  closes_on date not null,
  unit_ids uuid[] default '{}'::uuid[] not null,
  tiers text[] default '{}'::text[] not null,
  state text default 'filling'::text not null,
  opened_by_name text not null,
  opened_on date not null,
  filled_on date,
  work_id uuid,
  remarks jsonb default '{}'::jsonb not null,
  closed_on date,
  closed_by_name text,
  closed_reason text,
  constraint need_collections_pkey PRIMARY KEY (agency_id, id),
  constraint need_collections_state_check CHECK ((state = ANY (ARRAY['filling'::text, 'open'::text, 'closed'::text]))),
  constraint need_collections_window CHECK ((closes_on >= opens_on)),
  constraint need_collections_year_check CHECK (((year >= 2000) AND (year <= 2100))),
  constraint need_collections_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX need_collections_name ON planning.need_collections USING btree (agency_id, lower(name));
alter table planning.need_collections enable row level security;
alter table planning.need_collections force row level security;
create policy add on planning.need_collections for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_collections'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'own'::text) AS writes))));
create policy change on planning.need_collections for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_collections'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_collections'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'own'::text) AS writes))));
create policy keeper on planning.need_collections for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_collections for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_collections'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.need_collections'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.need_collections'::text, 'own'::text) AS reads))));
create policy remove on planning.need_collections for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_collections'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_collections'::text, 'own'::text) AS writes))));

create table planning.need_confirmations (
  agency_id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  level_required integer not null,
  level_held integer,
  decision text not null,
  decided_by uuid,
  decided_on date not null,
  constraint need_confirmations_pkey PRIMARY KEY (agency_id, employee_id, competency_id),
  constraint need_confirmations_decision_check CHECK ((decision = ANY (ARRAY['needed'::text, 'not-needed'::text]))),
  constraint need_confirmations_level_held_check CHECK (((level_held >= 0) AND (level_held <= 5))),
  constraint need_confirmations_level_required_check CHECK (((level_required >= 1) AND (level_required <= 5))),
  constraint need_confirmations_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint need_confirmations_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint need_confirmations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.need_confirmations enable row level security;
alter table planning.need_confirmations force row level security;
create policy add on planning.need_confirmations for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_confirmations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.need_confirmations for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_confirmations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_confirmations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.need_confirmations for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_confirmations for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_confirmations'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.need_confirmations'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.need_confirmations'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.need_confirmations for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_confirmations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_confirmations'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.need_deferrals (
  agency_id uuid not null,
  employee_id uuid not null,
  competency_id uuid not null,
  from_year integer not null,
  reason text not null,
  source text not null,
  source_id uuid,
  deferred_by_name text not null,
  deferred_on date not null,
  constraint need_deferrals_pkey PRIMARY KEY (agency_id, employee_id, competency_id, from_year),
  constraint need_deferrals_source_check CHECK ((source = ANY (ARRAY['scenario'::text, 'document'::text, 'officer'::text]))),
  constraint need_deferrals_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint need_deferrals_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint need_deferrals_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.need_deferrals enable row level security;
alter table planning.need_deferrals force row level security;
create policy add on planning.need_deferrals for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_deferrals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.need_deferrals for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_deferrals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_deferrals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.need_deferrals for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_deferrals for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_deferrals'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.need_deferrals'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.need_deferrals'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.need_deferrals for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_deferrals'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_deferrals'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.need_delegations (
  agency_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  supervisor_id uuid not null,
  supervisor_name text not null,
  delegate_id uuid not null,
  delegate_name text not null,
  valid_from date not null,
  valid_until date not null,
  withdrawn_on date,
  constraint need_delegations_pkey PRIMARY KEY (agency_id, id),
  constraint need_delegations_days CHECK ((valid_until >= valid_from)),
  constraint need_delegations_agency_id_collection_id_fkey FOREIGN KEY (agency_id, collection_id) REFERENCES planning.need_collections(agency_id, id),
  constraint need_delegations_agency_id_delegate_id_fkey FOREIGN KEY (agency_id, delegate_id) REFERENCES workforce.employees(agency_id, id),
  constraint need_delegations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.need_delegations enable row level security;
alter table planning.need_delegations force row level security;
create policy add on planning.need_delegations for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_delegations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_delegations'::text, 'team'::text) AS writes) AND (delegate_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_delegations'::text, 'own'::text) AS writes) AND (delegate_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.need_delegations for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_delegations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_delegations'::text, 'team'::text) AS writes) AND (delegate_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_delegations'::text, 'own'::text) AS writes) AND (delegate_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_delegations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_delegations'::text, 'team'::text) AS writes) AND (delegate_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_delegations'::text, 'own'::text) AS writes) AND (delegate_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.need_delegations for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_delegations for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_delegations'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.need_delegations'::text, 'team'::text) AS reads) AND (delegate_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.need_delegations'::text, 'own'::text) AS reads) AND (delegate_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.need_delegations for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_delegations'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_delegations'::text, 'team'::text) AS writes) AND (delegate_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_delegations'::text, 'own'::text) AS writes) AND (delegate_id = ( SELECT platform.employee() AS employee))))));

create table planning.need_document_rows (
  agency_id uuid not null,
  document_id uuid not null,
  number integer not null,
  employee_id uuid not null,
  need_id uuid not null,
  year integer not null,
  person_name text not null,
  nip text,
  position_name text,
  unit_name text not null,
  subject text not null,
  kind text,
  title text not null,
  form text,
  track text,
  siasn_id integer,
  provider text,
  quarter integer,
  jp numeric(7,2),
  cost bigint,
  budget_line_id uuid,
  budget_line text,
  placement text not null,
  constraint need_document_rows_pkey PRIMARY KEY (agency_id, document_id, number),
  constraint need_document_rows_agency_id_document_id_fkey FOREIGN KEY (agency_id, document_id) REFERENCES planning.need_documents(agency_id, id),
  constraint need_document_rows_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint need_document_rows_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.need_document_rows enable row level security;
alter table planning.need_document_rows force row level security;
create policy add on planning.need_document_rows for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_document_rows'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.need_document_rows for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_document_rows'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_document_rows'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.need_document_rows for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_document_rows for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_document_rows'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.need_document_rows'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.need_document_rows'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.need_document_rows for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_document_rows'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_document_rows'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.need_documents (
  agency_id uuid not null,
  id uuid not null,
  collection_id uuid not null,
  kind text not null,
  year_from integer not null,
  year_until integer not null,
  version integer not null,
  state text default 'frozen'::text not null,
  content_hash text not null,
  compiled_by_name text not null,
  compiled_by uuid,
  compiled_on date not null,
  decided_by_name text,
  decided_on date,
  decided_reason text,
  constraint need_documents_pkey PRIMARY KEY (agency_id, id),
  constraint need_documents_agency_id_collection_id_kind_version_key UNIQUE (agency_id, collection_id, kind, version),
  constraint need_documents_kind_check CHECK ((kind = ANY (ARRAY['rpk'::text, 'hcdp'::text]))),
  constraint need_documents_state_check CHECK ((state = ANY (ARRAY['frozen'::text, 'approved'::text, 'returned'::text, 'replaced'::text]))),
  constraint need_documents_years CHECK ((year_until >= year_from)),
  constraint need_documents_agency_id_collection_id_fkey FOREIGN KEY (agency_id, collection_id) REFERENCES planning.need_collections(agency_id, id),
  constraint need_documents_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.need_documents enable row level security;
alter table planning.need_documents force row level security;
create policy add on planning.need_documents for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_documents'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'own'::text) AS writes))));
create policy change on planning.need_documents for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_documents'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_documents'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'own'::text) AS writes))));
create policy keeper on planning.need_documents for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_documents for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_documents'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.need_documents'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.need_documents'::text, 'own'::text) AS reads))));
create policy remove on planning.need_documents for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_documents'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.need_documents'::text, 'own'::text) AS writes))));

create table planning.need_priorities (
  agency_id uuid not null,
  need_id uuid not null,
  employee_id uuid not null,
  value numeric(9,2) not null,
  figure jsonb not null,
  constraint need_priorities_pkey PRIMARY KEY (agency_id, need_id),
  constraint need_priorities_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint need_priorities_agency_id_need_id_fkey FOREIGN KEY (agency_id, need_id) REFERENCES planning.collected_needs(agency_id, id) ON DELETE CASCADE
);
alter table planning.need_priorities enable row level security;
alter table planning.need_priorities force row level security;
create policy add on planning.need_priorities for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_priorities'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_priorities'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_priorities'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.need_priorities for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_priorities'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_priorities'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_priorities'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_priorities'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_priorities'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_priorities'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.need_priorities for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.need_priorities for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.need_priorities'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.need_priorities'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.need_priorities'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.need_priorities for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.need_priorities'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.need_priorities'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.need_priorities'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.plan_changes (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  plan_id uuid not null,
  cause text not null,
  happened text not null,
  happened_on date not null,
  source_kind text not null,
  source_id uuid not null,
  source_href text,
  steps jsonb not null,
  proposed_on date not null,
  due_on date not null,
  state text default 'open'::text not null,
  decided_as text,
  decided_by_name text,
  decided_on date,
  decided_reason text,
  new_plan_id uuid,
  constraint plan_changes_pkey PRIMARY KEY (agency_id, id),
  constraint plan_changes_agency_id_plan_id_cause_source_id_key UNIQUE (agency_id, plan_id, cause, source_id),
  constraint plan_changes_cause_check CHECK ((cause = ANY (ARRAY['moved'::text, 'promoted'::text, 'module-failed'::text, 'class-cancelled'::text, 'class-moved'::text, 'budget-cut'::text, 'priority-competency'::text, 'evaluation'::text]))),
  constraint plan_changes_decided_as_check CHECK ((decided_as = ANY (ARRAY['employee'::text, 'supervisor'::text, 'officer'::text]))),
  constraint plan_changes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text]))),
  constraint plan_changes_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint plan_changes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint plan_changes_agency_id_plan_id_fkey FOREIGN KEY (agency_id, plan_id) REFERENCES planning.plans(agency_id, id) ON DELETE CASCADE
);
CREATE INDEX plan_changes_by_employee ON planning.plan_changes USING btree (agency_id, employee_id);
alter table planning.plan_changes enable row level security;
alter table planning.plan_changes force row level security;
create policy add on planning.plan_changes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_changes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_changes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_changes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.plan_changes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_changes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_changes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_changes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_changes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_changes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_changes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.plan_changes for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.plan_changes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.plan_changes'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.plan_changes'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.plan_changes'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.plan_changes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_changes'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_changes'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_changes'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.plan_checks (
  agency_id uuid not null,
  item_id uuid not null,
  employee_id uuid not null,
  day_number integer not null,
  due_on date not null,
  done_on date,
  constraint plan_checks_pkey PRIMARY KEY (agency_id, item_id, day_number),
  constraint plan_checks_day_number_check CHECK ((day_number = ANY (ARRAY[30, 60, 90, 180]))),
  constraint plan_checks_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint plan_checks_agency_id_item_id_fkey FOREIGN KEY (agency_id, item_id) REFERENCES planning.plan_items(agency_id, id) ON DELETE CASCADE
);
alter table planning.plan_checks enable row level security;
alter table planning.plan_checks force row level security;
create policy add on planning.plan_checks for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.plan_checks for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.plan_checks for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.plan_checks for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.plan_checks'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.plan_checks'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.plan_checks'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.plan_checks for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_checks'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_checks'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_checks'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.plan_items (
  agency_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  employee_id uuid not null,
  module_id uuid,
  session_id uuid,
  title text not null,
  method text not null,
  share_class integer not null,
  starts_on date,
  ends_on date,
  jp numeric(7,2),
  cost bigint,
  budget_line_id uuid,
  competency_id uuid,
  from_level integer,
  to_level integer,
  reason text,
  indicator text,
  baseline text,
  target text,
  evidence_asked text,
  checked_by text,
  state text default 'planned'::text not null,
  done_on date,
  constraint plan_items_pkey PRIMARY KEY (agency_id, id),
  constraint plan_items_share_class_check CHECK ((share_class = ANY (ARRAY[70, 20, 10]))),
  constraint plan_items_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint plan_items_agency_id_budget_line_id_fkey FOREIGN KEY (agency_id, budget_line_id) REFERENCES planning.budget_lines(agency_id, id),
  constraint plan_items_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint plan_items_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint plan_items_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint plan_items_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id),
  constraint plan_items_agency_id_plan_id_fkey FOREIGN KEY (agency_id, plan_id) REFERENCES planning.plans(agency_id, id),
  constraint plan_items_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES planning.sessions(agency_id, id)
);
CREATE INDEX plan_items_by_employee ON planning.plan_items USING btree (agency_id, employee_id);
CREATE INDEX plan_items_by_plan ON planning.plan_items USING btree (agency_id, plan_id);
alter table planning.plan_items enable row level security;
alter table planning.plan_items force row level security;
create policy add on planning.plan_items for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.plan_items for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.plan_items for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.plan_items for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.plan_items'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.plan_items'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.plan_items'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.plan_items for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plan_items'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plan_items'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plan_items'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.plans (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  programme_id uuid,
  target_position_id uuid,
  goal_id uuid,
  year integer not null,
  version integer default 1 not null,
  state text default 'draft'::text not null,
  reason text not null,
  agreed_by_employee_on date,
  agreed_by_supervisor_on date,
  created_on date not null,
  replaces_id uuid,
  constraint plans_pkey PRIMARY KEY (agency_id, id),
  constraint plans_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'agreed'::text, 'running'::text, 'done'::text, 'replaced'::text]))),
  constraint plans_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint plans_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint plans_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id),
  constraint plans_agency_id_target_position_id_fkey FOREIGN KEY (agency_id, target_position_id) REFERENCES workforce.positions(agency_id, id)
);
CREATE INDEX plans_by_employee ON planning.plans USING btree (agency_id, employee_id, version DESC);
alter table planning.plans enable row level security;
alter table planning.plans force row level security;
create policy add on planning.plans for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.plans for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.plans for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.plans for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.plans'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.plans'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.plans'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.plans for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.plans'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.plans'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.plans'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.priority_competencies (
  agency_id uuid not null,
  id uuid not null,
  competency_id uuid not null,
  reason text not null,
  figure jsonb not null,
  declared_by_name text not null,
  declared_on date not null,
  withdrawn_by_name text,
  withdrawn_on date,
  withdrawn_reason text,
  constraint priority_competencies_pkey PRIMARY KEY (agency_id, id),
  constraint priority_competencies_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint priority_competencies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE UNIQUE INDEX priority_competencies_once ON planning.priority_competencies USING btree (agency_id, competency_id) WHERE (withdrawn_on IS NULL);
alter table planning.priority_competencies enable row level security;
alter table planning.priority_competencies force row level security;
create policy add on planning.priority_competencies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.priority_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'own'::text) AS writes))));
create policy change on planning.priority_competencies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.priority_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.priority_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'own'::text) AS writes))));
create policy keeper on planning.priority_competencies for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.priority_competencies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.priority_competencies'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.priority_competencies'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.priority_competencies'::text, 'own'::text) AS reads))));
create policy remove on planning.priority_competencies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.priority_competencies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.priority_competencies'::text, 'own'::text) AS writes))));

create table planning.programme_people (
  agency_id uuid not null,
  programme_id uuid not null,
  employee_id uuid not null,
  role text default 'participant'::text not null,
  unit_id uuid,
  criteria jsonb,
  score numeric(9,4),
  figure jsonb,
  is_chosen boolean,
  mentor_name text,
  coach_name text,
  left_on date,
  left_reason text,
  constraint programme_people_pkey PRIMARY KEY (agency_id, programme_id, employee_id, role),
  constraint programme_people_role_check CHECK ((role = ANY (ARRAY['participant'::text, 'mentor'::text, 'coach'::text]))),
  constraint programme_people_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint programme_people_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint programme_people_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
alter table planning.programme_people enable row level security;
alter table planning.programme_people force row level security;
create policy add on planning.programme_people for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_people'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.programme_people'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.programme_people'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.programme_people for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_people'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.programme_people'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.programme_people'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_people'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.programme_people'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.programme_people'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.programme_people for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.programme_people for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.programme_people'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.programme_people'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.programme_people'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.programme_people for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_people'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.programme_people'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.programme_people'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table planning.programme_targets (
  agency_id uuid not null,
  programme_id uuid not null,
  indicator_id uuid not null,
  baseline numeric(14,4),
  target numeric(14,4) not null,
  agreed_on date not null,
  agreed_by text not null,
  constraint programme_targets_pkey PRIMARY KEY (agency_id, programme_id, indicator_id),
  constraint programme_targets_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint programme_targets_agency_id_indicator_id_fkey FOREIGN KEY (agency_id, indicator_id) REFERENCES workforce.indicators(agency_id, id),
  constraint programme_targets_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
alter table planning.programme_targets enable row level security;
alter table planning.programme_targets force row level security;
create policy add on planning.programme_targets for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_targets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'own'::text) AS writes))));
create policy change on planning.programme_targets for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_targets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_targets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'own'::text) AS writes))));
create policy keeper on planning.programme_targets for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.programme_targets for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.programme_targets'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.programme_targets'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.programme_targets'::text, 'own'::text) AS reads))));
create policy remove on planning.programme_targets for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_targets'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_targets'::text, 'own'::text) AS writes))));

create table planning.programme_units (
  agency_id uuid not null,
  programme_id uuid not null,
  unit_id uuid not null,
  side text not null,
  reason text,
  constraint programme_units_pkey PRIMARY KEY (agency_id, programme_id, unit_id),
  constraint programme_units_side_check CHECK ((side = ANY (ARRAY['programme'::text, 'comparison'::text, 'excluded'::text]))),
  constraint programme_units_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint programme_units_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id),
  constraint programme_units_agency_id_unit_id_fkey FOREIGN KEY (agency_id, unit_id) REFERENCES workforce.units(agency_id, id)
);
alter table planning.programme_units enable row level security;
alter table planning.programme_units force row level security;
create policy add on planning.programme_units for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'own'::text) AS writes))));
create policy change on planning.programme_units for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'own'::text) AS writes))));
create policy keeper on planning.programme_units for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.programme_units for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.programme_units'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.programme_units'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.programme_units'::text, 'own'::text) AS reads))));
create policy remove on planning.programme_units for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programme_units'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programme_units'::text, 'own'::text) AS writes))));

create table planning.programmes (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  goal_id uuid,
  purpose text,
  state text default 'draft'::text not null,
  starts_on date not null,
  ends_on date,
  effect_from date,
  full_effect_from date,
  seats integer,
  weights jsonb default '{}'::jsonb not null,
  budget_line_id uuid,
  agreed_on date,
  constraint programmes_pkey PRIMARY KEY (agency_id, id),
  constraint programmes_agency_id_code_key UNIQUE (agency_id, code),
  constraint programmes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'nominating'::text, 'chosen'::text, 'agreed'::text, 'running'::text, 'follow-up'::text, 'closed'::text]))),
  constraint programmes_agency_id_budget_line_id_fkey FOREIGN KEY (agency_id, budget_line_id) REFERENCES planning.budget_lines(agency_id, id),
  constraint programmes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint programmes_agency_id_goal_id_fkey FOREIGN KEY (agency_id, goal_id) REFERENCES planning.goals(agency_id, id)
);
alter table planning.programmes enable row level security;
alter table planning.programmes force row level security;
create policy add on planning.programmes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programmes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'own'::text) AS writes))));
create policy change on planning.programmes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programmes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programmes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'own'::text) AS writes))));
create policy keeper on planning.programmes for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.programmes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.programmes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.programmes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.programmes'::text, 'own'::text) AS reads))));
create policy remove on planning.programmes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.programmes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.programmes'::text, 'own'::text) AS writes))));

create table planning.scenarios (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  year integer not null,
  programme_id uuid,
  state text default 'waiting'::text not null,
  settings jsonb default '{}'::jsonb not null,
  instance jsonb,
  solution jsonb,
  objective numeric,
  bound numeric,
  work_id uuid,
  copied_from uuid,
  created_by text not null,
  created_at timestamp with time zone default now() not null,
  adopted_by text,
  adopted_at timestamp with time zone,
  constraint scenarios_pkey PRIMARY KEY (agency_id, id),
  constraint scenarios_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'solving'::text, 'solved'::text, 'failed'::text, 'adopted'::text, 'discarded'::text]))),
  constraint scenarios_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table planning.scenarios enable row level security;
alter table planning.scenarios force row level security;
create policy add on planning.scenarios for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.scenarios'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'own'::text) AS writes))));
create policy change on planning.scenarios for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.scenarios'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.scenarios'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'own'::text) AS writes))));
create policy keeper on planning.scenarios for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.scenarios for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.scenarios'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.scenarios'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.scenarios'::text, 'own'::text) AS reads))));
create policy remove on planning.scenarios for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.scenarios'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.scenarios'::text, 'own'::text) AS writes))));

create table planning.session_costs (
  agency_id uuid not null,
  session_id uuid not null,
  code text not null,
  quantity numeric(12,2) not null,
  rate bigint,
  rate_reason text,
  constraint session_costs_pkey PRIMARY KEY (agency_id, session_id, code),
  constraint session_costs_quantity_check CHECK ((quantity >= (0)::numeric)),
  constraint session_costs_rate_check CHECK ((rate >= 0)),
  constraint session_costs_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint session_costs_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES planning.sessions(agency_id, id) ON DELETE CASCADE
);
alter table planning.session_costs enable row level security;
alter table planning.session_costs force row level security;
create policy add on planning.session_costs for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.session_costs'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'own'::text) AS writes))));
create policy change on planning.session_costs for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.session_costs'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.session_costs'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'own'::text) AS writes))));
create policy keeper on planning.session_costs for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.session_costs for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.session_costs'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.session_costs'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.session_costs'::text, 'own'::text) AS reads))));
create policy remove on planning.session_costs for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.session_costs'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.session_costs'::text, 'own'::text) AS writes))));

create table planning.sessions (
  agency_id uuid not null,
  id uuid not null,
  module_id uuid not null,
  code text not null,
  mode text not null,
  starts_on date not null,
  ends_on date not null,
  place text,
  seats integer,
  seats_minimum integer default 1 not null,
  trainers_needed integer default 0 not null,
  state text default 'planned'::text not null,
  cancelled_on date,
  cancelled_by_name text,
  cancelled_reason text,
  constraint sessions_pkey PRIMARY KEY (agency_id, id),
  constraint sessions_agency_id_code_key UNIQUE (agency_id, code),
  constraint sessions_end_after_start CHECK ((ends_on >= starts_on)),
  constraint sessions_mode_check CHECK ((mode = ANY (ARRAY['tatap_muka'::text, 'daring_sinkron'::text, 'mandiri'::text]))),
  constraint sessions_seats_check CHECK ((seats > 0)),
  constraint sessions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'running'::text, 'done'::text, 'cancelled'::text]))),
  constraint sessions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint sessions_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id)
);
alter table planning.sessions enable row level security;
alter table planning.sessions force row level security;
create policy add on planning.sessions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'own'::text) AS writes))));
create policy change on planning.sessions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'own'::text) AS writes))));
create policy keeper on planning.sessions for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.sessions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.sessions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('planning.sessions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('planning.sessions'::text, 'own'::text) AS reads))));
create policy remove on planning.sessions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.sessions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('planning.sessions'::text, 'own'::text) AS writes))));

create table planning.trainer_candidates (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  module_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  outcome text,
  outcome_on date,
  outcome_reason text,
  constraint trainer_candidates_pkey PRIMARY KEY (agency_id, id),
  constraint trainer_candidates_check CHECK ((ends_on >= starts_on)),
  constraint trainer_candidates_outcome_check CHECK ((outcome = ANY (ARRAY['ready'::text, 'stopped'::text]))),
  constraint trainer_candidates_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint trainer_candidates_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint trainer_candidates_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id)
);
CREATE UNIQUE INDEX trainer_candidates_once ON planning.trainer_candidates USING btree (agency_id, employee_id, module_id) WHERE (outcome IS NULL);
alter table planning.trainer_candidates enable row level security;
alter table planning.trainer_candidates force row level security;
create policy add on planning.trainer_candidates for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.trainer_candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on planning.trainer_candidates for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.trainer_candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.trainer_candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on planning.trainer_candidates for all to anyam_owner
  using (true)
  with check (true);
create policy read on planning.trainer_candidates for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('planning.trainer_candidates'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('planning.trainer_candidates'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('planning.trainer_candidates'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on planning.trainer_candidates for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('planning.trainer_candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('planning.trainer_candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create view planning.v_budget_lines with (security_invoker=true) as
 SELECT agency_id,
    id,
    code,
    unit_id,
    activity,
    source,
    year,
    amount,
    committed,
    realised,
    mode
   FROM planning.budget_lines;

create view planning.v_budget_versions with (security_invoker=true) as
 SELECT agency_id,
    id,
    year,
    version,
    state,
    lines,
    content_hash,
    frozen_by_name,
    frozen_by,
    frozen_on,
    decided_by_name,
    decided_on,
    decided_reason,
    reopened_by_name,
    reopened_on,
    reopened_reason
   FROM planning.budget_versions;

create view planning.v_collected_needs with (security_invoker=true) as
 SELECT agency_id,
    id,
    collection_id,
    employee_id,
    supervisor_id,
    unit_id,
    unit_name,
    person_name,
    nip,
    position_name,
    competency_id,
    subject,
    kind,
    origin,
    level_held,
    level_required,
    importance,
    why,
    module_id,
    title,
    form,
    provider,
    jp,
    cost,
    plan_year,
    quarter,
    deferrals,
    waiting_since,
    priority,
    priority_figure,
    state,
    is_changed,
    entered_by_name,
    decided_by_name,
    decided_on,
    decision_reason,
    late_reason,
    verified_by_name,
    verified_on,
    verified_reason,
    merged_into
   FROM planning.collected_needs;

create view planning.v_module_effects with (security_invoker=true) as
 SELECT e.agency_id,
    e.module_id,
    e.competency_id,
    e.from_level,
    e.to_level,
    m.code AS module_code,
    m.name AS module_name,
    m.method,
    m.jp,
    m.cost_per_head,
    c.code,
    c.name
   FROM ((planning.module_effects e
     JOIN planning.modules m ON (((m.agency_id = e.agency_id) AND (m.id = e.module_id))))
     JOIN competency.v_competencies c ON (((c.agency_id = e.agency_id) AND (c.id = e.competency_id))));

create view planning.v_module_evidence with (security_invoker=true) as
 SELECT agency_id,
    module_id,
    competency_id,
    measured,
    risen,
    counted_on
   FROM planning.module_evidence;

create view planning.v_modules with (security_invoker=true) as
 SELECT agency_id,
    id,
    code,
    name,
    method,
    form,
    share_class,
    jp,
    days,
    cost_per_head,
    fixed_cost,
    provider,
    is_internal,
    seats,
    seats_minimum,
    is_general,
    catalogue_year,
    valid_from,
    valid_until
   FROM planning.modules;

create view planning.v_need_collections with (security_invoker=true) as
 SELECT agency_id,
    id,
    name,
    year,
    opens_on,
    closes_on,
    unit_ids,
    tiers,
    state,
    opened_by_name,
    opened_on,
    filled_on,
    work_id,
    remarks,
    closed_on,
    closed_by_name,
    closed_reason
   FROM planning.need_collections;

create view planning.v_need_confirmations with (security_invoker=true) as
 SELECT agency_id,
    employee_id,
    competency_id,
    level_required,
    level_held,
    decision,
    decided_by,
    decided_on
   FROM planning.need_confirmations;

create view planning.v_need_documents with (security_invoker=true) as
 SELECT agency_id,
    id,
    collection_id,
    kind,
    year_from,
    year_until,
    version,
    state,
    content_hash,
    compiled_by_name,
    compiled_by,
    compiled_on,
    decided_by_name,
    decided_on,
    decided_reason
   FROM planning.need_documents;

create view planning.v_plan_changes with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    plan_id,
    cause,
    happened,
    happened_on,
    source_kind,
    source_id,
    source_href,
    steps,
    proposed_on,
    due_on,
    state,
    decided_as,
    decided_by_name,
    decided_on,
    decided_reason,
    new_plan_id
   FROM planning.plan_changes;

create view planning.v_plan_checks with (security_invoker=true) as
 SELECT agency_id,
    item_id,
    employee_id,
    day_number,
    due_on,
    done_on
   FROM planning.plan_checks;

create view planning.v_plan_items with (security_invoker=true) as
 SELECT agency_id,
    id,
    plan_id,
    employee_id,
    module_id,
    session_id,
    title,
    method,
    share_class,
    starts_on,
    ends_on,
    jp,
    cost,
    budget_line_id,
    competency_id,
    from_level,
    to_level,
    reason,
    indicator,
    baseline,
    target,
    evidence_asked,
    checked_by,
    state,
    done_on
   FROM planning.plan_items;

create view planning.v_plans with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    programme_id,
    target_position_id,
    goal_id,
    year,
    version,
    state,
    reason,
    agreed_by_employee_on,
    agreed_by_supervisor_on,
    created_on,
    replaces_id
   FROM planning.plans;

create view planning.v_programme_people with (security_invoker=true) as
 SELECT agency_id,
    programme_id,
    employee_id,
    role,
    unit_id,
    criteria,
    score,
    figure,
    is_chosen,
    mentor_name,
    coach_name,
    left_on,
    left_reason
   FROM planning.programme_people;

create view planning.v_programme_targets with (security_invoker=true) as
 SELECT agency_id,
    programme_id,
    indicator_id,
    baseline,
    target,
    agreed_on,
    agreed_by
   FROM planning.programme_targets;

create view planning.v_programme_units with (security_invoker=true) as
 SELECT agency_id,
    programme_id,
    unit_id,
    side,
    reason
   FROM planning.programme_units;

create view planning.v_programmes with (security_invoker=true) as
 SELECT p.agency_id,
    p.id,
    p.code,
    p.name,
    p.goal_id,
    p.purpose,
    p.state,
    p.starts_on,
    p.ends_on,
    p.effect_from,
    p.full_effect_from,
    p.seats,
    p.weights,
    p.budget_line_id,
    p.agreed_on,
    g.name AS goal_name
   FROM (planning.programmes p
     LEFT JOIN planning.goals g ON (((g.agency_id = p.agency_id) AND (g.id = p.goal_id))));

create view planning.v_scenarios with (security_invoker=true) as
 SELECT agency_id,
    id,
    name,
    year,
    programme_id,
    state,
    settings,
    instance,
    solution,
    objective,
    bound,
    work_id,
    copied_from,
    created_by,
    created_at,
    adopted_by,
    adopted_at
   FROM planning.scenarios;

create view planning.v_sessions with (security_invoker=true) as
 SELECT s.agency_id,
    s.id,
    s.module_id,
    s.code,
    s.mode,
    s.starts_on,
    s.ends_on,
    s.place,
    s.seats,
    s.seats_minimum,
    s.trainers_needed,
    s.state,
    m.code AS module_code,
    m.name AS module_name,
    m.method,
    m.jp,
    m.share_class
   FROM (planning.sessions s
     JOIN planning.modules m ON (((m.agency_id = s.agency_id) AND (m.id = s.module_id))));

-- delivery --------------------------------------------------------------

create schema delivery;

CREATE OR REPLACE FUNCTION delivery.asked_of_me()
 RETURNS TABLE(agency_id uuid, id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'delivery'
AS $function$
  select f.agency_id, f.id, p.name
  from delivery.follow_ups f join workforce.v_people p on p.agency_id = f.agency_id and p.id = f.employee_id
  where f.agency_id = platform.agency() and f.rater = 'peer' and f.rater_id = platform.employee() and not f.is_replaced
$function$;

create table delivery.assignments (
  agency_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  programme_id uuid,
  plan_item_id uuid,
  title text not null,
  value bigint,
  starts_on date,
  due_on date not null,
  finished_on date,
  result text,
  progress integer,
  state text default 'running'::text not null,
  confirmed_on date,
  correction_reason text,
  constraint assignments_pkey PRIMARY KEY (agency_id, id),
  constraint assignments_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
  constraint assignments_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'done'::text, 'stopped'::text]))),
  constraint assignments_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint assignments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint assignments_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
CREATE INDEX assignments_by_employee ON delivery.assignments USING btree (agency_id, employee_id);
alter table delivery.assignments enable row level security;
alter table delivery.assignments force row level security;
create policy add on delivery.assignments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on delivery.assignments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on delivery.assignments for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.assignments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.assignments'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('delivery.assignments'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('delivery.assignments'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on delivery.assignments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.assignments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.assignments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.assignments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table delivery.behaviours (
  agency_id uuid not null,
  id uuid not null,
  programme_id uuid,
  plan_item_id uuid,
  employee_id uuid,
  competency_id uuid,
  to_level integer,
  statement text not null,
  agreed_on date,
  constraint behaviours_pkey PRIMARY KEY (agency_id, id),
  constraint behaviours_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint behaviours_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
alter table delivery.behaviours enable row level security;
alter table delivery.behaviours force row level security;
create policy add on delivery.behaviours for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.behaviours'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'own'::text) AS writes))));
create policy change on delivery.behaviours for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.behaviours'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.behaviours'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'own'::text) AS writes))));
create policy keeper on delivery.behaviours for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.behaviours for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.behaviours'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('delivery.behaviours'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('delivery.behaviours'::text, 'own'::text) AS reads))));
create policy remove on delivery.behaviours for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.behaviours'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.behaviours'::text, 'own'::text) AS writes))));

create table delivery.classes (
  agency_id uuid not null,
  id uuid not null,
  session_id uuid,
  module_id uuid not null,
  programme_id uuid,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  jp numeric(7,2),
  state text default 'open'::text not null,
  cancelled_on date,
  cancelled_reason text,
  constraint classes_pkey PRIMARY KEY (agency_id, id),
  constraint classes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'running'::text, 'done'::text, 'cancelled'::text]))),
  constraint classes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint classes_agency_id_module_id_fkey FOREIGN KEY (agency_id, module_id) REFERENCES planning.modules(agency_id, id),
  constraint classes_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id),
  constraint classes_agency_id_session_id_fkey FOREIGN KEY (agency_id, session_id) REFERENCES planning.sessions(agency_id, id)
);
alter table delivery.classes enable row level security;
alter table delivery.classes force row level security;
create policy add on delivery.classes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.classes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'own'::text) AS writes))));
create policy change on delivery.classes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.classes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.classes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'own'::text) AS writes))));
create policy keeper on delivery.classes for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.classes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.classes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('delivery.classes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('delivery.classes'::text, 'own'::text) AS reads))));
create policy remove on delivery.classes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.classes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.classes'::text, 'own'::text) AS writes))));

create table delivery.enrolments (
  agency_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  employee_id uuid not null,
  plan_item_id uuid,
  state text default 'enrolled'::text not null,
  attended_jp numeric(7,2),
  score_before numeric(6,2),
  score_after numeric(6,2),
  completed_on date,
  correction_reason text,
  constraint enrolments_pkey PRIMARY KEY (agency_id, id),
  constraint enrolments_agency_id_class_id_employee_id_key UNIQUE (agency_id, class_id, employee_id),
  constraint enrolments_score_after_check CHECK (((score_after >= (0)::numeric) AND (score_after <= (100)::numeric))),
  constraint enrolments_score_before_check CHECK (((score_before >= (0)::numeric) AND (score_before <= (100)::numeric))),
  constraint enrolments_state_check CHECK ((state = ANY (ARRAY['enrolled'::text, 'attending'::text, 'passed'::text, 'failed'::text, 'withdrawn'::text]))),
  constraint enrolments_agency_id_class_id_fkey FOREIGN KEY (agency_id, class_id) REFERENCES delivery.classes(agency_id, id),
  constraint enrolments_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint enrolments_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint enrolments_agency_id_plan_item_id_fkey FOREIGN KEY (agency_id, plan_item_id) REFERENCES planning.plan_items(agency_id, id)
);
CREATE INDEX enrolments_by_employee ON delivery.enrolments USING btree (agency_id, employee_id);
alter table delivery.enrolments enable row level security;
alter table delivery.enrolments force row level security;
create policy add on delivery.enrolments for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.enrolments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.enrolments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.enrolments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on delivery.enrolments for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.enrolments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.enrolments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.enrolments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.enrolments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.enrolments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.enrolments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on delivery.enrolments for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.enrolments for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.enrolments'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('delivery.enrolments'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('delivery.enrolments'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on delivery.enrolments for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.enrolments'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.enrolments'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.enrolments'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table delivery.follow_ups (
  agency_id uuid not null,
  id uuid not null,
  behaviour_id uuid not null,
  employee_id uuid not null,
  day_number integer not null,
  rater text not null,
  rater_id uuid,
  value integer,
  verdict text,
  note text,
  due_on date,
  answered_on date,
  replaces_id uuid,
  is_replaced boolean default false not null,
  correction_reason text,
  constraint follow_ups_pkey PRIMARY KEY (agency_id, id),
  constraint follow_ups_day_number_check CHECK ((day_number = ANY (ARRAY[0, 30, 60, 90, 180]))),
  constraint follow_ups_rater_check CHECK ((rater = ANY (ARRAY['supervisor'::text, 'peer'::text, 'self'::text]))),
  constraint follow_ups_value_check CHECK (((value >= 1) AND (value <= 4))),
  constraint follow_ups_verdict_check CHECK ((verdict = ANY (ARRAY['ya'::text, 'belum'::text, 'tidakAdaKesempatan'::text]))),
  constraint follow_ups_agency_id_behaviour_id_fkey FOREIGN KEY (agency_id, behaviour_id) REFERENCES delivery.behaviours(agency_id, id),
  constraint follow_ups_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint follow_ups_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
CREATE INDEX follow_ups_by_employee ON delivery.follow_ups USING btree (agency_id, employee_id);
CREATE INDEX follow_ups_by_rater ON delivery.follow_ups USING btree (agency_id, rater_id) WHERE ((rater = 'peer'::text) AND (NOT is_replaced));
CREATE UNIQUE INDEX follow_ups_once ON delivery.follow_ups USING btree (agency_id, behaviour_id, employee_id, day_number, rater) WHERE (NOT is_replaced);
alter table delivery.follow_ups enable row level security;
alter table delivery.follow_ups force row level security;
create policy add on delivery.follow_ups for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.follow_ups'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy asked_answer on delivery.follow_ups for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (rater = 'peer'::text) AND (rater_id = ( SELECT platform.employee() AS employee)) AND ( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes)))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (rater = 'peer'::text) AND (rater_id = ( SELECT platform.employee() AS employee)) AND ( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes)));
create policy asked_read on delivery.follow_ups for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (rater = 'peer'::text) AND (rater_id = ( SELECT platform.employee() AS employee))));
create policy change on delivery.follow_ups for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.follow_ups'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.follow_ups'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on delivery.follow_ups for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.follow_ups for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.follow_ups'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('delivery.follow_ups'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('delivery.follow_ups'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on delivery.follow_ups for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.follow_ups'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.follow_ups'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table delivery.meetings (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  programme_id uuid,
  employee_id uuid not null,
  guide_id uuid,
  guide_name text not null,
  held_on date not null,
  minutes integer,
  topic text not null,
  agreement text,
  is_confirmed boolean default false not null,
  correction_reason text,
  confirmed_on date,
  confirmed_by uuid,
  logged_by uuid,
  competency_id uuid,
  seen_level integer,
  seen_example text,
  constraint meetings_pkey PRIMARY KEY (agency_id, id),
  constraint meetings_kind_check CHECK ((kind = ANY (ARRAY['coaching'::text, 'mentoring'::text]))),
  constraint meetings_minutes_check CHECK ((minutes > 0)),
  constraint meetings_seen CHECK ((((seen_level IS NULL) = (competency_id IS NULL)) AND ((seen_level IS NULL) = (seen_example IS NULL)))),
  constraint meetings_seen_level_check CHECK (((seen_level >= 1) AND (seen_level <= 5))),
  constraint meetings_agency_id_competency_id_fkey FOREIGN KEY (agency_id, competency_id) REFERENCES competency.competencies(agency_id, id),
  constraint meetings_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint meetings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint meetings_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
CREATE INDEX meetings_by_employee ON delivery.meetings USING btree (agency_id, employee_id);
alter table delivery.meetings enable row level security;
alter table delivery.meetings force row level security;
create policy add on delivery.meetings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.meetings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.meetings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.meetings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on delivery.meetings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.meetings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.meetings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.meetings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.meetings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.meetings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.meetings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on delivery.meetings for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.meetings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.meetings'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('delivery.meetings'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('delivery.meetings'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on delivery.meetings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.meetings'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.meetings'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.meetings'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table delivery.reaction_givers (
  agency_id uuid not null,
  enrolment_id uuid not null,
  employee_id uuid not null,
  given_on date not null,
  constraint reaction_givers_pkey PRIMARY KEY (agency_id, enrolment_id),
  constraint reaction_givers_agency_id_enrolment_id_fkey FOREIGN KEY (agency_id, enrolment_id) REFERENCES delivery.enrolments(agency_id, id) ON DELETE CASCADE,
  constraint reaction_givers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table delivery.reaction_givers enable row level security;
alter table delivery.reaction_givers force row level security;
create policy add on delivery.reaction_givers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_givers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on delivery.reaction_givers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_givers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_givers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on delivery.reaction_givers for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.reaction_givers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.reaction_givers'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('delivery.reaction_givers'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('delivery.reaction_givers'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on delivery.reaction_givers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_givers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('delivery.reaction_givers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table delivery.reaction_tallies (
  agency_id uuid not null,
  class_id uuid not null,
  item text not null,
  mark integer not null,
  answers integer not null,
  constraint reaction_tallies_pkey PRIMARY KEY (agency_id, class_id, item, mark),
  constraint reaction_tallies_answers_check CHECK ((answers > 0)),
  constraint reaction_tallies_item_check CHECK ((item = ANY (ARRAY['material'::text, 'facilitator'::text, 'use'::text]))),
  constraint reaction_tallies_mark_check CHECK (((mark >= 1) AND (mark <= 5))),
  constraint reaction_tallies_agency_id_class_id_fkey FOREIGN KEY (agency_id, class_id) REFERENCES delivery.classes(agency_id, id) ON DELETE CASCADE,
  constraint reaction_tallies_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table delivery.reaction_tallies enable row level security;
alter table delivery.reaction_tallies force row level security;
create policy add on delivery.reaction_tallies for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_tallies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'own'::text) AS writes))));
create policy change on delivery.reaction_tallies for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_tallies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_tallies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'own'::text) AS writes))));
create policy keeper on delivery.reaction_tallies for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.reaction_tallies for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.reaction_tallies'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('delivery.reaction_tallies'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('delivery.reaction_tallies'::text, 'own'::text) AS reads))));
create policy remove on delivery.reaction_tallies for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reaction_tallies'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reaction_tallies'::text, 'own'::text) AS writes))));

create table delivery.reactions (
  agency_id uuid not null,
  id uuid not null,
  programme_id uuid,
  module_id uuid,
  item text not null,
  mean numeric(5,2),
  answers integer not null,
  invited integer,
  scale_max integer default 5 not null,
  collected_on date,
  constraint reactions_pkey PRIMARY KEY (agency_id, id),
  constraint reactions_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint reactions_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
alter table delivery.reactions enable row level security;
alter table delivery.reactions force row level security;
create policy add on delivery.reactions for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reactions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'own'::text) AS writes))));
create policy change on delivery.reactions for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reactions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reactions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'own'::text) AS writes))));
create policy keeper on delivery.reactions for all to anyam_owner
  using (true)
  with check (true);
create policy read on delivery.reactions for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('delivery.reactions'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('delivery.reactions'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('delivery.reactions'::text, 'own'::text) AS reads))));
create policy remove on delivery.reactions for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('delivery.reactions'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('delivery.reactions'::text, 'own'::text) AS writes))));

create view delivery.v_asked_of_me with (security_invoker=true) as
 SELECT agency_id,
    id,
    name
   FROM delivery.asked_of_me() asked_of_me(agency_id, id, name);

create view delivery.v_assignments with (security_invoker=true) as
 SELECT agency_id,
    id,
    employee_id,
    programme_id,
    plan_item_id,
    title,
    value,
    starts_on,
    due_on,
    finished_on,
    result,
    progress,
    state,
    confirmed_on,
    correction_reason
   FROM delivery.assignments;

create view delivery.v_behaviours with (security_invoker=true) as
 SELECT agency_id,
    id,
    programme_id,
    plan_item_id,
    employee_id,
    competency_id,
    to_level,
    statement,
    agreed_on
   FROM delivery.behaviours;

create view delivery.v_classes with (security_invoker=true) as
 SELECT agency_id,
    id,
    session_id,
    module_id,
    programme_id,
    name,
    starts_on,
    ends_on,
    jp,
    state
   FROM delivery.classes;

create view delivery.v_enrolments with (security_invoker=true) as
 SELECT e.agency_id,
    e.id,
    e.class_id,
    e.employee_id,
    e.plan_item_id,
    e.state,
    e.attended_jp,
    e.score_before,
    e.score_after,
    e.completed_on,
    e.correction_reason,
    c.programme_id,
    c.module_id,
    c.name AS class_name,
    c.starts_on,
    c.ends_on,
    c.jp
   FROM (delivery.enrolments e
     JOIN delivery.classes c ON (((c.agency_id = e.agency_id) AND (c.id = e.class_id))));

create view delivery.v_follow_ups with (security_invoker=true) as
 SELECT f.agency_id,
    f.id,
    f.behaviour_id,
    f.employee_id,
    f.day_number,
    f.rater,
    f.rater_id,
    f.value,
    f.verdict,
    f.note,
    f.due_on,
    f.answered_on,
    f.replaces_id,
    f.is_replaced,
    f.correction_reason,
    b.programme_id,
    b.competency_id,
    b.to_level,
    b.statement,
    b.agreed_on
   FROM (delivery.follow_ups f
     JOIN delivery.behaviours b ON (((b.agency_id = f.agency_id) AND (b.id = f.behaviour_id))))
  WHERE (NOT f.is_replaced);

create view delivery.v_meetings with (security_invoker=true) as
 SELECT agency_id,
    id,
    kind,
    programme_id,
    employee_id,
    guide_id,
    guide_name,
    held_on,
    minutes,
    topic,
    agreement,
    is_confirmed,
    correction_reason,
    confirmed_on,
    confirmed_by
   FROM delivery.meetings;

create view delivery.v_reactions with (security_invoker=true) as
 SELECT agency_id,
    id,
    programme_id,
    module_id,
    item,
    mean,
    answers,
    invited,
    scale_max,
    collected_on
   FROM delivery.reactions;

-- impact ----------------------------------------------------------------

create schema impact;

create table impact.evaluations (
  agency_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  as_of date not null,
  figures jsonb not null,
  verdicts jsonb not null,
  limits text[] default '{}'::text[] not null,
  made_at timestamp with time zone default now() not null,
  constraint evaluations_pkey PRIMARY KEY (agency_id, id),
  constraint evaluations_agency_id_programme_id_as_of_key UNIQUE (agency_id, programme_id, as_of),
  constraint evaluations_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint evaluations_agency_id_programme_id_fkey FOREIGN KEY (agency_id, programme_id) REFERENCES planning.programmes(agency_id, id)
);
alter table impact.evaluations enable row level security;
alter table impact.evaluations force row level security;
create policy add on impact.evaluations for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('impact.evaluations'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'own'::text) AS writes))));
create policy change on impact.evaluations for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('impact.evaluations'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('impact.evaluations'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'own'::text) AS writes))));
create policy keeper on impact.evaluations for all to anyam_owner
  using (true)
  with check (true);
create policy read on impact.evaluations for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('impact.evaluations'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('impact.evaluations'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('impact.evaluations'::text, 'own'::text) AS reads))));
create policy remove on impact.evaluations for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('impact.evaluations'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('impact.evaluations'::text, 'own'::text) AS writes))));

create view impact.v_evaluations with (security_invoker=true) as
 SELECT agency_id,
    id,
    programme_id,
    as_of,
    figures,
    verdicts,
    limits,
    made_at
   FROM impact.evaluations;

-- succession ------------------------------------------------------------

create schema succession;

create table succession.benches (
  agency_id uuid not null,
  position_id uuid not null,
  as_of date not null,
  incumbent_id uuid,
  vacant_on date,
  vacancy_reason text,
  ready_now integer not null,
  within_two_years integer not null,
  later integer not null,
  unknown integer not null,
  state text not null,
  likelihood integer,
  impact integer,
  why text default ''::text not null,
  constraint benches_pkey PRIMARY KEY (agency_id, position_id),
  constraint benches_state_check CHECK ((state = ANY (ARRAY['kosong'::text, 'tipis'::text, 'cukup'::text, 'belumLengkap'::text]))),
  constraint benches_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint benches_agency_id_position_id_fkey FOREIGN KEY (agency_id, position_id) REFERENCES workforce.positions(agency_id, id)
);
alter table succession.benches enable row level security;
alter table succession.benches force row level security;
create policy add on succession.benches for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.benches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'own'::text) AS writes))));
create policy change on succession.benches for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.benches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.benches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'own'::text) AS writes))));
create policy keeper on succession.benches for all to anyam_owner
  using (true)
  with check (true);
create policy read on succession.benches for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('succession.benches'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('succession.benches'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('succession.benches'::text, 'own'::text) AS reads))));
create policy remove on succession.benches for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.benches'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('succession.benches'::text, 'own'::text) AS writes))));

create table succession.candidates (
  agency_id uuid not null,
  position_id uuid not null,
  employee_id uuid not null,
  added_by text not null,
  reason text not null,
  added_on date not null,
  withdrawn_on date,
  constraint candidates_pkey PRIMARY KEY (agency_id, position_id, employee_id),
  constraint candidates_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint candidates_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint candidates_agency_id_position_id_fkey FOREIGN KEY (agency_id, position_id) REFERENCES workforce.positions(agency_id, id)
);
alter table succession.candidates enable row level security;
alter table succession.candidates force row level security;
create policy add on succession.candidates for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on succession.candidates for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on succession.candidates for all to anyam_owner
  using (true)
  with check (true);
create policy read on succession.candidates for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('succession.candidates'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('succession.candidates'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('succession.candidates'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on succession.candidates for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.candidates'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.candidates'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.candidates'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table succession.dossiers (
  agency_id uuid not null,
  id uuid not null,
  number text not null,
  position_id uuid not null,
  employee_id uuid not null,
  state text default 'draft'::text not null,
  recommendation text not null,
  considerations text,
  dissent text,
  content jsonb,
  content_hash text,
  frozen_at timestamp with time zone,
  prepared_by text not null,
  prepared_on date,
  submitted_on date,
  returned_reason text,
  decided_by text,
  decided_on date,
  decision text,
  decision_reason text,
  explanation_for_person text,
  preparer_ids uuid[] default '{}'::uuid[] not null,
  constraint dossiers_pkey PRIMARY KEY (agency_id, id),
  constraint dossiers_agency_id_number_key UNIQUE (agency_id, number),
  constraint dossiers_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'rejected'::text]))),
  constraint dossiers_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'decided'::text, 'returned'::text]))),
  constraint dossiers_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint dossiers_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint dossiers_agency_id_position_id_fkey FOREIGN KEY (agency_id, position_id) REFERENCES workforce.positions(agency_id, id)
);
alter table succession.dossiers enable row level security;
alter table succession.dossiers force row level security;
create policy add on succession.dossiers for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.dossiers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.dossiers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.dossiers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on succession.dossiers for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.dossiers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.dossiers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.dossiers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.dossiers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.dossiers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.dossiers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on succession.dossiers for all to anyam_owner
  using (true)
  with check (true);
create policy read on succession.dossiers for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('succession.dossiers'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('succession.dossiers'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('succession.dossiers'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on succession.dossiers for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.dossiers'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.dossiers'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.dossiers'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create table succession.readiness (
  agency_id uuid not null,
  position_id uuid not null,
  employee_id uuid not null,
  as_of date not null,
  eligible text not null,
  horizon text not null,
  score numeric(9,6),
  score_low numeric(9,6),
  score_high numeric(9,6),
  ready_on date,
  figure jsonb not null,
  constraint readiness_pkey PRIMARY KEY (agency_id, position_id, employee_id),
  constraint readiness_eligible_check CHECK ((eligible = ANY (ARRAY['ya'::text, 'tidak'::text, 'belumDiketahui'::text]))),
  constraint readiness_horizon_check CHECK ((horizon = ANY (ARRAY['siapSekarang'::text, '1-2Tahun'::text, '>2Tahun'::text, 'tidakMemenuhi'::text, 'belumDiketahui'::text]))),
  constraint readiness_agency_id_employee_id_fkey FOREIGN KEY (agency_id, employee_id) REFERENCES workforce.employees(agency_id, id),
  constraint readiness_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint readiness_agency_id_position_id_fkey FOREIGN KEY (agency_id, position_id) REFERENCES workforce.positions(agency_id, id)
);
alter table succession.readiness enable row level security;
alter table succession.readiness force row level security;
create policy add on succession.readiness for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.readiness'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.readiness'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.readiness'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy change on succession.readiness for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.readiness'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.readiness'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.readiness'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.readiness'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.readiness'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.readiness'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy keeper on succession.readiness for all to anyam_owner
  using (true)
  with check (true);
create policy read on succession.readiness for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('succession.readiness'::text, 'agency'::text) AS reads) OR (( SELECT platform.reads('succession.readiness'::text, 'team'::text) AS reads) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.reads('succession.readiness'::text, 'own'::text) AS reads) AND (employee_id = ( SELECT platform.employee() AS employee))))));
create policy remove on succession.readiness for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('succession.readiness'::text, 'agency'::text) AS writes) OR (( SELECT platform.writes('succession.readiness'::text, 'team'::text) AS writes) AND (employee_id IN ( SELECT platform.team() AS team))) OR (( SELECT platform.writes('succession.readiness'::text, 'own'::text) AS writes) AND (employee_id = ( SELECT platform.employee() AS employee))))));

create view succession.v_benches with (security_invoker=true) as
 SELECT agency_id,
    position_id,
    as_of,
    incumbent_id,
    vacant_on,
    vacancy_reason,
    ready_now,
    within_two_years,
    later,
    unknown,
    state,
    likelihood,
    impact,
    why
   FROM succession.benches;

create view succession.v_dossiers with (security_invoker=true) as
 SELECT agency_id,
    id,
    number,
    position_id,
    employee_id,
    state,
    recommendation,
    considerations,
    dissent,
    content,
    content_hash,
    frozen_at,
    prepared_by,
    prepared_on,
    submitted_on,
    returned_reason,
    decided_by,
    decided_on,
    decision,
    decision_reason,
    explanation_for_person
   FROM succession.dossiers;

create view succession.v_readiness with (security_invoker=true) as
 SELECT agency_id,
    position_id,
    employee_id,
    as_of,
    eligible,
    horizon,
    score,
    score_low,
    score_high,
    ready_on,
    figure
   FROM succession.readiness;

-- exchange --------------------------------------------------------------

create schema exchange;

create table exchange.import_changes (
  agency_id uuid not null,
  import_id uuid not null,
  seq bigint not null,
  table_name text not null,
  record_key jsonb not null,
  before jsonb,
  after jsonb,
  constraint import_changes_pkey PRIMARY KEY (agency_id, import_id, seq),
  constraint import_changes_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint import_changes_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES exchange.imports(agency_id, id) ON DELETE CASCADE
);
alter table exchange.import_changes enable row level security;
alter table exchange.import_changes force row level security;
create policy add on exchange.import_changes for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_changes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'own'::text) AS writes))));
create policy change on exchange.import_changes for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_changes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_changes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'own'::text) AS writes))));
create policy keeper on exchange.import_changes for all to anyam_owner
  using (true)
  with check (true);
create policy read on exchange.import_changes for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('exchange.import_changes'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('exchange.import_changes'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('exchange.import_changes'::text, 'own'::text) AS reads))));
create policy remove on exchange.import_changes for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_changes'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_changes'::text, 'own'::text) AS writes))));

create table exchange.import_files (
  agency_id uuid not null,
  import_id uuid not null,
  position integer not null,
  file_id uuid not null,
  name text not null,
  kind text,
  corrections jsonb default '{}'::jsonb not null,
  judgement jsonb,
  constraint import_files_pkey PRIMARY KEY (agency_id, import_id, "position"),
  constraint import_files_agency_id_file_id_fkey FOREIGN KEY (agency_id, file_id) REFERENCES platform.files(agency_id, id),
  constraint import_files_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id),
  constraint import_files_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES exchange.imports(agency_id, id) ON DELETE CASCADE
);
alter table exchange.import_files enable row level security;
alter table exchange.import_files force row level security;
create policy add on exchange.import_files for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_files'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'own'::text) AS writes))));
create policy change on exchange.import_files for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_files'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_files'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'own'::text) AS writes))));
create policy keeper on exchange.import_files for all to anyam_owner
  using (true)
  with check (true);
create policy read on exchange.import_files for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('exchange.import_files'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('exchange.import_files'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('exchange.import_files'::text, 'own'::text) AS reads))));
create policy remove on exchange.import_files for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.import_files'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.import_files'::text, 'own'::text) AS writes))));

create table exchange.imports (
  agency_id uuid not null,
  id uuid not null,
  state text default 'judged'::text not null,
  made_by text not null,
  made_at timestamp with time zone default now() not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  summary jsonb default '{}'::jsonb not null,
  constraint imports_pkey PRIMARY KEY (agency_id, id),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'judged'::text, 'applied'::text, 'undone'::text, 'discarded'::text]))),
  constraint imports_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table exchange.imports enable row level security;
alter table exchange.imports force row level security;
create policy add on exchange.imports for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.imports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'own'::text) AS writes))));
create policy change on exchange.imports for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.imports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.imports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'own'::text) AS writes))));
create policy keeper on exchange.imports for all to anyam_owner
  using (true)
  with check (true);
create policy read on exchange.imports for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('exchange.imports'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('exchange.imports'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('exchange.imports'::text, 'own'::text) AS reads))));
create policy remove on exchange.imports for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.imports'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.imports'::text, 'own'::text) AS writes))));

create table exchange.mappings (
  agency_id uuid not null,
  kind text not null,
  header text not null,
  field text not null,
  constraint mappings_pkey PRIMARY KEY (agency_id, kind, header),
  constraint mappings_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES platform.agencies(agency_id)
);
alter table exchange.mappings enable row level security;
alter table exchange.mappings force row level security;
create policy add on exchange.mappings for insert to public
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.mappings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'own'::text) AS writes))));
create policy change on exchange.mappings for update to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.mappings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'own'::text) AS writes))))
  with check (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.mappings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'own'::text) AS writes))));
create policy keeper on exchange.mappings for all to anyam_owner
  using (true)
  with check (true);
create policy read on exchange.mappings for select to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.reads('exchange.mappings'::text, 'agency'::text) AS reads) OR ( SELECT platform.reads('exchange.mappings'::text, 'team'::text) AS reads) OR ( SELECT platform.reads('exchange.mappings'::text, 'own'::text) AS reads))));
create policy remove on exchange.mappings for delete to public
  using (((agency_id = ( SELECT platform.agency() AS agency)) AND (( SELECT platform.writes('exchange.mappings'::text, 'agency'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'team'::text) AS writes) OR ( SELECT platform.writes('exchange.mappings'::text, 'own'::text) AS writes))));
