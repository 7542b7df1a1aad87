import { readFileSync } from 'node:fs';

import { SETTING_IDS } from '../../src/catalogue/server-settings';
import { APP_SETTINGS } from '../../src/settings/app-settings';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { buildPackage } from '../../tools/package/package';
import { ADMINS, MEMBERS, askTogether, lastAnswer, quiet, withCrowd } from '../bench/burst';
import { lastTold, unhurried } from './installed';

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine(withCrowd(readWorkspace('self-managed-registered')), unhurried());
	await engine.install(readFileSync(await buildPackage()));
	await quiet(engine);
});

afterAll(() => engine.stop());

/** Calls to the server that something makes. */
const callsOf = async (work: () => Promise<unknown>): Promise<number> => {
	await quiet(engine);
	const before = engine.asked();
	await work();
	await quiet(engine);
	return engine.asked() - before;
};

test('the first save of the settings form, which stores every field, reads the workspace once', async () => {
	const calls = await callsOf(() => engine.saveAppSettings({ contact_email: 'privacy@example.org', declared_deployment: 'self-managed' }));
	expect(calls).toBeGreaterThan(SETTING_IDS.length);
	// Beside the settings of the server: the app's own, from both places, what the lines show, what was kept, the lines that are written.
	expect(calls).toBeLessThan(SETTING_IDS.length + 4 * APP_SETTINGS.length);
});

test.each([
	['/privacy-status', ADMINS],
	['/privacy-status text', ADMINS],
	['/privacy-notice', MEMBERS],
	['/server-lookup https://chat.example.org', MEMBERS],
] as const)('fifty who ask %s at once get the answer of one alone, from one reading', async (text, people) => {
	const [first = ''] = people;
	for (const _ of ['a look is kept', 'and the lines are written']) {
		await engine.command({ as: first, text });
		await quiet(engine);
	}
	const alone = lastAnswer(engine, first);
	const calls = await callsOf(() => askTogether(engine, people, text));
	expect(people.map((as) => lastAnswer(engine, as)).filter((answer) => answer !== alone)).toEqual([]);
	expect(alone).not.toContain('no answer in time');
	// Each answer itself is a few calls, and what is not joined is gathered.
	expect(calls).toBeLessThan(3 * SETTING_IDS.length + 10 * people.length);
});

test('a setting that changes between two questions is seen by the second', async () => {
	const [first = '', second = ''] = ADMINS;
	engine.server.setSetting('Site_Url', 'https://chat.example.org');
	await engine.command({ as: first, text: '/privacy-status explain Site_Url' });
	await engine.command({ as: first, text: '/privacy-status text' });
	const before = lastTold(engine, first).text;
	engine.server.setSetting('API_Embed', false);
	await engine.command({ as: second, text: '/privacy-status text' });
	expect(lastTold(engine, second).text).not.toBe(before);
	engine.server.setSetting('API_Embed', true);
});

test('while somebody asks who may, nobody is let in who may not', async () => {
	const [member = ''] = MEMBERS;
	await Promise.all([askTogether(engine, ADMINS, '/privacy-status text'), engine.command({ as: member, text: '/privacy-status text' })]);
	expect(lastTold(engine, member).text).not.toContain('*Deployment:*');
	expect(lastTold(engine, ADMINS[0] ?? '').text).toContain('*Deployment:*');
});

test('what was stated while others were answered holds for who asks afterwards', async () => {
	const [first = '', second = ''] = ADMINS;
	const burst = askTogether(engine, ADMINS.slice(2), '/privacy-status text');
	await engine.saveAppSettings({ allowed_roles: 'user' });
	await engine.command({ as: MEMBERS[0] ?? '', text: '/privacy-status text' });
	expect(lastTold(engine, MEMBERS[0] ?? '').text).toContain('*Deployment:*');
	await burst;
	await engine.saveAppSettings({ allowed_roles: 'admin' });
	await Promise.all([engine.command({ as: MEMBERS[0] ?? '', text: '/privacy-status text' }), engine.command({ as: first, text: '/privacy-status text' }), engine.command({ as: second, text: '/privacy-status text' })]);
	expect(lastTold(engine, MEMBERS[0] ?? '').text).not.toContain('*Deployment:*');
});

test('nothing is shared with who asks after the app was disabled and enabled again', async () => {
	const [first = '', second = ''] = ADMINS;
	engine.server.setFault('Site_Url', 'hangs');
	const before = engine.command({ as: first, text: '/privacy-status text' }).catch(() => undefined);
	await engine.disable();
	engine.server.setFault('Site_Url', null);
	await engine.enable();
	await engine.command({ as: second, text: '/privacy-status text' });
	expect(lastTold(engine, second).text).not.toContain('no answer in time');
	expect(lastTold(engine, second).text).toContain('*Deployment:*');
	await before;
});
