import type { Locator, Page } from 'playwright-core';

import { LANGUAGES } from '../../src/language/languages';
import { translator } from '../../src/language/translate';
import { LANGUAGE_NAMES } from '../../tools/workbench/contract';
import { audit } from './audit';
import { closeSurfaces, say, Stage, unfoldTools } from './open-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
});

afterEach(async () => {
	await closeSurfaces(page);
	await page.getByLabel('Your language').selectOption('');
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
});

afterAll(async () => {
	await stage.close();
});

const statusIn = (language: string) => page.getByRole('complementary', { name: translator(language)('panel_title') });

test('the picker offers every language of the app', async () => {
	page = await stage.page('admin');
	const offered = await page.getByLabel('Your language').locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value')));
	expect(offered).toEqual(['', ...LANGUAGE_NAMES]);
	expect([...LANGUAGE_NAMES].sort()).toEqual([...LANGUAGES].sort());
});

test.each(['ar', 'ja', 'de'])('picking %s is answered in that language, in the text, the panel and the settings page', async (language) => {
	page = await stage.page('admin');
	await page.getByLabel('Your language').selectOption(language);
	await page.locator(`.workbench[lang="${language}"]`).waitFor();
	await say(page, '/privacy-status');
	await statusIn(language).getByText(translator(language)('model_self-managed')).first().waitFor();
	expect(await page.locator('.workbench').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
	const [bar, room] = await Promise.all([statusIn(language).boundingBox(), page.getByRole('main').boundingBox()]);
	expect((bar?.x ?? 0) < (room?.x ?? 0)).toBe(language === 'ar');
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await page.getByText(translator(language)('ps_section_status'), { exact: true }).waitFor();
	await page.keyboard.press('Escape');
});

test('what the workbench itself says stays written from the left when the app speaks Arabic', async () => {
	page = await stage.page('admin');
	await page.getByLabel('Your language').selectOption('ar');
	await page.locator('.workbench[dir="rtl"]').waitFor();
	await say(page, '/privacy-status help');
	const answer = page.locator('li.message').last();
	await answer.getByText('Only you can see this').waitFor();
	const directionOf = (element: Locator) => element.evaluate((found) => getComputedStyle(found).direction);
	expect(await directionOf(answer.locator('.markdown').first())).toBe('rtl');
	await unfoldTools(page);
	for (const own of [
		page.getByRole('heading', { name: 'Try', exact: true }),
		page.getByText(/^Real: Apps-Engine/),
		page.getByText('Pseudo-language in place of English'),
		page.getByRole('heading', { name: 'Rooms' }),
		answer.getByText('Only you can see this'),
		page.getByRole('combobox', { name: /^Message/ }),
		page.getByRole('button', { name: 'Send' }),
	]) {
		expect(await directionOf(own)).toBe('ltr');
	}
	// The kit asks the document.
	expect(await directionOf(page.locator('html'))).toBe('rtl');
	await page.getByRole('button', { name: 'More' }).click();
	expect(await directionOf(page.getByRole('dialog', { name: 'What is real here' }))).toBe('ltr');
	await page.keyboard.press('Escape');
});

test('the switch for the pseudo-language is folded away under "Workbench"', async () => {
	page = await stage.page('admin');
	const box = page.getByLabel('Pseudo-language in place of English');
	expect(await box.isVisible()).toBe(false);
	await page.getByText('Workbench', { exact: true }).click();
	expect(await box.isVisible()).toBe(true);
});

test.each([
	['ar', 'rtl'],
	['ja', 'ltr'],
])('the exported document in %s is written from its side, and axe finds nothing wrong with it, on a phone either', async (language, direction) => {
	page = await stage.page('admin');
	await page.getByLabel('Your language').selectOption(language);
	await page.locator(`.workbench[lang="${language}"]`).waitFor();
	const before = await page.getByRole('button', { name: /^privacy-status/ }).count();
	await say(page, '/privacy-status export html');
	await page.getByRole('status').filter({ hasText: 'answering' }).waitFor({ state: 'hidden' });
	expect(before).toBeLessThan(2);
	await page.getByRole('button', { name: /^privacy-status/ }).click();
	const address = await page.getByRole('link', { name: /^privacy-status-[\d-]+\.html / }).last().getAttribute('href');
	const html = await page.evaluate(async (url) => (await fetch(url ?? '')).text(), address);
	const document = await page.context().newPage();
	try {
		await document.route('**/document', (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
		await document.goto(`${new URL(page.url()).origin}/document`);
		expect(await document.locator('html').evaluate((root) => [root.getAttribute('lang'), root.getAttribute('dir')])).toEqual([language, direction]);
		for (const width of [1280, 320]) {
			await document.setViewportSize({ width, height: 800 });
			expect(await audit(document)).toEqual([]);
			expect(await document.evaluate(() => window.document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
		}
	} finally {
		await document.close();
	}
});

test('the pseudo-language takes the place of English', async () => {
	page = await stage.page('admin');
	await unfoldTools(page);
	const box = page.getByLabel('Pseudo-language in place of English');
	// The box follows the server, which installs the app anew.
	await box.click();
	await page.getByRole('checkbox', { name: 'Pseudo-language in place of English', checked: true }).waitFor();
	await page.getByRole('combobox', { name: /^Message/ }).waitFor();
	await say(page, '/privacy-status');
	await page.getByRole('complementary', { name: /⟦/ }).getByText('⟦').first().waitFor();
	await closeSurfaces(page);
	await box.click();
	await page.getByRole('checkbox', { name: 'Pseudo-language in place of English', checked: false }).waitFor();
	await page.getByRole('combobox', { name: /^Message/ }).waitFor();
	await say(page, '/privacy-status help');
	expect(await page.getByText('⟦').count()).toBe(0);
});
