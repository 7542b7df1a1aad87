import { RUN_BY_ROCKET_CHAT } from '../../catalogue/baseline';
import { GOALS, PARTIES } from '../../catalogue/vocabulary';
import type { Goal } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { Plan, PlanStep } from '../../posture/plan';
import type { FlowFinding, Posture } from '../../posture/posture';
import { list, paragraphs, writerFor } from './document';
import type { Block, DocumentLine, Outline, Section } from './document';
import type { SwitchedOff } from '../../posture/what-if';
import { shortlyAccepted } from './accepted';
import { exposureLine, exposureLines } from './exposure';
import { firstSteps } from './first';
import { unknownLine } from './flows';
import { headlineOf } from './headline';
import { items, lines } from './passage';
import type { Part, Passage } from './passage';
import { quoted } from './quoted';
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
		return [lines(headlineOf(posture)), ...firstSteps(posture).map(({ title, reason, step }, at) => lines(say('plan_step', { rank: at + 1, flows: [title] }), reason, step))];
	}
	plan = withAgreements(plan);
	return [
		lines(planHeading(plan), say(isMet(plan) ? 'plan_met' : 'plan_about'), ...(isHosted(posture) ? [say('plan_hosted')] : [])),
		...plan.steps.map((step, at) => lines(say('plan_step', { rank: at + 1, flows: step.flows.map(({ name }) => name) }), ...firstOf(step.flows), step.flows[0].turnOff, ...stepNotes(step, posture))),
		...restOf(plan).map(({ heading, statements }) => [...lines(say(heading)), ...items(statements)]),
		lines(...closingOf(plan, posture)),
		changesOf(plan, posture),
	];
}

/** A plan closes what was accepted too, and says so beside its name. */
function withAgreements(plan: Plan): Plan {
	const told = (flow: FlowFinding): FlowFinding => ({ ...flow, name: shortlyAccepted(flow) });
	return { ...plan, left: plan.left.map(told), steps: plan.steps.map(({ flows: [first, ...others], ...step }) => ({ ...step, flows: [told(first), ...others.map(told)] })) };
}

function isMet({ steps, left, unknown, grounds, conflicts }: Plan): boolean {
	return steps.length + left.length + unknown.length + grounds.length + conflicts.length === 0;
}

/** Rocket.Chat's own servers have an environment and a firewall that no customer sets. */
function isHosted({ deployment }: Posture): boolean {
	return RUN_BY_ROCKET_CHAT.includes(deployment.model);
}

/** What to make sure of before it. */
function firstOf(flows: readonly FlowFinding[]): Statement[] {
	return flows.some(({ isForLogin }) => isForLogin) ? [say('plan_log-in')] : [];
}

/** What one loses by it, and how the environment of the server does the same. */
function stepNotes({ flows, changes, isUnread }: PlanStep, posture: Posture): Statement[] {
	const variables = changes.flatMap(({ setting, value }) => variableLine(setting, value) ?? []);
	const [first, ...others] = flows;
	return [
		...(others.length === 0 ? [say('explain_what-stops', { text: first.whatStops })] : flows.map(({ name, whatStops }) => say('flow_unknown-line', { name, reason: whatStops }))),
		...(isHosted(posture) ? [] : [variables.length < changes.length ? say('plan_no-variable') : say('plan_variables', { variables: variables.map(code) })]),
		...(isUnread ? [say('plan_unread')] : []),
	];
}

/**
 * The variable that sets a setting at each start of the server, whatever was stored or typed before: `true` and `false` become booleans,
 * everything else stays a text where the setting is one, also the empty text (app/settings/server/functions/convertValue.ts,
 * overrideGenerator.ts and overwriteSetting.ts at 7.7.1; app/settings/server/SettingsRegistry.ts at 6.14). Shells and containers pass no
 * name with a hyphen (RocketChat/Rocket.Chat issue 29224), and a file of variables no line break.
 *
 * @returns null for what no variable can express
 */
export function variableLine(setting: string, value: boolean | string): string | null {
	const isExpressible = /^\w+$/.test(setting) && (typeof value === 'boolean' || !/^(?:true|false)$|[\r\n\0]/i.test(value));
	return isExpressible ? `OVERWRITE_SETTING_${setting}=${value}` : null;
}

