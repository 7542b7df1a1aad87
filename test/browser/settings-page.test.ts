import type { Locator, Page } from 'playwright-core';
import type { PageAppSetting } from '../../tools/workbench/contract';
import { say, Stage } from './open-page';

jest.setTimeout(60_000);

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
});

afterEach(async () => {
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
});

afterAll(async () => {
	await stage.close();
});

async function openSettings(size?: { width: number; height: number }): Promise<Page> {
	const opened = await stage.page('admin', size);
	const menu = opened.getByRole('button', { name: 'Menu', exact: true });
	if (await menu.isVisible()) {
		await menu.click();
	}
	await opened.getByRole('button', { name: 'The app’s settings' }).click();
	await sections(opened).first().waitFor();
	return opened;
}

const sections = (where: Page) => where.locator('.app-settings details');
const openStates = (where: Page) => sections(where).evaluateAll((all) => all.map((section) => section.hasAttribute('open')));
const field = (where: Page, id: string): Locator => where.locator(`#app-setting-${id}`);
const save = (where: Page) => where.getByRole('button', { name: 'Save changes' });
const told = (where: Page) => where.getByRole('dialog').getByRole('status');
const isOff = async (button: Locator) => (await button.getAttribute('aria-disabled')) === 'true';

const openAll = (where: Page) => sections(where).evaluateAll((all) => all.forEach((section) => section.setAttribute('open', '')));

async function stored(where: Page): Promise<Record<string, unknown>> {
	const settings = JSON.parse(await where.evaluate(async () => (await fetch('/api/app-settings')).text())) as PageAppSetting[];
	return Object.fromEntries(settings.map(({ id, value }) => [id, value]));
}

test('its sections stand in the app’s order, the first one open, and the keyboard opens the others', async () => {
	page = await openSettings();
	const count = await sections(page).count();
	expect(count).toBeGreaterThan(2);
	expect(await openStates(page)).toEqual([true, ...Array.from({ length: count - 1 }, () => false)]);
	await sections(page).nth(1).locator('summary').focus();
	await page.keyboard.press('Enter');
	expect((await openStates(page)).slice(0, 3)).toEqual([true, true, false]);
	await page.keyboard.press('Space');
	expect((await openStates(page)).slice(0, 3)).toEqual([true, false, false]);
});

test('each setting has its label, its control and its description, and a hidden one is not there', async () => {
	page = await openSettings();
	await openAll(page);
	const ids = Object.keys(await stored(page));
	expect(ids).toContain('declared_deployment');
	expect(ids).not.toContain('rejected_values');
	expect(await page.locator('.app-settings .setting').count()).toBe(ids.length);
	for (const setting of await page.locator('.app-settings .setting').all()) {
		const label = await setting.locator('label').innerText();
		expect(await setting.getByLabel(label, { exact: true }).count()).toBe(1);
		expect((await setting.locator('.setting-description').innerText()).trim()).not.toBe('');
	}
	expect(await field(page, 'declared_deployment').evaluate((element) => element.tagName)).toBe('SELECT');
	expect(await field(page, 'hosting_provider').evaluate((element) => element.tagName)).toBe('INPUT');
	expect(await field(page, 'organisation_notice').evaluate((element) => element.tagName)).toBe('TEXTAREA');
});

test('what is entered is a draft until it is saved, and Reset takes it back', async () => {
	page = await openSettings();
	await openAll(page);
	const before = await stored(page);
	expect(await isOff(save(page))).toBe(true);
	await field(page, 'hosting_location').fill('Vienna');
	expect(await isOff(save(page))).toBe(false);
	expect(await stored(page)).toEqual(before);
	await page.getByRole('button', { name: 'Reset' }).click();
	expect(await field(page, 'hosting_location').inputValue()).toBe(before['hosting_location']);
	expect(await isOff(save(page))).toBe(true);
	await field(page, 'hosting_location').fill('Graz');
	await field(page, 'hosting_location').fill(String(before['hosting_location']));
	expect(await isOff(save(page))).toBe(true);
});

