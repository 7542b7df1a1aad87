import { setTimeout as wait } from 'node:timers/promises';

import { STATUS_LINES } from '../../src/settings/status-lines';
import type { StatusLines } from '../../src/settings/status-lines';
import type { Engine } from '../../tools/host';

/** What the lines of the settings page show, as somebody reads it who has that language. */
export function statusShown(engine: Engine, language = 'en'): StatusLines {
	const settings = engine.appSettings();
	const shown = STATUS_LINES.map((id) => {
		const value = settings[id]?.value;
		const values = settings[id]?.['values'];
		const options = Array.isArray(values) ? (values as { key: string; i18nLabel: string }[]) : undefined;
		const option = options?.find(({ key }) => key === value);
		// A value that is no option shows as nothing.
		return [id, options === undefined ? String(value) : option === undefined ? '' : engine.translate(option.i18nLabel, language)] as const;
	});
	return Object.fromEntries(shown) as StatusLines;
}

/** Waits until something holds: the app looks at what was stored a moment after it was, and then writes. */
export async function soon(check: () => void): Promise<void> {
	const end = Date.now() + 60_000;
	for (;;) {
		try {
			check();
			return;
		} catch (reason) {
			if (Date.now() > end) {
				throw reason;
			}
			await wait(50);
		}
	}
}

/** Waits until the app has looked at what was stored, and has written for it what it writes. */
export async function settled(engine: Engine): Promise<void> {
	for (let [before, quiet] = ['', 0]; quiet < 4; ) {
		await wait(300);
		const now = JSON.stringify(statusShown(engine));
		[before, quiet] = [now, now === before ? quiet + 1 : 0];
	}
}
