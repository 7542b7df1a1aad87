import { isTrue } from '../catalogue/conditions';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement, WholeKey } from '../language/statement';
import { evaluate } from './condition';
import type { Reading, Verdict } from './condition';

/** The settings by which rooms get end-to-end encryption, and what in them goes without. */
export const ENCRYPTION_SETTINGS = [
	'E2E_Enable',
	'E2E_Enabled_Default_DirectRooms',
	'E2E_Enabled_Default_PrivateRooms',
	'E2E_Force_Encryption_For_Private_Rooms',
	'E2E_Allow_Unencrypted_Messages',
] as const satisfies readonly SettingId[];

/** How a new room comes to be encrypted, where encryption is allowed at all. */
export const ENCRYPTION_MODES = ['forced', 'default', 'opt-in', 'unknown'] as const;
export type EncryptionMode = (typeof ENCRYPTION_MODES)[number];

/** What the workspace does about end-to-end encryption. */
export interface Encryption {
	readonly allowed: Verdict['state'];
	/** Whether people may send unencrypted messages in encrypted rooms. */
	readonly unencrypted: Verdict['state'];
	/** The kinds of rooms that can be encrypted, by how new ones come to be; of no meaning where encryption is not allowed. */
	readonly rooms: Readonly<Record<EncryptionMode, readonly Statement[]>>;
}

/**
 * Rooms that can be encrypted: public ones cannot (Rocket.Chat 8.6.1, app/e2e/server/beforeCreateRoom.ts; from 8.8 on private rooms can
 * have to be, pull request 41095).
 */
const ROOMS = [
	{ room: 'retention-room_direct', byDefault: isTrue('E2E_Enabled_Default_DirectRooms'), isForced: null },
	{ room: 'retention-room_groups', byDefault: isTrue('E2E_Enabled_Default_PrivateRooms'), isForced: isTrue('E2E_Force_Encryption_For_Private_Rooms') },
] as const satisfies readonly { room: WholeKey; byDefault: unknown; isForced: unknown }[];

export function judgeEncryption(reading: Reading): Encryption {
	const modes = ROOMS.map(({ room, byDefault, isForced }) => ({
		room: say(room),
		mode: modeOf(isForced === null ? false : evaluate(isForced, reading).state, evaluate(byDefault, reading).state),
	}));
	const roomsOf = (wanted: EncryptionMode): Statement[] => modes.filter(({ mode }) => mode === wanted).map(({ room }) => room);
	return {
		allowed: evaluate(isTrue('E2E_Enable'), reading).state,
		unencrypted: evaluate(isTrue('E2E_Allow_Unencrypted_Messages'), reading).state,
		rooms: { 'forced': roomsOf('forced'), 'default': roomsOf('default'), 'opt-in': roomsOf('opt-in'), 'unknown': roomsOf('unknown') },
	};
}

function modeOf(isForced: Verdict['state'], byDefault: Verdict['state']): EncryptionMode {
	if (isForced === true) {
		return 'forced';
	}
	if (byDefault === true) {
		return 'default';
	}
	return isForced === false && byDefault === false ? 'opt-in' : 'unknown';
}
