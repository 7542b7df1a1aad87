import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import type { Page } from 'playwright-core';
import { translator } from '../../src/language/translate';
import { closeSurfaces, say, Stage } from './open-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
});

afterEach(async () => {
	await closeSurfaces(page);
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
});

afterAll(async () => {
	await stage.close();
});

const composer = () => page.getByRole('combobox', { name: /^Message/ });
const panel = () => page.getByRole('complementary', { name: 'Privacy status' });
const answers = () => page.getByRole('log').getByRole('listitem').filter({ hasText: 'Only you can see this' });
const options = () => page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

describe('an admin', () => {
	test('completes a command with Tab', async () => {
		page = await stage.page('admin');
		await composer().pressSequentially('/pri');
		await options().filter({ hasText: 'privacy-status' }).waitFor();
		await page.keyboard.press('Tab');
		expect(await composer().inputValue()).toMatch(/^\/privacy-(status|notice) $/);
		expect(await options().count()).toBe(0);
	});

	test('moves through the commands with the arrows and leaves them with Escape', async () => {
		page = await stage.page('admin');
		await composer().pressSequentially('/');
		await options().first().waitFor();
		await page.keyboard.press('ArrowUp');
		expect(await options().last().getAttribute('aria-selected')).toBe('true');
		await page.keyboard.press('Escape');
		expect(await options().count()).toBe(0);
		expect(await composer().inputValue()).toBe('/');
	});

	test('gets the panel, and the whole answer in the room at a press', async () => {
		page = await stage.page('admin');
		await say(page, '/privacy-status');
		await panel().getByRole('heading', { name: 'Privacy status' }).waitFor();
		await panel().getByText('Self-managed').first().waitFor();
		const before = await answers().count();
		await answers().last().getByRole('button', { name: 'Answer here' }).click();
		await answers().nth(before).getByText('Self-managed').first().waitFor();
		expect(await panel().getByRole('alert').allInnerTexts()).toEqual([]);
	});

	test('is two presses away from the page with the top switch', async () => {
		page = await stage.page('admin');
		// The first press sends the command, the second opens the page, in a tab of its own: there is no server behind its address here.
		await page.context().route('https://chat.example.org/**', (route) => route.fulfill({ body: 'the page of the administration' }));
		await say(page, '/privacy-status');
		const opened = page.context().waitForEvent('page');
		await panel().getByRole('button', { name: 'Open', exact: true }).or(panel().getByRole('link', { name: 'Open', exact: true })).first().click();
		expect((await opened).url()).toBe('https://chat.example.org/admin/settings/Push');
		await (await opened).close();
		await page.context().unroute('https://chat.example.org/**');
	});

	test('comes to each page of the panel at its top, and back from its end', async () => {
		page = await stage.page('admin');
		await say(page, '/privacy-status');
		const content = panel().getByRole('group', { name: 'Privacy status: content' });
		await panel().getByRole('button', { name: 'Evidence' }).click();
		await panel().getByText('What was read, and what it proves').waitFor();
		expect(await content.evaluate((element) => element.scrollTop)).toBe(0);
		await panel().getByRole('button', { name: 'Back' }).last().click();
		await panel().getByText('Do this first').waitFor();
		expect(await content.evaluate((element) => element.scrollTop)).toBe(0);
	});

	test('opens the panel from the room menu', async () => {
		page = await stage.page('admin');
		await page.getByRole('button', { name: 'Room menu' }).click();
		await page.getByRole('menuitem', { name: 'Privacy status' }).click();
		await panel().getByText('Self-managed').first().waitFor();
	});

	test('exports in another format from the panel and finds the file in a direct message', async () => {
		page = await stage.page('anja');
		await say(page, '/privacy-status');
		// Her language is German.
		const german = translator('de');
		await page.getByRole('complementary', { name: german('panel_title') }).locator('.rcx-select').click();
		await page.getByRole('option', { name: /json/i }).click();
		await page.getByRole('button', { name: /^privacy-status/ }).click();
		const link = page.getByRole('link', { name: /^[\w.-]+\.json \(JSON, [\d.]+ kB\)$/ }).first();
		await link.waitFor();
		const address = await link.getAttribute('href');
		const headers = await page.evaluate(async (url) => Object.fromEntries((await fetch(url ?? '')).headers), address);
		expect(headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
		const report = JSON.parse(await page.evaluate(async (url) => (await fetch(url ?? '')).text(), address)) as unknown;
		expect(report).toMatchObject({ schemaVersion: SCHEMA_VERSION, deployment: { model: 'self-managed' } });
	});

	test('needs no mouse', async () => {
		page = await stage.page('admin');
		await composer().focus();
		await page.keyboard.type('/privacy-status');
		await page.keyboard.press('Enter');
		await panel().getByText('Self-managed').first().waitFor();
		await page.keyboard.press('Tab');
		expect(await focused()).toBe('Close');
		for (let presses = 0; presses < 25 && !/again/i.test(String(await focused())); presses++) {
			await page.keyboard.press('Tab');
		}
		expect(await focused()).toMatch(/again/i);
		expect(await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle)).toBe('solid');
		await page.keyboard.press('Enter');
		await page.getByRole('status').filter({ hasText: 'answering' }).waitFor({ state: 'hidden' });
		await page.keyboard.press('Escape');
		await panel().waitFor({ state: 'detached' });
		expect(await composer().evaluate((element) => element === document.activeElement)).toBe(true);
	});

	test('sees a changed setting in the next answer', async () => {
		page = await stage.page('admin');
		await say(page, '/privacy-status');
		await panel().getByText('registered (likely)').waitFor();

		await page.getByRole('button', { name: 'Workspace settings' }).click();
		await page.getByLabel('Search by id').fill('Cloud_Workspace_Client_Id');
		await page.getByLabel('Value of Cloud_Workspace_Client_Id', { exact: true }).fill('');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByRole('button', { name: 'Ask again: /privacy-status' }).click();
		await panel().getByText('not registered (certain)').waitFor();
	});

	test('is answered in the thread that was asked in', async () => {
		page = await stage.page('admin');
		await page.getByRole('button', { name: /thread/ }).first().click();
		await page.getByRole('heading', { name: 'Thread in #general' }).waitFor();
		const before = await answers().count();
		await say(page, '/privacy-status help');
		await answers().nth(before).waitFor();
		await page.getByRole('button', { name: 'Back' }).click();
		await page.getByRole('button', { name: /repl(y|ies) in thread/ }).waitFor();
	});
});

