import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { LAW_ENFORCEMENT_GUIDELINES } from '../../catalogue/legal';
import { code, link } from '../../language/spans';
import type { Span } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { LookupVerdict, NoHost, OwnVerdict, Place } from '../../posture/lookup';
import { lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';
import { confidenceWithBasis } from './verdict';

/** The answer to `/server-lookup`: what the host is, then why, whom to ask and the official lookup. */
export function lookupAnswer(verdict: LookupVerdict): Passage {
	if (verdict.kind === 'no-host') {
		return noHostAnswer(verdict);
	}
	const host = shownHost(verdict.host, verdict.unicode);
	const { first, rest } = answerTo(verdict, host);
	return lines(first, ...verdict.notes.map((note) => say(`lookup_note_${note}`, { host })), ...rest);
}

/** What is wrong with what was typed, and what would be right. */
function noHostAnswer({ reason, typed }: NoHost): Passage {
	// A query can hold tokens. `quoted` lets an underscore stand, which is a sign of Markdown outside of code.
	const shown = quoted(typed.slice(0, 100).replace(/(.)[?#].*$/s, '$1').replace(/_/g, '·'));
	return lines(say(`lookup_not_${reason}`, { typed: shown }), say('lookup_right'));
}

/** The help text of `/server-lookup`. */
export function lookupHelp(): Passage {
	return lines(...HELP.map((key) => say(key, { lookup: link(SERVER_LOOKUP_URL) })));
}

const HELP = ['lookup_help_heading', 'lookup_help_use', 'lookup_help_link', 'lookup_help_own', 'lookup_help_help', 'help_source', 'lookup_link'] as const;

interface Answer {
	readonly first: Statement;
	readonly rest: readonly Statement[];
}

function answerTo(verdict: Exclude<LookupVerdict, NoHost>, host: Host): Answer {
	switch (verdict.kind) {
		case 'own':
			return ownAnswer(verdict.verdict, host);
		case 'service':
			return {
				first: say('lookup_first_service', { host }),
				rest: [say('lookup_why_service', { service: say(`service_${verdict.service}`) }), say('lookup_ask_service'), OFFICIAL_LOOKUP],
			};
		case 'elsewhere':
			return { first: say(`lookup_first_${verdict.place}`, { host }), rest: elsewhere(verdict.place === 'look-alike' ? 'other' : verdict.place) };
	}
}

/** Beyond its name a look-alike is a server like any other. */
function elsewhere(place: Exclude<Place, 'look-alike'>): Statement[] {
	return [say(`lookup_why_${place}`), ...ASK[place]];
}

const OFFICIAL_LOOKUP = say('lookup_link', { lookup: link(SERVER_LOOKUP_URL) });

const SOURCE = say('lookup_source', { date: { day: LAW_ENFORCEMENT_GUIDELINES.updated } });

/** The official lookup, and whom a request must go to if it answers that Rocket.Chat does not host the server. */
const NOT_HOSTED = [OFFICIAL_LOOKUP, say('lookup_negative'), SOURCE];

const HOSTED = [OFFICIAL_LOOKUP, SOURCE];

const ASK: Readonly<Record<Exclude<Place, 'look-alike'>, readonly Statement[]>> = {
	'open-server': [say('lookup_ask_open-server'), ...HOSTED],
	'rocket-chat': [say('lookup_ask_rocket-chat'), ...HOSTED],
	'loopback': [say('lookup_ask_internal'), OFFICIAL_LOOKUP],
	'internal': [say('lookup_ask_internal'), OFFICIAL_LOOKUP],
	'address': [say('lookup_ask_other'), ...NOT_HOSTED],
	'other': [say('lookup_ask_other'), ...NOT_HOSTED],
};

/** Of the own workspace: the verdict and whom to ask, never what led to it. */
function ownAnswer({ model, ...verdict }: OwnVerdict, host: Host): Answer {
	// A contradicted verdict is not known here.
	const first = say('lookup_first_own', { host, model: say(`model_${model}`), confidence: confidenceWithBasis({ ...verdict, conflicts: [] }) });
	switch (model) {
		case 'cloud':
			return { first, rest: [say('lookup_why_own'), say('lookup_ask_own-cloud'), ...HOSTED] };
		case 'open-server':
			return { first, rest: [say('lookup_why_own'), say('lookup_ask_open-server'), ...HOSTED] };
		case 'self-managed':
		case 'air-gapped':
			return { first, rest: [say('lookup_why_own'), say('lookup_ask_own-not-hosted'), ...NOT_HOSTED] };
		case 'unknown':
			return { first: say('lookup_first_own-unknown', { host }), rest: [say('lookup_why_own-unknown'), say('lookup_ask_own-unknown'), ...NOT_HOSTED] };
	}
}

type Host = Span | Statement;

/** A host as code, which no client makes a link of; a Unicode name in both forms, since the letters alone can deceive. */
function shownHost(host: string, unicode: string | null): Host {
	return unicode === null ? code(host) : say('lookup_both-forms', { unicode: code(unicode), host: code(host) });
}
