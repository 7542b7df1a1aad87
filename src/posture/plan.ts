import { CATEGORIES } from '../catalogue/categories';
import type { Category } from '../catalogue/categories';
import type { SettingId } from '../catalogue/server-settings';
import { OUTSIDE_PARTIES } from '../catalogue/vocabulary';
import type { Goal, Party } from '../catalogue/vocabulary';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { inOrder } from './advice';
import { flowOf, isCertainAirGap } from './exposure';
import type { Conflict, ExposureCell, FlowFinding, FoundRecipient, Posture } from './posture';
import { whatIf } from './what-if';

/** One step that an admin can take: settings, each with its value. */
export interface PlanStep {
	readonly changes: FlowFinding['offBy'];
	/** What it switches off; the first is the one whose switch it is. */
	readonly flows: readonly [FlowFinding, ...FlowFinding[]];
	/** The page of the administration, below the workspace's address; null where there is none. */
	readonly adminPage: string | null;
	/** A setting of it could not be read, so that nothing shows what it does here. */
	readonly isUnread: boolean;
}

/** What leads to a goal, and what does not. Nothing is changed by it. */
export interface Plan {
	readonly goal: Goal;
	readonly steps: readonly PlanStep[];
	/** What stays after these steps: something else than the value of a setting stops it, if anything does. */
	readonly left: readonly FlowFinding[];
	/** Of these, it cannot be found out whether they stay. */
	readonly unknown: readonly FlowFinding[];
	/** What stays whatever the flows do: how the workspace is run, or what is not known of that. */
	readonly grounds: readonly Statement[];
	/** What would still contradict a declared air gap, where that is the goal, beside what stays. */
	readonly conflicts: readonly Conflict[];
	/** Settings without which a declared air gap would not be certain, where that is the goal. */
	readonly unread: readonly SettingId[];
	/** What is off already. */
	readonly off: readonly FlowFinding[];
	/** What the server tries, and a network that is certainly closed stops. */
	readonly stopped: readonly FlowFinding[];
	readonly after: Posture;
}

/** Towards whom each goal closes, and for which data. */
const CLOSES: Readonly<Record<Goal, { readonly parties: readonly Party[]; readonly categories: readonly Category[] }>> = {
	'air-gapped': { parties: ['rocket-chat', 'third-parties'], categories: CATEGORIES },
	'nothing-to-rocket-chat': { parties: ['rocket-chat'], categories: CATEGORIES },
	'nothing-to-third-parties': { parties: ['third-parties'], categories: CATEGORIES },
	'no-content-outside': { parties: OUTSIDE_PARTIES, categories: ['user-content'] },
	'nothing-open': { parties: ['anyone', 'workspace-admins'], categories: CATEGORIES },
};

/** The cells of the matrix that a goal wants to be "no". What admins can read anyway no flow opened. */
export function cellsOfGoal({ exposure }: Pick<Posture, 'exposure'>, goal: Goal): ExposureCell[] {
	const { parties, categories } = CLOSES[goal];
	return exposure.filter(({ party, category }) => party !== 'workspace-admins' && parties.includes(party) && categories.includes(category));
}

/**
 * The steps to a goal, what carries the most personal data first. Each is needed: what an earlier one stops already has none of its own.
 *
 * @param posture what was judged of the same signals
 */
export function planFor(signals: Signals, posture: Posture, goal: Goal): Plan {
	const then = (steps: readonly PlanStep[]): Posture => whatIf(signals, posture, steps.flatMap(({ changes }) => changes));
	const conflicting = posture.deployment.conflicts.map(({ flow }) => flow);
	const standing = inOrder(posture.flows.filter((flow) => isInTheWay(goal, flow, posture)));
	const ordered = [...standing.filter(({ id }) => conflicting.includes(id)), ...standing.filter(({ id }) => !conflicting.includes(id))];
	const possible = stepsOf(ordered, signals);
	// What a setting would do that could not be read is not known, so the plan does not count on it.
	const steps = needed(possible.filter(({ isUnread }) => !isUnread), (chosen) => staysOf(goal, then(chosen)));
	const after = then(steps);
	const stays = after.flows.filter((flow) => isInTheWay(goal, flow, after));
	const alongside = ordered.filter((flow) => !stays.some(({ id }) => id === flow.id) && !steps.some(({ flows }) => flows.includes(flow)));
	const unread = possible.filter(({ isUnread, flows }) => isUnread && flows.some(({ id }) => stays.some((flow) => flow.id === id)));
	const unknown = stays.filter((flow) => flow.state === 'unknown' || recipientsInTheWay(goal, flow, after).every(({ isKnown }) => !isKnown));
	const left = stays.filter((flow) => !unknown.includes(flow));
	const declared = goal === 'air-gapped' ? whatIf(signals, posture, steps.flatMap(({ changes }) => changes), 'air-gapped').deployment : null;
	return {
		goal,
		steps: [...steps.map((step) => withOthers(step, alongside)), ...unread],
		left,
		unknown,
		grounds: groundsOf(goal, after),
		conflicts: declared?.conflicts.filter(({ flow }) => !stays.some(({ id }) => id === flow)) ?? [],
		unread: declared?.unread ?? [],
		off: posture.flows.filter((flow) => flow.state === 'off' && concerns(goal, flow).length > 0),
		stopped: posture.flows.filter((flow) => flow.effect === 'attempted' && concerns(goal, flow).length > 0 && !isInTheWay(goal, flow, posture)),
		after,
	};
}

