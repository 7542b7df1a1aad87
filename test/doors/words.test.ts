import { closest } from '../../src/doors/commands/closest';
import { parseStatusRequest } from '../../src/doors/commands/words';
import { processorTime } from '../posture/processor-time';

test.each([
	[[], { kind: 'status' }],
	[['help'], { kind: 'help' }],
	[['HELP', 'me'], { kind: 'help' }],
	[['export', 'json'], { kind: 'export', format: 'json' }],
	[['Export', 'JSON', 'now'], { kind: 'export', format: 'json' }],
	[['export'], { kind: 'export-unknown', typed: null }],
	[['export', 'pdf'], { kind: 'export-unknown', typed: 'pdf' }],
	[['hepl'], { kind: 'unknown', typed: 'hepl', suggestion: 'help' }],
	[['xyzzy'], { kind: 'unknown', typed: 'xyzzy', suggestion: null }],
	[['constructor'], { kind: 'unknown', typed: 'constructor', suggestion: null }],
])('%j', (words, expected) => {
	expect(parseStatusRequest(words)).toEqual(expected);
});

test('absurd words are answered at once', () => {
	const spent = processorTime(() => {
		expect(closest('x'.repeat(1_000_000), ['help'])).toBeNull();
		expect(parseStatusRequest(Array<string>(100_000).fill('help'))).toEqual({ kind: 'help' });
	});
	expect(spent).toBeLessThan(500);
});
