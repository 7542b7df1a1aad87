import type { Part } from '../../../tools/workbench/contract';
import { Reload } from '../../../tools/workbench/host/reload';

/** Makers that end when a test says so. */
function makers() {
	const begun: Part[] = [];
	const ends: ((problem?: string) => void)[] = [];
	const make = (part: Part) => () =>
		new Promise<void>((resolve, reject) => {
			begun.push(part);
			ends.push((problem) => (problem === undefined ? resolve() : reject(new Error(problem))));
		});
	const end = async (problem?: string) => {
		ends.shift()?.(problem);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { begun, end, reload: new Reload({ app: make('app'), page: make('page') }) };
}

test('a changed part is made anew, and it says so while it does', async () => {
	const { begun, end, reload } = makers();
	const seen: Part[][] = [];
	reload.onChange(() => seen.push(reload.state.making));
	reload.touch('app');
	expect(reload.state).toEqual({ making: ['app'], problems: [], count: 0 });
	await end();
	await reload.settled();
	expect(reload.state).toEqual({ making: [], problems: [], count: 1 });
	expect(begun).toEqual(['app']);
	expect(seen).toEqual([['app'], []]);
});

test('what changes meanwhile is made once more after it, not beside it', async () => {
	const { begun, end, reload } = makers();
	reload.touch('app');
	reload.touch('app');
	reload.touch('app');
	expect(begun).toEqual(['app']);
	await end();
	expect(begun).toEqual(['app', 'app']);
	expect(reload.state.making).toEqual(['app']);
	await end();
	await reload.settled();
	expect(begun).toEqual(['app', 'app']);
});

test('what cannot be made is said until it is mended, and the other part does not wait for it', async () => {
	const { end, reload } = makers();
	reload.touch('app');
	await end('x.ts:1:1: ERROR: Unexpected "}"');
	reload.touch('page');
	await end();
	await reload.settled();
	expect(reload.state.problems).toEqual([{ part: 'app', text: 'x.ts:1:1: ERROR: Unexpected "}"' }]);
	reload.touch('app');
	expect(reload.state.problems).toHaveLength(1);
	await end();
	await reload.settled();
	expect(reload.state.problems).toEqual([]);
});
