/**
 * Pictures of the app in the workbench, as PNG files: only what a server shows too, and with marks whatever fonts this machine has.
 *
 *     npm run screenshots                          all of them
 *     npm run screenshots -- --set documentation   those of the documentation, or: marketplace, marketplace-960x540
 *     npm run screenshots -- <folder> <name> …     some of them, elsewhere
 *
 * A whole set takes the place of what was in its folder; that of the marketplace writes its captions into docs/marketplace.md.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { translator } from '../../src/language/translate';
import { startBrowser } from './browser';
import { openWorkbench } from './open';
import { findWorkspace } from './workspaces';

interface Size {
	width: number;
	height: number;
}

export interface Shot {
	/** File name without its ending. */
	name: string;
	workspace: string;
	/** Username. */
	as: string;
	/** Picked before anything is typed. */
	language?: string;
	/** What is typed. */
	command?: string;
	/** Anything else to do before the picture is taken, one after the other. */
	then?: ((page: Page) => Promise<void>)[];
	/** The window in which it is drawn. */
	window: Size;
	colorScheme?: 'light' | 'dark';
	/** The part of the window that is shown; all of it otherwise. */
	part?: string;
	/** Said beside the part, on a picture of its own size. */
	headline?: string;
	picture?: Size;
}

const registered = { workspace: 'self-managed-registered', as: 'admin' };
const english = translator('en');

/** What the documentation shows. */
export const shots: Shot[] = [
	{ name: 'panel', ...registered, command: '/privacy-status' },
	{ name: 'explanation', ...registered, command: '/privacy-status', then: [openDetails] },
	{ name: 'settings', ...registered, then: [openSettings] },
	{ name: 'notice', workspace: 'air-gapped-clean', as: 'member', command: '/privacy-notice' },
	{ name: 'legal', ...registered, command: '/privacy-status legal' },
	{ name: 'report-html', ...registered, command: '/privacy-status export html', then: [openDocument] },
	{ name: 'panel-arabic', ...registered, language: 'ar', command: '/privacy-status' },
	{ name: 'panel-dark', ...registered, command: '/privacy-status', colorScheme: 'dark' as const },
	{ name: 'contradiction', workspace: 'air-gapped-gateway-on', as: 'admin', command: '/privacy-status' },
].map((shot) => ({ window: { width: 1200, height: 600 }, ...shot }));

/** What the marketplace shows, in its order: at most five, each with one thing on it and a headline. */
function marketplaceShots(picture: Size): Shot[] {
	const tall = { width: 1000, height: 900 };
	return [
		{ name: '1-panel', ...registered, command: '/privacy-status', window: tall, part: '.bar', headline: 'What leaves your workspace, to whom, and what to do first' },
		{ name: '2-explanation', ...registered, command: '/privacy-status', then: [openDetails], window: tall, part: '.bar', headline: 'Each way out explained: what is sent, to whom, how to stop it' },
		{ name: '3-settings', ...registered, then: [openSettings], window: { width: 760, height: 1000 }, part: '.app-settings', headline: 'The status on the app’s own settings page' },
		{ name: '4-notice', workspace: 'air-gapped-clean', as: 'member', command: '/privacy-notice', window: tall, part: '.rcx-modal__inner', headline: 'The privacy notice that applies here, for every member' },
		{ name: '5-report', ...registered, command: '/privacy-status export html', then: [openDocument], window: { width: 900, height: 1000 }, headline: 'A report to print and to file' },
	].map((shot) => ({ ...shot, picture }));
}

/** The portal's rule page asks for the first size, the page on graphics for the second. */
const sets: Record<string, Shot[]> = {
	'documentation': shots,
	'marketplace': marketplaceShots({ width: 1200, height: 600 }),
	'marketplace-960x540': marketplaceShots({ width: 960, height: 540 }),
};

const docs = join(__dirname, '..', '..', 'docs');
const folderOf = (set: string): string => join(docs, set === 'documentation' ? 'screenshots' : set);