describe('a member', () => {
	test('is refused politely and gets no panel', async () => {
		page = await stage.page('member');
		await say(page, '/privacy-status');
		await answers().last().getByText(/admins/).waitFor();
		expect(await page.getByRole('complementary').count()).toBe(0);
	});

	test('has no entry in the room menu', async () => {
		page = await stage.page('member');
		await page.getByRole('button', { name: 'Room menu' }).click();
		expect(await page.getByRole('menuitem', { name: 'Privacy status' }).count()).toBe(0);
	});
});

describe('the page', () => {
	test('fits a phone: nothing sticks out, the panel covers the room and Escape brings it back', async () => {
		page = await stage.page('admin', { width: 375, height: 667 });
		const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(await overhang()).toBe(0);
		await say(page, '/privacy-status');
		await panel().getByText('Self-managed').first().waitFor();
		expect(await overhang()).toBe(0);
		expect((await panel().boundingBox())?.width).toBe(375);
		await page.keyboard.press('Escape');
		await panel().waitFor({ state: 'detached' });
		await page.getByRole('button', { name: 'Menu', exact: true }).click();
		await page.getByLabel('You are').waitFor();
		expect(await overhang()).toBe(0);
	});

	test('keeps a plain message, and an answer comes after it', async () => {
		page = await stage.page('admin');
		await say(page, 'What leaves this *workspace*?');
		await page.getByRole('listitem').filter({ hasText: 'What leaves' }).locator('strong', { hasText: 'workspace' }).waitFor();
		await say(page, '/privacy-status help');
		await page.locator('li.message').last().filter({ hasText: 'Only you can see this' }).waitFor();
	});

	test('refuses an unknown command without asking the app', async () => {
		page = await stage.page('admin');
		await say(page, '/nothing-of-the-kind');
		await page.getByRole('alert').getByText('No such command: /nothing-of-the-kind').waitFor();
		await page.getByRole('button', { name: 'Dismiss' }).click();
	});

	test('says what is real and what is not', async () => {
		page = await stage.page('admin');
		expect(await page.getByRole('navigation').innerText()).toMatch(/Real: Apps-Engine.*Ours: an in-memory Rocket\.Chat/s);
	});

	test('moves to another workspace', async () => {
		page = await stage.page('admin');
		await page.getByLabel('Workspace', { exact: true }).selectOption('open-server');
		await page.getByRole('status').filter({ hasText: 'Starting open-server' }).waitFor();
		await composer().waitFor();
		await say(page, '/privacy-status');
		await panel().getByText(/open server/i).first().waitFor();
	});
});
