import type { Page } from 'playwright-core';
import { startBrowser, type Browser } from '../../tools/workbench/browser';
import { openWorkbench, type Workbench } from '../../tools/workbench/open';
import type { Sources } from '../../tools/workbench/sources';
import { findWorkspace } from '../../tools/workbench/workspaces';

/** A running workbench and a browser, for the tests of one file. */
export class Stage {
	private readonly complaints: string[] = [];

	private constructor(
		private readonly workbench: Workbench,
		private readonly browser: Browser,
	) {}

	/** @param opening what is opened in place of this repository's app and page, and whether it is watched */
	static async open(workspace: string, opening: { sources?: Sources; watch?: boolean } = {}): Promise<Stage> {
		const workbench = await openWorkbench({
			workspace: findWorkspace(workspace),
			port: 0,
			say: () => {},
			...opening,
		});
		try {
			return new Stage(workbench, await startBrowser({ width: 1280, height: 800 }));
		} catch (error) {
			await workbench.close();
			throw error;
		}
	}

	/** A page of that user, whose console and network are watched. */
	async page(as: string, { width = 1280, height = 800 } = {}): Promise<Page> {
		const page = await this.browser.context.newPage();
		// As long as a test may take: what hangs is ended by that.
		page.setDefaultTimeout(120_000);
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) {
				this.complaints.push(`console ${message.type()}: ${message.text()}`);
			}
		});
		page.on('pageerror', (error) => this.complaints.push(`thrown: ${error.message}`));
		page.on('requestfailed', (request) => {
			// Leaving the page ends its stream of events; that is no failure.
			if (!request.url().includes('/api/state')) {
				this.complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
			}
		});
		page.on('response', (response) => {
			if (response.status() >= 400) {
				this.complaints.push(`${response.status()}: ${response.url()}`);
			}
		});
		page.on('request', (request) => {
			if (!/^(http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) {
				this.complaints.push(`asked another host: ${request.url()}`);
			}
		});
		await page.setViewportSize({ width, height });
		await page.goto(`${new URL(this.workbench.url).origin}/?as=${as}`);
		await page.getByRole('combobox', { name: /^Message/ }).waitFor();
		return page;
	}

	/** What the browser complained about since the last time it was asked. */
	takeComplaints(): string[] {
		return this.complaints.splice(0);
	}

	async close(): Promise<void> {
		await this.browser.close();
		await this.workbench.close();
	}
}

/** Closes what is open in this user's client: it would be there again when the page comes back. */
export async function closeSurfaces(page: Page): Promise<void> {
	for (const surface of [page.getByRole('dialog'), page.getByRole('complementary')]) {
		if ((await surface.count()) > 0) {
			await surface.getByRole('button', { name: 'Close', exact: true }).click();
			await surface.waitFor({ state: 'detached' });
		}
	}
}

/** Unfolds what the workbench keeps out of the way. */
export async function unfoldTools(page: Page): Promise<void> {
	await page.getByRole('navigation').locator('summary').click();
	await page.getByText(/^Real: Apps-Engine/).waitFor();
}

/** Unfolds every section of the settings page. */
export async function unfoldAll(page: Page): Promise<void> {
	for (const head of await page.locator('.app-settings .rcx-accordion-item > [role=button]').all()) {
		if ((await head.getAttribute('aria-expanded')) === 'false') {
			await head.press('Enter');
		}
	}
	await page.locator('.app-settings [role=button][aria-expanded=false]').first().waitFor({ state: 'detached' });
}

export async function say(page: Page, text: string): Promise<void> {
	await page.getByRole('combobox', { name: /^Message/ }).fill(text);
	await page.keyboard.press('Enter');
}
