import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from '../../../tools/workbench/contract';
import { watchPaths, type Watch } from '../../../tools/workbench/host/watch';

let folder: string;
let watch: Watch;
let told: Part[];

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'watched-'));
	mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
	mkdirSync(join(folder, 'page'));
	writeFileSync(join(folder, 'src', 'deep', 'text.ts'), 'one');
	writeFileSync(join(folder, 'app.json'), '{}');
	told = [];
	watch = await watchPaths(
		{ app: [join(folder, 'src'), join(folder, 'app.json')], page: [join(folder, 'page')] },
		(part) => told.push(part),
		(error) => {
			throw error;
		},
	);
});

afterEach(async () => {
	await watch.close();
	rmSync(folder, { recursive: true });
});

/** Resolves as soon as so many changes were told; the test's own time is the limit. */
async function changes(count: number): Promise<Part[]> {
	while (told.length < count) {
		await wait(20);
	}
	return told;
}

test('what is there at the beginning is no change, and a changed file deep below is one', async () => {
	expect(told).toEqual([]);
	writeFileSync(join(folder, 'src', 'deep', 'text.ts'), 'two');
	expect(await changes(1)).toEqual(['app']);
});

test('a file that is named is watched by itself, and so is one that is put in its place', async () => {
	writeFileSync(join(folder, 'app.json'), '{"a":1}');
	await changes(1);
	writeFileSync(join(folder, 'app.json.new'), '{"a":2}');
	renameSync(join(folder, 'app.json.new'), join(folder, 'app.json'));
	expect(await changes(2)).toEqual(['app', 'app']);
});

test('each part is told of its own, new folders included', async () => {
	mkdirSync(join(folder, 'page', 'new'));
	await changes(1);
	writeFileSync(join(folder, 'page', 'new', 'App.tsx'), '');
	expect(await changes(2)).toEqual(['page', 'page']);
});

test('what an editor leaves beside a file is no change', async () => {
	for (const name of ['.text.ts.swp', '.#text.ts', 'text.ts~', '4913']) {
		writeFileSync(join(folder, 'src', name), 'x');
	}
	// Told of later than those would be.
	writeFileSync(join(folder, 'page', 'App.tsx'), 'x');
	await changes(1);
	expect(told).toEqual(['page']);
});

test('once it is closed nothing is told any more', async () => {
	writeFileSync(join(folder, 'src', 'deep', 'text.ts'), 'two');
	await watch.close();
	const other = await watchPaths({ app: [join(folder, 'app.json')], page: [join(folder, 'src')] }, (part) => told.push(part), () => {});
	writeFileSync(join(folder, 'src', 'deep', 'text.ts'), 'three');
	await changes(1);
	await other.close();
	expect(told).toEqual(['page']);
});
