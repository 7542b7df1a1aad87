import type { Page } from 'playwright-core';

import { LANGUAGES } from '../../src/language/languages';
import { translator } from '../../src/language/translate';
import type { Posture } from '../../src/posture/posture';
import { toFile } from '../../src/show/formats';
import { readWorkspace } from '../../tools/host';
import { startBrowser, type Browser } from '../../tools/workbench/browser';
import { judged } from '../posture/workspace-judged';
import { NOTHING_STATED, postureOf } from '../show/postures';
import { audit } from './audit';

/** `registered-then-switched-off` is the one with most flows on. */
const WORKSPACES = ['self-managed-registered', 'registered-then-switched-off', 'air-gapped-clean', 'air-gapped-services-inside', 'nothing-readable'];
/** Names of 10,000 characters. */
const LONG = 'w'.repeat(10_000);

/** Millimetres in CSS pixels. */
const MM = 96 / 25.4;
/** What the margins leave of a sheet of A4; see `@page`. */
const SHEET = { width: Math.round((210 - 2 * 12) * MM), height: (297 - 10 - 12) * MM };

let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await startBrowser({ width: 1280, height: 800 });
	page = await browser.context.newPage();
});

afterAll(async () => {
	await browser.close();
});

async function open(posture: Posture, language = 'en'): Promise<void> {
	await page.setContent(toFile('html', posture, NOTHING_STATED, translator(language)).content);
}

async function openWorkspace(name: string, language?: string): Promise<void> {
	await open((await judged(readWorkspace(name))).posture, language);
}

/** What would have to be scrolled sideways, or is wider than the page. */
function tooWide(): Promise<string[]> {
	return page.evaluate(() => [...document.querySelectorAll('html, body *')].filter((element) => !(element instanceof SVGElement) && (element.scrollWidth > window.innerWidth || element.getBoundingClientRect().right > window.innerWidth + 1)).map((element) => element.outerHTML.slice(0, 100)));
}

async function pagesOf(format: 'A4'): Promise<number> {
	const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe.each([390, 320])('at %i pixels', (width) => {
	beforeEach(async () => {
		await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
		await page.setViewportSize({ width, height: 844 });
	});

	test.each(WORKSPACES)('nothing of the report of %s needs sideways scrolling', async (name) => {
		// What fits the narrower screen fits the other; there, one language is enough.
		for (const language of width === 320 ? ['en', 'de', 'ar'] : ['en']) {
			await openWorkspace(name, language);
			expect([language, await tooWide()]).toEqual([language, []]);
		}
	});

	test('nor do names of 10,000 characters', async () => {
		const posture = postureOf('every switch on');
		await open({ ...posture, workspaceHost: LONG, flows: posture.flows.map((flow) => ({ ...flow, recipients: [{ ...flow.recipients[0], host: LONG }] })) });
		expect(await tooWide()).toEqual([]);
	});

	test('each party of the matrix is a card, with a word and a mark for each kind of data', async () => {
		await openWorkspace('self-managed-registered');
		const cells = page.locator('.matrix td');
		const labels = await cells.evaluateAll((all) => all.map((cell) => getComputedStyle(cell, '::before').content));
		expect(labels.slice(0, 5)).toEqual(['"account data"', '"usage data"', '"app data"', '"user content"', '"tracking"']);
		const marks = await page.locator('.matrix td b').evaluateAll((all) => all.map((state) => `${getComputedStyle(state, '::before').content.slice(1, 2)} ${state.textContent ?? ''}`));
		expect([...new Set(marks)].sort()).toEqual(['? could not find out', '○ no', '● yes', '◐ in some cases']);
		expect(await page.locator('.matrix td').evaluateAll((all) => all.every((cell) => cell.getBoundingClientRect().right <= window.innerWidth))).toBe(true);
	});
});

// The fullest, and the emptiest.
test.each(['registered-then-switched-off', 'nothing-readable'])('axe finds nothing wrong with the report of %s', async (name) => {
	await openWorkspace(name);
	for (const { colorScheme, width } of [{ colorScheme: 'light', width: 1280 }, { colorScheme: 'dark', width: 390 }] as const) {
		await page.emulateMedia({ media: 'screen', colorScheme });
		await page.setViewportSize({ width, height: 844 });
		expect(await audit(page)).toEqual([]);
	}
});

describe('in the picture', () => {
	/** Words that reach out of their box, or that are cut by it. */
	const outside = (): Promise<string[]> =>
		page.locator('figure svg svg').evaluateAll((boxes) =>
			boxes.flatMap((box) => {
				const { left, right, top, bottom } = box.getBoundingClientRect();
				return [...box.querySelectorAll('text')].filter((text) => {
					const place = text.getBoundingClientRect();
					return place.left < left || place.right > right || place.top < top || place.bottom > bottom + 1;
				}).map((text) => text.textContent ?? '');
			}),
		);

	test.each(LANGUAGES)('every word is within its box, in the language %s', async (language) => {
		for (const width of [1280, 390]) {
			await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
			await page.setViewportSize({ width, height: 844 });
			await openWorkspace('air-gapped-services-inside', language);
			expect(await outside()).toEqual([]);
			await open(postureOf('every switch on'), language);
			expect(await outside()).toEqual([]);
		}
	});

	test('no box lies on another', async () => {
		for (const posture of [postureOf('every switch on'), (await judged(readWorkspace('air-gapped-services-inside'))).posture]) {
			await open(posture);
			const places = await page.locator('figure svg svg').evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().toJSON() as DOMRect));
			const overlapping = places.filter((one, at) => places.slice(at + 1).some((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom));
			expect(overlapping).toEqual([]);
		}
	});

	test('it can be read on a phone, on a screen and on paper', async () => {
		await openWorkspace('self-managed-registered');
		const smallest = (): Promise<number> => page.locator('figure text').evaluateAll((all) => Math.min(...all.map((text) => Number(text.getAttribute('font-size')) * ((text as SVGTextElement).getScreenCTM()?.a ?? 0))));
		await page.emulateMedia({ media: 'screen' });
		await page.setViewportSize({ width: 390, height: 844 });
		expect(await smallest()).toBeGreaterThanOrEqual(8);
		await page.setViewportSize({ width: 1280, height: 844 });
		expect(await smallest()).toBeGreaterThanOrEqual(9);
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: SHEET.width, height: Math.round(SHEET.height) });
		expect(await smallest()).toBeGreaterThanOrEqual(6.5);
	});
});

