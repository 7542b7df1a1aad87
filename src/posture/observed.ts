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
			return say('observed_set');
		case 'host':
			return shownAddresses(text);
		case 'value':
			return say('observed_value', { value: value(shortened(text)) });
	}
}

/** Some settings hold one address a line. */
function shownAddresses(addresses: string): Statement {
	const shown = addresses.split('\n').filter(isPlainlyAddress).map(shownAddress).filter((address) => address !== null);
	return shown.length === 0 ? say('observed_not-an-address') : say('observed_value', { value: [...new Set(shown)].map(value) });
}

/**
 * Without a scheme a single word reads as a host as well, and may be a key that somebody pasted into the wrong field: such a text is
 * judged, and shown only if it is plainly the name of a host.
 */
function isPlainlyAddress(text: string): boolean {
	return /^\s*https?:/i.test(text) || /^\s*(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?::\d{1,5})?(?:\/.*)?\s*$/.test(text);
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
	return String(signal.value).split('\n').filter(isPlainlyAddress).map(hostOf).find((host) => host !== null) ?? null;
}
