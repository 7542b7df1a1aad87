import type { SettingId } from './settings';

/**
 * What must hold for data to leave, as data: the evaluator alone knows how an unreadable setting spreads.
 */
export type Condition =
	| { readonly kind: 'always' }
	| { readonly kind: 'true'; readonly setting: SettingId }
	| { readonly kind: 'set'; readonly setting: SettingId }
	| { readonly kind: 'one-of'; readonly setting: SettingId; readonly values: readonly string[] }
	| { readonly kind: 'changed'; readonly setting: SettingId }
	| { readonly kind: 'not'; readonly part: Condition }
	| { readonly kind: 'all'; readonly parts: readonly Condition[] }
	| { readonly kind: 'any'; readonly parts: readonly Condition[] };

/** Holds on every server: nothing switches it. */
export const always: Condition = { kind: 'always' };

/** The boolean setting is true. */
export const isTrue = (setting: SettingId): Condition => ({ kind: 'true', setting });

/** The text setting holds something else than white space. */
export const isSet = (setting: SettingId): Condition => ({ kind: 'set', setting });

/** The text setting equals one of the values. */
export const isOneOf = (setting: SettingId, ...values: string[]): Condition => ({ kind: 'one-of', setting, values });

/** The text setting holds something, and not what Rocket.Chat ships. */
export const isChanged = (setting: SettingId): Condition => ({ kind: 'changed', setting });

export const not = (part: Condition): Condition => ({ kind: 'not', part });
export const all = (...parts: Condition[]): Condition => ({ kind: 'all', parts });
export const any = (...parts: Condition[]): Condition => ({ kind: 'any', parts });

/** Every setting that a condition looks at, once each, in the order of their first mention. */
export function settingsOf(condition: Condition): SettingId[] {
	switch (condition.kind) {
		case 'always':
			return [];
		case 'not':
			return settingsOf(condition.part);
		case 'all':
		case 'any':
			return [...new Set(condition.parts.flatMap(settingsOf))];
		default:
			return [condition.setting];
	}
}

/**
 * When the server pushes through Rocket.Chat's gateway: it is not tied to the registration
 * (Rocket.Chat 7.7.1, server/configuration/pushNotification.ts and app/push/server/push.ts).
 */
export const pushGatewayInUse = all(
	isTrue('Push_enable'),
	isTrue('Push_enable_gateway'),
	isTrue('Register_Server'),
	isTrue('Cloud_Service_Agree_PrivacyTerms'),
);
