-- Structured interview: questions bound to competencies with anchored levels, several interviewers who rate blind, a consensus kept as evidence.
-- Values fit, aspiration and career plan stand below.
create table talent.interview_questions (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  -- The same question over its versions; a changed wording is a new row.
  question_id uuid not null,
  version integer not null,
  competency_id uuid not null,
  text text not null,
  -- What to ask further when the answer stays general.
  probe text,
  -- Level 1 to 5 with what an answer at that level contains.
  anchors jsonb not null,
  state text not null default 'current' check (state in ('current', 'replaced', 'retired')),
  change_reason text,
  author_name text not null,
  written_on date not null,
  primary key (agency_id, id),
  unique (agency_id, question_id, version),
  foreign key (agency_id, competency_id) references competency.competencies
);
create unique index interview_questions_current on talent.interview_questions (agency_id, question_id) where state <> 'replaced';

create table talent.interview_guides (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  name text not null,
  purpose text not null check (purpose in ('advancement', 'lateral', 'programme')),
  -- Whom it is for: one post by its standard, a family of posts, or anybody with the purpose.
  standard_id uuid,
  family text,
  -- What must be asked about, each at least once.
  competency_ids jsonb not null default '[]',
  -- Rows of talent.interview_questions in the order in which they are asked.
  question_ids jsonb not null default '[]',
  state text not null default 'draft' check (state in ('draft', 'ready', 'retired')),
  author_name text not null,
  changed_on date not null,
  primary key (agency_id, id),
  unique (agency_id, name),
  foreign key (agency_id, standard_id) references competency.position_standards
);

create table talent.interviews (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  candidate_name text not null,
  guide_id uuid not null,
  cycle_id uuid,
  nomination_id uuid,
  target_position_id uuid,
  purpose text not null check (purpose in ('advancement', 'lateral', 'programme')),
  held_on date not null,
  -- Local time, HH:MM.
  starts_at text not null,
  place text not null,
  -- Ratings are to be in by then.
  due_on date not null,
  -- What will be asked about, for the candidate; the questions themselves stand in the sheet.
  subjects jsonb not null,
  state text not null default 'planned' check (state in ('planned', 'opened', 'concluded', 'cancelled')),
  rule_version text not null,
  scheduled_by_name text not null,
  scheduled_on date not null,
  opened_on date,
  cancel_reason text,
  -- What the candidate reads afterwards: a strength and one thing to practise.
  strength text,
  practice text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, guide_id) references talent.interview_guides,
  foreign key (agency_id, cycle_id) references talent.cycles,
  foreign key (agency_id, nomination_id) references talent.nominations,
  foreign key (agency_id, target_position_id) references workforce.positions
);
create index interviews_by_day on talent.interviews (agency_id, held_on desc, id);
create index interviews_by_employee on talent.interviews (agency_id, employee_id);

-- The questions as they stood when the interview was scheduled: for the interviewers, never for the candidate beforehand.
create table talent.interview_sheets (
  agency_id uuid not null references platform.agencies,
  interview_id uuid not null,
  questions jsonb not null,
  primary key (agency_id, interview_id),
  foreign key (agency_id, interview_id) references talent.interviews
);

create table talent.interview_seats (
  agency_id uuid not null references platform.agencies,
  interview_id uuid not null,
  -- The interviewer, an ordinary employee.
  employee_id uuid not null,
  candidate_id uuid not null,
  name text not null,
  is_lead boolean not null default false,
  state text not null default 'invited' check (state in ('invited', 'declared', 'submitted', 'left')),
  left_reason text,
  declared_on date,
  submitted_on date,
  primary key (agency_id, interview_id, employee_id),
  foreign key (agency_id, interview_id) references talent.interviews,
  foreign key (agency_id, employee_id) references workforce.employees
);
create index interview_seats_by_employee on talent.interview_seats (agency_id, employee_id);

