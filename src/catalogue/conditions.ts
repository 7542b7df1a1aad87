import type { SharedSettingId } from './shared-settings';
import type { Release } from './versions';

/**
 * What must hold for data to leave, as data: the evaluator alone knows how an unreadable setting spreads.
 * `Id` are the ids of the settings that it looks at.
 */
export type Condition<Id extends string> =
	| { readonly kind: 'always' }
	| { readonly kind: 'from'; readonly release: Release }
	| { readonly kind: 'offline-licence' }
	| { readonly kind: 'reads'; readonly setting: Id }
	| { readonly kind: 'true'; readonly setting: Id }
	| { readonly kind: 'set'; readonly setting: Id }
	| { readonly kind: 'one-of'; readonly setting: Id; readonly values: readonly string[] }
	| { readonly kind: 'changed'; readonly setting: Id }
	| { readonly kind: 'names-host'; readonly setting: Id }
	| { readonly kind: 'not'; readonly part: Condition<Id> }
	| { readonly kind: 'all'; readonly parts: readonly Condition<Id>[] }
	| { readonly kind: 'any'; readonly parts: readonly Condition<Id>[] };

/** Holds on every server: nothing switches it. */
export const always: Condition<never> = { kind: 'always' };

/** The server is of this release or a newer one. */
export const from = (release: Release): Condition<never> => ({ kind: 'from', release });

/** The licence in use is an offline one. */
export const offlineLicence: Condition<never> = { kind: 'offline-licence' };

/** The setting reads, whatever it holds. */
export const reads = <const Id extends string>(setting: Id): Condition<Id> => ({ kind: 'reads', setting });

/** The boolean setting is true. */
export const isTrue = <const Id extends string>(setting: Id): Condition<Id> => ({ kind: 'true', setting });

/** The text setting holds something else than white space. */
export const isSet = <const Id extends string>(setting: Id): Condition<Id> => ({ kind: 'set', setting });

/** The text setting equals one of the values. */
export const isOneOf = <const Id extends string>(setting: Id, ...values: string[]): Condition<Id> => ({ kind: 'one-of', setting, values });

/** The text setting holds something, and not what Rocket.Chat ships. */
export const isChanged = <const Id extends string>(setting: Id): Condition<Id> => ({ kind: 'changed', setting });

/** The text setting, of CSS, HTML or JSON, quotes a whole web address; a link does not count, since somebody has to open it. */
export const namesHost = <const Id extends string>(setting: Id): Condition<Id> => ({ kind: 'names-host', setting });

export const not = <Id extends string>(part: Condition<Id>): Condition<Id> => ({ kind: 'not', part });
export const all = <Id extends string = never>(...parts: readonly Condition<Id>[]): Condition<Id> => ({ kind: 'all', parts });
export const any = <Id extends string = never>(...parts: readonly Condition<Id>[]): Condition<Id> => ({ kind: 'any', parts });

/** Every setting that a condition looks at, once each, in the order of their first mention. */
export function settingsOf<Id extends string>(condition: Condition<Id>): Id[] {
	switch (condition.kind) {
		case 'always':
		case 'from':
		case 'offline-licence':
			return [];
		case 'not':
			return settingsOf(condition.part);
		case 'all':
		case 'any':
			return [...new Set(condition.parts.flatMap((part) => settingsOf(part)))];
		default:
			return [condition.setting];
	}
}

/** Conditions over the settings that several flows and judgements read. */
type SharedCondition = Condition<SharedSettingId>;

/**
 * The server takes itself for registered: it holds Cloud credentials. Its own test also asks for a secret, which this app does not
 * read on purpose (Rocket.Chat 7.7.1, retrieveRegistrationStatus.ts).
 */
export const registered: SharedCondition = isSet('Cloud_Workspace_Client_Id');

/**
 * From 8.7 on a server with an offline licence makes no calls to Rocket.Chat's services by itself (pull requests 41148 and 41419,
 * `License.hasOfflineLicense()`).
 */
export const callsHome: SharedCondition = not(all(from('8.7'), offlineLicence));

/**
 * When the server pushes through the gateway: it is not tied to the registration
 * (Rocket.Chat 7.7.1, server/configuration/pushNotification.ts and app/push/server/push.ts).
 */
export const pushGatewayInUse: SharedCondition = all(
	isTrue('Push_enable'),
	isTrue('Push_enable_gateway'),
	isTrue('Register_Server'),
	isTrue('Cloud_Service_Agree_PrivacyTerms'),
);

/**
 * At its start the server clears the environment's MAIL_URL unless a host is set, so no mail leaves without one
 * (Rocket.Chat 7.7.1, server/configuration/configureSMTP.ts).
 */
export const mailLeaves: SharedCondition = isSet('SMTP_Host');

/** The search of the AI center is set up, but for its keys. */
export const intelligentSearch: SharedCondition = all(
	isTrue('AI_Intelligent_Search_Enabled'),
	isSet('AI_Intelligent_Search_Pipeline_Base_URL'),
	isSet('AI_Intelligent_Search_Pipeline_ID'),
);
