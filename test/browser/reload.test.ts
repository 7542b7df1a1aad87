import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ownSources, type Sources } from '../../tools/workbench/sources';
import { probeZip } from '../host/probe/zip';
import { say, Stage } from './open-page';

jest.setTimeout(60_000);

let folder: string;
let stage: Stage;
let page: Page;

const appFile = () => join(folder, 'app.txt');
const pageFile = () => join(folder, 'page.txt');

/** An app whose version is in a file, and the page under a name that is in another; both break on a word. */
const sources = (): Sources => ({
	async app() {
		const version = readFileSync(appFile(), 'utf8');
		if (version === 'broken') {
			throw new Error('src/App.ts:1:2: ERROR: Unexpected "}"');
		}
		return probeZip({ version });
	},
	async page() {
		const bundle = await ownSources.page();
		return { ...bundle, version: readFileSync(pageFile(), 'utf8') };
	},
	paths: { app: [appFile()], page: [pageFile()] },
});

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'reload-'));
	writeFileSync(appFile(), '1.0.0');
	writeFileSync(pageFile(), 'first');
	stage = await Stage.open('self-managed-registered', { sources: sources(), watch: true });
	page = await stage.page('anja');
});

afterAll(async () => {
	await page.close();
	expect(stage.takeComplaints()).toEqual([]);
	await stage.close();
	rmSync(folder, { recursive: true });
});

const version = (text: string) => page.getByText(`Version ${text}`);

test('a changed app is put into the running workspace; user, messages and the page stay', async () => {
	await say(page, 'Said before');
	await page.getByText('Said before').waitFor();
	writeFileSync(appFile(), '1.1.0');
	await page.getByRole('status').filter({ hasText: 'What changed is in place.' }).waitFor({ state: 'attached' });
	await page.getByText('Said before').waitFor();
	expect(await page.getByLabel('You are').inputValue()).toBe('anja');
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await version('1.1.0').waitFor();
});

test('what cannot be made is told in words, the former app goes on, and the words go when it is mended', async () => {
	writeFileSync(appFile(), 'broken');
	const problem = page.getByRole('alert').filter({ hasText: 'The change of the app cannot be put in place.' });
	await problem.getByText('src/App.ts:1:2: ERROR: Unexpected "}"').waitFor();
	await version('1.1.0').waitFor();
	await page.getByRole('button', { name: 'Back' }).click();
	await say(page, 'Still here');
	await page.getByRole('log').getByText('Still here').waitFor();
	writeFileSync(appFile(), '1.2.0');
	await problem.waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await version('1.2.0').waitFor();
});

test('a changed page is loaded anew, for the same user', async () => {
	writeFileSync(pageFile(), 'second');
	await page.locator('html[data-version="second"]').waitFor();
	await page.getByRole('combobox', { name: /^Message/ }).waitFor();
	expect(await page.getByLabel('You are').inputValue()).toBe('anja');
	await page.getByText('Still here').waitFor();
});
