import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import { readFileSync } from 'node:fs';

import { translator } from '../../src/language/translate';
import { FORMATS } from '../../src/show/formats';
import type { ReportFormat } from '../../src/show/formats';
import { buildPackage } from '../../tools/package/package';
import { lastTold, previousRelease, unhurried } from '../doors/installed';
import { addressOf, callDoor, codeOf, makeToken } from '../doors/scripts';
import { soon, statusShown } from '../doors/status-shown';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { ENGINE_AND_SANDBOX, ENGINE_VERSION, FORGETS_STATUS } from './versions';
import { BUTTONS, COMMANDS, doorStatus, expectAnswer, expectButtons, expectWhere, knockEverywhere, noticed, offered } from './ways-in';

/** The engine that the project names (jest.config.js). */
declare const EXPECTED_ENGINE: string;

const workspace = readWorkspace('self-managed-registered');

/** The file of each format: its name, and how its content begins. */
const FILES: Readonly<Record<string, { readonly name: string; readonly says: RegExp }>> = {
	json: { name: 'privacy-status-[\\d-]+\\.json', says: /^\{\n {2}"schemaVersion": / },
	markdown: { name: 'privacy-status-[\\d-]+\\.md', says: /^# Privacy status report of `chat\.example\.org`/ },
	csv: { name: 'privacy-status-[\\d-]+\\.csv', says: /^\ufeff"part",/ },
	html: { name: 'privacy-status-[\\d-]+\\.html', says: /^<!DOCTYPE html>/i },
	register: { name: 'privacy-status-register-[\\d-]+\\.csv', says: /^\ufeff"Draft for the record of processing activities/ },
	'register-html': { name: 'privacy-status-register-[\\d-]+\\.html', says: /^<!DOCTYPE html>/i },
	'egress': { name: 'privacy-status-egress-[\\d-]+\\.csv', says: /^\ufeff"host","hostIs","port",/ },
	'egress-hosts': { name: 'privacy-status-egress-[\\d-]+\\.txt', says: /^# Not in this list, since no host is known: / },
};

/** The package that `buildPackage` makes, the same file for every engine. */
async function zip(): Promise<Buffer> {
	return readFileSync(await buildPackage());
}

test('the engine is the one that this project names', () => {
	expect(ENGINE_VERSION).toMatch(new RegExp(`^${EXPECTED_ENGINE.replace('.', '\\.')}\\.\\d+$`));
});

/** One life of one app, from the installation to the end: the tests stand in its order. */
describe(`in ${ENGINE_AND_SANDBOX}, the app`, () => {
	let engine: Engine;
	let address: string;
	let token: string;

	beforeAll(async () => {
		engine = await startEngine(workspace, unhurried());
		await engine.install(await zip());
	});

	afterAll(() => engine.stop());

	test('is enabled, and offers its commands and buttons once', async () => {
		expect(await engine.status()).toBe('manually_enabled');
		expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });
	});

	test('has greeted the person who installed it, once, and opens the panel from there', async () => {
		const [greeting, ...more] = engine.server.messages('admin').filter(({ sender }) => sender === 'privacy-status.bot');
		expect(more).toEqual([]);
		expect(greeting?.text).toMatch(/^\*Privacy Status is installed\.\*/);
		await engine.blockAction({ as: 'admin', actionId: 'open-status', messageId: greeting?.id ?? '' });
		expect(engine.server.surfaces('admin').at(-1)).toMatchObject({ kind: 'contextual_bar', view: { title: { text: 'Privacy status' } } });
	});

	test('has shown the current status on its settings page by then', async () => {
		await expectWhere(engine, 'Self-managed (likely, detected)');
		expect(Object.values(statusShown(engine))).not.toContain('');
		expect(statusShown(engine)['status_registered']).toBe('Registered (likely)');
	});

	test('answers /privacy-status in text, and with a panel', async () => {
		await expectAnswer(engine, 'privacy-status');
		expect(engine.server.surfaces('admin').at(-1)).toMatchObject({ kind: 'contextual_bar', view: { title: { text: 'Privacy status' } } });
	});

	test.each(['privacy-notice', 'server-lookup'])('answers /%s', async (command) => {
		await expectAnswer(engine, command);
	});

	test('opens the panel and the notice from the menus', async () => {
		await expectButtons(engine);
	});

	test('refuses /privacy-status to a member', async () => {
		await engine.command({ as: 'member', text: '/privacy-status' });
		expect(lastTold(engine, 'member').text).toMatch(/^You have no role that may see the privacy status of this workspace\./);
	});

	test.each(Object.entries(FILES))('hands over the report as a file: %s', async (format, { name, says }) => {
		const before = engine.server.files().length;
		await engine.command({ as: 'admin', text: `/privacy-status export ${format}` });
		const { text } = lastTold(engine, 'admin');
		expect(text).toMatch(new RegExp(`: \`${name}\` is in your direct messages`));
		expect(text?.split(': `')[0]).toBe(translator('en')(`export-format_${format as ReportFormat}`));
		const [file, ...more] = engine.server.files().slice(before);
		expect(more).toEqual([]);
		expect(file).toMatchObject({ uploader: 'privacy-status.bot' });
		expect(file?.content.toString('utf8').slice(0, 100)).toMatch(says);
	});

	test('hands over the report in every format that there is, as JSON with the deployment', () => {
		expect(Object.keys(FILES)).toEqual(FORMATS.map(({ id }) => id));
		const [json] = engine.server.files();
		expect(JSON.parse(json?.content.toString('utf8') ?? '')).toMatchObject({ schemaVersion: SCHEMA_VERSION, deployment: { model: 'self-managed' } });
	});

	test('leaves a value that cannot be used where it is and says why, and brings the current status up to date after a good one', async () => {
		await engine.saveAppSettings({ contact_email: 'nobody' });
		expect(engine.appSettings()['contact_email']?.value).toBe('nobody');
		await soon(() => expect(statusShown(engine)['status_objections']).toMatch(/^Not used, and counts as not stated: contact_email /));
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(lastTold(engine, 'admin').text).toMatch(/^Not used, and counts as not stated: `contact_email` /);
		await engine.saveAppSettings({ contact_email: 'privacy@example.org', declared_deployment: 'air-gapped' });
		await engine.command({ as: 'admin', text: '/privacy-status' });
		expect(lastTold(engine, 'admin').text).not.toContain('Not used');
		expect(engine.appSettings()['contact_email']?.value).toBe('privacy@example.org');
		await expectWhere(engine, '⛔ Declared as Air-gapped, but a setting contradicts it');
		await soon(() => expect(statusShown(engine)['status_objections']).toBe('None.'));
		// Nothing of it is in the log, where the engine writes what the app answers when it is asked about a value.
		expect(engine.server.logs().filter(({ text }) => text.includes('privacy@example.org') || text.includes('status_objections'))).toEqual([]);
		await engine.saveAppSettings({ declared_deployment: 'auto' });
		await expectWhere(engine, 'Self-managed (likely, detected)');
	});

	test('has no door for scripts before there is a token, and one that opens to the token alone afterwards', async () => {
		const before = await callDoor(engine, null);
		expect([before.status, codeOf(before)]).toEqual([404, 'no-tokens']);
		token = await makeToken(engine, 'nightly');
		const answer = await callDoor(engine, token);
		expect(answer.status).toBe(200);
		expect(JSON.parse(answer.content)).toMatchObject({ schemaVersion: SCHEMA_VERSION, workspace: { host: 'chat.example.org' } });
		address = addressOf(engine);
		expect(await doorStatus(engine, address, token)).toBe(200);
		expect(await doorStatus(engine, address)).toBe(401);
	});

	test.each([
		['the public one of earlier versions', () => `/api/apps/public/${engine.appId ?? ''}/report.json`],
		['a guessed one', () => address.replace(/[0-9a-f]{24}/, '0'.repeat(24))],
	])('is not reached at another address than the one that `token create` showed: %s', async (_what, path) => {
		const before = engine.server.logs().length;
		expect(await engine.endpoint({ method: 'POST', path: path(), content: { a: 1 }, headers: { authorization: `Bearer ${token}` } })).toMatchObject({ status: 404, content: undefined });
		expect(engine.server.logs().length).toBe(before);
	});

	test('answers nothing while it is disabled', async () => {
		await engine.disable();
		const before = noticed(engine);
		await knockEverywhere(engine);
		expect(noticed(engine)).toBe(before);
		expect(offered(engine).buttons).toEqual([]);
		expect(await doorStatus(engine, address, token)).toBe(404);
	});

	test('is there once and whole after it is enabled again, its token and settings too', async () => {
		await engine.enable();
		expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });
		for (const command of COMMANDS) {
			await expectAnswer(engine, command);
		}
		await expectButtons(engine);
		expect(await doorStatus(engine, address, token)).toBe(200);
		expect(engine.appSettings()['contact_email']?.value).toBe('privacy@example.org');
		// Its own commands, which the engine may have kept meanwhile, are no clash of names.
		expect(engine.server.logs().filter(({ text }) => text.includes('is not offered'))).toEqual([]);
	});

	test('leaves nothing behind when it is uninstalled', async () => {
		expect(engine.server.persistence().length).toBeGreaterThan(0);
		await engine.uninstall();
		expect(engine.commands()).toEqual([]);
		expect(engine.actionButtons()).toEqual([]);
		expect(await doorStatus(engine, address, token)).toBe(404);
		expect(engine.server.persistence()).toEqual([]);
		expect(engine.server.jobs()).toEqual([]);
		expect(engine.server.accounts()).not.toContain('privacy-status.bot');
		expect(engine.server.accounts()).toContain('admin');
	});

	test('knows nothing of its former life when it is installed again', async () => {
		await engine.install(await zip());
		expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });
		expect(engine.appSettings()['contact_email']?.value ?? '').toBe('');
		expect(codeOf(await callDoor(engine, token))).toBe('no-tokens');
	});
});

