import type { Page } from 'playwright-core';
import { ownSources } from '../../tools/workbench/sources';
import { galleryZip } from './gallery/zip';
import { closeSurfaces, say, Stage } from './open-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
	const zip = galleryZip();
	stage = await Stage.open('self-managed-registered', { sources: { ...ownSources, app: async () => zip } });
});

beforeEach(async () => {
	page = await stage.page('admin');
});

afterEach(async () => {
	await closeSurfaces(page);
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
});

afterAll(async () => {
	await stage.close();
});

const bar = () => page.getByRole('complementary');
const modal = () => page.getByRole('dialog');

test.each([
	{ what: 'contextual bar', command: '/gallery bar', place: () => bar() },
	{ what: 'modal', command: '/gallery modal', place: () => modal() },
	{ what: 'message', command: '/gallery message', place: () => page.locator('li.message').last() },
])('the $what renders Markdown, and plain text plainly', async ({ command, place }) => {
	await say(page, command);
	await place().getByText('Bold', { exact: true }).waitFor();
	expect(await place().locator('em').innerText()).toBe('italic');
	expect(await place().locator('code').innerText()).toBe('code');
	expect(await place().locator('pre').innerText()).toBe('const fenced = true;');
	expect(await place().getByRole('link', { name: 'a link' }).getAttribute('rel')).toContain('noopener');
	expect(await place().locator('ul > li').allInnerTexts()).toEqual(expect.arrayContaining(['first', 'second']));
	expect(await place().getByText('Plain *with stars*').count()).toBe(1);
});

test('a button sends its own value, ids included', async () => {
	await say(page, '/gallery bar');
	await bar().getByRole('button', { name: 'Danger' }).click();
	await bar().getByText('Got danger of doing: danger-value').waitFor();
	await bar().getByRole('button', { name: 'Accessory' }).click();
	await bar().getByText('Got accessory of with-button: from-accessory').waitFor();
});

test('a select and an overflow menu send what was picked', async () => {
	await say(page, '/gallery bar');
	await bar().getByPlaceholder('Pick one').click();
	await page.getByRole('option', { name: 'Option b' }).click();
	await bar().getByText('Got pick of doing: b').waitFor();
	await bar().locator('.rcx-button--icon').last().click();
	await page.getByText('Option d').click();
	await bar().getByText('Got more of doing: d').waitFor();
});

test('a refused submit shows its errors, and the next one closes the modal', async () => {
	await say(page, '/gallery modal');
	await modal().getByLabel('Word').fill('bad');
	await modal().getByRole('button', { name: 'Submit' }).click();
	await modal().getByRole('alert').getByText('Not this word.').waitFor();
	// The error that names no field carries what the app received.
	await modal().getByText('{"asking":{"word":"bad"}}').waitFor();
	await modal().getByLabel('Word').fill('better');
	await page.keyboard.press('Enter');
	await modal().waitFor({ state: 'detached' });
});

test('the modal keeps the focus', async () => {
	await say(page, '/gallery modal');
	await modal().waitFor();
	for (let presses = 0; presses < 15; presses++) {
		await page.keyboard.press('Tab');
		expect(await modal().evaluate((element) => element.contains(document.activeElement))).toBe(true);
	}
});

test('Escape closes the list of a select first, and then the bar', async () => {
	await say(page, '/gallery bar');
	await bar().getByPlaceholder('Pick one').click();
	await page.getByRole('option', { name: 'Option a' }).waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('option', { name: 'Option a' }).waitFor({ state: 'detached' });
	expect(await bar().count()).toBe(1);
	await page.keyboard.press('Escape');
	await bar().waitFor({ state: 'detached' });
});

test('what cannot be drawn is seen, and so is what Rocket.Chat refuses', async () => {
	await say(page, '/gallery broken');
	await bar().getByText('Block "no_such_block" is not drawn').waitFor();
	await bar().getByText('"no_such_element" is not drawn').waitFor();
	expect(await bar().getByRole('alert').innerText()).toMatch(/Rocket\.Chat would refuse this view:.*blocks\[1\] \(no_such_block\)/s);
	expect(await bar().getByText('After').count()).toBe(1);
});

test('long words stay inside', async () => {
	await say(page, '/gallery bar');
	await bar().getByText('Donaudampf').waitFor();
	const [content, width] = await bar().evaluate((element) => [element.scrollWidth, element.clientWidth]);
	expect(content).toBe(width);
});
