import { REASON_LIMIT } from '../../catalogue/agreement';
import { POLICY_STANDINGS } from '../../catalogue/vocabulary';
import type { PolicyStanding } from '../../catalogue/vocabulary';
import { unmarked } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { AcceptedFlow, FlowFinding, PolicyFinding, Posture } from '../../posture/posture';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { statedLine } from './quoted';

/** Characters of a reason in a list: a recipient's line names many flows, and a message has its limit. */
const SHORT = 80;

/**
 * That a flow was accepted, until when and why.
 *
 * @param longest characters of the reason
 */
export function acceptedWords({ reason: stated, until, isExpired }: AcceptedFlow, longest: number = REASON_LIMIT): Statement {
	const characters = [...unmarked([statedLine(stated)])];
	const reason = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : characters.join('');
	return until === null ? say('accepted_no-end', { reason }) : say(isExpired ? 'accepted_expired' : 'accepted_until', { day: { day: until }, reason });
}

/** What is said of a flow, with that somebody agreed to it: it is never left out for that. */
export function withAccepted(flow: Statement, { accepted }: FlowFinding): Statement {
	return accepted === null ? flow : say('flow_accepted', { flow, accepted: acceptedWords(accepted, SHORT) });
}

/** The flow's name with the same, where there is no room for the reason. */
export function shortlyAccepted({ name, accepted }: FlowFinding): Statement {
	return accepted === null || accepted.isExpired ? name : say('flow_accepted', { flow: name, accepted: standingWords({ standing: 'accepted', until: accepted.until }) });
}

/** How much was accepted, how it is against the policy, and what of it could not be read; nothing where nothing was agreed. */
export function agreedLines({ flows, agreed: { isRead, unusable, policy } }: Posture): Statement[] {
	const accepted = flows.flatMap((flow) => flow.accepted ?? []);
	const expired = accepted.filter(({ isExpired }) => isExpired).length;
	return [
		...(isRead ? [] : [say('accepted_unread')]),
		...(accepted.length === 0 ? [] : [say('accepted_count', { count: accepted.length - expired, expired })]),
		...(unusable === 0 ? [] : [say('accepted_unusable', { count: unusable })]),
		...(policy === null ? [] : [say('policy_count', countsOf(policy))]),
	];
}

function countsOf(policy: readonly PolicyFinding[]): Readonly<Record<PolicyStanding, number>> {
	return Object.fromEntries(POLICY_STANDINGS.map((wanted) => [wanted, policy.filter(({ standing }) => standing === wanted).length])) as Record<PolicyStanding, number>;
}

/** What becomes of one flow against the policy. */
export function standingWords({ standing, until }: Pick<PolicyFinding, 'standing' | 'until'>): Statement {
	return until !== null ? say('policy_accepted-until', { day: { day: until } }) : standing === 'unknown' ? say('exposure_unknown') : say(`policy_${standing}`);
}

/** The flows in the order in which an admin looks at them: what deviates, what could not be found out, what was accepted, then the rest. */
const LISTED = ['deviates', 'unknown', 'accepted', 'conforms'] as const satisfies readonly PolicyStanding[];

/** The answer to `/privacy-status policy`. */
export function policyAnswer({ flows, agreed: { policy, isRead } }: Posture): Passage[] {
	const unread = isRead ? [] : [lines(say('accepted_unread'))];
	if (policy === null) {
		return [...unread, lines(say('policy_none', { label: say('ps_policy') }))];
	}
	const part = (heading: Statement, found: readonly FlowFinding[], isShort: boolean): Passage =>
		found.length === 0 ? [] : [...lines(heading), ...(isShort ? lines(say('flows_names', { flows: found.map(({ name }) => name) })) : items(found.map((flow) => withAccepted(say('flow_unknown-line', { name: flow.name, reason: flow.reason }), flow))))];
	const unnamed = flows.filter(({ id, state }) => state === 'on' && !policy.some(({ flow }) => flow === id));
	return [
		...unread,
		...LISTED.map((wanted) => {
			const ids = policy.flatMap(({ flow, standing }) => (standing === wanted ? [flow] : []));
			const found = flows.filter(({ id }) => ids.includes(id));
			return part(say('policy_part', { standing: standingWords({ standing: wanted, until: null }), count: found.length }), found, wanted === 'conforms');
		}),
		part(say('policy_unnamed', { count: unnamed.length }), unnamed, true),
	];
}
