import type { Locator, Page } from 'playwright-core';
import type { PageAppSetting } from '../../tools/workbench/contract';
import { say, Stage, unfoldAll } from './open-page';

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
	await heads(opened).first().waitFor();
	return opened;
}

/** What one presses to fold a section. */
const heads = (where: Page) => where.locator('.app-settings .rcx-accordion-item > [role=button]');
const openStates = (where: Page) => heads(where).evaluateAll((all) => all.map((head) => head.getAttribute('aria-expanded') === 'true'));
const field = (where: Page, id: string): Locator => where.locator(`#app-setting-${id}`);
const selection = (where: Page, id: string): Locator => where.locator('.app-setting', { has: where.locator(`#app-setting-${id}-label`) }).locator('button.rcx-select');
const save = (where: Page) => where.getByRole('button', { name: 'Save changes' });
const saved = (where: Page) => where.getByRole('status').filter({ hasText: 'Privacy Status settings saved' });

async function stored(where: Page): Promise<Record<string, unknown>> {
	const settings = JSON.parse(await where.evaluate(async () => (await fetch('/api/app-settings')).text())) as PageAppSetting[];
	return Object.fromEntries(settings.map(({ id, value }) => [id, value]));
}

async function expectSoon(holds: () => Promise<boolean>): Promise<void> {
	for (let tries = 0; !(await holds()); tries++) {
		expect(tries).toBeLessThan(600);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

test('its sections stand in the app’s order, the first one open, and the keyboard opens the others', async () => {
	page = await openSettings();
	const count = await heads(page).count();
	expect(count).toBeGreaterThan(2);
	expect(await openStates(page)).toEqual([true, ...Array.from({ length: count - 1 }, () => false)]);
	await heads(page).nth(1).focus();
	await page.keyboard.press('Enter');
	expect((await openStates(page)).slice(0, 3)).toEqual([true, true, false]);
	await page.keyboard.press('Space');
	expect((await openStates(page)).slice(0, 3)).toEqual([true, false, false]);
});

test('each setting has its label, the widget of its type and its description, and a hidden one is not there', async () => {
	page = await openSettings();
	await unfoldAll(page);
	const ids = Object.keys(await stored(page));
	expect(ids).toContain('declared_deployment');
	expect(ids).not.toContain('rejected_values');
	expect(await page.locator('.app-setting').count()).toBe(ids.length);
	for (const id of ids) {
		const setting = page.locator('.app-setting', { has: page.locator(`#app-setting-${id}-label`) });
		expect((await setting.locator('label').first().innerText()).trim()).not.toBe('');
		// Rocket.Chat draws no description where there is none.
		const described = id === 'status_row' || id === 'status_time' || !id.startsWith('status_');
		expect([id, await setting.locator('.rcx-field__hint').count()]).toEqual([id, described ? 1 : 0]);
	}
	expect(await selection(page, 'declared_deployment').getAttribute('aria-labelledby')).toContain('app-setting-declared_deployment-label');
	expect(await field(page, 'hosting_provider').evaluate((element) => element.tagName)).toBe('INPUT');
	expect(await field(page, 'organisation_notice').evaluate((element) => element.tagName)).toBe('TEXTAREA');
});

test('the lines that are shown come first, in Rocket.Chat’s widgets, and show the status without a press', async () => {
	page = await openSettings();
	const shown = await page.locator('.app-settings .rcx-accordion-item').first().locator('.app-setting').evaluateAll((all) => all.map((each) => ({
		label: each.querySelector('label')?.textContent ?? '',
		value: each.querySelector('input, textarea') instanceof HTMLElement ? (each.querySelector<HTMLInputElement>('input, textarea')?.value ?? '') : (each.querySelector('button.rcx-select, .rcx-select')?.textContent ?? ''),
	})));
	expect(shown.map(({ label }) => label.replace(' (shown only)', ''))).toEqual([
		'Where it runs',
		'Registered with Rocket.Chat',
		'Air-gapped',
		'Contradictions',
		...['Account data', 'Usage data', 'App data', 'User content', 'Tracking'].map((category) => `${category}: who outside can see it`),
		'Do this first',
		'What changed',
		'Values that are not used',
		'Read at',
		'Where does this workspace run?',
	]);
	expect(shown.filter(({ value }) => value.trim() === '')).toEqual([]);
	expect(shown.at(0)?.value).toContain('Self-managed (likely, detected)');
	expect(shown.at(7)?.value).toContain('Rocket.Chat');
});

test('a text of several lines shows four of them, however long it is', async () => {
	page = await openSettings();
	await unfoldAll(page);
	const notice = field(page, 'organisation_notice');
	await notice.fill('A line.\n'.repeat(5));
	const lines = () =>
		notice.evaluate((element) => {
			const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(element);
			const inside = element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
			return { shown: inside / parseFloat(lineHeight), hidden: element.scrollHeight - element.clientHeight };
		});
	expect(await notice.getAttribute('rows')).toBe('4');
	const { shown, hidden } = await lines();
	expect(shown).toBeGreaterThanOrEqual(4);
	expect(shown).toBeLessThan(5);
	expect(hidden).toBeGreaterThan(0);
	await notice.fill('A line.\n'.repeat(200));
	expect((await lines()).shown).toBe(shown);
});

test('Save changes is there as soon as something is changed, and Cancel takes it back', async () => {
	page = await openSettings();
	await unfoldAll(page);
	const before = await stored(page);
	expect(await save(page).count()).toBe(0);
	await field(page, 'hosting_location').fill('Vienna');
	await save(page).waitFor();
	expect(await stored(page)).toEqual(before);
	await page.getByRole('button', { name: 'Cancel' }).click();
	expect(await field(page, 'hosting_location').inputValue()).toBe(before['hosting_location']);
	expect(await save(page).count()).toBe(0);
	await field(page, 'hosting_location').fill('Graz');
	await save(page).waitFor();
	await field(page, 'hosting_location').fill(String(before['hosting_location']));
	await save(page).waitFor({ state: 'detached' });
});

test('one save by keyboard posts every setting, in folded sections too, and says so', async () => {
	page = await openSettings();
	const before = await stored(page);
	await heads(page).nth(1).press('Enter');
	await selection(page, 'declared_deployment').focus();
	await page.keyboard.press('Enter');
	await page.getByRole('listbox').getByRole('option').first().waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await field(page, 'hosting_provider').fill('Example Hosting');
	const posted = page.waitForRequest((request) => request.url().endsWith('/api/app'));
	await save(page).focus();
	await page.keyboard.press('Enter');
	const { values } = (await posted).postDataJSON() as { values: Record<string, unknown> };
	expect(Object.keys(values)).toEqual(Object.keys(before));
	const { declared_deployment: declared, ...others } = values;
	const { declared_deployment: formerly, ...formerOthers } = before;
	expect(declared).not.toBe(formerly);
	expect(others).toEqual({ ...formerOthers, hosting_provider: 'Example Hosting' });
	await saved(page).waitFor();
	expect(await stored(page)).toMatchObject({ hosting_provider: 'Example Hosting', declared_deployment: declared });
	expect((await openStates(page)).slice(0, 3)).toEqual([true, true, false]);
});

test('after a save it shows what was posted, and what the app made of it when it is opened anew', async () => {
	page = await openSettings();
	await field(page, 'status_first').fill('Nothing leaves.');
	await save(page).click();
	await saved(page).waitFor();
	expect(await field(page, 'status_first').inputValue()).toBe('Nothing leaves.');
	// The app writes a moment after the save.
	await expectSoon(async () => (await stored(page))['status_first'] !== 'Nothing leaves.');
	await page.getByRole('button', { name: 'Back' }).click();
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await heads(page).first().waitFor();
	const shown = await field(page, 'status_first').inputValue();
	expect(shown).not.toContain('Nothing leaves.');
	expect(shown).toBe((await stored(page))['status_first']);
});

test('a page that was left open posts its old values over newer ones', async () => {
	page = await openSettings();
	await unfoldAll(page);
	const old = (await stored(page))['hosting_provider'];
	const other = await openSettings();
	await unfoldAll(other);
	await field(other, 'hosting_provider').fill('Newer Hosting');
	await save(other).click();
	await saved(other).waitFor();
	await other.close();
	await field(page, 'hosting_location').fill('Linz');
	await save(page).click();
	await saved(page).waitFor();
	expect(await stored(page)).toMatchObject({ hosting_provider: old, hosting_location: 'Linz' });
});

test('a refusal is told on the page, and what was entered stays', async () => {
	page = await openSettings();
	await unfoldAll(page);
	await page.route('**/api/app', (route) => route.fulfill({ json: { problem: 'The app does not answer.' } }));
	await field(page, 'hosting_location').fill('Bregenz');
	await save(page).click();
	await page.getByRole('alert').getByText('The app does not answer.').waitFor();
	expect(await field(page, 'hosting_location').inputValue()).toBe('Bregenz');
	await save(page).waitFor();
});

test('it stands in place of the room and its panel, is as wide as Rocket.Chat’s, and Escape leads back to both', async () => {
	page = await stage.page('admin');
	await say(page, '/privacy-status');
	const panel = page.getByRole('complementary');
	await panel.waitFor();
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await heads(page).first().waitFor();
	await panel.waitFor({ state: 'detached' });
	expect((await page.locator('.app-settings').boundingBox())?.width).toBe(640);
	await page.keyboard.press('Escape');
	await panel.waitFor();
	expect(await page.getByRole('button', { name: 'The app’s settings' }).evaluate((element) => element === document.activeElement)).toBe(true);
	await panel.getByRole('button', { name: 'Close' }).click();
	await panel.waitFor({ state: 'detached' });
});

test.each([390, 320])('at %i pixels nothing sticks out of it', async (width) => {
	page = await openSettings({ width, height: 667 });
	await unfoldAll(page);
	await field(page, 'hosting_location').fill('Wels');
	await save(page).waitFor();
	expect(await page.locator('.app-info-content').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
	const button = await save(page).boundingBox();
	expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual(width);
});
