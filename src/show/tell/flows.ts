import { FLOW_STATES } from '../../catalogue/vocabulary';
import type { FlowState, Party } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { isAcceptable } from '../../posture/accepted';
import { isOpening } from '../../posture/opening';
import type { FlowFinding, FoundRecipient, Posture } from '../../posture/posture';
import { acceptedWords, withAccepted } from './accepted';
import { items, lines } from './passage';
import type { Passage } from './passage';

/** The flows in one state, in the catalogue's order. */
export function flowsIn({ flows }: Posture, state: FlowState): FlowFinding[] {
	return flows.filter((flow) => flow.state === state);
}

/** The flows that are on, apart by what comes of them: those that open something are no ways out. */
export const WAYS = ['sent', 'open', 'attempted', 'inside'] as const;
export type Way = (typeof WAYS)[number];

/** Which way a flow goes that is on. */
export function wayOf(flow: FlowFinding): Way {
	return isOpening(flow) ? 'open' : (flow.effect ?? 'sent');
}

/** How many flows go each way, and how many could not be found out. */
export function countsOf(posture: Posture): Readonly<Record<Way | 'unknown', number>> {
	const on = flowsIn(posture, 'on');
	const count = (wanted: Way): number => on.filter((flow) => wayOf(flow) === wanted).length;
	return { sent: count('sent'), open: count('open'), attempted: count('attempted'), inside: count('inside'), unknown: flowsIn(posture, 'unknown').length };
}

/** How many flows are on, apart by what comes of them. */
export function waysOf(posture: Posture): Statement[] {
	const counts = countsOf(posture);
	return WAYS.filter((way) => way === 'sent' || counts[way] > 0).map((way) => say(`ways_${way}`, { count: counts[way] }));
}

/** What leaves to one party: a line for each recipient, with the flows that reach it. */
export interface RecipientGroup {
	/** Null for what stays in the organisation's own network. */
	readonly party: Party | null;
	readonly lines: readonly Statement[];
}

/**
 * Gathers flows by party and recipient, in the order in which they are first mentioned.
 *
 * @param nameOf a recipient's name as it will be read: those that read alike are one
 */
export function groupByRecipient(flows: readonly FlowFinding[], nameOf: (recipient: Statement) => string): RecipientGroup[] {
	const reached = flows.flatMap((flow) => flow.recipients.map((recipient) => ({ flow, recipient, name: nameOf(recipientOf(recipient)) })));
	const parties = [...new Set(reached.map(({ recipient }) => recipient.party))];
	return parties.map((party) => {
		const ofParty = reached.filter(({ recipient }) => recipient.party === party);
		const names = [...new Set(ofParty.map(({ name }) => name))];
		return {
			party,
			lines: names.map((name) => {
				const members = ofParty.filter((each) => each.name === name);
				return say('flow_line', { recipient: members[0] === undefined ? name : recipientOf(members[0].recipient), flows: members.map(({ flow }) => shortOf(flow)) });
			}),
		};
	});
}

/** Who receives, with the host where one is known. */
export function recipientOf({ name, host, reach }: Pick<FoundRecipient, 'name' | 'host' | 'reach'>): Statement {
	const recipient = host === null ? name : say('flow_recipient-host', { recipient: name, host });
	return reach === 'inside' ? say('recipient_inside', { recipient }) : recipient;
}

function shortOf(flow: FlowFinding): Statement {
	const { name, carries, effect } = flow;
	const categories = carries.map(({ category }) => say(`category_${category}`));
	return withAccepted(say(effect === 'attempted' || effect === 'inside' ? `flow_short-${effect}` : 'flow_short', { name, categories }), flow);
}

export function unknownLine(flow: FlowFinding): Statement {
	return withAccepted(say('flow_unknown-line', { name: flow.name, reason: flow.reason }), flow);
}

/** The answer to `/privacy-status flows`: one passage for each state, or for each party of what leaves. */
export function flowsAnswer(posture: Posture, wanted: FlowState | null, nameOf: (recipient: Statement) => string): Passage[] {
	const states = FLOW_STATES.filter((state) => (wanted === null ? state === 'on' || flowsIn(posture, state).length > 0 : state === wanted));
	return [...states.flatMap((state) => passagesOf(posture, state, nameOf)), lines(say('flows_more'))];
}

