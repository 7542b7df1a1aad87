import { FLOWS } from '../catalogue/flows';
import type { KnownFlow } from '../catalogue/flows';
import { ROCKET_CHAT_DOMAIN } from '../catalogue/hosts';
import { SETTING_IDS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import type { Text } from '../catalogue/text';
import type { Statement } from '../language/statement';
import { hostOf, isUnderRocketChat } from './host';
import type { FlowFinding, Posture } from './posture';

/** What somebody who typed something after `explain` means. */
export type Meant =
	| { readonly kind: 'flows'; readonly flows: readonly FlowFinding[] }
	/** A setting that the app reads, and on which no flow depends. */
	| { readonly kind: 'setting'; readonly id: SettingId }
	/** A host that no flow reaches, as far as the settings tell. */
	| { readonly kind: 'host'; readonly host: string; readonly isRocketChats: boolean }
	| { readonly kind: 'nothing' };

/**
 * The flows that are meant by what people know: the id of a flow, the id of a setting, a host, or words of a recipient's name or of the
 * id. Letter case does not matter. Total.
 *
 * @param namesOf how a recipient may be called: in English, and in the reader's language
 */
export function flowsMeant({ flows }: Posture, typed: string, namesOf: (recipient: Statement) => readonly string[]): Meant {
	const wanted = typed.trim().slice(0, LONGEST).toLowerCase();
	const exact = flows.filter(({ id }) => id === wanted);
	if (exact.length > 0) {
		return { kind: 'flows', flows: exact };
	}
	if (wanted === ROCKET_CHAT_DOMAIN) {
		return { kind: 'flows', flows: flows.filter(({ recipients }) => recipients.some(({ party }) => party === 'rocket-chat')) };
	}
	const setting = SETTING_IDS.find((id) => id.toLowerCase() === wanted);
	if (setting !== undefined) {
		const reading = flows.filter(({ settings }) => settings.some(({ id }) => id === setting));
		return reading.length > 0 ? { kind: 'flows', flows: reading } : { kind: 'setting', id: setting };
	}
	const telling = /^\w{4,}$/.test(wanted) ? flows.filter((flow) => namesInWords(flow).includes(wanted)) : [];
	if (telling.length > 0) {
		return { kind: 'flows', flows: telling };
	}
	const host = wanted.includes('.') ? hostOf(wanted) : null;
	if (host !== null) {
		const reaching = flows.filter((flow) => hostsOf(flow).some((reached) => isUnder(host, reached) || isUnder(reached, host)));
		return reaching.length > 0 ? { kind: 'flows', flows: reaching } : { kind: 'host', host, isRocketChats: isUnderRocketChat(host) };
	}
	const words = wordsIn(wanted);
	const named = words.length === 0 ? [] : flows.filter((flow) => areIn(words, calledOf(flow, namesOf)));
	return named.length > 0 ? { kind: 'flows', flows: named } : { kind: 'nothing' };
}

/** Characters of what is typed that are looked at: no host is longer. */
const LONGEST = 300;

function areIn(words: readonly string[], called: readonly string[]): boolean {
	return words.every((word) => called.some((each) => each.startsWith(word)));
}

/** Every host that a flow is known to reach: those that its settings name here, and those that are the same everywhere. */
function hostsOf({ id, recipients }: FlowFinding): string[] {
	const flow = FLOWS.find((known) => known.id === id);
	return [...recipients.flatMap(({ host }) => host ?? []), ...(flow === undefined ? [] : fixedHostsOf(flow))];
}

/** The hosts of a flow that stand in the catalogue. */
export function fixedHostsOf({ recipients, hosts = [] }: KnownFlow): readonly string[] {
	return [...recipients.flatMap(hostsDeclared), ...hosts];
}

/** The hosts of a recipient that are the same everywhere. */
export function hostsDeclared(recipient: KnownFlow['recipients'][number]): readonly string[] {
	switch (recipient.kind) {
		case 'rocket-chat':
			return [recipient.host];
		case 'public':
			return recipient.hosts;
		case 'by-choice':
			return Object.values(recipient.services).flatMap(({ host }) => host ?? []);
		default:
			return [];
	}
}

function isUnder(host: string, domain: string): boolean {
	return host === domain || host.endsWith(`.${domain}`);
}

/** Settings and variables that a flow's own words name, and variables that bear on it: of those the app reads nothing. */
function namesInWords({ id }: FlowFinding): string[] {
	const flow = FLOWS.find((known) => known.id === id);
	if (flow === undefined) {
		return [];
	}
	const { sends: _, pages: __, ...words } = flow.words;
	const texts = [...Object.values<Text>(words), ...(flow.caveats ?? []).map(({ text }) => text)].map((text) => (typeof text === 'string' ? text : text.text));
	return [...texts.flatMap((text) => [...text.matchAll(/`(\w+)(?:=\w+)?`/g)].map(([, name = '']) => name)), ...Object.keys(flow.environment ?? {})].map((name) => name.toLowerCase());
}

function calledOf({ id, name: own, recipients }: FlowFinding, namesOf: (recipient: Statement) => readonly string[]): string[] {
	return wordsIn([id, ...namesOf(own), ...recipients.flatMap(({ name }) => namesOf(name))].join(' ').toLowerCase());
}

function wordsIn(text: string): string[] {
	return text.split(/[^\p{L}\p{N}.]+/u).filter((word) => word !== '');
}
