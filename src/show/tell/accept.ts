import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { AcceptedFlow, FlowFinding, Posture } from '../../posture/posture';
import { acceptedWords, agreedLines } from './accepted';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';

const COMMAND = '/privacy-status accept';

const exampleFor = ({ id }: Pick<FlowFinding, 'id'>) => code(`${COMMAND} ${id} until 2027-12-31 Agreed with the works council`);

/** The answer to `accept` with nothing behind it: its forms. */
export function whichAccept(): Passage {
	return lines(say('accept_which', { forms: ['<flow> until <YYYY-MM-DD> <reason>', '<flow> <reason>', 'list', 'end <flow>'].map((form) => code(`${COMMAND} ${form}`)) }));
}

/** The objection to a day that is none, or has passed. */
export function misdated(typed: string): Statement {
	return say('accept_misdated', { typed: quoted(typed) });
}

/** What does not fit, and what would. */
export function unfit(objection: Statement, flow: FlowFinding): Passage {
	return lines(say('accept_unfit', { objection, example: exampleFor(flow) }));
}

/** The answer where this server does not have the flow. */
export function notHere({ name, reason }: FlowFinding): Passage {
	return lines(say('accept_not-here', { name, reason }));
}

/** @param limit characters that are kept of a reason that was longer; null where it was kept whole */
export function acceptedAnswer({ id, name }: FlowFinding, accepted: AcceptedFlow, limit: number | null): Passage {
	return lines(
		say('conflict_line', { name, statement: acceptedWords(accepted) }),
		...(limit === null ? [] : [say('accept_cut', { limit })]),
		say('accept_done', { effect: say('accept_effect'), command: code(`${COMMAND} end ${id}`) }),
	);
}

/** What is said where nobody knows what became of it. */
export function lostAnswer(): Statement {
	return say('outcome_lost', { command: code(`${COMMAND} list`) });
}

export function endedAnswer({ name }: FlowFinding): Passage {
	return lines(say('accept_ended', { name }));
}

/** The answer to `end` where no admin accepted the flow. */
export function notAccepted({ name, accepted }: FlowFinding): Passage {
	return lines(accepted === null ? say('accept_none-of', { name }) : say('accept_by-policy', { name, label: say('ps_policy') }));
}

/**
 * Everything that was accepted, with who did it and whether it is on.
 *
 * @param makers usernames by id; an account that is gone has none
 */
export function acceptedList(posture: Posture, makers: ReadonlyMap<string, string>): Passage[] {
	const { flows, agreed } = posture;
	const told = flows.flatMap(({ name, state, accepted }) => {
		if (accepted === null) {
			return [];
		}
		const { by, at } = accepted;
		const maker = makers.get(by ?? '');
		return [
			say('accept_line', {
				flow: say('panel_explain-option', { name, state: say(`flow-state_${state}`) }),
				accepted: acceptedWords(accepted),
				by: by === null || at === null ? say('accept_by-the-policy') : say('accept_by', { maker: maker === undefined ? say('token_maker-gone') : say('token_maker', { name: quoted(maker) }), day: { day: at.slice(0, 10) } }),
			}),
		];
	});
	return [told.length === 0 ? [] : items(told), lines(...(told.length === 0 && agreed.isRead ? [say(agreed.unusable === 0 ? 'accept_none' : 'accept_none-usable')] : []), ...agreedLines(posture))];
}