/** The recipients against whom the goal is. One whose address could not be read may be anybody. */
function concerns(goal: Goal, { recipients, carries }: FlowFinding): FoundRecipient[] {
	const { parties, categories } = CLOSES[goal];
	const isOutside = parties.includes('third-parties');
	return carries.some(({ category }) => categories.includes(category)) ? recipients.filter(({ party, isKnown }) => party !== null && (parties.includes(party) || (!isKnown && isOutside))) : [];
}

/** Those of them whom no closed network keeps apart. */
function recipientsInTheWay(goal: Goal, flow: FlowFinding, { deployment }: Posture): FoundRecipient[] {
	return concerns(goal, flow).filter(({ isBlocked, isKnown }) => !(isBlocked && isKnown && isCertainAirGap(deployment)));
}

function isInTheWay(goal: Goal, flow: FlowFinding, posture: Posture): boolean {
	return (flow.state === 'on' || flow.state === 'unknown') && recipientsInTheWay(goal, flow, posture).length > 0;
}

function staysOf(goal: Goal, posture: Posture): string[] {
	return posture.flows.filter((flow) => isInTheWay(goal, flow, posture)).map(({ id, state }) => `${id} ${state}`);
}

/** A step for all flows that the same settings switch off. */
function stepsOf(flows: readonly FlowFinding[], { settings }: Signals): PlanStep[] {
	const steps = new Map<string, PlanStep>();
	// A switch that is off already is no step, whatever else keeps the flow from being off.
	const isSet = ({ setting, value }: FlowFinding['offBy'][number]): boolean => settings[setting].readable && settings[setting].value === value;
	for (const flow of flows.filter(({ offBy }) => !offBy.every(isSet))) {
		const { offBy: changes, adminPage } = flow;
		const key = JSON.stringify(changes);
		const [first = flow, ...others] = steps.get(key)?.flows ?? [];
		steps.set(key, { changes, adminPage, isUnread: changes.some(({ setting }) => !settings[setting].readable), flows: first === flow ? [flow] : [first, ...others, flow] });
	}
	return [...steps.values()];
}

/** Without the steps that change nothing, the others given: only one whose flows read a setting of another step can be such. */
function needed(steps: readonly PlanStep[], stays: (steps: readonly PlanStep[]) => readonly string[]): readonly PlanStep[] {
	const wanted = String(stays(steps));
	return steps.reduce((kept, step) => {
		const others = kept.filter((each) => each !== step);
		const mayBeMoot = step.flows.every((flow) => others.some((other) => reads(flow, other)));
		return mayBeMoot && String(stays(others)) === wanted ? others : kept;
	}, steps);
}

/** With what else it stops that needs no step of its own. */
function withOthers(step: PlanStep, stopped: readonly FlowFinding[]): PlanStep {
	const [first, ...others] = step.flows;
	return { ...step, flows: [first, ...others, ...stopped.filter((flow) => reads(flow, step))] };
}

function reads({ settings }: FlowFinding, { changes }: PlanStep): boolean {
	return changes.some(({ setting }) => settings.some(({ id }) => id === setting));
}

/** Why cells of the goal are not "no" that no flow alone brought about. */
function groundsOf(goal: Goal, posture: Posture): Statement[] {
	const because = cellsOfGoal(posture, goal).flatMap((cell) => (cell.state === 'no' ? [] : cell.because.filter(({ source }) => flowOf(source) === null)));
	const baseline = because.filter(({ statement }) => !RAISED_BY_FLOWS.includes(statement.key));
	return [...new Map(baseline.map(({ statement }) => [statement.key, statement])).values()];
}

/** Grounds that close by themselves. */
const RAISED_BY_FLOWS: readonly Statement['key'][] = ['because_third-parties', 'because_anyone', 'because_rocket-chat_self-managed-unregistered', 'because_rocket-chat_air-gapped-certain'];