/** What no step of the plan brings about, under its headings. */
function restOf({ left, unknown, grounds, conflicts, unread }: Plan): { readonly heading: WholeKey; readonly statements: readonly Statement[] }[] {
	const stopping = (flows: readonly FlowFinding[]): Statement[] =>
		flows.map((flow) => {
			const { name, turnOff, whatStops } = flow;
			return say('flow_unknown-line', { name, reason: joined([...firstOf([flow]), turnOff, say('explain_what-stops', { text: whatStops })]) });
		});
	const rest = [
		{ heading: 'plan_by-hand', statements: stopping(left.filter(({ optional }) => optional)) },
		{ heading: 'plan_beyond', statements: stopping(left.filter(({ optional }) => !optional)) },
		{ heading: 'plan_unknown-left', statements: [...unknown.map(unknownLine), ...(unread.length === 0 ? [] : [unreadOf({ unread })])] },
		{ heading: 'plan_grounds', statements: [...grounds, ...conflicts.map(conflictOf)] },
	] as const;
	return rest.filter(({ statements }) => statements.length > 0);
}

/** What is so already, and what else leads to the goal. */
function closingOf({ goal, steps, off, stopped }: Plan, posture: Posture): Statement[] {
	const mayBeOwn = steps.some(({ flows }) => flows.some(({ recipients }) => recipients.some(({ reach }) => reach === 'own')));
	return [
		say('plan_already', { counts: [say('report_flows-off', { count: off.length }), ...(stopped.length === 0 ? [] : [say('report_flows-attempted', { count: stopped.length })])] }),
		...(mayBeOwn && goal !== 'nothing-open' && goal !== 'nothing-to-rocket-chat' ? [say('plan_own-host')] : []),
		...(goal === 'air-gapped' && posture.deployment.declared !== 'air-gapped' && !isHosted(posture) ? [say('plan_declare')] : []),
	];
}

/** Before and after of the matrix, for those to whom something changes. */
function changesOf({ after }: Pick<Plan, 'after'>, posture: Posture): Passage {
	const changed = PARTIES.filter((party) => JSON.stringify(exposureLines(posture, party)) !== JSON.stringify(exposureLines(after, party)));
	return changed.length === 0 ? [] : lines(say('plan_matrix'), ...changed.flatMap((party) => [exposureLine(posture, party), say('plan_party', { then: exposureLines(after, party) })]));
}

/** What would change by one switch. */
export function switchedOff(found: SwitchedOff, posture: Posture): Passage {
	const { change, flows } = found;
	const named = { setting: code(change.setting), value: code(change.value === '' ? '""' : String(change.value)) };
	const states = flows.map((flow) => say('exposure_group', { state: shortlyAccepted(flow), categories: [say(`flow-state_${flow.state}`)] }));
	return [...lines(states.length === 0 ? say('what-if_nothing', named) : say('what-if_flows', { ...named, flows: states })), ...changesOf(found, posture)];
}

/** A plan as a document: the same, and by name what is off already. */
export function planOutline(plan: Plan, posture: Posture, translate: Translate): Outline {
	const { sentence, heading, fact } = writerFor(translate);
	const [[first, ...about] = [], ...passages] = planAnswer(plan, posture).map(statementsIn);
	const told = (parts: ReturnType<typeof statementsIn>, wanted: Part['kind']): DocumentLine[] => parts.filter(({ kind }) => kind === wanted).map(({ statement }) => sentence(statement));
	const listed = (all: readonly DocumentLine[]): Block[] => (all.length === 0 ? [] : [list(all)]);
	const { workspaceHost: host } = posture;
	const isAbout = ({ statement }: { readonly statement: Statement }): boolean => statement.key === 'plan_about';
	return {
		title: heading(host === null ? say('status_heading-without-host') : say('status_heading', { host })),
		lead: sentence(joined([first?.statement ?? planHeading(plan), ...about.filter((each) => !isAbout(each)).map(({ statement }) => statement)])),
		facts: [fact('report_read-at', sentence(say('report_time', { time: new Date(posture.generatedAt) })))],
		summary: [],
		sections: [
			...passages.flatMap(([first, ...rest], at): Section[] => {
				const named = first?.statement.key === 'plan_already' ? plan.off.map(({ name }) => sentence(name)) : [];
				return first === undefined ? [] : [{ id: `part-${at + 1}`, heading: heading(first.statement), blocks: [...listed(named), paragraphs(...told(rest, 'line')), ...listed(told(rest, 'item'))] }];
			}),
		],
		closing: { id: 'about', heading: heading('report_about'), blocks: [paragraphs(...about.filter(isAbout).map(({ statement }) => sentence(statement)), sentence(say('report_about-made')))] },
	};
}

function joined(statements: readonly Statement[]): Statement {
	return statements.reduce((first, second) => say('caveats_joined', { first, second }));
}

function statementsIn(passage: Passage): Extract<Part, { statement: Statement }>[] {
	return passage.flatMap((part) => (part.kind === 'line' || part.kind === 'item' ? [part] : []));
}
