import { intoMessages } from '../../src/views/split';

test('sections share a message as long as they fit, and are never cut', () => {
	expect(intoMessages(['aaaa', 'bbbb', 'cccc'], 10)).toEqual(['aaaa\n\nbbbb', 'cccc']);
});

test('a section that is too long goes on in the next message, from line to line', () => {
	expect(intoMessages(['one', 'first\nsecond\nthird', 'last'], 12)).toEqual(['one', 'first\nsecond', 'third\n\nlast']);
});

test('nothing gives nothing', () => {
	expect(intoMessages([])).toEqual([]);
});
