import { packed } from '../../src/show/as/chat';

test('sections share a message as long as they fit, and are never cut', () => {
	expect(packed(['aaaa', 'bbbb', 'cccc'], 10)).toEqual(['aaaa\n\nbbbb', 'cccc']);
});

test('a section that is too long goes on in the next message, from line to line', () => {
	expect(packed(['one', 'first\nsecond\nthird', 'last'], 12)).toEqual(['one', 'first\nsecond', 'third\n\nlast']);
});

test('nothing gives nothing', () => {
	expect(packed([])).toEqual([]);
});
