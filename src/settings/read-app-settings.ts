import { URL } from 'url';

import * as z from 'zod/mini';

import { NOTICE_LINK_LIMIT, ORGANISATION_NOTICE_LIMIT, SELF_HOSTED, STATED_LINE_LIMIT } from '../catalogue/organisation';
import type { IgnorableSetting, Organisation } from '../catalogue/organisation';
import type { Rejection } from '../catalogue/rejections';
import { DECLARABLE_MODELS } from '../catalogue/words';
import type { DeclarableModel } from '../catalogue/words';
import { DEFAULT_ROLE } from './app-settings';
import type { AppSettingId } from './app-settings';
import { parseRejections } from './rejections';

export interface AppSettings extends Organisation {
	readonly declaredDeployment: { readonly value: DeclarableModel | 'auto'; readonly isInvalid: boolean };
	/** Role ids or names; whoever has one of them may ask. */
	readonly allowedRoles: readonly string[];
	readonly hosting: 'unstated' | 'self' | 'third-party';
	/** Settings whose stored value cannot be used and counts as not stated. */
	readonly ignored: readonly IgnorableSetting[];
	/** What stands in "Current status" now. */
	readonly statusSummary: string;
	/** What the last saves brought that could not be used and was not saved. */
	readonly rejections: readonly Rejection[];
}

/** What holds while nothing is stored, or while nothing can be read: nobody but admins may ask, nothing is declared. */
export const DEFAULT_APP_SETTINGS: AppSettings = {
	declaredDeployment: { value: 'auto', isInvalid: false },
	allowedRoles: [DEFAULT_ROLE],
	hosting: 'unstated',
	organisationNotice: null,
	organisationNoticeIsCut: false,
	noticeSourceUrl: null,
	contactEmail: null,
	hostingProvider: null,
	hostingLocation: null,
	ignored: [],
	statusSummary: '',
	rejections: [],
};

/** The engine's reader of the app's own settings. */
export interface OwnSettingSource {
	getValueById(id: string): Promise<unknown>;
}

/** The choices of `declared_deployment`. */
export const declarationSchema = z.enum(['auto', ...DECLARABLE_MODELS]);
const textSchema = z.catch(z.string(), '');

/**
 * Reads the app's own settings, each parsed on its own: a stored value that is none of the choices counts as the default.
 *
 * @param source the engine's reader of the app's own settings
 * @returns never rejects
 */
export async function readAppSettings(source: OwnSettingSource): Promise<AppSettings> {
	const [declared, roles, hosting, location, notice, url, email, rejected, summary] = await Promise.all([
		stored(source, 'declared_deployment'),
		stored(source, 'allowed_roles'),
		storedText(source, 'hosting_provider'),
		storedText(source, 'hosting_location'),
		storedText(source, 'organisation_notice'),
		storedText(source, 'notice_source_url'),
		storedText(source, 'contact_email'),
		storedText(source, 'rejected_values'),
		storedText(source, 'status_summary'),
	]);
	const declaration = declarationSchema.safeParse(declared ?? 'auto');
	const own = parseNotice(notice);
	const noticeSourceUrl = parseUrl(url);
	const contactEmail = parseEmail(email);
	return {
		declaredDeployment: { value: declaration.data ?? 'auto', isInvalid: !declaration.success },
		allowedRoles: parseRoles(textSchema.parse(roles)),
		hosting: hosting === '' ? 'unstated' : hosting.toLowerCase() === SELF_HOSTED ? 'self' : 'third-party',
		organisationNotice: own.text,
		organisationNoticeIsCut: own.isCut,
		noticeSourceUrl,
		contactEmail,
		hostingProvider: oneLine(hosting),
		hostingLocation: oneLine(location),
		ignored: [...(url !== '' && noticeSourceUrl === null ? ['notice_source_url' as const] : []), ...(email !== '' && contactEmail === null ? ['contact_email' as const] : [])],
		statusSummary: summary,
		rejections: parseRejections(rejected),
	};
}

/** The organisation's text; a longer one ends with a whole line. */
export function parseNotice(stored: string): { text: string | null; isCut: boolean } {
	if (stored.length <= ORGANISATION_NOTICE_LIMIT) {
		return { text: stored === '' ? null : stored, isCut: false };
	}
	const start = stored.slice(0, ORGANISATION_NOTICE_LIMIT + 1);
	const lines = start.slice(0, Math.max(start.lastIndexOf('\n'), 0)).trimEnd();
	// A text of one endless line is cut between characters, never within a pair of code units.
	return { text: lines === '' ? start.slice(0, ORGANISATION_NOTICE_LIMIT).replace(/[\uD800-\uDBFF]$/, '') : lines, isCut: true };
}

/** Only http and https, without user name or password, in the form that a browser shows. */
export function parseUrl(stored: string): string | null {
	if (/[\s<>"`\\]/.test(stored)) {
		return null;
	}
	let url: URL;
	try {
		url = new URL(stored);
	} catch {
		return null;
	}
	return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.href.length <= NOTICE_LINK_LIMIT ? url.href : null;
}

/** One address; a host without a dot is common in isolated networks. */
export function parseEmail(stored: string): string | null {
	return stored.length <= LONGEST_EMAIL && EMAIL.test(stored) ? stored : null;
}

function oneLine(stored: string): string | null {
	const line = [...stored.replace(/\s+/g, ' ')].slice(0, STATED_LINE_LIMIT).join('');
	return line === '' ? null : line;
}

const EMAIL = /^[\p{L}\p{N}.!#$%&'+/=?^_~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;
const LONGEST_EMAIL = 254;

/** Splits the comma-separated list of `allowed_roles`; an empty one means admins. */
export function parseRoles(list: string): string[] {
	const roles = [...new Set(list.split(',').map((role) => role.trim()).filter((role) => role !== ''))];
	return roles.length > 0 ? roles : [DEFAULT_ROLE];
}

async function stored(source: OwnSettingSource, id: AppSettingId): Promise<unknown> {
	try {
		return await source.getValueById(id);
	} catch {
		// The engine throws for a setting that it does not hold yet, which is the default.
		return undefined;
	}
}

async function storedText(source: OwnSettingSource, id: AppSettingId): Promise<string> {
	return textSchema.parse(await stored(source, id)).trim();
}
