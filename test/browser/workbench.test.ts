import { SCHEMA_VERSION } from '../../src/catalogue/identity';
import type { Page } from 'playwright-core';
import { translator } from '../../src/language/translate';
import { closeSurfaces, say, Stage, unfoldTools } from './open-page';

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
		const here = answers().last().getByRole('button', { name: 'Answer here' });
		// The panel may be drawn before the answer in the room.
		await here.waitFor();
		const before = await answers().count();
		await here.click();
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
		await page.getByRole('complementary', { name: german('panel_title') }).locator('.rcx-select').filter({ hasText: german('button_more-formats') }).click();
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
		await panel().evaluate((element) => element.setAttribute('data-before', ''));
		await page.keyboard.press('Enter');
		await page.locator('[data-before]').waitFor({ state: 'detached' });
		await panel().waitFor();
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

describe('four things to try are the first screen', () => {
	const tries = () => page.getByRole('region', { name: 'Four things to try' });
	const press = (name: string) => tries().getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
	const youAre = async () => page.getByLabel('You are').inputValue();

	test('each is a button that says what one will see, until something was tried', async () => {
		page = await stage.page('jonas');
		await page.getByLabel('Workspace', { exact: true }).selectOption('fresh-9.0');
		await page.getByRole('status').filter({ hasText: 'Starting fresh-9.0' }).waitFor();
		await tries().getByRole('heading', { name: 'Four things to try' }).waitFor();
		expect(await tries().getByRole('button').allInnerTexts()).toEqual([
			expect.stringMatching(/^Ask as admin\n\/privacy-status: /),
			expect.stringMatching(/^Read the notice as a member\n\/privacy-notice: /),
			expect.stringMatching(/^Settings page\n/),
			expect.stringMatching(/^Export\n\/privacy-status export html: /),
		]);
		await press('Ask as admin');
		await panel().getByText('Self-managed').first().waitFor();
		expect(await youAre()).toBe('admin');
		await tries().getByRole('heading', { name: 'Try', exact: true }).waitFor();
		await closeSurfaces(page);
		await page.getByLabel('Workspace', { exact: true }).selectOption('self-managed-registered');
		await page.getByRole('status').filter({ hasText: 'Starting self-managed-registered' }).waitFor();
		await composer().waitFor();
	});

	test('the notice is read as a member', async () => {
		page = await stage.page('admin');
		await press('Read the notice as a member');
		await page.getByRole('dialog').getByText('Rocket.Chat').first().waitFor();
		expect(await youAre()).toBe('member');
	});

	test('the settings page is opened as an admin', async () => {
		page = await stage.page('member');
		await press('Settings page');
		await page.getByRole('heading', { name: 'App Info' }).waitFor();
		expect(await youAre()).toBe('admin');
	});

	test('the export leads to the file', async () => {
		page = await stage.page('member');
		await press('Export');
		await page.getByRole('heading', { name: '@privacy-status.bot' }).waitFor();
		await page.getByRole('link', { name: /^privacy-status-[\d-]+\.html / }).first().waitFor();
		expect(await youAre()).toBe('admin');
	});
});

describe('the greeting', () => {
	test('is in the direct messages of the person who installed the app, and its button opens the panel', async () => {
		page = await stage.page('admin');
		await page.getByRole('button', { name: /^privacy-status/ }).click();
		const greeting = page.getByRole('listitem').filter({ hasText: 'Privacy Status is installed.' });
		expect((await greeting.innerText()).match(/Privacy Status is installed/g)).toHaveLength(1);
		await greeting.getByRole('button', { name: 'Privacy status' }).press('Enter');
		await panel().getByText('Self-managed').first().waitFor();
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
		await unfoldTools(page);
		expect(await page.getByRole('navigation').innerText()).toMatch(/Real: Apps-Engine.*Ours: an in-memory Rocket\.Chat/s);
	});

	test('groups the workspaces and says what each is, in the list and below it', async () => {
		page = await stage.page('admin');
		const list = page.getByLabel('Workspace', { exact: true });
		const groups = await list.locator('optgroup').evaluateAll((found) => found.map((group) => [group.getAttribute('label'), group.querySelectorAll('option').length]));
		expect(groups.map(([name]) => name)).toEqual([
			'Self-managed',
			'Air-gapped',
			'Cloud and Open Server',
			'Self-managed, one thing each',
			'Fresh and upgraded servers',
			'Look-alikes',
			'Broken or unreadable',
		]);
		expect(groups.filter(([, count]) => Number(count) < 5)).toEqual([]);
		const said = 'Self-managed and registered, with a licence; reports cannot be seen.';
		expect(await list.locator('option:checked').innerText()).toBe(`self-managed-registered · ${said}`);
		await page.getByRole('navigation').getByRole('paragraph').getByText(said).waitFor();
	});

	test('opens what is asked for in the window that asked', async () => {
		page = await stage.page('admin');
		const other = await stage.page('admin');
		try {
			await say(page, '/privacy-status');
			await panel().getByText('Self-managed').first().waitFor();
			await say(other, '/privacy-status help');
			await other.locator('li.message').last().getByText('/privacy-status').first().waitFor();
			expect(await other.getByRole('complementary').count()).toBe(0);
			// The same window, loaded anew.
			await page.reload();
			await panel().waitFor();
		} finally {
			await other.close();
		}
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
