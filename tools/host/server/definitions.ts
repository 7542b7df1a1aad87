import * as fs from 'node:fs';
import * as path from 'node:path';

import { z } from 'zod';

import { CHANGES, DELETIONS } from './settings-history';

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
	/** Modules of a licence without which its value has no effect. */
	modules: z.array(z.string()).optional(),
	/** The default is an expression in Rocket.Chat's source; `COMPUTED` below has its value. */
	computed: z.literal(true).optional(),
	/** It was not read in this version's own source, though the version registers it: this is what that later list says. */
	takenFrom: z.string().optional(),
});

export type SettingDefinition = z.infer<typeof definition>;

type Definitions = ReadonlyMap<string, SettingDefinition>;

/** The versions of Rocket.Chat whose whole list of settings is in `tools/host/settings`, the oldest first. */
export const LISTED_VERSIONS = ['7.7.1', '8.6.1', '9.0'] as const;

/** The oldest server that the app and this stand-in know. */
export const OLDEST_VERSION = '7.7';

/** Settings that no list has: of versions between and after them, and such as no release is known to have. */
const OTHERS = 'other-versions';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;

const COMPUTED: Record<string, unknown> = {
	Accounts_Default_User_Preferences_sidebarSectionsOrder: ['Incoming_Calls', 'Incoming_Livechats', 'Open_Livechats', 'On_Hold_Chats', 'Unread', 'Favorites', 'Teams', 'Discussions', 'Channels', 'Direct_Messages', 'Conversations'],
	Accounts_OAuth_Session_Secret: 'fixture-session-secret',
	Accounts_RegistrationForm_SecretURL: 'fixtureRegistrationPath',
	AI_Intelligent_Search_Answer_System_Prompt: 'A fixture in place of a prompt of thirteen lines.',
	// Where it is registered was not read: taken to be off.
	E2E_Force_Encryption_For_Private_Rooms: false,
	FEDERATION_Public_Key: '',
	Federation_Matrix_as_token: 'fixture-as-token',
	Federation_Matrix_homeserver_domain: 'http://localhost:3000',
	Federation_Matrix_hs_token: 'fixture-hs-token',
	Federation_Matrix_id: 'rocketchat_fixture-unique-id',
	Federation_Service_Matrix_Signing_Key: 'fixture-signing-key',
	RetentionPolicy_TTL_Channels: THIRTY_DAYS,
	RetentionPolicy_TTL_DMs: THIRTY_DAYS,
	RetentionPolicy_TTL_Groups: THIRTY_DAYS,
	Site_Url: 'http://localhost:3000',
	uniqueID: 'fixture-unique-id',
	// Rocket.Chat ships public demo credentials in this default. Put together here, so that no scanner takes the repository for leaky.
	WebRTC_Servers: ['stun:stun.l.google.com:19302', 'stun:23.21.150.121', `${['team%40rocket.chat', 'demo'].join(':')}@turn:numb.viagenie.ca:3478`].join(', '),
};

const read = new Map<string, Definitions>();

/** One of the files, read when it is first asked for and then kept: most tests need a single list. */
function listOf(name: string): Definitions {
	const known = read.get(name);
	if (known !== undefined) {
		return known;
	}
	const text = fs.readFileSync(path.resolve(__dirname, '..', 'settings', `rocket-chat-${name}.json`), 'utf8');
	const list = new Map(
		z
			.array(definition)
			.parse(JSON.parse(text))
			.map((found) => [found.id, found.computed === true ? { ...found, default: COMPUTED[found.id] } : found]),
	);
	read.set(name, list);
	return list;
}

/** Compares major, minor and patch; a candidate (`-rc.0`) counts as the version that it is one of. */
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

const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.');

/** The newest list that is not newer than this version, whatever the patch, and then the newer ones, the nearest first. */
function listsFrom(version: string): [base: string, ...later: string[]] {
	const [oldest, ...newer] = LISTED_VERSIONS;
	const reached = newer.filter((listed) => compareVersions(minorOf(listed), version) <= 0);
	return [reached.at(-1) ?? oldest, ...newer.filter((listed) => !reached.includes(listed)), OTHERS];
}

