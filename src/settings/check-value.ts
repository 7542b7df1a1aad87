import { NOTICE_LINK_LIMIT, STATED_LINE_LIMIT } from '../catalogue/organisation';
import type { RejectableSetting, Rejection } from '../catalogue/rejections';
import { declarationSchema, parseEmail, parseRoles, parseUrl } from './read-app-settings';

/** Whether a role of that id or name exists; null where it cannot be told. */
export type RoleLookup = (idOrName: string) => Promise<boolean | null>;

/**
 * Why a value must not be saved.
 *
 * @param value what arrived for that setting; anything, since the platform checks no types
 * @returns null for a good value
 */
export async function objectionTo(setting: RejectableSetting, value: unknown, roleExists: RoleLookup): Promise<Rejection | null> {
	if (typeof value !== 'string') {
		return { setting, reason: 'not-a-text', detail: '' };
	}
	const text = value.trim();
	switch (setting) {
		case 'declared_deployment':
			return declarationSchema.safeParse(value).success ? null : { setting, reason: 'not-a-choice', detail: '' };
		case 'contact_email':
			return text === '' || parseEmail(text) !== null ? null : { setting, reason: 'not-an-email', detail: '' };
		case 'notice_source_url':
			return text === '' || parseUrl(text) !== null ? null : { setting, reason: 'not-a-link', detail: String(NOTICE_LINK_LIMIT) };
		case 'hosting_provider':
		case 'hosting_location':
			return [...text].length <= STATED_LINE_LIMIT ? null : { setting, reason: 'too-long', detail: String(STATED_LINE_LIMIT) };
		case 'organisation_notice':
			return null;
		case 'allowed_roles': {
			const roles = parseRoles(value);
			const exist = await Promise.all(roles.map(roleExists));
			const missing = roles.find((_, index) => exist[index] === false);
			return missing === undefined ? null : { setting, reason: 'no-such-role', detail: missing };
		}
	}
}
