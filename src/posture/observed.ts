import { SERVER_SETTINGS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import { value } from '../language/spans';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { hostOf, shownAddress } from './host';

/**
 * What may be shown of a setting: the catalogue decides between its value, its host, and only whether it is set.
 * With `shownHostOf` it is the one way by which anything read from the server reaches an output.
 */
export function observed(settings: Signals['settings'], id: SettingId): Statement {
	const signal = settings[id];
	if (!signal.readable) {
		return say(`unreadable_${signal.reason}`);
	}
	const text = String(signal.value);
	const isBlank = typeof signal.value === 'string' && text.trim() === '';
	if (isBlank) {
		return say('observed_not-set');
	}
	switch (SERVER_SETTINGS[id].shown) {
		case 'set':
			// A switch that is off reads as not set.
			return say(signal.value === false ? 'observed_not-set' : 'observed_set');
		case 'host':
			return shownAddresses(text);
		case 'value':
			return say('observed_value', { value: value(shortened(text)) });
	}
}

/** Some settings hold one address a line. What may be a host, but not plainly, is only told to be set. */
function shownAddresses(addresses: string): Statement {
	const lines = addresses.split('\n').map(asWebAddress);
	const shown = addresses.split('\n').filter(isPlainlyAddress).map(asShown).filter((address) => address !== null);
	if (shown.length > 0) {
		return say('observed_value', { value: [...new Set(shown)].map(value) });
	}
	return say(lines.some((line) => hostOf(line) !== null) ? 'observed_set' : 'observed_not-an-address');
}

/**
 * Without a scheme a single word reads as a host as well, and may be a key that somebody pasted into the wrong field: such a text is
 * judged, and shown only if it is plainly the name or the number of a host.
 */
function isPlainlyAddress(text: string): boolean {
	return /^\s*(?:https?|wss?):\/\//i.test(text) || /^\s*(?:(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}|(?:\d{1,3}\.){3}\d{1,3})(?::\d{1,5})?(?:\/.*)?\s*$/.test(text);
}

/** An address with its own scheme, and without one where it has none. */
function asShown(address: string): string | null {
	if (WEB_SOCKET.test(address)) {
		return shownAddress(asWebAddress(address))?.replace(/^http/, 'ws') ?? null;
	}
	return address.includes('://') ? shownAddress(address) : hostOf(address);
}

const WEB_SOCKET = /^\s*ws(?=s?:\/\/)/i;

/** The address of a WebSocket as one of the web, which has the same form. */
function asWebAddress(address: string): string {
	return address.replace(WEB_SOCKET, 'http');
}

/** Choices and numbers are short; whatever is longer, or holds signs that a renderer could act on, is not one of them. */
function shortened(text: string): string {
	return /^[\w.+-]{1,40}$/.test(text) ? text : '…';
}

/**
 * The host of the first whole web address in a setting, where the catalogue lets its host be shown.
 *
 * @returns null where there is none, or none may be shown
 */
export function shownHostOf(settings: Signals['settings'], id: SettingId): string | null {
	const signal = settings[id];
	if (!signal.readable || SERVER_SETTINGS[id].shown !== 'host') {
		return null;
	}
	return String(signal.value).split('\n').filter(isPlainlyAddress).map((address) => hostOf(asWebAddress(address))).find((host) => host !== null) ?? null;
}
