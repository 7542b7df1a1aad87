import { GOALS, PARTIES } from '../../catalogue/vocabulary';
import type { Goal, Party } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { Plan, PlanStep } from '../../posture/plan';
import type { FlowFinding, Posture } from '../../posture/posture';
import { codeLine, facts, list, note, paragraphs, words, writerFor } from './document';
import type { DocumentLine, Outline, Section } from './document';
import type { SwitchedOff } from '../../posture/what-if';
import { exposureLine, exposureLines } from './exposure';
import { unknownLine } from './flows';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';
import { statusAnswer } from './status';
import { conflictOf, unreadOf } from './verdict';

/** The answer to `plan` without a goal, or with one that there is not. */
export function whichGoal(typed: string | undefined, suggestion: Goal | null): Passage {
	const goals = GOALS.map((goal) => code(`/privacy-status plan ${goal}`));
	if (typed === undefined) {
		return lines(say('plan_which', { goals }));
	}
	return lines(suggestion === null ? say('plan_unknown', { typed: quoted(typed), goals }) : say('plan_unknown-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status plan ${suggestion}`) }));
}

export function planHeading({ goal, steps }: Plan): Statement {
	return say('plan_heading', { goal: say(`goal_${goal}`), count: steps.length });
}

/** A plan, in the order in which one goes about it. */
export function planAnswer(plan: Plan, posture: Posture): Passage[] {
	if (posture.isPermissionMissing) {
		return statusAnswer(posture);
	}
	return [
		lines(planHeading(plan), say(isMet(plan) ? 'plan_met' : 'plan_about')),
		...plan.steps.map((step, at) => lines(say('first_step', { rank: at + 1, ...stepOf(step) }), ...stepNotes(step))),
		...restOf(plan).map(({ heading, statements }) => [...lines(say(heading)), ...items(statements)]),
		lines(...closingOf(plan, posture)),
		changesOf(plan, posture),
	];
}

function isMet({ steps, left, unknown, grounds, conflicts }: Plan): boolean {
	return steps.length + left.length + unknown.length + grounds.length + conflicts.length === 0;
}

/** What a step stops, and how it is done. */
export function stepOf({ flows }: PlanStep): { readonly title: readonly Statement[]; readonly reason: Statement } {
	return { title: flows.map(({ name }) => name), reason: flows[0].turnOff };
}

/** What one loses by it, and how the environment of the server does the same. */
export function stepNotes({ flows, changes, isUnread }: PlanStep): Statement[] {
	const variables = changes.flatMap(({ setting, value }) => variableLine(setting, value) ?? []);
	const [first, ...others] = flows;
	return [
		...(others.length === 0 ? [say('explain_what-stops', { text: first.whatStops })] : flows.map(({ name, whatStops }) => say('flow_unknown-line', { name, reason: whatStops }))),
		variables.length < changes.length ? say('plan_no-variable') : say('plan_variables', { variables: variables.map(code) }),
		...(isUnread ? [say('plan_unread')] : []),
	];
}

/**
 * The variable that sets a setting at each start of the server: `true` and `false` become booleans, everything else stays a text
 * (app/settings/server/functions/convertValue.ts and overwriteSetting.ts, 7.7.1).
 *
 * @returns null for what no variable can express
 */
export function variableLine(setting: string, value: boolean | string): string | null {
	const isExpressible = /^\w+$/.test(setting) && (typeof value === 'boolean' || !/^(?:true|false)$|[\r\n\0]/i.test(value));
	return isExpressible ? `OVERWRITE_SETTING_${setting}=${value}` : null;
}

/** What no step of the plan brings about, under its headings. */
function restOf({ left, unknown, grounds, conflicts, unread }: Plan): { readonly heading: WholeKey; readonly statements: readonly Statement[] }[] {
	const stopping = (flows: readonly FlowFinding[]): Statement[] => flows.map(({ name, turnOff }) => say('flow_unknown-line', { name, reason: turnOff }));
	const rest = [
		{ heading: 'plan_by-hand', statements: stopping(left.filter(({ optional }) => optional)) },
		{ heading: 'plan_beyond', statements: stopping(left.filter(({ optional }) => !optional)) },
		{ heading: 'plan_unknown-left', statements: [...unknown.map(unknownLine), ...(unread.length === 0 ? [] : [unreadOf({ unread })])] },
		{ heading: 'plan_grounds', statements: [...grounds, ...conflicts.map(conflictOf)] },
	] as const;
	return rest.filter(({ statements }) => statements.length > 0);
}

function closingOf(plan: Plan, posture: Posture): Statement[] {
	return [...hintsOf(plan, posture), say('plan_already', { counts: countsOf(plan) })];
}

/** What else leads to the goal. */
function hintsOf({ goal, steps }: Plan, { deployment }: Posture): Statement[] {
	const mayBeOwn = steps.some(({ flows }) => flows.some(({ recipients }) => recipients.some(({ reach }) => reach === 'own')));
	return [
		...(mayBeOwn && goal !== 'nothing-open' && goal !== 'nothing-to-rocket-chat' ? [say('plan_own-host')] : []),
		...(goal === 'air-gapped' && deployment.declared !== 'air-gapped' ? [say('plan_declare')] : []),
	];
}

function countsOf({ off, stopped }: Plan): Statement[] {
	return [say('report_flows-off', { count: off.length }), ...(stopped.length === 0 ? [] : [say('report_flows-attempted', { count: stopped.length })])];
}

function partiesChanged({ after }: Pick<Plan, 'after'>, posture: Posture): Party[] {
	return PARTIES.filter((party) => JSON.stringify(exposureLines(posture, party)) !== JSON.stringify(exposureLines(after, party)));
}

/** Before and after of the matrix, for those to whom something changes. */
function changesOf(plan: Pick<Plan, 'after'>, posture: Posture): Passage {
	const changed = partiesChanged(plan, posture).map((party) => say('plan_party', { now: exposureLine(posture, party), then: exposureLines(plan.after, party) }));
	return changed.length === 0 ? [] : lines(say('plan_matrix'), ...changed);
}

/** What would change by one switch. */
export function switchedOff(found: SwitchedOff, posture: Posture): Passage {
	const { change, flows } = found;
	const named = { setting: code(change.setting), value: code(change.value === '' ? '""' : String(change.value)) };
	const states = flows.map(({ name, state }) => say('exposure_group', { state: name, categories: [say(`flow-state_${state}`)] }));
	return [...lines(states.length === 0 ? say('what-if_nothing', named) : say('what-if_flows', { ...named, flows: states })), ...changesOf(found, posture)];
}

/** A plan as a document. */
export function planOutline(plan: Plan, posture: Posture, translate: Translate): Outline {
	const { sentence, heading, fact, table, names } = writerFor(translate);
	const { workspaceHost: host, generatedAt, appVersion, catalogueVersion } = posture;
	const changed = partiesChanged(plan, posture);
	const rest = restOf(plan).map(({ heading: key, statements }): Section => ({ id: key.replace('_', '-'), heading: heading(key), blocks: [list(statements.map(sentence))] }));
	return {
		title: heading(planHeading(plan)),
		lead: sentence(say(isMet(plan) ? 'plan_met' : 'plan_about')),
		facts: [fact('register_workspace', ...(host === null ? [] : [codeLine(host)])), fact('report_read-at', sentence(say('report_time', { time: new Date(generatedAt) })))].filter(({ lines: told }) => told.length > 0),
		summary: [],
		sections: [
			{
				id: 'steps',
				heading: heading('report_steps'),
				blocks: [
					plan.steps.length === 0
						? paragraphs(sentence(say('report_advice-none')))
						: table(
								planHeading(plan),
								['report_rank', 'report_step'],
								plan.steps.map((step, at) => {
									const { title, reason } = stepOf(step);
									const what: DocumentLine = [{ kind: 'bold', spans: words(names(title)) }];
									const how: DocumentLine = [...sentence(reason), ...(step.adminPage === null ? [] : [...words(' '), note(...codeLine(step.adminPage))])];
									return { name: words(String(at + 1)), cells: [[what, how, ...stepNotes(step).map(sentence)]] };
								}),
							),
				],
			},
			...rest,
			{ id: 'already', heading: words(names(countsOf(plan))), blocks: [list([...plan.off, ...plan.stopped].map(({ name }) => sentence(name))), paragraphs(...hintsOf(plan, posture).map(sentence))] },
			{
				id: 'matrix',
				heading: heading('plan_matrix'),
				blocks: [
					changed.length === 0
						? paragraphs(sentence(say('report_flows-none')))
						: table('plan_matrix', ['report_party', 'plan_now', 'plan_then'], changed.map((party) => ({ name: heading(`party_${party}`), cells: [posture, plan.after].map((each) => exposureLines(each, party).map(sentence)) }))),
				],
			},
		],
		closing: {
			id: 'about',
			heading: heading('report_about'),
			blocks: [paragraphs(sentence(say('report_about-made'))), facts([fact('report_app-version', codeLine(appVersion)), fact('report_catalogue-version', codeLine(catalogueVersion))])],
		},
	};
}
