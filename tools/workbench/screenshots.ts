/**
 * Pictures of the app in the workbench, as PNG files.
 *
 *     npm run screenshots                          those of the documentation
 *     npm run screenshots -- --set marketplace     those of the marketplace
 *     npm run screenshots -- <folder> <name> …     some of them, elsewhere
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startBrowser } from './browser';
import { openWorkbench } from './open';
import { findWorkspace } from './workspaces';

export interface Shot {
	/** File name without its ending. */
	name: string;
	workspace: string;
	/** Username. */
	as: string;
	/** Picked before anything is typed. */
	language?: string;
	/** What is typed, one after the other. */
	commands: string[];
	/** Anything else to do before the picture is taken, one after the other. */
	then?: ((page: Page) => Promise<void>)[];
	width?: number;
	height?: number;
	colorScheme?: 'light' | 'dark';
}

/** The marketplace asks for this size. */
const usual = { width: 1200, height: 600 };

export const shots: Shot[] = [
	{ name: 'panel', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'] },
	{ name: 'panel-dark', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'], colorScheme: 'dark' },
	{ name: 'contradiction', workspace: 'air-gapped-gateway-on', as: 'admin', commands: ['/privacy-status'] },
	{ name: 'air-gapped', workspace: 'air-gapped-clean', as: 'admin', commands: ['/privacy-status'] },
	{ name: 'notice', workspace: 'air-gapped-clean', as: 'member', commands: ['/privacy-notice'] },
	{ name: 'legal', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status legal'] },
	{ name: 'refused', workspace: 'self-managed-registered', as: 'member', commands: ['/privacy-status'] },
	{ name: 'settings', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'], then: [openSettings] },
	{ name: 'report-html', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status export html'], then: [openDocument] },
	{ name: 'panel-arabic', workspace: 'self-managed-registered', as: 'admin', language: 'ar', commands: ['/privacy-status'] },
	{ name: 'panel-japanese', workspace: 'self-managed-registered', as: 'admin', language: 'ja', commands: ['/privacy-status'] },
	{ name: 'panel-german', workspace: 'self-managed-registered', as: 'admin', language: 'de', commands: ['/privacy-status'] },
	{ name: 'phone', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'], width: 375, height: 667 },
];

/** What the marketplace shows, in its order: at most five. docs/marketplace.md has what is said below them. */
export const marketplaceShots: Shot[] = [
	{ name: '1-panel', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'], then: [withoutWorkbench] },
	{ name: '2-contradiction', workspace: 'air-gapped-gateway-on', as: 'admin', commands: ['/privacy-status'], then: [withoutWorkbench] },
	{ name: '3-notice', workspace: 'air-gapped-clean', as: 'member', commands: ['/privacy-notice'], then: [withoutWorkbench] },
	{ name: '4-settings', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status'], then: [openSettings, withoutWorkbench] },
	{ name: '5-report', workspace: 'self-managed-registered', as: 'admin', commands: ['/privacy-status export html'], then: [openDocument, atTheMatrix] },
];

const sets: Record<string, { shots: Shot[]; folder: string }> = {
	documentation: { shots, folder: 'screenshots' },
	marketplace: { shots: marketplaceShots, folder: 'marketplace' },
};

/** Takes the pictures into the folder; pictures of one workspace share its engine. Returns the files. */
export async function takeScreenshots(wanted: Shot[], folder: string, say: (line: string) => void = () => {}): Promise<string[]> {
	mkdirSync(folder, { recursive: true });
	const files: string[] = [];
	for (const workspace of new Set(wanted.map((shot) => shot.workspace))) {
		const workbench = await openWorkbench({ workspace: findWorkspace(workspace), port: 0, say });
		try {
			for (const shot of wanted.filter((candidate) => candidate.workspace === workspace)) {
				const file = join(folder, `${shot.name}.png`);
				await take(shot, new URL(workbench.url).origin, file);
				say(file);
				files.push(file);
			}
		} finally {
			await workbench.close();
		}
	}
	return files;
}

async function take({ as, language = '', commands, then = [], width = usual.width, height = usual.height, colorScheme = 'light' }: Shot, url: string, file: string): Promise<void> {
	const browser = await startBrowser({ width, height, colorScheme });
	try {
		const page = await browser.context.newPage();
		await page.goto(`${url}/?as=${encodeURIComponent(as)}`);
		const composer = page.getByRole('combobox', { name: /^Message/ });
		const waiting = page.getByRole('status').filter({ hasText: 'The app is answering' });
		if (language !== '') {
			await page.getByLabel('Your language').selectOption(language);
			await page.locator(`.workbench[lang="${language}"]`).waitFor();
		}
		for (const command of commands) {
			await composer.fill(command);
			await composer.press('Enter');
			await waiting.waitFor({ state: 'hidden' });
		}
		for (const step of then) {
			await step(page);
		}
		// Whatever the kit still moves comes to rest.
		await wait(500);
		await page.screenshot({ path: file });
		// The next picture of this user begins with nothing open, and with nothing hidden: so the page is opened anew, and its surfaces closed.
		await page.goto(`${url}/?as=${encodeURIComponent(as)}`);
		await composer.waitFor();
		for (const close of (await page.getByRole('button', { name: 'Close', exact: true }).all()).reverse()) {
			await close.click();
		}
		if (language !== '') {
			await page.getByLabel('Your language').selectOption('');
		}
	} finally {
		await browser.close();
	}
}

async function openSettings(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'The app’s settings' }).click();
	await page.locator('.app-settings .rcx-accordion-item').first().waitFor();
	await withoutRing(page);
}

/** The ring of what has the focus would be all that moves the eye. */
async function withoutRing(page: Page): Promise<void> {
	await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
}

/** Only what the app shows: the column in which a workspace and a person are picked is the workbench's own. */
async function withoutWorkbench(page: Page): Promise<void> {
	await withoutRing(page);
	await page.evaluate(() => {
		const workbench = document.querySelector<HTMLElement>('.workbench');
		const column = document.querySelector<HTMLElement>('.workbench > .sidebar');
		if (workbench === null || column === null) {
			throw new Error('The workbench has no column of its own any more.');
		}
		column.style.display = 'none';
		workbench.style.gridTemplateColumns = workbench.classList.contains('with-bar') ? 'minmax(0, 1fr) 480px' : 'minmax(0, 1fr)';
	});
}

/** The place of the document that says most at a glance. */
async function atTheMatrix(page: Page): Promise<void> {
	await page.getByRole('heading', { name: 'Who can see what' }).evaluate((heading) => heading.scrollIntoView());
}

/** The newest HTML document that was handed over, in this very tab, so that the picture is of it. */
async function openDocument(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^privacy-status/ }).click();
	const address = await page.getByRole('link', { name: /^[\w.-]+\.html \(HTML document/ }).last().getAttribute('href');
	await page.goto(new URL(address ?? '', page.url()).href);
}

if (require.main === module) {
	const { values, positionals } = parseArgs({ options: { set: { type: 'string', default: 'documentation' } }, allowPositionals: true });
	const set = sets[values.set];
	if (set === undefined) {
		process.stderr.write(`There is no set "${values.set}". Sets: ${Object.keys(sets).join(', ')}.\n`);
		process.exit(1);
	}
	const [folder = join(__dirname, '..', '..', 'docs', set.folder), ...names] = positionals;
	const chosen = names.length === 0 ? set.shots : set.shots.filter(({ name }) => names.includes(name));
	takeScreenshots(chosen, resolve(folder), (line) => process.stderr.write(`${line}\n`)).then(
		() => process.exit(),
		(error: unknown) => {
			process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
			process.exit(1);
		},
	);
}