-- What one interviewer rated: read by that interviewer alone until all are opened together into talent.interview_reveals.
create table talent.interview_ratings (
  agency_id uuid not null references platform.agencies,
  interview_id uuid not null,
  employee_id uuid not null,
  question_id uuid not null,
  level integer check (level between 0 and 5),
  example text,
  saved_on date not null,
  primary key (agency_id, interview_id, employee_id, question_id),
  foreign key (agency_id, interview_id) references talent.interviews,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- All ratings with names, written when they are opened together.
create table talent.interview_reveals (
  agency_id uuid not null references platform.agencies,
  interview_id uuid not null,
  ratings jsonb not null,
  opened_on date not null,
  primary key (agency_id, interview_id),
  foreign key (agency_id, interview_id) references talent.interviews
);

-- The level the interviewers agreed on, per competency; a correction is a new version with its reason.
create table talent.interview_consensus (
  agency_id uuid not null references platform.agencies,
  interview_id uuid not null,
  version integer not null,
  employee_id uuid not null,
  levels jsonb not null,
  reason text,
  recorded_by_name text not null,
  recorded_on date not null,
  primary key (agency_id, interview_id, version),
  foreign key (agency_id, interview_id) references talent.interviews,
  foreign key (agency_id, employee_id) references workforce.employees
);

-- A candidate objects to an interviewer before the interview; HR answers with a reason.
create table talent.interview_challenges (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  interview_id uuid not null,
  employee_id uuid not null,
  interviewer_id uuid not null,
  interviewer_name text not null,
  reason text not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  raised_on date not null,
  answer text,
  answered_by_name text,
  answered_on date,
  primary key (agency_id, id),
  foreign key (agency_id, interview_id) references talent.interviews,
  foreign key (agency_id, employee_id) references workforce.employees
);
create unique index interview_challenges_once on talent.interview_challenges (agency_id, interview_id, interviewer_id) where state = 'open';

create view talent.v_interviews with (security_invoker = true) as
  select agency_id, id, employee_id, candidate_name, cycle_id, target_position_id, purpose, held_on, starts_at, place, due_on, state, opened_on from talent.interviews;

select platform.protect('talent.interview_questions');
select platform.protect('talent.interview_guides');
select platform.protect('talent.interviews', 'employee_id');
select platform.protect('talent.interview_sheets');
select platform.protect('talent.interview_seats', 'employee_id');
select platform.protect('talent.interview_ratings', 'employee_id');
select platform.protect('talent.interview_reveals');
select platform.protect('talent.interview_consensus', 'employee_id');
select platform.protect('talent.interview_challenges', 'employee_id');

-- Interviews the reader sits in as an interviewer: read as the owner, only the reader's own seats.
create function talent.my_interviews() returns setof uuid language sql stable security definer set search_path = talent as $$
  select interview_id from talent.interview_seats where agency_id = platform.agency() and employee_id = platform.employee() and state <> 'left' $$;

-- An interviewer, whatever the role, reads the interview, its questions and who else sits; the ratings of others only once opened.
create policy seated_read on talent.interviews for select
  using (agency_id = (select platform.agency()) and id in (select talent.my_interviews()));
create policy seated_read on talent.interview_sheets for select
  using (agency_id = (select platform.agency()) and interview_id in (select talent.my_interviews()));
create policy seated_read on talent.interview_seats for select
  using (agency_id = (select platform.agency()) and interview_id in (select talent.my_interviews()));
create policy seated_read on talent.interview_reveals for select
  using (agency_id = (select platform.agency()) and interview_id in (select talent.my_interviews()));
create policy seated_read on talent.interview_consensus for select
  using (agency_id = (select platform.agency()) and interview_id in (select talent.my_interviews()));
-- The candidate knows who will ask.
create policy candidate_read on talent.interview_seats for select
  using (agency_id = (select platform.agency()) and candidate_id = (select platform.employee()));


-- Values fit: the seven values of BerAKHLAK on an anchored scale, by the supervisor and at least one more.
create table talent.value_reviews (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  cycle_id uuid,
  year integer not null,
  state text not null default 'gathering' check (state in ('gathering', 'opened', 'cancelled')),
  due_on date not null,
  asked_by_name text not null,
  asked_on date not null,
  rule_version text not null,
  opened_on date,
  cancel_reason text,
  -- What the person reads: a strength and one thing to practise.
  strength text,
  practice text,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees,
  foreign key (agency_id, cycle_id) references talent.cycles
);
create unique index value_reviews_once on talent.value_reviews (agency_id, employee_id, year) where state <> 'cancelled';

-- Who is asked; the person herself never reads this.
create table talent.value_raters (
  agency_id uuid not null references platform.agencies,
  review_id uuid not null,
  rater_id uuid not null,
  rater_name text not null,
  about_id uuid not null,
  about_name text not null,
  relation text not null check (relation in ('supervisor', 'colleague')),
  -- Proposed by the person: waits for HR's consent.
  state text not null default 'asked' check (state in ('proposed', 'asked', 'answered', 'declined', 'withdrawn')),
  proposed_by_person boolean not null default false,
  due_on date not null,
  decline_reason text,
  answered_on date,
  primary key (agency_id, review_id, rater_id),
  foreign key (agency_id, review_id) references talent.value_reviews,
  foreign key (agency_id, rater_id) references workforce.employees
);
create index value_raters_by_rater on talent.value_raters (agency_id, rater_id);

-- What one rater marked: read by that rater alone until the review is opened.
create table talent.value_ratings (
  agency_id uuid not null references platform.agencies,
  review_id uuid not null,
  rater_id uuid not null,
  value_code text not null,
  step integer check (step between 1 and 4),
  example text,
  example_on date,
  saved_on date not null,
  primary key (agency_id, review_id, rater_id, value_code),
  foreign key (agency_id, review_id) references talent.value_reviews,
  foreign key (agency_id, rater_id) references workforce.employees
);

-- Marks and examples as they were opened, raters by letter and relation, without names; a correction is a new version with its reason.
create table talent.value_results (
  agency_id uuid not null references platform.agencies,
  review_id uuid not null,
  version integer not null,
  employee_id uuid not null,
  ratings jsonb not null,
  raters integer not null,
  -- The mean of the steps over values and raters, 1-4.
  mean_step numeric(6, 4),
  -- Enough raters that the person may read the steps without knowing who gave which.
  is_shown boolean not null default false,
  reason text,
  opened_on date not null,
  primary key (agency_id, review_id, version),
  foreign key (agency_id, review_id) references talent.value_reviews,
  foreign key (agency_id, employee_id) references workforce.employees
);
create view talent.v_value_reviews with (security_invoker = true) as
  select agency_id, id, employee_id, cycle_id, year, state, due_on, opened_on, strength, practice from talent.value_reviews;

select platform.protect('talent.value_reviews', 'employee_id');
select platform.protect('talent.value_raters', 'rater_id');
select platform.protect('talent.value_ratings', 'rater_id');
select platform.protect('talent.value_results');
create policy person_read on talent.value_results for select
  using (agency_id = (select platform.agency()) and employee_id = (select platform.employee()) and is_shown);

-- Aspiration: several target posts in their order, and what a person wants besides a post.
alter table talent.aspirations add column rank integer not null default 1 check (rank between 1 and 5);
alter table talent.aspirations add column wanted_from date;
alter table talent.aspirations add column withdrawal_reason text;
create or replace view talent.v_aspirations with (security_invoker = true) as select * from talent.aspirations where withdrawn_on is null and rank = 1;
create view talent.v_target_posts with (security_invoker = true) as select * from talent.aspirations where withdrawn_on is null;

create table talent.career_wishes (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  moves text not null check (moves in ('anywhere', 'listed', 'not-now')),
  places jsonb not null default '[]',
  moves_from date,
  -- mentee, mentor, coachee, coach
  guidance jsonb not null default '[]',
  retirement text not null check (retirement in ('at-limit', 'earlier', 'undecided')),
  retires_on date,
  note text,
  stated_on date not null,
  withdrawn_on date,
  primary key (agency_id, id),
  foreign key (agency_id, employee_id) references workforce.employees
);
create unique index career_wishes_current on talent.career_wishes (agency_id, employee_id) where withdrawn_on is null;

-- Rencana karier: the steps a person and her supervisor see ahead; each change is a new version.
create table talent.career_plans (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  employee_id uuid not null,
  version integer not null,
  state text not null default 'written' check (state in ('written', 'seen', 'replaced', 'withdrawn')),
  goal text not null,
  steps jsonb not null,
  change_reason text,
  written_on date not null,
  seen_by_name text,
  seen_on date,
  seen_note text,
  primary key (agency_id, id),
  unique (agency_id, employee_id, version),
  foreign key (agency_id, employee_id) references workforce.employees
);
create unique index career_plans_current on talent.career_plans (agency_id, employee_id) where state in ('written', 'seen');
create view talent.v_career_wishes with (security_invoker = true) as select * from talent.career_wishes where withdrawn_on is null;
create view talent.v_career_plans with (security_invoker = true) as select * from talent.career_plans where state in ('written', 'seen');

select platform.protect('talent.career_wishes', 'employee_id');
select platform.protect('talent.career_plans', 'employee_id');
