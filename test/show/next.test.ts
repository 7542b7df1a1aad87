import { askedWords } from '../../src/show/as/next';

test('what was pressed below a message is words and perhaps a thread, and nothing else', () => {
	expect([undefined, '', 'flows on', 'explain link-previews|abc_1-2', 'legal|../x', 'a|b|c'].map(askedWords)).toEqual([
		{ words: [], threadId: undefined },
		{ words: [], threadId: undefined },
		{ words: ['flows', 'on'], threadId: undefined },
		{ words: ['explain', 'link-previews'], threadId: 'abc_1-2' },
		{ words: ['legal'], threadId: undefined },
		{ words: ['a'], threadId: 'b' },
	]);
});
