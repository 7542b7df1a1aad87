import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';

/** The help text of `/privacy-status`: a line for each word that it understands. */
export function statusHelp(words: readonly Statement[]): Passage {
	return lines(say('help_heading'), say('help_status'), ...words, say('help_source'));
}

/** The answer to a word that `/privacy-status` does not know: what was typed, the closest word, the help. */
export function unknownWord(typed: string, suggestion: string | null, help: Passage): Passage[] {
	return [
		lines(
			suggestion === null ? say('unknown_word', { typed: quoted(typed) }) : say('unknown_word-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status ${suggestion}`) }),
		),
		help,
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

/** The answer to `explain` without a flow, or with one that does not exist. */
export function unknownFlow(typed: string | undefined, suggestion: string | null, example: string): Passage {
	if (typed === undefined) {
		return lines(say('explain_which', { example }));
	}
	return lines(
		suggestion === null ? say('explain_unknown', { typed: quoted(typed) }) : say('explain_unknown-suggestion', { typed: quoted(typed), suggestion: code(`/privacy-status explain ${suggestion}`) }),
	);
}
