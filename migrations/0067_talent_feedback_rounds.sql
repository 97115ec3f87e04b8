-- 360 degree feedback: rounds, who is asked, what each answers alone, and the result of which nobody can take one answer out.
create table talent.feedback_rounds (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  -- The year whose performance is spoken of.
  year integer not null,
  cycle_id uuid,
  -- Whom it is about: units with all below them, and tiers; empty means all.
  unit_ids jsonb not null default '[]',
  tiers jsonb not null default '[]',
  state text not null default 'proposing' check (state in ('proposing', 'answering', 'closed', 'cancelled')),
  opened_on date not null,
  opened_by_name text not null,
  -- Until then raters may be changed; then they are asked.
  propose_until date not null,
  closes_on date not null,
  rule_version text not null,
  change_reason text,
  closed_on date,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, cycle_id) references talent.cycles
);

create table talent.feedback_subjects (
  agency_id uuid not null references platform.agencies,
  round_id uuid not null,
  employee_id uuid not null,
  unit_id uuid not null,
  year integer not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'known', 'few', 'excluded', 'cancelled')),
  exclude_reason text,
  confirmed_by_name text,
  confirmed_on date,
  primary key (agency_id, round_id, employee_id),
  foreign key (agency_id, round_id) references talent.feedback_rounds,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, unit_id) references workforce.units
);
create unique index feedback_subjects_once on talent.feedback_subjects (agency_id, employee_id, year) where state in ('proposed', 'confirmed', 'known');

-- Who is to rate whom, as the person and her supervisor see it: never whether somebody answered.
create table talent.feedback_raters (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  round_id uuid not null,
  employee_id uuid not null,
  rater_id uuid not null,
  rater_name text not null,
  rater_group text not null check (rater_group in ('atasan', 'rekan', 'bawahan', 'diri')),
  origin text not null default 'drafted' check (origin in ('drafted', 'person', 'supervisor', 'officer')),
  -- wanted: asked for by the person, waits for the supervisor.
  standing text not null default 'drafted' check (standing in ('drafted', 'wanted', 'confirmed', 'refused', 'removed')),
  -- The rater whose place this one would take.
  replaces_id uuid,
  reason text,
  answer_reason text,
  primary key (agency_id, id),
  foreign key (agency_id, round_id) references talent.feedback_rounds,
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, rater_id) references workforce.employees
);
-- The same person never rates twice.
create unique index feedback_raters_once on talent.feedback_raters (agency_id, round_id, employee_id, rater_id) where standing in ('drafted', 'wanted', 'confirmed');

-- The request to one rater and whether it was answered: the rater, HR and the auditor read it; what was answered stands elsewhere.
create table talent.feedback_replies (
  agency_id uuid not null references platform.agencies,
  -- The row of talent.feedback_raters.
  id uuid not null,
  round_id uuid not null,
  rater_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  about_unit_id uuid not null,
  rater_group text not null check (rater_group in ('atasan', 'rekan', 'bawahan', 'diri')),
  state text not null default 'asked' check (state in ('asked', 'answered', 'declined', 'withdrawn')),
  due_on date not null,
  decline_code text,
  decline_note text,
  answered_on date,
  primary key (agency_id, id),
  foreign key (agency_id, id) references talent.feedback_raters,
  foreign key (agency_id, round_id) references talent.feedback_rounds,
  foreign key (agency_id, rater_id) references workforce.employees
);
create index feedback_replies_by_rater on talent.feedback_replies (agency_id, rater_id, state);
create index feedback_replies_by_round on talent.feedback_replies (agency_id, round_id, about_id);

-- What one rater answered: read by that rater alone, for ever. Null with is_unable: cannot judge.
create table talent.feedback_answers (
  agency_id uuid not null references platform.agencies,
  reply_id uuid not null,
  rater_id uuid not null,
  question_code text not null,
  step integer check (step between 1 and 5),
  is_unable boolean not null default false,
  saved_on date not null,
  primary key (agency_id, reply_id, question_code),
  check (not (is_unable and step is not null)),
  foreign key (agency_id, reply_id) references talent.feedback_replies,
  foreign key (agency_id, rater_id) references workforce.employees
);

create table talent.feedback_comments (
  agency_id uuid not null references platform.agencies,
  reply_id uuid not null,
  rater_id uuid not null,
  strength text,
  practice text,
  saved_on date not null,
  primary key (agency_id, reply_id),
  foreign key (agency_id, reply_id) references talent.feedback_replies,
  foreign key (agency_id, rater_id) references workforce.employees
);

-- Means of groups of at least three raters, or what is missing. No row says what one rater answered.
create table talent.feedback_results (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  round_id uuid not null,
  employee_id uuid not null,
  version integer not null,
  year integer not null,
  rating text,
  blocks jsonb not null default '[]',
  counts jsonb not null default '[]',
  left_out jsonb not null default '[]',
  spread jsonb not null default '[]',
  -- Agreement of the raters over all questions, one number for all of them together.
  agreement numeric(6, 4),
  missing jsonb not null default '[]',
  strength text,
  practice text,
  rule_version text not null,
  opened_on date not null,
  closed_on date not null,
  primary key (agency_id, id),
  unique (agency_id, round_id, employee_id, version),
  foreign key (agency_id, round_id) references talent.feedback_rounds,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index feedback_results_by_employee on talent.feedback_results (agency_id, employee_id, closed_on desc);

-- Comments without rater, group or day, in an order that says nothing; the person reads them after a check.
create table talent.feedback_remarks (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  round_id uuid not null,
  about_id uuid not null,
  about_name text not null,
  kind text not null check (kind in ('strength', 'practice')),
  text text not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'withheld')),
  checked_by_name text,
  checked_on date,
  reason text,
  primary key (agency_id, id),
  foreign key (agency_id, round_id) references talent.feedback_rounds
);
create index feedback_remarks_by_round on talent.feedback_remarks (agency_id, round_id, state);

select platform.protect('talent.feedback_rounds');
select platform.protect('talent.feedback_subjects', 'employee_id');
select platform.protect('talent.feedback_raters', 'employee_id');
select platform.protect('talent.feedback_replies', 'rater_id');
select platform.protect('talent.feedback_answers', 'rater_id');
select platform.protect('talent.feedback_comments', 'rater_id');
select platform.protect('talent.feedback_results', 'employee_id');
select platform.protect('talent.feedback_remarks');
create policy person_read on talent.feedback_remarks for select
  using (agency_id = (select platform.agency()) and about_id = (select platform.employee()) and state = 'shown');

create view talent.v_feedback_requests with (security_invoker = true) as
  select agency_id, id, round_id, rater_id, about_id, rater_group, state, due_on from talent.feedback_replies;
create view talent.v_feedback_remarks with (security_invoker = true) as
  select agency_id, id, round_id, about_id, about_name, text, state from talent.feedback_remarks;
create view talent.v_feedback_results with (security_invoker = true) as
  select agency_id, id, round_id, employee_id, year, version, rating, closed_on from talent.feedback_results;
create view talent.v_feedback_files with (security_invoker = true) as
  select agency_id, employee_id, year, rating from talent.feedback_360;
create view talent.v_feedback_raters with (security_invoker = true) as
  select agency_id, id, round_id, employee_id, rater_id, rater_group, standing from talent.feedback_raters;
