-- Whoever keeps the accounts of an agency reads to whom they belong: number, name and whether in service, and nothing else about the person.
create function workforce.names() returns table (agency_id uuid, id uuid, nip text, name text, state text) language sql stable security definer set search_path = workforce as $$
  select e.agency_id, e.id, e.nip, e.name, e.state
  from workforce.employees e
  where e.agency_id = platform.agency() and (select platform.reads('platform.accounts', 'agency'))
$$;
create view workforce.v_names with (security_invoker = true) as select * from workforce.names();
