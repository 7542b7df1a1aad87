import type { Page, Response } from 'playwright-core';
import { audit } from './audit';
import { say, Stage } from './open-page';

let stage: Stage;
let workbench: Page;
/** The exported document, in a tab of its own. */
let report: Page;
let answer: Response;
let document: Buffer;
/** What the browser asked for and what it complained about since the link was followed. */
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
	stage = await Stage.open('self-managed-registered');
	workbench = await stage.page('admin');
	await say(workbench, '/privacy-status export html');
	await workbench.getByRole('button', { name: /^privacy-status/ }).click();
	const link = workbench.getByRole('link', { name: /^privacy-status-[\d-]+\.html \(HTML document, [\d.]+ kB\)$/ });
	await link.waitFor();

	const context = workbench.context();
	context.on('request', (request) => {
		if (!request.url().includes('/api/')) {
			asked.push(new URL(request.url()).pathname.replace(/[^/]+$/, '…'));
		}
	});
	context.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
	context.on('weberror', (error) => complaints.push(error.error().message));
	const opened = context.waitForEvent('page');
	const answered = context.waitForEvent('response', (response) => response.url().includes('/files/'));
	await link.click();
	report = await opened;
	answer = await answered;
	report.setDefaultTimeout(120_000);
	await report.waitForLoadState('load');
	document = await answer.body();
});

afterAll(async () => {
	await stage.close();
});

afterEach(() => {
	expect([...complaints.splice(0), ...stage.takeComplaints()]).toEqual([]);
	expect(asked).toEqual(['/files/…']);
});

test('it opens in a tab of its own, in a sandbox, and both policies let its style in', async () => {
	expect(answer.status()).toBe(200);
	expect(answer.headers()).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-disposition': expect.stringMatching(/^inline;/) as string });
	expect(answer.headers()['content-security-policy']).toMatch(/^sandbox; default-src 'none';/);
	expect(await report.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toMatch(/style-src 'sha256-/);
	expect(await report.evaluate(() => window.document.styleSheets[0]?.cssRules.length ?? 0)).toBeGreaterThan(10);
	expect(await report.evaluate(() => window.origin)).toBe('null');
});

test.each([
	{ what: 'in light colours', colorScheme: 'light', media: 'screen', width: 1280 },
	{ what: 'in dark colours', colorScheme: 'dark', media: 'screen', width: 1280 },
	{ what: 'on a phone', colorScheme: 'light', media: 'screen', width: 375 },
	{ what: 'on a phone in dark colours', colorScheme: 'dark', media: 'screen', width: 375 },
	{ what: 'as it is printed', colorScheme: 'light', media: 'print', width: 794 },
	{ what: 'as it is printed from dark colours', colorScheme: 'dark', media: 'print', width: 794 },
] as const)('axe finds nothing wrong with it $what', async ({ colorScheme, media, width }) => {
	// The sandbox lets nothing run, axe's timers included: it looks at the same document outside of it.
	const page = await workbench.context().newPage();
	try {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme, media });
		await page.route(answer.url(), (route) => route.fulfill({ body: document, contentType: 'text/html; charset=utf-8' }));
		await page.goto(answer.url());
		expect(await audit(page)).toEqual([]);
	} finally {
		await page.close();
		asked.splice(1);
	}
});

describe('read on a screen', () => {
	beforeEach(() => report.emulateMedia({ media: 'screen', colorScheme: 'light' }));

	test('the keyboard reaches the skip link first, and then every link', async () => {
		await report.setViewportSize({ width: 375, height: 667 });
		const focus = () => report.evaluate(() => ({ link: window.document.activeElement?.getAttribute('href') ?? null, id: window.document.activeElement?.id ?? '' }));
		await report.keyboard.press('Tab');
		expect(await focus()).toMatchObject({ link: '#report' });
		expect(await report.locator('a.skip').evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
		await report.keyboard.press('Enter');
		expect(await focus()).toMatchObject({ id: 'report' });
		// Chromium itself asks, at each jump within a sandboxed document, whether a script may hear of it. There is none.
		expect(complaints.splice(0).filter((complaint) => !complaint.startsWith('error: Blocked script execution'))).toEqual([]);
		expect(await report.locator('script').count()).toBe(0);

		const links = await report.locator('main a[href], footer a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		const reached: (string | null)[] = [];
		for (let presses = 0; presses < links.length; presses++) {
			await report.keyboard.press('Tab');
			reached.push((await focus()).link);
		}
		expect(reached).toEqual(links);
	});
});

test.each([
	{ format: 'A4', width: 595 },
	{ format: 'Letter', width: 612 },
])('it prints on $format, on at most fifteen pages', async ({ format, width }) => {
	await report.emulateMedia({ media: null, colorScheme: 'light' });
	const pdf = (await report.pdf({ format })).toString('latin1');
	const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length;
	expect(pages).toBeGreaterThan(1);
	expect(pages).toBeLessThanOrEqual(15);
	expect(Math.round(Number(/\/MediaBox\s*\[0 0 ([\d.]+)/.exec(pdf)?.[1]))).toBeCloseTo(width, -1);
});