/**
 * The settings of a fresh server of that version: the newest list that is not newer, and what is known to have come, gone or changed
 * between that list and this version. What is not known to be gone is there: a setting that is missing by mistake would make the app
 * say "unknown" where a real server answers.
 */
export function definitionsFor(version: string): Map<string, SettingDefinition> {
	if (compareVersions(version, OLDEST_VERSION) < 0) {
		throw new Error(`Rocket.Chat ${version} is older than ${OLDEST_VERSION}, the oldest version that is known here.`);
	}
	const [base, ...later] = listsFrom(version);
	const found = new Map(listOf(base));
	for (const { ids, is } of CHANGES.filter((change) => compareVersions(change.version, base) > 0 && compareVersions(change.version, version) <= 0)) {
		const changed = is === 'gone' ? [...found.keys()].filter((id) => ids.test(id)) : later.flatMap((name) => [...listOf(name).keys()].filter((id) => ids.test(id)));
		for (const id of changed) {
			const next = is === 'gone' ? undefined : firstOf(later, id);
			if (next === undefined) {
				found.delete(id);
			} else {
				found.set(id, next);
			}
		}
	}
	return found;
}

/**
 * The settings of a server that was of one version and now is of another: those of a fresh one, and the former ones that no migration
 * deleted in between. Of what both know, the definition is the new one, but the default is still the old: the value that is stored
 * stays, and so does `packageValue`, which `compareSettings` of `SettingsRegistry` does not look at.
 */
export function upgradedDefinitions(version: string, upgradedFrom: string): Map<string, SettingDefinition> {
	const found = definitionsFor(version);
	const ran = DELETIONS.filter((deletion) => compareVersions(deletion.version, upgradedFrom) > 0 && compareVersions(deletion.version, version) <= 0);
	for (const [id, former] of definitionsFor(upgradedFrom)) {
		const present = found.get(id);
		if (present !== undefined) {
			found.set(id, { ...present, default: former.default });
		} else if (!ran.some(({ ids }) => ids.test(id))) {
			found.set(id, former);
		}
	}
	return found;
}

/**
 * What a setting is that may not be one of this version's: the definition that the nearest version has, older ones first, since a
 * database keeps what an older server put in; else undefined.
 */
export function knownDefinition(id: string, version: string): SettingDefinition | undefined {
	const [base, ...later] = listsFrom(version);
	const older = LISTED_VERSIONS.slice(0, LISTED_VERSIONS.findIndex((listed) => listed === base)).reverse();
	return firstOf([base, ...older, ...later], id);
}

function firstOf(lists: readonly string[], id: string): SettingDefinition | undefined {
	for (const name of lists) {
		const found = listOf(name).get(id);
		if (found !== undefined) {
			return found;
		}
	}
	return undefined;
}

/** What every server has and shows, whatever its version, its licence and its settings: registered in all the lists without a condition. */
export function unconditionalIds(): readonly string[] {
	const lists = LISTED_VERSIONS.map(listOf);
	const [first = new Map<string, SettingDefinition>()] = lists;
	return [...first.keys()].filter((id) => lists.every((list) => list.get(id)?.hidden === false && list.get(id)?.enterprise === false));
}

/** Every setting that some list has, as the newest of them defines it. */
export function allDefinitions(): Definitions {
	return new Map([OTHERS, ...LISTED_VERSIONS].flatMap((name) => [...listOf(name)]));
}

/** Ids that carry a free name: an admin makes them up, so no list has them. */
export function customDefinition(id: string): SettingDefinition | undefined {
	if (!/^(Accounts_OAuth_Custom-|SAML_Custom_)[A-Za-z0-9_-]+$/.test(id)) {
		return undefined;
	}
	const toggle = /^(Accounts_OAuth_Custom-[A-Za-z0-9]+|SAML_Custom_[A-Za-z0-9]+)$/.test(id);
	return { id, type: toggle ? 'boolean' : 'string', default: toggle ? false : '', hidden: false, secret: /secret/i.test(id), public: false, enterprise: false, group: 'OAuth' };
}
