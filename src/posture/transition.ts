import { callsHome } from '../catalogue/conditions';
import { CATEGORIES } from '../catalogue/categories';
import type { Category } from '../catalogue/categories';
import type { ExposureState, Party } from '../catalogue/vocabulary';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import type { FlowFinding, Posture } from './posture';
import { whatIf } from './what-if';
import type { Change } from './what-if';

/** Flows that a registration would change. */
export interface FlowChange {
	/** Not on now, and on then. */
	readonly comingOn: readonly FlowFinding[];
	/** On then, and perhaps now: that could not be found out. */
	readonly perhapsComingOn: readonly FlowFinding[];
	/** On now, but only tried; sent then. */
	readonly gettingThrough: readonly FlowFinding[];
}

/** What a registration would change for one kind of data, towards Rocket.Chat, the company. */
export interface CategoryChange extends FlowChange {
	readonly category: Category;
	readonly before: ExposureState;
	readonly after: ExposureState;
}

export interface Transition {
	readonly from: 'air-gapped' | 'unregistered';
	/** The licence in use is an offline one, with which this server refuses to register online: what changes is told without it. */
	readonly needsOtherLicence: boolean;
	readonly changes: readonly CategoryChange[];
	/** Flows to others than Rocket.Chat. */
	readonly elsewhere: FlowChange;
}

/** What a registered workspace has stored, of the settings that this app reads. */
const REGISTERED: readonly Change[] = [
	{ setting: 'Cloud_Workspace_Client_Id', value: 'registered' },
	{ setting: 'Register_Server', value: true },
	{ setting: 'Cloud_Service_Agree_PrivacyTerms', value: true },
];

const WITHOUT_LICENCE: readonly Change[] = [
	{ setting: 'Enterprise_License', value: '' },
	{ setting: 'Enterprise_License_Status', value: '' },
];

/**
 * What changes if this workspace registers: everything judged again as it would stand then, with all other settings as they are.
 * An air-gapped workspace is judged as a self-managed one, since what registers online is not isolated.
 *
 * With a licence that keeps the server from registering, it is judged as without that one.
 *
 * @param posture what was judged of the same signals
 * @returns null where there is nothing to register: a registered workspace, or one that Rocket.Chat runs
 */
export function whatRegisteringChanges(signals: Signals, posture: Posture): Transition | null {
	const { model, registration } = posture.deployment;
	const isIsolated = model === 'air-gapped' && registration.state !== 'registered';
	const isOutside = model === 'cloud' || model === 'open-server';
	if (!isIsolated && (isOutside || registration.state !== 'unregistered')) {
		return null;
	}
	const needsOtherLicence = evaluate(callsHome, { settings: signals.settings, server: posture.server }).state === false;
	const then = whatIf(signals, posture, [...REGISTERED, ...(needsOtherLicence ? WITHOUT_LICENCE : [])], 'self-managed');
	const now = new Map(posture.flows.map((flow) => [flow.id, flow]));
	const changed = then.flows.filter((flow) => flow.state === 'on' && now.get(flow.id)?.state !== 'on');
	const isUnknown = ({ id }: FlowFinding): boolean => now.get(id)?.state === 'unknown';
	const change = {
		comingOn: changed.filter((flow) => !isUnknown(flow)),
		perhapsComingOn: changed.filter(isUnknown),
		gettingThrough: then.flows.filter((flow) => flow.effect === 'sent' && now.get(flow.id)?.effect === 'attempted'),
	};
	return {
		from: isIsolated ? 'air-gapped' : 'unregistered',
		needsOtherLicence,
		changes: CATEGORIES.map((category) => ({
			category,
			before: stateOf(posture, category),
			after: stateOf(then, category),
			...onlyThose(change, ({ recipients, carries }) => recipients.some(({ party }) => party === ROCKET_CHAT) && carries.some((carried) => carried.category === category)),
		})),
		elsewhere: onlyThose(change, ({ recipients }) => recipients.some(({ party }) => party !== ROCKET_CHAT)),
	};
}

function stateOf({ exposure }: Posture, category: Category): ExposureState {
	return exposure.find((cell) => cell.category === category && cell.party === ROCKET_CHAT)?.state ?? 'unknown';
}

function onlyThose({ comingOn, perhapsComingOn, gettingThrough }: FlowChange, isMeant: (flow: FlowFinding) => boolean): FlowChange {
	return { comingOn: comingOn.filter(isMeant), perhapsComingOn: perhapsComingOn.filter(isMeant), gettingThrough: gettingThrough.filter(isMeant) };
}

const ROCKET_CHAT: Party = 'rocket-chat';