/** Takes the pictures into the folder; pictures of one workspace share its engine. Returns the files. */
export async function takeScreenshots(wanted: Shot[], folder: string, say: (line: string) => void = () => {}): Promise<string[]> {
	mkdirSync(folder, { recursive: true });
	const files: string[] = [];
	for (const workspace of new Set(wanted.map((shot) => shot.workspace))) {
		const workbench = await openWorkbench({ workspace: findWorkspace(workspace), port: 0, say });
		try {
			for (const shot of wanted.filter((candidate) => candidate.workspace === workspace)) {
				const file = join(folder, `${shot.name}.png`);
				writeFileSync(file, await take(shot, new URL(workbench.url).origin));
				say(file);
				files.push(file);
			}
		} finally {
			await workbench.close();
		}
	}
	return files;
}

async function take({ workspace, as, language = '', command, then = [], window, colorScheme = 'light', part, headline, picture }: Shot, url: string): Promise<Buffer> {
	// What is made smaller for a headline's picture stays sharp.
	const browser = await startBrowser({ ...window, colorScheme, sharpness: picture === undefined ? 1 : 2, ignorePolicies: true });
	try {
		const page = await browser.context.newPage();
		await page.goto(`${url}/?as=${encodeURIComponent(as)}`);
		const composer = page.getByRole('combobox', { name: /^Message/ });
		// What the picture before this one left is gone.
		await page.evaluate((name) => fetch('/api/workspace', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name }) }), workspace);
		await composer.waitFor();
		if (language !== '') {
			await pickLanguage(page, language);
		}
		if (command !== undefined) {
			await composer.fill(command);
			await composer.press('Enter');
			await page.locator('main[aria-busy=false]').waitFor({ state: 'attached' });
		}
		for (const step of then) {
			await step(page);
		}
		await withoutWorkbench(page);
		// Whatever the kit still moves comes to rest.
		await wait(500);
		const drawn = part === undefined ? await page.screenshot() : await page.locator(part).first().screenshot();
		return picture === undefined ? drawn : await compose(page, drawn, { part, headline, picture });
	} finally {
		await browser.close();
	}
}

/** A headline, and beside it the drawn part from its top, as much as there is room for. */
async function compose(page: Page, drawn: Buffer, { part, headline = '', picture }: { part: string | undefined; headline: string | undefined; picture: Size }): Promise<Buffer> {
	const font = await fontOf(page, 'inter-latin');
	await page.goto('about:blank');
	await page.setViewportSize(picture);
	await page.setContent(`<style>
		@font-face { font-family: Inter; font-weight: 100 900; src: url(${font}); }
		body { background: #e8effa; color: #1f2329; display: grid; font-family: Inter, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; gap: 5%; grid-template-columns: 1fr 1.15fr; height: 100vh; margin: 0; overflow: hidden; }
		h1 { align-self: center; font-size: ${picture.width / 27}px; line-height: 1.25; margin: 0; padding-inline-start: 12%; text-wrap: balance; }
		figure { background: #fff; border: 1px solid #cbced1; border-block-end: 0; border-radius: 8px 8px 0 0; box-shadow: 0 4px 24px rgb(31 35 41 / 15%); margin: 7% 7% 0 0; overflow: hidden; padding: ${part === '.app-settings' ? '8px 12px 0' : '0'}; }
		img { display: block; width: 100%; }
	</style><h1>${headline}</h1><figure><img alt="" src="data:image/png;base64,${drawn.toString('base64')}"></figure>`);
	await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
	await page.evaluate(() => document.fonts.ready);
	return page.screenshot({ scale: 'css' });
}

async function pickLanguage(page: Page, language: string): Promise<void> {
	await page.getByLabel('Your language').selectOption(language);
	await page.locator(`.workbench[lang="${language}"]`).waitFor();
}

async function openSettings(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await page.locator('.app-settings .rcx-accordion-item').first().waitFor();
	// What stands above it says nothing of the app.
	await page.locator('.app-settings').evaluate((form) => form.scrollIntoView());
}

