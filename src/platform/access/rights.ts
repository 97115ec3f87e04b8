import pg from 'pg'
import type { UseCase } from '#platform/use-case.ts'
import type { Role, Scope } from './actor.ts'

/** What each role may read, by table: `schema.table` → scope. The whole catalogue of reading rights stands here. */
type Reading = Partial<Record<Role, Scope>>

const everybody: Reading = {
  asn: 'agency',
  supervisor: 'agency',
  hr_officer: 'agency',
  committee: 'agency',
  leader: 'agency',
  facilitator: 'agency',
  auditor: 'agency',
  dpo: 'agency',
  admin: 'agency',
  system: 'agency',
}
/** What somebody from outside who assesses must read too: the house and the dictionary, no people. */
const everybodyAndAssessors: Reading = { ...everybody, assessor: 'agency' }
/** What is entrusted to an assessor, batch by batch; kept by officers. */
const entrusted: Reading = { hr_officer: 'agency', auditor: 'agency', system: 'agency', assessor: 'assigned' }
/** What assessors wrote and rated: never for the supervisor, the officer or the administrator. */
const assessorsOwn: Reading = { auditor: 'agency', assessor: 'assigned' }
/** Records of a person that a supervisor may read of the team. */
const teamRecord: Reading = {
  asn: 'own',
  supervisor: 'team',
  hr_officer: 'agency',
  committee: 'agency',
  auditor: 'agency',
  system: 'agency',
}
/** Judgements of a person: never the supervisor, never the administrator. */
const judgement: Reading = {
  asn: 'own',
  hr_officer: 'agency',
  committee: 'agency',
  auditor: 'agency',
  system: 'agency',
}
/** What a member of a committee did in a session. */
const seated: Reading = judgement
/** Whoever prepares, weighs and audits talent judgements. */
const talentStaff: Reading = { hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' }
const hrOnly: Reading = { hr_officer: 'agency', auditor: 'agency', system: 'agency' }
const governed: Reading = {
  hr_officer: 'agency',
  committee: 'agency',
  leader: 'agency',
  auditor: 'agency',
  system: 'agency',
}

export const readingRights: Record<string, Reading> = {
  'platform.agencies': { ...everybodyAndAssessors, visitor: 'agency' },
  'platform.modules': { ...everybodyAndAssessors, visitor: 'agency' },
  'platform.accounts': { asn: 'own', hr_officer: 'agency', admin: 'agency', auditor: 'agency', system: 'agency' },
  'platform.account_roles': { admin: 'agency', auditor: 'agency', system: 'agency' },
  'platform.teams': {
    supervisor: 'team',
    asn: 'own',
    hr_officer: 'agency',
    admin: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  'platform.rule_sets': { ...everybodyAndAssessors, visitor: 'agency' },
  'platform.files': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'platform.file_pieces': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'platform.notices': { asn: 'own', system: 'agency' },
  'platform.postponements': { asn: 'own', system: 'agency' },
  'platform.works': {
    hr_officer: 'agency',
    committee: 'agency',
    leader: 'agency',
    admin: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  'platform.data_requests': { asn: 'own', dpo: 'agency', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'platform.audit_entries': { asn: 'own', auditor: 'agency', dpo: 'agency', system: 'agency' },
  'workforce.units': { ...everybody, visitor: 'agency' },
  'workforce.positions': everybody,
  'workforce.employees': {
    asn: 'own',
    supervisor: 'team',
    hr_officer: 'agency',
    committee: 'agency',
    leader: 'agency',
    facilitator: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  // Nobody reads it of somebody else: counts come from a function that gives no names.
  'workforce.disability_statements': { asn: 'own' },
  'workforce.careers': teamRecord,
  'workforce.appraisals': teamRecord,
  'workforce.awards': teamRecord,
  'workforce.team_roles': teamRecord,
  'workforce.record_checks': teamRecord,
  'workforce.sanctions': { asn: 'own', hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' },
  'workforce.trainings': teamRecord,
  'workforce.indicators': everybody,
  'workforce.indicator_values': { ...governed, supervisor: 'agency', facilitator: 'agency' },
  'workforce.unit_events': { ...governed, supervisor: 'agency' },
  'workforce.holidays': everybody,
  'competency.competencies': everybodyAndAssessors,
  'competency.competency_versions': everybodyAndAssessors,
  'competency.position_standards': everybodyAndAssessors,
  'competency.requirements': everybodyAndAssessors,
  'competency.assessments': judgement,
  'competency.assessment_levels': judgement,
  'competency.assessment_notes': hrOnly,
  'competency.evidence': teamRecord,
  'competency.evidence_requests': teamRecord,
  'competency.assessment_providers': everybodyAndAssessors,
  'competency.assessors': { ...entrusted, asn: 'own' },
  // Days, place and what is measured are announced to everybody; nobody's name stands in it.
  'competency.assessment_batches': { ...entrusted, asn: 'agency', committee: 'agency', leader: 'agency' },
  'competency.batch_assessors': entrusted,
  'competency.batch_interests': entrusted,
  'competency.batch_participants': { ...entrusted, asn: 'own' },
  'competency.batch_assignments': { ...entrusted, asn: 'own' },
  'competency.assessor_notes': assessorsOwn,
  'competency.assessor_ratings': assessorsOwn,
  'competency.agreed_levels': entrusted,
  'competency.batch_agreements': entrusted,
  'competency.assessment_reports': judgement,
  'talent.cycles': { ...everybody, visitor: 'agency' },
  'talent.scores': judgement,
  'talent.box_counts': governed,
  'talent.moves': { hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' },
  'talent.cycle_checks': governed,
  // The calendar is announced to everybody: stage, task and day; the owner is an opaque id.
  'talent.cycle_steps': { ...everybody, visitor: 'agency' },
  'talent.cycle_evidence': governed,
  // A draft is read by those who write, decide and audit it; what was approved stands in platform.rule_sets for everybody.
  'talent.policy_versions': { hr_officer: 'agency', leader: 'agency', auditor: 'agency', system: 'agency' },
  'talent.policy_previews': { hr_officer: 'agency', leader: 'agency', auditor: 'agency', system: 'agency' },
  'talent.policy_moves': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'talent.unit_cuts': everybody,
  'talent.snapshots': { ...governed, asn: 'agency' },
  'talent.snapshot_results': judgement,
  'talent.committees': everybody,
  'talent.committee_members': seated,
  'talent.sessions': { hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' },
  'talent.session_members': seated,
  'talent.session_interests': seated,
  'talent.session_items': { hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' },
  'talent.session_ballots': seated,
  // What somebody voted stays hers until all votes are opened together.
  'talent.session_votes': { asn: 'own' },
  'talent.session_dissents': seated,
  'talent.session_notes': { hr_officer: 'agency', committee: 'agency', auditor: 'agency', system: 'agency' },
  'talent.nominations': teamRecord,
  // Never for the person: what was written is copied to her from the decision on.
  'talent.nomination_references': {
    asn: 'own',
    hr_officer: 'agency',
    committee: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  'talent.interview_questions': talentStaff,
  'talent.interview_guides': talentStaff,
  // Interviewers read the interviews they sit in by a policy of its own: no role is needed for it.
  'talent.interviews': judgement,
  'talent.interview_sheets': talentStaff,
  'talent.interview_seats': judgement,
  // What an interviewer rated stays hers until all are opened together.
  'talent.interview_ratings': { asn: 'own' },
  'talent.interview_reveals': talentStaff,
  'talent.interview_consensus': judgement,
  'talent.interview_challenges': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'talent.value_reviews': judgement,
  // Who was asked is read by the rater and by HR, never by the person.
  'talent.value_raters': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  'talent.value_ratings': { asn: 'own' },
  'talent.value_results': talentStaff,
  'talent.feedback_360': judgement,
  'talent.feedback_rounds': everybody,
  'talent.feedback_subjects': teamRecord,
  'talent.feedback_raters': {
    asn: 'own',
    supervisor: 'team',
    hr_officer: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  // Who was asked and whether: the rater, the officer, the auditor.
  'talent.feedback_replies': { asn: 'own', hr_officer: 'agency', auditor: 'agency', system: 'agency' },
  // What a rater answered: the rater alone. No officer, supervisor, auditor, administrator or night job reads it.
  'talent.feedback_answers': { asn: 'own' },
  'talent.feedback_comments': { asn: 'own' },
  'talent.feedback_results': judgement,
  // Without the rater, for the check; the person reads what was let through.
  'talent.feedback_remarks': { hr_officer: 'agency', system: 'agency' },
  'talent.sheet_scores': judgement,
  'talent.aspirations': teamRecord,
  'talent.career_wishes': teamRecord,
  'talent.career_plans': teamRecord,
  'talent.development_messages': teamRecord,
  'talent.objections': judgement,
  'talent.fairness_reports': { ...everybody, visitor: 'agency' },
  'talent.objection_files': judgement,
  'talent.objection_effects': judgement,
  'planning.goals': everybody,
  'planning.goal_competencies': everybody,
  'planning.priority_competencies': everybody,
  'planning.modules': everybody,
  'planning.module_effects': everybody,
  'planning.module_prerequisites': everybody,
  'planning.module_evidence': everybody,
  'planning.sessions': everybody,
  'planning.session_costs': governed,
  'planning.agreements': governed,
  'planning.facilitators': { ...governed, facilitator: 'agency', supervisor: 'agency' },
  'planning.facilitator_modules': { ...governed, facilitator: 'agency' },
  'planning.facilitator_absences': { ...governed, facilitator: 'agency' },
  'planning.facilitator_bookings': governed,
  'planning.facilitator_levels': governed,
  'planning.facilitator_feedback': governed,
  'planning.trainer_candidates': { ...teamRecord, leader: 'agency' },
  'planning.budget_lines': governed,
  'planning.budget_versions': governed,
  'planning.budget_forecasts': governed,
  'planning.money_answers': governed,
  'planning.programmes': everybody,
  'planning.programme_people': {
    asn: 'own',
    supervisor: 'team',
    hr_officer: 'agency',
    committee: 'agency',
    leader: 'agency',
    facilitator: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  'planning.programme_units': everybody,
  'planning.programme_targets': everybody,
  'planning.plans': { ...teamRecord, facilitator: 'agency' },
  'planning.plan_items': { ...teamRecord, facilitator: 'agency' },
  'planning.plan_checks': { ...teamRecord, facilitator: 'agency' },
  'planning.plan_changes': teamRecord,
  'planning.need_confirmations': teamRecord,
  'planning.need_collections': everybody,
  'planning.collected_needs': { ...teamRecord, leader: 'agency' },
  // What the talent map adds to the order of a need: never for the supervisor.
  'planning.need_priorities': judgement,
  'planning.need_delegations': teamRecord,
  'planning.need_deferrals': { ...teamRecord, leader: 'agency' },
  'planning.need_documents': governed,
  'planning.need_document_rows': { ...teamRecord, leader: 'agency' },
  'planning.scenarios': governed,
  'delivery.classes': everybody,
  'delivery.enrolments': { ...teamRecord, facilitator: 'agency' },
  'delivery.meetings': { ...teamRecord, facilitator: 'agency' },
  'delivery.assignments': { ...teamRecord, facilitator: 'agency' },
  'delivery.behaviours': everybody,
  'delivery.follow_ups': teamRecord,
  'delivery.reactions': { ...governed, facilitator: 'agency' },
  'delivery.reaction_tallies': { ...governed, facilitator: 'agency' },
  // That somebody answered is hers; the marks stand nowhere beside it.
  'delivery.reaction_givers': { asn: 'own', system: 'agency' },
  'impact.evaluations': { ...governed, supervisor: 'agency', facilitator: 'agency', asn: 'agency' },
  'succession.candidates': judgement,
  'succession.readiness': judgement,
  'succession.benches': governed,
  'succession.dossiers': {
    asn: 'own',
    hr_officer: 'agency',
    committee: 'agency',
    leader: 'agency',
    auditor: 'agency',
    system: 'agency',
  },
  'exchange.imports': hrOnly,
  'exchange.import_files': hrOnly,
  'exchange.import_changes': hrOnly,
  'exchange.mappings': hrOnly,
}

/** Schemas whose tables the application's login touches under row-level security. */
const schemas = [
  'platform',
  'workforce',
  'competency',
  'talent',
  'planning',
  'delivery',
  'impact',
  'succession',
  'exchange',
]
const catalogue = ['role_rights', 'use_case_roles', 'use_case_tables', 'use_case_callers']
  .map(t => `platform.${t}`)
  .join(', ')

/** The application's login may touch tables (policies decide the rows), and neither the catalogue nor the audit chain directly. */
const grant = async (client: pg.Client, login = 'anyam_app'): Promise<void> => {
  for (const schema of schemas) {
    await client.query(`grant usage on schema ${schema} to ${login}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${login}`)
  }
  await client.query(`revoke all on ${catalogue} from ${login}`)
  await client.query(`revoke insert, update, delete on platform.audit_entries from ${login}`)
}

/** Writes the catalogue of rights as it stands in code; run as the owner after the migrations. */
export const syncRights = async (
  ownerConnection: string,
  useCases: readonly UseCase<never, unknown>[],
): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerConnection })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      'truncate platform.role_rights, platform.use_case_roles, platform.use_case_tables, platform.use_case_callers',
    )
    const fill = (table: string, columns: string, rows: unknown[][]) =>
      rows.length === 0
        ? null
        : client.query(
            `insert into ${table} (${columns}) select * from jsonb_to_recordset($1::jsonb) as r(${columns
              .split(', ')
              .map(c => `${c} text`)
              .join(', ')})`,
            [JSON.stringify(rows.map(row => Object.fromEntries(columns.split(', ').map((c, i) => [c, row[i]]))))],
          )
    await fill(
      'platform.role_rights',
      'role, table_name, scope',
      Object.entries(readingRights).flatMap(([t, r]) => Object.entries(r).map(([role, scope]) => [role, t, scope])),
    )
    await fill(
      'platform.use_case_roles',
      'use_case, role, scope',
      useCases.flatMap(u => Object.entries(u.permission).map(([role, scope]) => [u.name, role, scope])),
    )
    await fill(
      'platform.use_case_tables',
      'use_case, table_name, access',
      useCases.flatMap(u => [
        ...(u.reads ?? []).filter(t => !u.writes.includes(t)).map(t => [u.name, t, 'read']),
        ...u.writes.map(t => [u.name, t, 'write']),
      ]),
    )
    await fill(
      'platform.use_case_callers',
      'use_case, caller',
      useCases.flatMap(u => (u.calledBy ?? []).map(c => [u.name, c])),
    )
    await grant(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    await client.end()
  }
}