test(`in ${ENGINE_AND_SANDBOX}, asking alone never makes the engine forget that the app is enabled`, async () => {
	const engine = await startEngine(workspace, unhurried());
	try {
		await engine.install(await zip());
		await expectAnswer(engine, 'privacy-status');
		engine.server.setSetting('Site_Url', 'https://open.rocket.chat');
		await engine.command({ as: 'admin', text: '/privacy-status text' });
		expect(lastTold(engine, 'admin').text).toContain('*Deployment:* Rocket.Chat Open Server');
		// Where a setting that the app writes would cost that, the settings page stays as the last save left it.
		await expectWhere(engine, FORGETS_STATUS ? 'Self-managed (likely, detected)' : 'Rocket.Chat Open Server (likely, detected)');
		await engine.update(await zip());
		expect(await engine.status()).toMatch(/^(?:manually|auto)_enabled$/);
		await expectWhere(engine, 'Rocket.Chat Open Server (likely, detected)');
	} finally {
		await engine.stop();
	}
});

describe(`in ${ENGINE_AND_SANDBOX}, an upgrade`, () => {
	const saved = { declared_deployment: 'air-gapped', hosting_provider: 'self', contact_email: 'privacy@example.org', organisation_notice: '# Ours', allowed_roles: 'admin' };
	let engine: Engine;

	const values = (): Record<string, unknown> => Object.fromEntries(Object.keys(saved).map((id) => [id, engine.appSettings()[id]?.value]));

	beforeAll(async () => {
		engine = await startEngine({ ...workspace, app: saved }, unhurried());
		await engine.install(previousRelease());
	});

	afterAll(() => engine.stop());

	test('from the version before starts the app by itself, where the engine still knows that it was enabled', async () => {
		const before = engine.server.messages().length;
		const upgraded = engine.update(await zip());
		if (FORGETS_STATUS) {
			await expect(upgraded).rejects.toThrow('The app is not enabled, its status is "initialized".');
			await engine.enable();
		}
		await upgraded.catch(() => undefined);
		expect(await engine.status()).toBe('manually_enabled');
		expect(engine.server.messages()).toHaveLength(before);
	});

	test('from the version before keeps the settings, and brings what is new', async () => {
		expect(values()).toEqual(saved);
		await expectWhere(engine, '⛔ Declared as Air-gapped, but a setting contradicts it');
		expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });
		for (const command of COMMANDS) {
			await expectAnswer(engine, command);
		}
		await expectButtons(engine);
	});

	test('to the same version keeps settings, tokens and notes', async () => {
		const token = await makeToken(engine, 'nightly');
		const address = addressOf(engine);
		await engine.command({ as: 'admin', text: '/privacy-status export csv' });
		const before = engine.server.persistence();
		expect(before.map(({ associations: [first] }) => first?.id).sort()).toEqual(['script-tokens', 'snapshots', 'told-file-store']);
		// The last status that was stored is then the right one, in every engine.
		await engine.disable();
		await engine.enable();
		await engine.update(await zip());
		expect(engine.server.persistence()).toEqual(before);
		expect(values()).toEqual(saved);
		expect(await doorStatus(engine, address, token)).toBe(200);
		expect(offered(engine)).toEqual({ commands: COMMANDS, buttons: BUTTONS });
		expect(engine.server.logs().filter(({ text }) => text.includes('is not offered'))).toEqual([]);
	});
});