describe('on paper', () => {
	beforeEach(() => page.emulateMedia({ media: null, colorScheme: 'light' }));

	test.each(['en', 'de', 'ru', 'hi-IN', 'ja'])('a registered self-managed workspace takes at most fifteen sheets of A4, in the language %s', async (language) => {
		await openWorkspace('self-managed-registered', language);
		expect(await pagesOf('A4')).toBeLessThanOrEqual(15);
	});

	test('its first sheet is the summary, down to who checked it', async () => {
		await openWorkspace('self-managed-registered');
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: SHEET.width, height: Math.round(SHEET.height) });
		const bottom = await page.locator('.summary').evaluate((summary) => summary.getBoundingClientRect().bottom);
		expect(bottom).toBeLessThan(SHEET.height);
		expect(await page.locator('.summary > section').evaluateAll((all) => all.map((section) => section.getAttribute('class')))).toEqual(['first', 'picture', 'matrix', 'leaving', 'checked']);
		expect(await page.locator('.summary').evaluate((summary) => getComputedStyle(summary).breakAfter)).toBe('page');
	});

	test('nothing that may be longer than a few lines is kept together, and no table begins with its head alone', async () => {
		await openWorkspace('self-managed-registered');
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: SHEET.width, height: Math.round(SHEET.height) });
		const kept = await page.locator('body *').evaluateAll((all) => all.filter((element) => getComputedStyle(element).breakInside === 'avoid').map((element) => ({ what: element.outerHTML.slice(0, 60), share: element.getBoundingClientRect().height / window.innerHeight })));
		expect(kept.filter(({ share, what }) => share > 0.15 && !what.startsWith('<svg'))).toEqual([]);
		expect(await page.locator('thead').evaluateAll((all) => all.map((head) => [getComputedStyle(head).display, getComputedStyle(head).breakAfter].join(' ')))).toEqual(expect.arrayContaining(['table-header-group avoid']) as string[]);
		expect(await page.locator('thead').evaluateAll((all) => all.filter((head) => getComputedStyle(head).breakAfter !== 'avoid').length)).toBe(0);
	});
});
