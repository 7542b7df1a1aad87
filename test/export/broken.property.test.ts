import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

import { readExport } from '../../tools/export';
import { decode } from '../../tools/export/text';
import { definitionsFor } from '../../tools/host/server/definitions';
import { Mistake } from '../../tools/workbench/mistake';

const CANARY = 'Kestrel!Vault!55012';

/** Everything that is printed of a text, whether it is an export or not. */
function printed(text: string): string {
	try {
		const { notes, workspace } = readExport(text, 'broken');
		return [...notes, workspace.description].join('\n');
	} catch (error) {
		if (!(error instanceof Mistake)) {
			throw error;
		}
		// One sentence, of which only the end is the same in all.
		expect(error.message).toMatch(/^broken [^\n]{1,400}; expected are [^\n]*\.$/);
		return error.message;
	}
}

const FOLDER = join(__dirname, 'files');
const secrets = [...definitionsFor('9.0').values()].filter(({ type }) => type === 'string' || type === 'password').slice(0, 40);

/** Exports of every kind, with a canary for each value that is text. */
const WHOLE: Record<string, string> = {
	...Object.fromEntries(readdirSync(FOLDER).map((file) => [file, readFileSync(join(FOLDER, file), 'utf8').replaceAll('https://chat.example.org', CANARY)])),
	answer: JSON.stringify({ settings: secrets.map(({ id }) => ({ _id: id, value: CANARY })), success: true }, null, 1),
	mongoexport: secrets.map(({ id }) => JSON.stringify({ _id: id, packageValue: CANARY, value: CANARY, hidden: true })).join('\n'),
	env: secrets.map(({ id }) => `OVERWRITE_SETTING_${id}="${CANARY}"`).join('\n'),
	compose: `services:\n  a:\n    environment:\n${secrets.map(({ id }) => `      OVERWRITE_SETTING_${id}: "${CANARY}"`).join('\n')}`,
	list: `services:\n  a:\n    environment:\n${secrets.map(({ id }) => `      - OVERWRITE_SETTING_${id}=${CANARY}`).join('\n')}`,
	own: JSON.stringify({ description: 'x', server: { version: '9.0', environment: { ROOT_URL: CANARY } }, app: { contact_email: CANARY }, settings: Object.fromEntries(secrets.map(({ id }) => [id, CANARY])) }),
};

const whole = fc.constantFrom(...Object.keys(WHOLE)).map((name) => Buffer.from(WHOLE[name] ?? '', 'utf8'));

test('every whole one is read without a value being printed, so that the broken ones are worth trying', () => {
	for (const [name, text] of Object.entries(WHOLE).filter(([, content]) => content !== '')) {
		expect([name, printed(text)]).toEqual([name, expect.not.stringMatching(/; expected are|Kestrel/)]);
	}
});

test('a file that breaks off', () => {
	fc.assert(
		fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) => {
			expect(printed(decode(bytes.subarray(0, Math.floor(bytes.length * part))))).not.toContain('Kestrel');
		}),
		{ numRuns: 400 },
	);
});

test('a file with flipped bits', () => {
	fc.assert(
		fc.property(whole, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(7)), { minLength: 1, maxLength: 6 }), (bytes, flips) => {
			const broken = Buffer.from(bytes);
			for (const [at, bit] of flips) {
				const place = Math.floor(at * broken.length);
				broken[place] = (broken[place] ?? 0) ^ (1 << bit);
			}
			expect(printed(decode(broken))).not.toContain('Kestrel');
		}),
		{ numRuns: 1000 },
	);
});

test('pieces of exports put together in any order', () => {
	const pieces = fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\n', '\\', '//', '/*', '*/', '#', '- ', '$', '=', '"__proto__"', '"settings"', '"_id"', '"value"', 'OVERWRITE_SETTING_', 'Site_Url', '"Site_Url"', 'services', '"server"', `"${CANARY}"`, CANARY, 'null', '1e999', '&a', '*a', '<<', '!!binary', '---', '\uFEFF', '\u0000');
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
			expect(printed(parts.join(''))).not.toContain('Kestrel');
		}),
		{ numRuns: 3000 },
	);
});