function passagesOf(posture: Posture, state: FlowState, nameOf: (recipient: Statement) => string): Passage[] {
	const flows = flowsIn(posture, state);
	const heading = lines(state === 'on' ? say('flows_heading-on', { ways: waysOf(posture) }) : say(`flows_heading-${state}`, { count: flows.length }));
	if (flows.length === 0) {
		return [heading];
	}
	switch (state) {
		case 'on':
			return groupByRecipient(flows, nameOf).map((group, index) => [
				...(index === 0 ? heading : []),
				...lines(group.party === null ? say('flows_inside') : say('flows_party', { party: say(`party_${group.party}`) })),
				...items(group.lines),
			]);
		case 'unknown':
			return [[...heading, ...items(flows.map(unknownLine)), ...lines(say('flows_unknown-how'))]];
		default:
			return [[...heading, ...lines(say('flows_names', { flows: flows.map((flow) => withAccepted(flow.name, flow)) }))]];
	}
}

/** What explains one flow, in the order in which people ask: what it is, what goes to whom, how to stop it, what that costs, how it is known. */
export interface Explanation {
	readonly heading: Statement;
	readonly answer: readonly Statement[];
	/** Where its switch is. */
	readonly turnOff: Statement;
	readonly loses: readonly Statement[];
	readonly evidence: readonly Statement[];
}

export function explanationOf(flow: FlowFinding): Explanation {
	const optional = (statement: Statement | null, key: 'explain_caveat' | 'explain_licence'): Statement[] => (statement === null ? [] : [say(key, { text: statement })]);
	return {
		heading: say('explain_heading', { name: flow.name, state: say(`flow-state_${flow.state}`) }),
		answer: [
			...(flow.accepted === null ? [] : [say('explain_accepted', { accepted: acceptedWords(flow.accepted) })]),
			say('explain_purpose', { text: flow.purpose }),
			...(flow.effect === 'attempted' || flow.effect === 'inside' ? [say(`explain_${flow.effect}`)] : []),
			...(isOpening(flow) ? [say('explain_seen', { sent: flow.sends })] : [say('explain_sends', { sent: flow.sends })]),
			say('explain_carries', {
				carried: flow.carries.map(({ category, exposure }) => say('exposure_group', { state: say(`category_${category}`), categories: [say(`exposure_${exposure}`)] })),
			}),
			...flow.recipients.map((recipient) => goesTo(recipient, isOpening(flow))),
			...(isOpening(flow) ? [] : [say('explain_kept', { kept: say(`kept_${flow.kept}`) })]),
		],
		turnOff: say('explain_turn-off', { text: flow.turnOff }),
		loses: [say('explain_what-stops', { text: flow.whatStops }), ...optional(flow.caveat, 'explain_caveat'), ...optional(flow.licenceNote, 'explain_licence')],
		evidence: [
			say('explain_reason', { text: flow.reason }),
			...(flow.settings.length === 0 ? [] : [say('explain_settings', { settings: flow.settings.map(({ id, shown }) => say('setting_shown', { id, shown })) })]),
			say('explain_source', { source: flow.source }),
			say('explain_id', { id: flow.id }),
			...(isAcceptable(flow) ? [say('explain_accept', { id: flow.id })] : []),
		],
	};
}

function goesTo(found: FoundRecipient, isOpen: boolean): Statement {
	const recipient = recipientOf(found);
	if (found.party === null) {
		return say('explain_recipient-inside', { recipient });
	}
	return isOpen ? say('explain_open-to', { recipient }) : say('explain_recipient', { recipient, party: say(`party_${found.party}`) });
}

/** The same as one passage. */
export function explanationLines(flow: FlowFinding): Passage {
	const { heading, answer, turnOff, loses, evidence } = explanationOf(flow);
	return lines(heading, ...answer, turnOff, ...loses, ...evidence);
}
