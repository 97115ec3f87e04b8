-- Whoever teaches reads her own entry of the register: modules, days away, classes, levels, and what participants thought.
create policy own_read on planning.facilitators for select
  using (agency_id = (select platform.agency()) and employee_id = (select platform.employee()));

do $$
declare
  t text;
begin
  foreach t in array array['facilitator_modules', 'facilitator_absences', 'facilitator_bookings', 'facilitator_levels', 'facilitator_feedback'] loop
    execute format(
      'create policy own_read on planning.%I for select using (agency_id = (select platform.agency())
        and facilitator_id in (select f.id from planning.facilitators f where f.agency_id = (select platform.agency()) and f.employee_id = (select platform.employee())))', t);
  end loop;
end $$;
