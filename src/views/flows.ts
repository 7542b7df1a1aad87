import { FLOW_STATES } from '../catalogue/words';
import type { FlowState, Party } from '../catalogue/words';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import type { FlowFinding, Posture } from '../posture/posture';
import { intoMessages } from './split';

/** The flows in one state, in the catalogue's order. */
export function flowsIn({ flows }: Posture, state: FlowState): FlowFinding[] {
	return flows.filter((flow) => flow.state === state);
}

/** How many flows leave, are only attempted, and cannot be told. */
export function countsOf(posture: Posture): { sent: number; attempted: number; unknown: number } {
	const on = flowsIn(posture, 'on');
	const attempted = on.filter(({ effect }) => effect === 'attempted').length;
	return { sent: on.length - attempted, attempted, unknown: flowsIn(posture, 'unknown').length };
}

/** What leaves to one party: a line for each recipient, with the flows that reach it. */
export interface RecipientGroup {
	readonly party: Party;
	readonly lines: readonly Statement[];
}

/** Gathers flows by party and recipient, in the order in which they are first mentioned. */
export function groupByRecipient(flows: readonly FlowFinding[], translate: Translate): RecipientGroup[] {
	const parties = [...new Set(flows.map(({ party }) => party))];
	return parties.map((party) => {
		const recipients = new Map<string, FlowFinding[]>();
		for (const flow of flows.filter((candidate) => candidate.party === party)) {
			const name = translate(recipientOf(flow));
			recipients.set(name, [...(recipients.get(name) ?? []), flow]);
		}
		return { party, lines: [...recipients].map(([recipient, reached]) => say('flow_line', { recipient, flows: reached.map(shortOf) })) };
	});
}

/** Who receives, with the host where one is known. */
export function recipientOf({ recipient, host }: Pick<FlowFinding, 'recipient' | 'host'>): Statement {
	return host === null ? recipient : say('flow_recipient-host', { recipient, host });
}

function shortOf({ id, carries, effect }: FlowFinding): Statement {
	const categories = carries.map(({ category }) => say(`category_${category}`));
	return say(effect === 'attempted' ? 'flow_short-attempted' : 'flow_short', { id, categories });
}

export function unknownLine({ id, reason }: FlowFinding): Statement {
	return say('flow_unknown-line', { id, reason });
}

/** The answer to `/privacy-status flows`: one section for each state, split into messages between sections. */
export function flowsMessages(posture: Posture, wanted: FlowState | null, translate: Translate): string[] {
	const states = FLOW_STATES.filter((state) => (wanted === null ? state === 'on' || flowsIn(posture, state).length > 0 : state === wanted));
	return intoMessages([...states.flatMap((state) => sectionsOf(posture, state, translate)), translate('flows_more')]);
}

function sectionsOf(posture: Posture, state: FlowState, translate: Translate): string[] {
	const flows = flowsIn(posture, state);
	const { sent, attempted } = countsOf(posture);
	const heading = translate(
		state === 'on' && attempted > 0 ? say('flows_heading-on-attempted', { sent, attempted }) : say(`flows_heading-${state}`, { count: flows.length }),
	);
	if (flows.length === 0) {
		return [heading];
	}
	const list = (statements: readonly Statement[]): string => statements.map((statement) => `- ${translate(statement)}`).join('\n');
	switch (state) {
		case 'on': {
			const groups = groupByRecipient(flows, translate);
			return groups.map(({ party, lines }, index) => [...(index === 0 ? [heading] : []), translate(say('flows_party', { party: say(`party_${party}`) })), list(lines)].join('\n'));
		}
		case 'unknown':
			return [`${heading}\n${list(flows.map(unknownLine))}\n${translate('flows_unknown-how')}`];
		default:
			return [`${heading}\n${flows.map(({ id }) => `\`${id}\``).join(', ')}`];
	}
}

/** The lines that explain one flow; the last one is the place of its switch. */
export function explanationOf(flow: FlowFinding): Statement[] {
	const optional = (statement: Statement | null, key: 'explain_caveat' | 'explain_licence'): Statement[] => (statement === null ? [] : [say(key, { text: statement })]);
	return [
		say('explain_heading', { id: flow.id, state: say(`flow-state_${flow.state}`) }),
		flow.reason,
		...(flow.effect === 'attempted' ? [say('explain_attempted')] : []),
		...optional(flow.caveat, 'explain_caveat'),
		say('explain_recipient', { recipient: recipientOf(flow), party: say(`party_${flow.party}`) }),
		say('explain_carries', {
			carried: flow.carries.map(({ category, exposure }) => say('exposure_group', { state: say(`category_${category}`), categories: [say(`exposure_${exposure}`)] })),
		}),
		say('explain_purpose', { text: flow.purpose }),
		say('explain_sends', { sent: flow.sends }),
		say('explain_kept', { kept: say(`kept_${flow.kept}`) }),
		...(flow.settings.length === 0 ? [] : [say('explain_settings', { settings: flow.settings.map(({ id, shown }) => say('setting_shown', { id, shown })) })]),
		...optional(flow.licenceNote, 'explain_licence'),
		say('explain_source', { source: flow.source }),
		say('explain_what-stops', { text: flow.whatStops }),
		say('explain_turn-off', { text: flow.turnOff }),
	];
}

/** The answer to `/privacy-status explain <flow-id>`. */
export function explainMessages(flow: FlowFinding, translate: Translate): string[] {
	return intoMessages([explanationOf(flow).map(translate).join('\n')]);
}
