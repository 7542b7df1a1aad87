import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { readSettings } from '../../src/workspace/read-settings';
import type { SettingSource } from '../../src/workspace/read-settings';

const record = (value: unknown, packageValue: unknown = null): ISetting => ({ value, packageValue }) as ISetting;

test('reads every setting of the catalogue once, all together', async () => {
	const asked: string[] = [];
	let open = 0;
	let most = 0;
	const source: SettingSource = {
		getOneById: async (id) => {
			asked.push(id);
			most = Math.max(most, (open += 1));
			await new Promise((resolve) => setImmediate(resolve));
			open -= 1;
			return record('');
		},
	};
	await readSettings(source);
	expect(asked).toEqual([...SETTING_IDS]);
	expect(most).toBe(SETTING_IDS.length);
});

test('each answer becomes a signal, and a failure costs only itself', async () => {
	const answers: Record<string, () => Promise<ISetting | undefined>> = {
		Site_Url: async () => record('https://chat.example.org', 'x'),
		Language: async () => record(null, 'de'),
		Push_enable: async () => record(true, true),
		Register_Server: async () => Promise.reject(new Error('not readable')),
		Push_gateway: async () => undefined,
		Enterprise_License: () => new Promise(() => undefined),
		E2E_Enable: async () => record('yes'),
		Cloud_Workspace_AirGapped_Restrictions_Remaining_Days: async () => record(Number.NaN),
	};
	const source: SettingSource = { getOneById: (id) => answers[id]?.() ?? Promise.resolve(record(false, false)) };
	const signals = await readSettings(source, 20);
	expect(signals.Site_Url).toEqual({ readable: true, value: 'https://chat.example.org', isDefault: false });
	expect(signals.Language).toEqual({ readable: true, value: 'de', isDefault: true });
	expect(signals.Push_enable).toEqual({ readable: true, value: true, isDefault: true });
	expect(signals.Register_Server).toEqual({ readable: false, reason: 'refused' });
	expect(signals.Push_gateway).toEqual({ readable: false, reason: 'no-answer' });
	expect(signals.Enterprise_License).toEqual({ readable: false, reason: 'timed-out' });
	expect(signals.E2E_Enable).toEqual({ readable: false, reason: 'wrong-type' });
	expect(signals.Cloud_Workspace_AirGapped_Restrictions_Remaining_Days).toEqual({ readable: false, reason: 'wrong-type' });
});
