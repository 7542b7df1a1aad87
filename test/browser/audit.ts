import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A violation that stays, and why. */
export interface Accepted {
	rule: string;
	/** Part of the selector that axe gives. */
	selector: string;
	reason: string;
}

const options: RunOptions = { resultTypes: ['violations'], preload: false };

/**
 * What axe finds wrong with the page as it is shown now, one line per element, without what is accepted.
 *
 * @throws Error when axe did not really look
 */
export async function audit(page: Page, accepted: readonly Accepted[] = []): Promise<string[]> {
	// As an expression of the test's own it runs whatever the page's policy for scripts is.
	await page.evaluate(source);
	const { passes, violations } = await page.evaluate(async (given) => {
		const results = await (window as unknown as { axe: { run: (where: Document, options: RunOptions) => Promise<AxeResults> } }).axe.run(document, given);
		return {
			passes: results.passes.length,
			violations: results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, help, target: target.join(' '), why: failureSummary ?? '' }))),
		};
	}, options);
	if (passes === 0) {
		throw new Error('axe found nothing that it could check.');
	}
	return violations
		.filter(({ id, target }) => !accepted.some(({ rule, selector }) => rule === id && target.includes(selector)))
		.map(({ id, help, target, why }) => `${id}: ${help}: ${target}: ${why.replace(/\s+/g, ' ')}`);
}