/** The explanation of a flow that sends something: by the last button, or by the selection where there is none. */
async function openDetails(page: Page): Promise<void> {
	const panel = page.getByRole('complementary');
	const details = panel.getByRole('button', { name: english('button_details'), exact: true }).last();
	const before = await panel.innerText();
	if (await details.isVisible()) {
		await details.click();
	} else {
		await panel.getByPlaceholder(english('panel_explain-placeholder')).click();
		await page.getByRole('listbox').getByRole('option', { name: /^Push/ }).first().click();
	}
	for (let tries = 0; (await panel.innerText()) === before && tries < 100; tries++) {
		await wait(100);
	}
	await panel.locator('.bar-content').evaluate((content) => content.scrollTo(0, 0));
}

/** One of the workbench's fonts, for a page that cannot ask for it. */
async function fontOf(page: Page, name: string): Promise<string> {
	return page.evaluate(async (file) => {
		const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
		return `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
	}, `/${name}.woff2`);
}

/** The newest HTML document that was handed over, in this very tab, so that the picture is of it. */
async function openDocument(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^privacy-status/ }).click();
	const newest: Locator = page.getByRole('link', { name: /^[\w.-]+\.html \(HTML document/ }).last();
	const address = new URL((await newest.getAttribute('href')) ?? '', page.url()).href;
	const font = await fontOf(page, 'marks');
	await page.goto(address);
	await page.addStyleTag({ content: `@font-face { font-family: Marks; src: url(${font}); unicode-range: U+26AA, U+26D4, U+26A0, U+1F300-1FAFF; }` });
	await page.evaluate(() => {
		document.body.style.fontFamily = `Marks, ${getComputedStyle(document.body).fontFamily}`;
	});
}

/** Only what the app shows: the column in which a workspace and a person are picked, and what can be tried, are the workbench's own. */
async function withoutWorkbench(page: Page): Promise<void> {
	await page.evaluate(() => {
		const workbench = document.querySelector<HTMLElement>('.workbench');
		if (workbench !== null) {
			document.querySelectorAll<HTMLElement>('.workbench > .sidebar, .tries, .message-foot .link').forEach((own) => (own.style.display = 'none'));
			workbench.style.gridTemplateColumns = workbench.classList.contains('with-bar') ? 'minmax(0, 1fr) 480px' : 'minmax(0, 1fr)';
			// The first is the workspace's welcome.
			document.querySelector('.messages ol > li:nth-child(2)')?.scrollIntoView({ block: 'start' });
		}
	});
	// The ring of what has the focus would be all that moves the eye.
	await page.addStyleTag({ content: ':is(#ring, *):focus-visible, :is(#ring, *):focus { border-color: transparent !important; box-shadow: none !important; outline: none !important; }' });
	await page.mouse.move(0, 0);
}

/** What docs/marketplace.md lists: the pictures that there are, each with its headline. */
function writeCaptions(): void {
	const listing = join(docs, 'marketplace.md');
	const lines = (sets['marketplace'] ?? []).map(({ name, headline = '' }, at) => `${at + 1}. \`marketplace/${name}.png\`: ${headline}.`);
	writeFileSync(listing, readFileSync(listing, 'utf8').replace(/(?<=^## Screenshots\n\n)[^]*$/m, `${lines.join('\n')}\n`));
}

async function main(): Promise<void> {
	const say = (line: string): void => void process.stderr.write(`${line}\n`);
	const { values, positionals } = parseArgs({ options: { set: { type: 'string' } }, allowPositionals: true });
	const picked = values.set === undefined ? Object.keys(sets) : [values.set];
	const [folder, ...names] = positionals;
	for (const set of picked) {
		const all = sets[set];
		if (all === undefined) {
			throw new Error(`There is no set "${set}". Sets: ${Object.keys(sets).join(', ')}.`);
		}
		const chosen = all.filter(({ name }) => names.length === 0 || names.includes(name));
		const files = await takeScreenshots(chosen, folder === undefined ? folderOf(set) : resolve(folder, picked.length === 1 ? '' : set), say);
		if (folder === undefined) {
			readdirSync(folderOf(set))
				.map((name) => join(folderOf(set), name))
				.filter((file) => !files.includes(file))
				.forEach((file) => rmSync(file));
			if (set === 'marketplace') {
				writeCaptions();
			}
		}
	}
}

if (require.main === module) {
	main().then(
		() => process.exit(),
		(error: unknown) => {
			process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
			process.exit(1);
		},
	);
}
