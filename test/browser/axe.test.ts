import type { Page } from 'playwright-core';
import { audit, type Accepted } from './audit';
import { closeSurfaces, say, Stage, unfoldAll, unfoldTools } from './open-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
});

afterEach(async () => {
	if (await page.locator('.drawer').count() > 0) {
		await page.keyboard.press('Escape');
	}
	await closeSurfaces(page);
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
});

afterAll(async () => {
	await stage.close();
});

/** What stays because it is drawn inside Rocket.Chat's UI kit. */
const accepted: readonly Accepted[] = [
	{ rule: 'nested-interactive', selector: '#app-setting-', reason: 'Fuselage puts the hidden field of a Select into its button.' },
	{ rule: 'landmark-unique', selector: '#', reason: 'Fuselage makes a region of each section of an Accordion and names none of them; their ids are made up anew each time.' },
];

/** Each colour and each width once: the one changes nothing of what the other does. */
const looks = [
	{ colours: 'light', width: 1280, height: 800 },
	{ colours: 'dark', width: 375, height: 667 },
] as const;

describe.each(looks)('in $colours colours at $width pixels axe finds nothing wrong with', ({ colours, width, height }) => {
	beforeEach(async () => {
		page = await stage.page('admin', { width, height });
		await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
	});

	test('the first screen, what is folded away too', async () => {
		const menu = page.getByRole('button', { name: 'Menu', exact: true });
		expect(await audit(page, accepted)).toEqual([]);
		if (await menu.isVisible()) {
			await menu.click();
		}
		await unfoldTools(page);
		expect(await audit(page, [...accepted, { rule: 'landmark-one-main', selector: 'html', reason: 'On a phone the open menu takes the place of the room.' }])).toEqual([]);
	});

	test('the greeting', async () => {
		const menu = page.getByRole('button', { name: 'Menu', exact: true });
		if (await menu.isVisible()) {
			await menu.click();
		}
		await page.getByRole('button', { name: /^privacy-status/ }).click();
		await page.getByRole('listitem').getByRole('button', { name: 'Privacy notice' }).waitFor();
		expect(await audit(page, accepted)).toEqual([]);
	});

	test('an answer and the panel', async () => {
		await say(page, '/privacy-status');
		await page.getByRole('complementary', { name: 'Privacy status' }).getByText('Self-managed').first().waitFor();
		await page.getByRole('status').filter({ hasText: 'answering' }).waitFor({ state: 'hidden' });
		expect(await audit(page, accepted)).toEqual([]);
	});

	test('the notice', async () => {
		await say(page, '/privacy-notice');
		await page.getByRole('dialog', { name: 'Privacy notice' }).getByText('Rocket.Chat').first().waitFor();
		await page.getByRole('status').filter({ hasText: 'answering' }).waitFor({ state: 'hidden' });
		expect(await audit(page, accepted)).toEqual([]);
	});

	test('the form in which a flow is accepted, with what does not fit', async () => {
		await say(page, '/privacy-status explain gravatar');
		await page.getByRole('button', { name: 'Accept …' }).last().click();
		const form = page.getByRole('dialog', { name: 'Accept' });
		await form.getByPlaceholder('YYYY-MM-DD').fill('next summer');
		await form.getByRole('button', { name: 'Accept' }).click();
		await form.getByText('The reason is missing.').waitFor();
		await form.getByText('“next summer” is not a day').waitFor();
		expect(await form.getByPlaceholder('YYYY-MM-DD').inputValue()).toBe('next summer');
		expect(await audit(page, accepted)).toEqual([]);
	});

	test('the settings page, all of it open', async () => {
		const menu = page.getByRole('button', { name: 'Menu', exact: true });
		if (await menu.isVisible()) {
			await menu.click();
		}
		await page.getByRole('button', { name: 'The app’s settings' }).click();
		await page.locator('.app-settings .rcx-accordion-item').first().waitFor();
		await unfoldAll(page);
		expect(await audit(page, accepted)).toEqual([]);
	});
});

test('axe would find something', async () => {
	page = await stage.page('admin');
	await page.evaluate(() => document.body.append(document.createElement('button')));
	expect((await audit(page, accepted)).join()).toContain('button-name');
});
