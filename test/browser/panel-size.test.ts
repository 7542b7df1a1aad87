import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Page } from 'playwright-core';
import { translator } from '../../src/language/translate';
import type { Posture } from '../../src/posture/posture';
import { statusPanel } from '../../src/show/as/panel';
import { readWorkspace } from '../../tools/host';
import { ownSources } from '../../tools/workbench/sources';
import { judged } from '../posture/workspace-judged';
import { panelsZip } from './panels/zip';
import { say, Stage } from './open-page';

/** Pixels of its whole content, as the kit draws it in the width of a contextual bar. */
const MOST = 2_000;
const MOST_OF_THE_USUAL = 1_400;
const USUAL = 'self-managed-registered';

const names = readdirSync(path.join(__dirname, '../workspaces')).map((file) => path.basename(file, '.json'));
const languages = ['en', 'de', 'ar', 'ja'] as const;

let stage: Stage;
let page: Page;

beforeAll(async () => {
	const postures = await Promise.all(names.map(async (name) => [name, (await judged(readWorkspace(name))).posture] as const));
	const panels = postures.flatMap(([name, posture]) =>
		languages.filter((language) => language === 'en' || name === USUAL).map((language): [string, LayoutBlock[]] => [`${name}-${language}`, blocksOf(posture, language)]),
	);
	const [, usual] = postures.find(([name]) => name === USUAL) ?? [];
	if (usual === undefined) {
		throw new Error(`There is no workspace ${USUAL}.`);
	}
	const zip = panelsZip(Object.fromEntries([...panels, ['worst', blocksOf(worst(usual, postures.map(([, posture]) => posture)), 'en')]]));
	stage = await Stage.open(USUAL, { sources: { ...ownSources, app: async () => zip } });
	page = await stage.page('admin');
});

afterAll(async () => {
	await stage.close();
});

function blocksOf(posture: Posture, language: string): LayoutBlock[] {
	return statusPanel(posture, translator(language), 'app-id').blocks;
}

/** Everything on, every contradiction that any workspace has, every cell in another state than its neighbour. */
function worst(usual: Posture, all: readonly Posture[]): Posture {
	return {
		...usual,
		workspaceOrigin: null,
		deployment: { ...usual.deployment, conflicts: all.flatMap(({ deployment }) => deployment.conflicts) },
		flows: usual.flows.map((flow) => ({ ...flow, state: 'on', effect: 'sent' })),
		exposure: usual.exposure.map((cell, at) => ({ ...cell, state: (['yes', 'limited', 'unknown', 'no'] as const)[at % 4] ?? 'no' })),
	};
}

async function heightOf(name: string): Promise<number> {
	await say(page, `/panel ${name}`);
	const content = page.getByRole('group', { name: `${name}: content`, exact: true });
	await content.locator('.rcx-box').first().waitFor();
	// What lies below the fold counts: from the top of the first block to the end of the last one.
	return content.evaluate((element) => {
		const parts = [...element.querySelectorAll('*')].map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
		return Math.max(...parts.map(({ bottom }) => bottom)) - Math.min(...parts.map(({ top }) => top));
	});
}

test(`no workspace makes the first page of the panel longer than ${MOST} pixels`, async () => {
	const heights: Record<string, number> = {};
	for (const name of [...names.map((each) => `${each}-en`), 'worst']) {
		heights[name] = await heightOf(name);
	}
	expect(Object.values(heights).filter((height) => height < 100)).toEqual([]);
	expect(Object.entries(heights).filter(([, height]) => height > MOST)).toEqual([]);
});

test(`that of a registered self-managed workspace has at most ${MOST_OF_THE_USUAL} pixels`, async () => {
	expect(await heightOf(`${USUAL}-en`)).toBeLessThanOrEqual(MOST_OF_THE_USUAL);
});

test.each(languages)(`in %s it has at most ${MOST}, whatever its words are`, async (language) => {
	expect(await heightOf(`${USUAL}-${language}`)).toBeLessThanOrEqual(MOST);
});

test('where nothing can be read it is one card', async () => {
	expect(await heightOf('nothing-readable-en')).toBeLessThan(500);
});