test('one save posts every setting, says so, and keeps the focus', async () => {
	page = await openSettings();
	await openAll(page);
	const before = await stored(page);
	await field(page, 'hosting_provider').fill('Example Hosting');
	await field(page, 'organisation_notice').fill('# Ours\n\nWe log nothing.');
	const posted = page.waitForRequest((request) => request.url().endsWith('/api/app'));
	await save(page).focus();
	await page.keyboard.press('Enter');
	const { values } = (await posted).postDataJSON() as { values: Record<string, unknown> };
	expect(values).toEqual({ ...before, hosting_provider: 'Example Hosting', organisation_notice: '# Ours\n\nWe log nothing.' });
	await told(page).getByText('Saved.', { exact: true }).waitFor();
	expect(await save(page).evaluate((element) => element === document.activeElement)).toBe(true);
	expect(await isOff(save(page))).toBe(true);
	expect(await stored(page)).toMatchObject({ hosting_provider: 'Example Hosting' });
	expect((await openStates(page)).every(Boolean)).toBe(true);
});

test('after a save it shows what the server has, not what was entered', async () => {
	page = await openSettings();
	await field(page, 'status_summary').fill('Nothing leaves.');
	await save(page).click();
	await told(page).getByText(/^Saved\. The app stored something else than was entered: /).waitFor();
	const shown = await field(page, 'status_summary').inputValue();
	expect(shown).toContain('Self-managed');
	expect(shown).not.toContain('Nothing leaves.');
	expect(shown).toBe((await stored(page))['status_summary']);
});

test('a page that was left open posts its old values over newer ones', async () => {
	page = await openSettings();
	await openAll(page);
	const old = (await stored(page))['hosting_provider'];
	const other = await openSettings();
	await openAll(other);
	await field(other, 'hosting_provider').fill('Newer Hosting');
	await save(other).click();
	await told(other).getByText('Saved.', { exact: true }).waitFor();
	await other.close();
	await field(page, 'hosting_location').fill('Linz');
	await save(page).click();
	await told(page).getByText(/^Saved\./).waitFor();
	expect(await stored(page)).toMatchObject({ hosting_provider: old, hosting_location: 'Linz' });
});

test('a refusal is told on the page, and what was entered stays', async () => {
	page = await openSettings();
	await openAll(page);
	await page.route('**/api/app', (route) => route.fulfill({ json: { problem: 'The app does not answer.' } }));
	await field(page, 'hosting_location').fill('Bregenz');
	await save(page).click();
	await page.getByRole('dialog').getByRole('alert').getByText('The app does not answer.').waitFor();
	expect(await field(page, 'hosting_location').inputValue()).toBe('Bregenz');
	expect(await isOff(save(page))).toBe(false);
});

test('it is as wide as Rocket.Chat’s, and a long text is shown whole up to a limit', async () => {
	page = await stage.page('admin');
	await say(page, '/privacy-status');
	await page.getByRole('complementary').getByText('Self-managed').first().waitFor();
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await sections(page).first().waitFor();
	expect((await page.locator('.app-settings').boundingBox())?.width).toBe(640);
	const summary = field(page, 'status_summary');
	expect((await summary.inputValue()).split('\n').length).toBeGreaterThan(4);
	const [content, height] = await summary.evaluate((element) => [element.scrollHeight, element.clientHeight]);
	expect(height).toBeGreaterThanOrEqual(Math.min(content ?? 0, 470));
	await summary.fill('A line.\n'.repeat(200));
	expect((await summary.boundingBox())?.height).toBeLessThanOrEqual(500);
	await page.keyboard.press('Escape');
	await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
});

test.each([375, 320])('at %i pixels it takes the whole width, nothing sticks out, and tables scroll in a place that the keyboard reaches', async (width) => {
	page = await openSettings({ width, height: 667 });
	await openAll(page);
	const drawer = page.getByRole('dialog');
	expect((await drawer.boundingBox())?.width).toBe(width);
	expect(await drawer.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
	const table = drawer.getByRole('group', { name: /^Table: / }).first();
	expect(await table.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
	await table.focus();
	await page.keyboard.press('ArrowRight');
	await page.waitForFunction((element) => element instanceof Element && element.scrollLeft > 0, await table.elementHandle());
});
