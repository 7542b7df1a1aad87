import type { Page } from 'playwright-core';

import { translator } from '../../src/language/translate';
import { toFile } from '../../src/show/formats';
import { NOTHING_STATED, postureOf } from '../show/postures';
import { audit } from './audit';
import { Stage } from './open-page';

let stage: Stage;
let page: Page;

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
	page = await (await stage.page('admin')).context().newPage();
});

afterAll(async () => {
	await stage.close();
});

/** Shows the draft of the workspace for which it is longest. */
async function show(language: string): Promise<void> {
	const { content } = toFile('register-html', postureOf('every switch on'), { ...NOTHING_STATED, contactEmail: 'dpo@example.org', hostingLocation: 'Reykjavík' }, translator(language));
	await page.unrouteAll();
	await page.route('**/draft.html', (route) => route.fulfill({ body: content, contentType: 'text/html; charset=utf-8' }));
	await page.goto('http://draft.example/draft.html');
}

describe.each([
	{ language: 'en', colorScheme: 'light', media: 'screen', width: 1280 },
	{ language: 'en', colorScheme: 'dark', media: 'screen', width: 390 },
	{ language: 'ar', colorScheme: 'light', media: 'screen', width: 390 },
	{ language: 'ar', colorScheme: 'dark', media: 'print', width: 794 },
] as const)('the draft for the record in $language at $width pixels, $media, $colorScheme', ({ language, colorScheme, media, width }) => {
	beforeAll(async () => {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme, media });
		await show(language);
	});

	test('passes axe', async () => {
		expect(await audit(page)).toEqual([]);
	});

	test('needs no scrolling sideways', async () => {
		expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
	});
});

test('axe would find something', async () => {
	await page.evaluate(() => document.body.append(document.createElement('button')));
	expect((await audit(page)).join()).toContain('button-name');
});
