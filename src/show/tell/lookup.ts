import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { code, link } from '../../language/spans';
import type { Span } from '../../language/spans';
import { say } from '../../language/statement';
import type { MessageKey, Statement } from '../../language/statement';
import type { DeploymentModel } from '../../catalogue/vocabulary';
import type { LookupVerdict, NoHost, Place } from '../../posture/lookup';
import { lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';

/** The answer to `/server-lookup`: a first line of three fixed kinds, then why, whom to ask and the official lookup. */
export function lookupAnswer(verdict: LookupVerdict): Passage {
	if (verdict.kind === 'no-host') {
		return noHostAnswer(verdict);
	}
	const host = shownHost(verdict.host, verdict.unicode);
	const { first, rest } = verdict.kind === 'own' ? ownAnswer(verdict.model) : ANSWERS[verdict.place];
	return lines(
		say(first, { host, model: say(`model_${verdict.kind === 'own' ? verdict.model : 'unknown'}`) }),
		...verdict.notes.map((note) => say(`lookup_note_${note}`, { host })),
		...rest.map((key) => say(key, { lookup: link(SERVER_LOOKUP_URL) })),
	);
}

/** What is wrong with what was typed, and what would be right. */
export function noHostAnswer({ reason, typed }: NoHost): Passage {
	// `quoted` lets an underscore stand, which is a sign of Markdown outside of code.
	const shown = quoted(typed.slice(0, 100).replace(/_/g, '·'));
	return lines(say(`lookup_not_${reason}`, { typed: shown }), say('lookup_right'));
}

/** The help text of `/server-lookup`. */
export function lookupHelp(): Passage {
	return lines(...HELP.map((key) => say(key, { lookup: link(SERVER_LOOKUP_URL) })));
}

const HELP = ['lookup_help_heading', 'lookup_help_use', 'lookup_help_own', 'lookup_help_help', 'help_source', 'lookup_link'] as const;

interface Answer {
	readonly first: Extract<MessageKey, `lookup_first_${string}`>;
	readonly rest: readonly Extract<MessageKey, `lookup_why_${string}` | `lookup_ask_${string}` | 'lookup_link' | 'lookup_negative' | 'lookup_source'>[];
}

const ANSWERS: Readonly<Record<Place, Answer>> = {
	'open-server': { first: 'lookup_first_open-server', rest: ['lookup_why_open-server', 'lookup_ask_open-server', 'lookup_link', 'lookup_source'] },
	'rocket-chat': { first: 'lookup_first_rocket-chat', rest: ['lookup_why_rocket-chat', 'lookup_ask_rocket-chat', 'lookup_link', 'lookup_source'] },
	'company': { first: 'lookup_first_company', rest: ['lookup_why_company', 'lookup_ask_company', 'lookup_link'] },
	'loopback': { first: 'lookup_first_loopback', rest: ['lookup_why_loopback', 'lookup_ask_internal', 'lookup_link'] },
	'internal': { first: 'lookup_first_internal', rest: ['lookup_why_internal', 'lookup_ask_internal', 'lookup_link'] },
	'address': { first: 'lookup_first_address', rest: ['lookup_why_address', 'lookup_ask_other', 'lookup_link', 'lookup_negative', 'lookup_source'] },
	'other': { first: 'lookup_first_other', rest: ['lookup_why_other', 'lookup_ask_other', 'lookup_link', 'lookup_negative', 'lookup_source'] },
};

/** Of the own workspace: the model and whom to ask, no more. */
function ownAnswer(model: DeploymentModel): Answer {
	switch (model) {
		case 'cloud':
			return { first: 'lookup_first_own-hosted', rest: ['lookup_why_own', 'lookup_ask_own-cloud', 'lookup_link', 'lookup_source'] };
		case 'open-server':
			return { first: 'lookup_first_own-hosted', rest: ['lookup_why_own', 'lookup_ask_open-server', 'lookup_link', 'lookup_source'] };
		case 'self-managed':
		case 'air-gapped':
			return { first: 'lookup_first_own-not-hosted', rest: ['lookup_why_own', 'lookup_ask_own-not-hosted', 'lookup_link', 'lookup_source'] };
		case 'unknown':
			return { first: 'lookup_first_own-unknown', rest: ['lookup_why_own-unknown', 'lookup_ask_own-unknown', 'lookup_link'] };
	}
}

/** A host as code, which no client makes a link of; a Unicode name in both forms, since the letters alone can deceive. */
function shownHost(host: string, unicode: string | null): Span | Statement {
	return unicode === null ? code(host) : say('lookup_both-forms', { unicode: code(unicode), host: code(host) });
}
