import { readFileSync } from 'node:fs';

import { buildPackage } from '../../tools/package/package';
import { PSEUDO } from '../../tools/package/pseudo';
import { STATUS_TEXTS } from '../../src/settings/status-lines';
import { FORMATS } from '../../src/show/formats';
import { readWorkspace, startEngine } from '../../tools/host';
import type { Engine } from '../../tools/host';
import { unhurried } from './installed';

/** What stands outside of the pseudo-language's marks, which may stand within one another. */
function outside(text: string): string {
	let depth = 0;
	let left = '';
	for (const sign of text) {
		depth += sign === PSEUDO.begins ? 1 : 0;
		left += depth === 0 ? sign : ' ';
		depth -= sign === PSEUDO.ends ? 1 : 0;
	}
	return left;
}

/** The words outside: code, and letters that belong to no word, are not looked at. */
function hardCoded(text: string): string[] {
	return outside(text.replace(/`[^`]*`/g, ' ')).match(/\p{L}{2,}/gu) ?? [];
}

/** Every text of the UI kit's blocks; values and ids are not shown. */
function shownIn(part: unknown): string[] {
	if (Array.isArray(part)) {
		return part.flatMap(shownIn);
	}
	if (typeof part !== 'object' || part === null) {
		return [];
	}
	return Object.entries(part).flatMap(([name, value]) => (name === 'text' && typeof value === 'string' ? [value] : shownIn(value)));
}

let engine: Engine;

beforeAll(async () => {
	engine = await startEngine({ ...readWorkspace('air-gapped-gateway-on'), app: { declared_deployment: 'air-gapped', contact_email: 'a@example.org' } }, unhurried());
	await engine.install(readFileSync(await buildPackage({ inPseudo: true })));
});

afterAll(() => engine.stop());

const COMMANDS = [
	'',
	' help',
	' flows',
	' flows unknown',
	' flows never',
	' explain statistics-report',
	' explain push-gateway',
	' explain nothing',
	' legal',
	' export',
	' export pdf',
	' token',
	' token create script 7',
	' token create two words',
	' token list',
	' token revoke nothing',
	' token revoke script',
	' whatever',
].map((words) => `/privacy-status${words}`);

test('the look-out sees what is hard-coded, and nothing else', () => {
	expect(hardCoded('⟦Who ⟦Rocket.Chat⟧: yes⟧ and `code` in 3 s ⟦.⟧')).toEqual(['and', 'in']);
});

test.each([
	...COMMANDS.map((text) => ['admin', text]),
	...['admin', 'member'].flatMap((as) => ['/privacy-notice text', '/privacy-notice help', '/privacy-notice what', '/server-lookup', '/server-lookup open.rocket.chat', '/server-lookup 10.0.0.1', '/server-lookup %%%'].map((text) => [as, text])),
	['member', '/privacy-status'],
])('%s reads nothing hard-coded after %s', async (as, text) => {
	const before = engine.server.messages(as).length;
	await engine.command({ as, text });
	const told = engine.server.messages(as).slice(before);
	expect(told.length).toBeGreaterThan(0);
	const surfaces = engine.server.surfaces(as).flatMap(({ view }) => [...shownIn(view.title), ...shownIn(view.blocks)]);
	expect([...told.map((message) => message.text), ...surfaces].flatMap(hardCoded)).toEqual([]);
});

test('nothing in the greeting is hard-coded', () => {
	const [{ text, blocks } = { text: '', blocks: [] }] = engine.server.messages('admin').filter(({ sender }) => sender === 'privacy-status.bot');
	expect(text).not.toBe('');
	expect([text, ...shownIn(blocks)].flatMap(hardCoded)).toEqual([]);
});

test('what the platform shows is not hard-coded: commands, buttons, settings, the status', () => {
	const shown = [
		...engine.commands().map(({ description }) => description),
		...engine.actionButtons().map(({ label }) => label),
		...Object.values(engine.appSettings()).flatMap(({ section, i18nLabel, i18nDescription }) => [section, i18nLabel, i18nDescription].flatMap((key) => typeof key === 'string' ? [engine.translate(key)] : [])),
		...Object.values(engine.appSettings()).flatMap(({ values }) => (Array.isArray(values) ? values : []).map((value: { i18nLabel: string }) => engine.translate(value.i18nLabel))),
	];
	expect(shown.length).toBeGreaterThan(30);
	// A derived description is made of several texts; its names stand in backticks.
	expect(shown.flatMap(hardCoded)).toEqual([]);
	expect(STATUS_TEXTS.flatMap((id) => hardCoded(String(engine.appSettings()[id]?.value))).filter((word) => !/^(setting|Cloud|UTC)$/.test(word))).toEqual([]);
});

test.each(FORMATS.map(({ id }) => id).filter((id) => id === 'markdown' || id.endsWith('html')))('nothing in the document of export %s is hard-coded', async (format) => {
	await engine.command({ as: 'admin', text: `/privacy-status export ${format}` });
	const content = engine.server.files().at(-1)?.content.toString('utf8') ?? '';
	// The first box of the picture has the workspace's address, in lines.
	const text = format.endsWith('html') ? content.replace(/<style>[^]*<\/style>/, '').replace(/<svg x[^]*?<\/svg>/, ' ').replace(/<code[^>]*>[^<]*<\/code>/g, ' ').replace(/<[^>]*>/g, ' ') : content;
	expect(text.length).toBeGreaterThan(10_000);
	expect(hardCoded(text)).toEqual([]);
});
