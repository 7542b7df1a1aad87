import { RUN_BY_ROCKET_CHAT } from '../catalogue/baseline';
import { appSettingsPath } from '../catalogue/identity';
import type { FlowId } from '../catalogue/flows';
import type { Category } from '../catalogue/categories';
import type { Party } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Conflict, FlowFinding, Posture } from './posture';

/**
 * What kind of step a piece of advice is, in the order in which they come. The order needs no opinion: what contradicts the verdict;
 * what keeps everything unknown; what carries the most personal data outside and can be switched off; then what only the admin can
 * say; last what no setting stops.
 */
export const ADVICE_KINDS = ['contradiction', 'grant-permission', 'switch-off', 'declare-deployment', 'state-contact', 'state-host', 'firewall'] as const;
export type AdviceKind = (typeof ADVICE_KINDS)[number];

/** One step that an admin can take. */
export interface Advice {
	/** Names it among all: the kind, with the contradiction or the flow that it is about. */
	readonly id: string;
	readonly kind: AdviceKind;
	readonly flow: FlowId | null;
	/** What to look at: a few words. */
	readonly title: Statement;
	/** Why, in one sentence. */
	readonly reason: Statement;
	/** What to do, in one sentence. */
	readonly step: Statement;
	/** The page of the administration where it is done, below the workspace's address; null where there is none. */
	readonly adminPage: string | null;
}

/** What carries these to somebody outside is advice to switch off, in this order. */
const PERSONAL: readonly Category[] = ['user-content', 'account-data'];

const OUTSIDE: readonly (Party | null)[] = ['rocket-chat', 'third-parties', 'anyone'];

/**
 * What to do about what was found, most pressing first.
 *
 * @param accepted flows that an admin accepted: no advice any more
 */
export function adviceFor(posture: Posture, accepted: readonly FlowId[] = []): Advice[] {
	if (posture.isNothingRead) {
		return [advice('grant-permission', null, null, say('advice_permission_reason', { count: posture.settingsAsked }), say('advice_permission_step'))];
	}
	const { deployment, stated, flows } = posture;
	const ownPage = appSettingsPath(posture.appVersion);
	const leaving = flows.filter((flow) => !accepted.includes(flow.id) && goesOutside(flow));
	const isSwitched = leaving.filter(({ optional }) => optional).filter((flow) => PERSONAL.some((category) => strengthOf(flow, category) > 0));
	const conflicting = new Set(deployment.conflicts.flatMap(({ flow }) => flow ?? []));
	return [
		...deployment.conflicts.map((conflict) => ofConflict(conflict, posture)),
		...inOrder(isSwitched.filter(({ id }) => !conflicting.has(id))).map(ofFlow),
		...(deployment.basis === 'detected' ? [advice('declare-deployment', null, ownPage, say('advice_declare_reason'), say('advice_declare_step'))] : []),
		...(stated.contact ? [] : [advice('state-contact', null, ownPage, say('advice_contact_reason'), say('advice_contact_step'))]),
		...(stated.host || RUN_BY_ROCKET_CHAT.includes(deployment.model) ? [] : [advice('state-host', null, ownPage, say('advice_host_reason'), say('advice_host_step'))]),
		...leaving.filter(({ optional, id }) => !optional && !conflicting.has(id)).map((flow) => ({ ...advice('firewall', flow, null, carriesOutside(flow), flow.turnOff), title: flow.name })),
	];
}

function advice(kind: AdviceKind, flow: FlowFinding | null, adminPage: string | null, reason: Statement, step: Statement): Advice {
	return { id: flow === null ? kind : `${kind}:${flow.id}`, kind, flow: flow?.id ?? null, title: say(`advice_${kind}`), reason, step, adminPage };
}

/** The switch of the flow that contradicts; otherwise the declaration is what an admin can mend. */
function ofConflict({ id, flow: flowId, statement }: Conflict, { flows, appVersion }: Posture): Advice {
	const flow = flows.find((candidate) => candidate.id === flowId);
	return {
		id: flow === undefined ? `contradiction:${id}` : `contradiction:${id}:${flow.id}`,
		kind: 'contradiction',
		flow: flow?.id ?? null,
		title: id === 'third-party-flow-on' && flow !== undefined ? flow.name : say(`conflict-name_${id}`),
		reason: statement,
		step: flow === undefined ? say('advice_contradiction_step') : flow.turnOff,
		adminPage: flow === undefined ? appSettingsPath(appVersion) : flow.adminPage,
	};
}

function ofFlow(flow: FlowFinding): Advice {
	return { ...advice('switch-off', flow, flow.adminPage, carriesOutside(flow), flow.turnOff), title: flow.name };
}

function carriesOutside(flow: FlowFinding): Statement {
	const { recipients, carries } = flow;
	return say('advice_flow_reason', {
		recipients: recipients.filter(({ party, isBlocked }) => OUTSIDE.includes(party) && !isBlocked).map(({ name }) => name),
		categories: carries.map(({ category }) => say(`category_${category}`)),
	});
}

function goesOutside({ state, effect, recipients }: FlowFinding): boolean {
	return state === 'on' && effect === 'sent' && recipients.some(({ party, isBlocked }) => OUTSIDE.includes(party) && !isBlocked);
}

/** By what is carried, then how far; flows that are alike stay in the catalogue's order. */
function inOrder(flows: readonly FlowFinding[]): FlowFinding[] {
	const strengths = (flow: FlowFinding): number[] => PERSONAL.map((category) => strengthOf(flow, category));
	return [...flows].sort((one, other) => {
		const [a, b] = [strengths(one), strengths(other)];
		return PERSONAL.map((_, at) => (b[at] ?? 0) - (a[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
	});
}

function strengthOf({ carries }: FlowFinding, category: Category): number {
	const carried = carries.find((each) => each.category === category);
	return carried === undefined ? 0 : carried.exposure === 'yes' ? 2 : 1;
}
