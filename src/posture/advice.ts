import { RUN_BY_ROCKET_CHAT } from '../catalogue/baseline';
import { appSettingsPath } from '../catalogue/identity';
import type { FlowId } from '../catalogue/flows';
import type { Category } from '../catalogue/categories';
import { OUTSIDE_PARTIES } from '../catalogue/vocabulary';
import type { Party } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import { isOpening } from './opening';
import type { Conflict, FlowFinding, Posture } from './posture';

/**
 * What kind of step a piece of advice is, in the order in which they come. The order needs no opinion: what contradicts the verdict;
 * what keeps everything unknown; what was accepted until a day that has passed; what carries the most personal data outside and can be
 * switched off; then what only the admin can say; last what no setting stops.
 */
export const ADVICE_KINDS = ['contradiction', 'grant-permission', 'expired', 'switch-off', 'declare-deployment', 'state-contact', 'state-host', 'firewall'] as const;
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

const OUTSIDE: readonly (Party | null)[] = OUTSIDE_PARTIES;

/** What to do about what was found, most pressing first. A flow that somebody agreed to is no advice, until the day that was agreed on has passed. */
export function adviceFor(posture: Posture): Advice[] {
	if (posture.isPermissionMissing) {
		return [ofWorkspace('grant-permission', say('advice_grant-permission_reason', { count: posture.settingsAsked }), null)];
	}
	const { deployment, stated, flows } = posture;
	const conflicting = deployment.conflicts.map(({ flow }) => flow);
	const leaving = leavingFlows(posture).filter((flow) => flow.accepted === null && !conflicting.includes(flow.id));
	const expired = flows.filter(({ id, state, accepted }) => state === 'on' && accepted?.isExpired === true && !conflicting.includes(id));
	const isPersonal = (flow: FlowFinding): boolean => PERSONAL.some((category) => strengthOf(flow, category) > 0);
	const adminPage = appSettingsPath(posture.appVersion);
	return [
		...deployment.conflicts.map((conflict) => ofConflict(conflict, flows, adminPage)),
		...expired.map(ofExpired),
		...leaving.filter((flow) => flow.optional && isPersonal(flow)).map((flow) => ofFlow('switch-off', flow)),
		...(deployment.basis === 'declared' ? [] : [ofWorkspace('declare-deployment', say('advice_declare-deployment_reason'), adminPage)]),
		...(stated.contact ? [] : [ofWorkspace('state-contact', say('advice_state-contact_reason'), adminPage)]),
		...(stated.host || RUN_BY_ROCKET_CHAT.includes(deployment.model) ? [] : [ofWorkspace('state-host', say('advice_state-host_reason'), adminPage)]),
		...leaving.filter(({ optional }) => !optional).map((flow) => ofFlow('firewall', flow)),
	];
}

/** A step that is about the whole workspace is the only one of its kind. */
function ofWorkspace(kind: 'grant-permission' | 'declare-deployment' | 'state-contact' | 'state-host', reason: Statement, adminPage: string | null): Advice {
	return { id: kind, kind, flow: null, title: say(`advice_${kind}`), reason, step: say(`advice_${kind}_step`), adminPage };
}

/** The switch of the flow that contradicts; otherwise the declaration is what an admin can mend. */
function ofConflict({ id, flow: flowId, name, statement }: Conflict, flows: readonly FlowFinding[], ownPage: string): Advice {
	const flow = flows.find((candidate) => candidate.id === flowId);
	return {
		id: flow === undefined ? `contradiction:${id}` : `contradiction:${id}:${flow.id}`,
		kind: 'contradiction',
		flow: flow?.id ?? null,
		title: name,
		reason: statement,
		step: flow?.turnOff ?? say('advice_contradiction_step'),
		adminPage: flow === undefined ? ownPage : flow.adminPage,
	};
}

function ofFlow(kind: AdviceKind, flow: FlowFinding): Advice {
	const step = flow.isForLogin ? say('caveats_joined', { first: flow.turnOff, second: say('plan_log-in') }) : flow.turnOff;
	return { id: `${kind}:${flow.id}`, kind, flow: flow.id, title: flow.name, reason: carriesOutside(flow), step, adminPage: flow.adminPage };
}

/** Whatever it carries: somebody once thought that it needs a look. */
function ofExpired(flow: FlowFinding): Advice {
	const { id, accepted, turnOff } = flow;
	return {
		...ofFlow('expired', flow),
		reason: say('advice_expired_reason', { day: { day: accepted?.until ?? '' } }),
		step: say('caveats_joined', { first: turnOff, second: say('explain_accept', { id }) }),
	};
}

/** Who outside receives what by a flow, in one sentence. */
export function carriesOutside(flow: FlowFinding): Statement {
	const { recipients, carries } = flow;
	const reached = recipients.filter(({ party, isBlocked }) => OUTSIDE.includes(party) && !isBlocked);
	return say(isOpening(flow) ? 'advice_opening_reason' : 'advice_flow_reason', {
		recipients: reached.map(({ name }) => name),
		categories: carries.map(({ category }) => say(`category_${category}`)),
	});
}

function goesOutside({ state, effect, recipients }: FlowFinding): boolean {
	return state === 'on' && effect === 'sent' && recipients.some(({ party, isBlocked }) => OUTSIDE.includes(party) && !isBlocked);
}

/** The flows that reach somebody outside: what carries the most personal data first. */
export function leavingFlows({ flows }: Posture): FlowFinding[] {
	return inOrder(flows.filter(goesOutside));
}

/** By what is carried, then how far; flows that are alike stay in the catalogue's order. */
export function inOrder(flows: readonly FlowFinding[]): FlowFinding[] {
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
