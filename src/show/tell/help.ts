import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { serviceAt } from '../../posture/host';
import type { Meant } from '../../posture/matching';
import type { FlowFinding } from '../../posture/posture';
import { withAccepted } from './accepted';
import { recipientOf } from './flows';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';

/** The help text of `/privacy-status`: a line for each word that it understands. */
export function statusHelp(words: readonly Statement[]): Passage {
	return lines(say('help_heading'), say('help_status'), ...words, say('help_source'));
}

/** The answer to a word that `/privacy-status` does not know: the closest word, or else the help. */
export function unknownWord(typed: string, suggestion: string | null, help: Passage): Passage[] {
	return [
		lines(
			suggestion === null ? say('unknown_word', { typed: quoted(typed) }) : say('unknown_word-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status ${suggestion}`) }),
		),
		...(suggestion === null ? [help] : []),
	];
}

/** The answer to an export in a format that does not exist, or in none. */
export function unknownFormat(typed: string | undefined, formats: readonly string[]): Passage {
	const known = formats.map((format) => code(`/privacy-status export ${format}`));
	return lines(typed === undefined ? say('export_which', { formats: known }) : say('export_unknown', { typed: quoted(typed), formats: known }));
}

/** The answer to `flows` with a word behind it that is no state. */
export function unknownState(typed: string): Passage {
	return lines(say('flows_which', { typed: quoted(typed) }));
}

/** The answer to `explain` with nothing behind it. */
export function whichFlow(): Passage {
	return lines(say('explain_which'));
}

/** The answer to `explain`, or another word, with something that means no flow. */
export function meantNothing(meant: Meant, typed: string, suggestion: string | null, word: 'explain' | 'accept' = 'explain'): Passage {
	switch (meant.kind) {
		case 'setting':
			return lines(say('explain_setting-without-flow', { id: meant.id }));
		case 'host':
			return lines(sentenceOn(meant.host, meant.isRocketChats));
		default:
			return lines(
				suggestion === null ? say('explain_unknown', { typed: quoted(typed) }) : say('explain_unknown-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status ${word} ${suggestion}`) }),
			);
	}
}

function sentenceOn(host: string, isRocketChats: boolean): Statement {
	const service = serviceAt(host);
	if (service !== null) {
		return say('explain_service', { host: code(host), service: say(`service_${service}`) });
	}
	return say(isRocketChats ? 'explain_host-of-rocket-chat' : 'explain_host', { host: code(host) });
}

/** The answer to `explain`, or another word, with something that means several flows. */
export function meantSeveral(flows: readonly FlowFinding[], typed: string, word: 'explain' | 'accept' = 'explain'): Passage {
	return [
		...lines(say('explain_several', { typed: quoted(typed), count: flows.length, command: code(`/privacy-status ${word}`) })),
		...items(flows.map((flow) => withAccepted(say('explain_one-of-several', { name: flow.name, state: say(`flow-state_${flow.state}`), recipient: recipientOf(flow.recipients[0]) }), flow))),
	];
}
