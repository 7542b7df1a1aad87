import { UNSEEN_IDS } from '../../src/catalogue/unseen';
import { LANGUAGES } from '../../src/language/languages';
import { say } from '../../src/language/statement';
import { translator } from '../../src/language/translate';
import { MESSAGE_LIMIT } from '../../src/show/as/chat';
import { readWorkspace } from '../../tools/host';
import type { Engine, Workspace } from '../../tools/host';
import { platformTexts } from '../../tools/package/platform-texts';
import { validateView } from '../../tools/workbench/validators';
import { lastTold, told, withApp } from './installed';

const NAMES = LANGUAGES;

/** The words that a refusal, a notice's heading and the panel's title have in a language. */
const refusal = (language: string): string => translator(language)('refusal');

function speakers(languages: readonly string[]): Workspace {
	return {
		...readWorkspace('air-gapped-gateway-on'),
		users: [
			{ username: 'admin', name: 'Alex Admin', roles: ['admin', 'user'] },
			{ username: 'member', name: 'Morgan Member', roles: ['user'] },
			...languages.map((language) => ({ username: `admin-${language.toLowerCase()}`, name: language, roles: ['admin', 'user'], language })),
			...languages.map((language) => ({ username: `member-${language.toLowerCase()}`, name: language, roles: ['user'], language })),
		],
	};
}

async function ask(engine: Engine, as: string, text: string): Promise<string[]> {
	const before = told(engine, as).length;
	await engine.command({ as, text });
	return told(engine, as).slice(before).map((message) => message.text);
}

test('everybody is answered in their own language, in every surface, within what a message and the UI kit can hold', async () => {
	await withApp(speakers(NAMES), async (engine) => {
		for (const language of NAMES) {
			const translate = translator(language);
			const [admin, member] = [`admin-${language.toLowerCase()}`, `member-${language.toLowerCase()}`];
			const answers = (await Promise.all([
				ask(engine, admin, '/privacy-status text'),
				ask(engine, admin, '/privacy-status flows'),
				ask(engine, admin, '/privacy-status legal'),
				ask(engine, admin, '/privacy-status help'),
			])).flat();
			expect({ language, longest: Math.max(...answers.map(({ length }) => length)) < MESSAGE_LIMIT }).toEqual({ language, longest: true });
			// Plurals and lists as the sandbox tells them.
			expect(answers.join('\n')).toContain(translate(say('status_limits', { count: UNSEEN_IDS.length })));
			expect(await ask(engine, member, '/privacy-status')).toEqual([refusal(language)]);
			expect(await ask(engine, member, '/privacy-notice')).toEqual([]);
			const notice = await ask(engine, member, '/privacy-notice text');
			expect(notice[0]).toContain(translate('notice-view_heading-not-told'));
			expect(notice.join('\n').includes(translate('notice-view_translation'))).toBe(language !== 'en');
			await engine.actionButton({ as: admin, actionId: 'open-panel', context: 'roomAction' });
			const panel = engine.server.surfaces(admin).at(-1);
			expect(panel?.view.title).toEqual({ type: 'plain_text', text: translate('panel_title') });
			expect({ language, problems: validateView(panel?.view, 'contextual_bar') }).toEqual({ language, problems: [] });
			await engine.blockAction({ as: admin, actionId: 'show', value: 'legal', viewId: panel?.viewId ?? '' });
			expect({ language, problems: validateView(engine.server.surfaces(admin).at(-1)?.view, 'contextual_bar') }).toEqual({ language, problems: [] });
			expect({ language, problems: validateView(engine.server.surfaces(member).at(-1)?.view, 'modal') }).toEqual({ language, problems: [] });
		}
	});
});

test.each([
	['pt', 'pt-BR'],
	['pt-PT', 'pt-BR'],
	['de-AT', 'de'],
	['zh-TW', 'zh'],
	['hi', 'hi-IN'],
	['ES', 'es'],
])('a preference for %s is answered in %s', async (preference, language) => {
	await withApp(speakers([preference]), async (engine) => {
		expect(await ask(engine, `member-${preference.toLowerCase()}`, '/privacy-status')).toEqual([refusal(language)]);
	});
});

test('without a preference the workspace’s language speaks, and English where the app knows neither', async () => {
	await withApp({ ...speakers(['xx']), settings: { ...readWorkspace('air-gapped-gateway-on').settings, Language: 'ja' } }, async (engine) => {
		expect(await ask(engine, 'member', '/privacy-status')).toEqual([refusal('ja')]);
		expect(await ask(engine, 'member-xx', '/privacy-status')).toEqual([refusal('ja')]);
		// Whoever opens the settings page is not known: its texts are in the workspace's language.
		await engine.command({ as: 'admin', text: '/privacy-status text' });
		expect(lastTold(engine, 'admin').text).toContain(translator('ja')('status_why'));
		expect(String(engine.appSettings()['status_time']?.value)).toMatch(/^\d{4}\/\d\d\/\d\d \d{1,2}:\d\d UTC$/);
		engine.server.setSetting('Language', 'xx');
		expect(await ask(engine, 'member', '/privacy-status')).toEqual([refusal('en')]);
	});
});

test('commands, buttons and the settings page have their texts in every language', async () => {
	await withApp('self-managed-registered', async (engine) => {
		for (const language of NAMES) {
			const texts = platformTexts().get(language) ?? {};
			expect(engine.commands(language).map(({ description }) => description).sort()).toEqual(['notice', 'status', 'lookup'].map((name) => texts[`ps_command_${name}_description`]).sort());
			expect(engine.actionButtons(language).map(({ label }) => label).sort()).toEqual([texts['ps_menu_notice'], texts['ps_menu_status']].sort());
			for (const { i18nDescription, i18nLabel } of Object.values(engine.appSettings())) {
				expect(engine.translate(String(i18nLabel), language)).toBe(texts[String(i18nLabel)]);
				expect(typeof i18nDescription === 'string' ? engine.translate(i18nDescription, language) : null).toBe(typeof i18nDescription === 'string' ? texts[i18nDescription] : null);
			}
		}
	});
});
