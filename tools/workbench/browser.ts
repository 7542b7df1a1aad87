import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../run/chromium.cjs';

/** A browser that talks to this machine only, with a profile that is thrown away. */
export interface Browser {
	context: BrowserContext;
	close(): Promise<void>;
}

interface Looks {
	width: number;
	height: number;
	colorScheme?: 'light' | 'dark';
	/** Dots of the screen to one of the page. */
	sharpness?: number;
	/** Whether a page's own policy counts not, so that something can be put into it. */
	ignorePolicies?: boolean;
}

const flags = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Containers have little of it.
	'--disable-dev-shm-usage',
];

export async function startBrowser({ width, height, colorScheme = 'light', sharpness = 1, ignorePolicies = false }: Looks): Promise<Browser> {
	const executablePath = findChromium();
	if (executablePath === undefined) {
		throw new Error('No Chromium or Chrome found. Install one, or set CHROME_PATH to its program.');
	}
	const profile = mkdtempSync(join(tmpdir(), 'workbench-browser-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: true,
		// Chromium's own sandbox does not work for root, which is who runs in many containers.
		chromiumSandbox: process.getuid?.() !== 0,
		args: flags,
		viewport: { width, height },
		colorScheme,
		deviceScaleFactor: sharpness,
		bypassCSP: ignorePolicies,
	});
	return {
		context,
		async close() {
			await context.close();
			rmSync(profile, { recursive: true, force: true });
		},
	};
}
