import { staleAmong } from '../../tools/docs/docs';
import { DOCUMENTS } from '../../tools/docs/documents';
import { FLOW_INDEX } from '../../tools/docs/flow-index';
import { missingIn, stillTrue } from '../../tools/docs/translations';
import { raised } from '../../tools/docs/version';

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