test('bytes of any kind, as each encoding', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]), (bytes, mark) => {
			printed(decode(Uint8Array.from([...mark, ...bytes])));
		}),
		{ numRuns: 1000 },
	);
});

test('UTF-16, as Windows redirects it, is read', () => {
	const bytes = Buffer.from('\uFEFF{"Push_enable": false}', 'utf16le');
	expect(readExport(decode(bytes), 'file').workspace.settings).toEqual({ Push_enable: false });
	expect(readExport(decode(bytes.swap16()), 'file').workspace.settings).toEqual({ Push_enable: false });
});

const DEEP = 10_000;
/** Ten megabytes, where a letter is a byte. */
const LONG = 10_000_000;

test.each<[name: string, text: () => string]>([
	['arrays in arrays', () => '['.repeat(DEEP) + ']'.repeat(DEEP)],
	['arrays without an end', () => '['.repeat(DEEP)],
	['objects in objects', () => `${'{"settings":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`],
	['a value', () => `{"settings":[{"_id":"Push_enable","value":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}]}`],
	['a default', () => `{"_id":"Push_enable","value":true,"packageValue":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`],
	['our own form', () => `{"server":{"version":"9.0"},"app":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`],
	['a value of our own form', () => `{"server":{"version":"9.0"},"settings":{"Hide_System_Messages":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`],
	['lists of Kubernetes', () => `${'{"kind":"List","items":['.repeat(DEEP)}${']}'.repeat(DEEP)}`],
	['YAML', () => 'a: '.concat('['.repeat(DEEP))],
	['YAML by its indent', () => Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
	['aliases', () => ['a0: &a0 [x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 12 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(',')}]`)].join('\n')],
])('%s nested very deep end soon', (_, text) => {
	const begun = process.cpuUsage();
	printed(text());
	expect(process.cpuUsage(begun).user).toBeLessThan(5_000_000);
});

test.each<[name: string, text: () => string]>([
	['letters', () => 'x'.repeat(LONG)],
	['one text', () => `{"settings":"${'x'.repeat(LONG)}"`],
	['quotes', () => '{'.concat('"'.repeat(LONG))],
	['escapes', () => '{"'.concat('\\'.repeat(LONG))],
	['comments', () => '{'.concat('/*'.repeat(LONG / 2))],
	['lines of comments', () => '{'.concat('//\n'.repeat(LONG / 3))],
	['commas', () => '[1'.concat(' ,'.repeat(LONG / 2))],
	['words', () => '[1'.concat(' 1'.repeat(LONG / 2))],
	['space', () => ' '.repeat(LONG)],
	['line ends', () => '\n'.repeat(LONG)],
	['small values', () => '{}'.repeat(LONG / 2)],
	['variables', () => 'A="\n'.repeat(LONG / 4)],
	['variables as long as they are read', () => `OVERWRITE_SETTING_Site_Url="${'x'.repeat(1_900_000)}"`],
	['lines of variables', () => `A='"\n`.repeat(380_000)],
	['settings', () => Array.from({ length: 100_000 }, (_, at) => `{"_id":"Made_Up_${at}","value":"${CANARY}","packageValue":1}`).join('\n').concat('\n{"_id":"Push_enable","value":true}')],
	['bytes', () => decode(Buffer.alloc(LONG, 0x9c))],
])('ten million of %s end soon', (_, text) => {
	const begun = process.cpuUsage();
	expect(printed(text())).not.toContain('Kestrel');
	expect(process.cpuUsage(begun).user).toBeLessThan(20_000_000);
});

test('what is in the way of an id is counted, not printed', () => {
	const text = JSON.stringify({ Push_enable: true, [CANARY]: 1, [`Kestrel_${'a'.repeat(100)}`]: 1, 'Kestrel_\u001b[31m': 1 });
	expect(readExport(text, 'file').notes.join('\n')).toContain('settings here has them: 3 settings.');
	expect(() => readExport(`{"server":{"version":"9.0"},"${CANARY}":1}`, 'file')).toThrow(/^(?!.*Kestrel)/);
});
