import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import manifest from '../../app.json';
import { withAppId } from '../../tools/docs/app-id';
import { staleAmong } from '../../tools/docs/docs';
import { presentFile, ROOT } from '../../tools/docs/document';
import { DOCUMENTS } from '../../tools/docs/documents';
import { FLOW_INDEX } from '../../tools/docs/flow-index';
import { missingIn, stillTrue } from '../../tools/docs/translations';
import { raised } from '../../tools/docs/version';
import type * as DocumentsModule from '../../tools/docs/documents';

test.each([FLOW_INDEX, ...DOCUMENTS].map((document) => [document.name, document] as const))('%s is what the code says: npm run docs', (_name, document) => {
	expect(staleAmong([document]).map(({ name }) => name)).toEqual([]);
});

describe('translations', () => {
	const before = { same: 'A', changed: 'B', gone: 'C' };
	const now = { added: 'D', changed: 'B, and more', same: 'A' };
	const german = { gone: 'c', changed: 'b', same: 'a', added: 'd' };

	test('a text whose English changed, or is gone, loses its translation; the others stay, in the order of the English ones', () => {
		expect(Object.entries(stillTrue(german, before, now))).toEqual([['added', 'd'], ['same', 'a']]);
	});

	test('what a language lacks is told by its name', () => {
		expect(missingIn({ same: 'a' }, now)).toEqual(['added', 'changed']);
	});
});

test.each([
	['2026.11', '2026.11.1'],
	['2026.11.1', '2026.11.2'],
	['2027.01.9', '2027.01.10'],
])('after the version %s comes %s', (version, next) => {
	expect(raised(version)).toBe(next);
});

describe('the app’s id', () => {
	const ANOTHER = '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
	const named = (text: string): boolean => [manifest.id, manifest.id.toUpperCase().replaceAll('-', '_')].some((id) => text.includes(id));

	test('is written in app.json alone; every other file that names it is made, or refreshed, from there', () => {
		const files = ['src', 'tools', 'test', 'docs', 'i18n', '.ci'].flatMap((folder) => readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true }))
			.filter((entry) => entry.isFile() && /\.(?:ts|tsx|js|cjs|mjs|json|md|txt|html|css)$/.test(entry.name))
			.map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
		const inRoot = readdirSync(ROOT, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
		const naming = [...files, ...inRoot].filter((name) => named(readFileSync(path.join(ROOT, name), 'utf8')));
		expect(naming).toEqual(expect.arrayContaining(['app.json', 'docs/scripts.md', 'docs/settings.md']));
		const refreshed = DOCUMENTS.map(({ name }) => name);
		expect(naming.filter((name) => name !== 'app.json' && !refreshed.includes(name))).toEqual([]);
	});

	test('another one in app.json leaves none of the old in what npm run docs writes', () => {
		jest.isolateModules(() => {
			jest.doMock('../../app.json', () => ({ ...manifest, id: ANOTHER }));
			const { DOCUMENTS: made } = jest.requireActual<typeof DocumentsModule>('../../tools/docs/documents');
			const contents = made.map(({ name, refreshed }) => ({ name, content: refreshed(presentFile(name)) }));
			expect(contents.filter(({ content }) => named(content)).map(({ name }) => name)).toEqual([]);
			expect(contents.filter(({ content }) => content.includes(ANOTHER)).map(({ name }) => name)).toContain('docs/scripts.md');
			expect(contents.filter(({ content }) => content.includes('RC_APPS_0A1B2C3D_4E5F_4A6B_8C7D_9E0F1A2B3C4D_')).map(({ name }) => name)).toContain('docs/settings.md');
			jest.dontMock('../../app.json');
		});
	});

	test('is put where texts name one, and nowhere else', () => {
		const other = ANOTHER.replace(/^0a/, 'ff');
		expect(withAppId(`/api/apps/public/${other}/report.json /api/apps/private/${other}/66b1/report.json /api/apps/${other}/apis RC_APPS_FF1B2C3D_4E5F_4A6B_8C7D_9E0F1A2B3C4D_X RC_APPS_<APPID>_X ${other}`, ANOTHER)).toBe(
			`/api/apps/public/${ANOTHER}/report.json /api/apps/private/${ANOTHER}/66b1/report.json /api/apps/${ANOTHER}/apis RC_APPS_0A1B2C3D_4E5F_4A6B_8C7D_9E0F1A2B3C4D_X RC_APPS_<APPID>_X ${other}`,
		);
	});
});
