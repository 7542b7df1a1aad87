import { URL, domainToASCII } from 'url';

import { isPublicService } from '../catalogue/public-services';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';

/** What is made of a text that somebody stated: its value, or why it cannot be used. Of a text with several parts only some may be wrong. */
export type Parsed<Value> = { readonly value: Value; readonly wrong?: readonly WrongPart[] } | { readonly objection: Statement };

/** A part that cannot be used, while the others are. */
export interface WrongPart {
	readonly part: string;
	readonly reason: Statement;
}

/** Characters of the organisation's own text that are shown: with its heading it fits one message. */
export const ORGANISATION_NOTICE_LIMIT = 4000;

/** Characters of the hosting provider's name and of the place of the machines. */
const LINE_LIMIT = 200;

/** Characters of the list of the organisation's own domains. */
const DOMAINS_LIMIT = 4000;

/** Characters of the address of the organisation's own notice. */
const LINK_LIMIT = 500;

/** Characters of a list of roles, each of which is looked up when somebody asks. */
const ROLES_LIMIT = 10_000;

/** Characters of a list of hashes: some hundred of them. */
const HASHES_LIMIT = 10_000;

/** One of several words. Letter case does not matter: an environment variable is typed, not picked. */
export function parseChoice<Choice extends string>(choices: readonly Choice[]): (text: string) => Parsed<Choice> {
	return (text) => {
		const value = choices.find((choice) => choice === text.toLowerCase());
		return value === undefined ? { objection: say('objection_not-a-choice') } : { value };
	};
}

/** Splits a list at its commas. */
export function parseRoles(text: string): Parsed<readonly string[]> {
	if (text.length > ROLES_LIMIT) {
		return { objection: say('objection_too-long', { limit: ROLES_LIMIT }) };
	}
	const roles = [...new Set(text.split(',').map((role) => role.trim()).filter((role) => role !== ''))];
	return roles.length === 0 ? { objection: say('objection_no-role') } : { value: roles };
}

/** Labels with a dot between them, or an IPv4 address (RFC 1035, 2.3.1). */
const DOMAIN = /^(?=.{3,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names under which whole countries register. */
const COUNTRY_SUFFIX = /^(?:ac|co|com|edu|gov|net|org)\.[a-z]{2}$/;

/** Domains that an organisation calls its own. A single label would make whole countries one's own. */
export function parseDomains(text: string): Parsed<readonly string[]> {
	const typed = text.slice(0, DOMAINS_LIMIT + 1).split(/[\s,;]+/).filter((part) => part !== '');
	const value = [...new Set(typed.map((part) => domainToASCII(part.replace(/^\*?\./, '').replace(/\.$/, '')).toLowerCase()))];
	const isPlain = typed.every((part) => /^(?:\*?\.)?[\p{L}\p{N}.-]+$/u.test(part));
	if (text.length > DOMAINS_LIMIT || typed.length === 0 || !isPlain || !value.every((domain) => DOMAIN.test(domain))) {
		return { objection: say('objection_not-a-domain', { limit: DOMAINS_LIMIT }) };
	}
	return value.some((domain) => isPublicService(domain) || COUNTRY_SUFFIX.test(domain)) ? { objection: say('objection_public-domain') } : { value };
}

/** SHA-256 hashes, separated by commas. */
export function parseHashes(text: string): Parsed<readonly string[]> {
	if (text.length > HASHES_LIMIT) {
		return { objection: say('objection_not-a-hash') };
	}
	const value = text.toLowerCase().split(',').map((hash) => hash.trim());
	return value.every((hash) => /^[0-9a-f]{64}$/.test(hash)) ? { value: [...new Set(value)] } : { objection: say('objection_not-a-hash') };
}

/** One line of words. */
export function parseLine(text: string): Parsed<string> {
	const line = text.replace(/\s+/g, ' ');
	return [...line].length > LINE_LIMIT ? { objection: say('objection_too-long', { limit: LINE_LIMIT }) } : { value: line };
}

/** Signs that turn what follows around, or that nobody sees. Marks of one place stay: text from the right needs them. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u2028\u2029\p{Co}\p{Cs}]|(?![\n\t])\p{Cc}/gu;

/** An organisation's text, as far as it is shown; a longer one ends with a whole line. */
export function parseNotice(stated: string): Parsed<{ readonly text: string; readonly isCut: boolean }> {
	const text = stated.replace(UNSEEN, '');
	if (text.length <= ORGANISATION_NOTICE_LIMIT) {
		return { value: { text, isCut: false } };
	}
	const start = text.slice(0, ORGANISATION_NOTICE_LIMIT + 1);
	const lines = start.slice(0, Math.max(start.lastIndexOf('\n'), 0)).trimEnd();
	// A text of one endless line is cut between characters, never within a pair of code units.
	return { value: { text: lines === '' ? start.slice(0, ORGANISATION_NOTICE_LIMIT).replace(/[\uD800-\uDBFF]$/, '') : lines, isCut: true } };
}

/** Only http and https, without user name or password, in the form that a browser shows. */
export function parseLink(text: string): Parsed<string> {
	const objection = say('objection_not-a-link', { limit: LINK_LIMIT });
	if (/[\s<>"`\\]/.test(text)) {
		return { objection };
	}
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		return { objection };
	}
	return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.href.length <= LINK_LIMIT ? { value: url.href } : { objection };
}

/** One address; a host without a dot is common in isolated networks. */
export function parseEmail(text: string): Parsed<string> {
	return text.length <= LONGEST_EMAIL && EMAIL.test(text) ? { value: text } : { objection: say('objection_not-an-email') };
}

const EMAIL = /^[\p{L}\p{N}.!#$%&'+/=?^_~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;
const LONGEST_EMAIL = 254;
