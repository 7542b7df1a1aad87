import { SERVER_SETTINGS } from '../catalogue/settings';
import type { SettingId } from '../catalogue/settings';
import { say } from '../language/translate';
import type { Statement } from '../language/translate';
import type { Signals } from '../workspace/signals';
import { shownAddress } from './host';

/**
 * What may be shown of a setting: the catalogue decides between its value, its host, and only whether it is set.
 * The one way by which anything read from the server reaches an output.
 */
export function observed(settings: Signals['settings'], id: SettingId): Statement {
	const signal = settings[id];
	if (!signal.readable) {
		return say(`unreadable_${signal.reason}`);
	}
	const { value } = signal;
	const isBlank = typeof value === 'string' && value.trim() === '';
	if (isBlank) {
		return say('observed_not-set');
	}
	switch (SERVER_SETTINGS[id].shown) {
		case 'set':
			return say('observed_set');
		case 'host':
			return shownHost(String(value));
		case 'value':
			return say('observed_value', { value: shortened(String(value)) });
	}
}

/** Some settings hold one address a line. */
function shownHost(addresses: string): Statement {
	const shown = addresses.split('\n').map(shownAddress).filter((address) => address !== null);
	return shown.length === 0 ? say('observed_not-an-address') : say('observed_value', { value: [...new Set(shown)] });
}

/** Choices and numbers are short; whatever is longer, or holds signs that a renderer could act on, is not one of them. */
function shortened(value: string): string {
	return /^[\w.+-]{1,40}$/.test(value) ? value : '…';
}
