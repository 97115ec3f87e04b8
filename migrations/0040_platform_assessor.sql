-- Assessors: some belong to another agency and have no employee record, so that the account says who they are.
create function platform.account() returns uuid language sql stable as
  $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;

alter table platform.account_roles drop constraint account_roles_role_check;
alter table platform.account_roles add constraint account_roles_role_check
  check (role in ('asn', 'supervisor', 'hr_officer', 'committee', 'leader', 'facilitator', 'assessor', 'auditor', 'dpo', 'admin'));

-- A fourth width of a right: rows entrusted to the account that acts.
alter table platform.role_rights drop constraint role_rights_scope_check;
alter table platform.role_rights add constraint role_rights_scope_check check (scope in ('own', 'team', 'assigned', 'agency'));
alter table platform.use_case_roles drop constraint use_case_roles_scope_check;
alter table platform.use_case_roles add constraint use_case_roles_scope_check check (scope in ('own', 'team', 'assigned', 'agency'));

-- Beside the policies of `protect`: `reading` and `writing` say which rows are entrusted to the account.
create function platform.protect_assigned(t text, reading text, writing text default 'false') returns void language plpgsql as $$
declare
  rule text := 'agency_id = (select platform.agency()) and (select platform.%s(' || quote_literal(t) || ', ''assigned'')) and (%s)';
begin
  execute format('create policy read_assigned on %s for select using (%s)', t, format(rule, 'reads', reading));
  execute format('create policy add_assigned on %s for insert with check (%s)', t, format(rule, 'writes', writing));
  execute format('create policy change_assigned on %s for update using (%s) with check (%s)', t, format(rule, 'writes', writing), format(rule, 'writes', writing));
  execute format('create policy remove_assigned on %s for delete using (%s)', t, format(rule, 'writes', writing));
end $$;
