import crypto from 'node:crypto';

import { checkToken, isExpired, isGivenToken, makeToken, tokenDays, tokenName, tokenRecordSchema } from '../../src/store/token';
import type { RandomHex } from '../../src/store/token';

const NOON = new Date('2026-03-05T12:00:00.000Z');

/** Chance that can be repeated: each part is filled with the next digit. */
function counting(): RandomHex {
	let digit = 0;
	return (bytes) => (digit++ % 16).toString(16).repeat(bytes * 2);
}

const later = (milliseconds: number): Date => new Date(NOON.getTime() + milliseconds);
const DAY = 86_400_000;

describe('a token', () => {
	const { token, record } = makeToken('nightly', 30, 'some-user', NOON, counting());

	test('is made of an id and of 32 bytes of chance', () => {
		expect(token).toBe(`ps_${'0'.repeat(16)}_${'1'.repeat(64)}`);
	});

	test('leaves behind a record that is valid and does not hold the secret', () => {
		expect(tokenRecordSchema.parse(record)).toEqual(record);
		expect(record).toMatchObject({ id: '0'.repeat(16), name: 'nightly', salt: '2'.repeat(32), madeBy: 'some-user', madeAt: '2026-03-05T12:00:00.000Z', expiresAt: '2026-04-04T12:00:00.000Z' });
		expect(JSON.stringify(record)).not.toContain('1'.repeat(64));
		expect(record.hash).toBe(crypto.createHash('sha256').update('2'.repeat(32) + '1'.repeat(64)).digest('hex'));
	});

	test('is valid until its time, and expired from then on', () => {
		expect(checkToken(token, [record], NOON)).toEqual({ kind: 'valid', record });
		expect(checkToken(token, [record], later(30 * DAY - 1))).toEqual({ kind: 'valid', record });
		expect(checkToken(token, [record], later(30 * DAY))).toEqual({ kind: 'expired', record });
		expect(isExpired(record, later(30 * DAY - 1))).toBe(false);
		expect(isExpired(record, later(30 * DAY))).toBe(true);
	});

	const secret = '1'.repeat(64);
	test.each([
		['nothing', null],
		['an empty text', ''],
		['its id alone', `ps_${'0'.repeat(16)}`],
		['its secret alone', secret],
		['a wrong secret', `ps_${'0'.repeat(16)}_${'3'.repeat(64)}`],
		['the hash in the place of the secret', `ps_${'0'.repeat(16)}_${record.hash}`],
		['another id with the right secret', `ps_${'4'.repeat(16)}_${secret}`],
		['a letter more', `${token}0`],
		['a letter less', token.slice(0, -1)],
		['capitals', token.toUpperCase()],
		['a line behind it', `${token}\n`],
		['a name of an object’s own', 'constructor'],
	])('is not recognised in %s, expired or not', (_what, presented) => {
		expect(checkToken(presented, [record], NOON)).toEqual({ kind: 'unknown' });
		expect(checkToken(presented, [record], later(400 * DAY))).toEqual({ kind: 'unknown' });
	});

	test('is compared in constant time, whether its id is known or not', () => {
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		try {
			checkToken(token, [record], NOON);
			checkToken(`ps_${'0'.repeat(16)}_${'3'.repeat(64)}`, [record], NOON);
			checkToken(`ps_${'4'.repeat(16)}_${'3'.repeat(64)}`, [record], NOON);
			checkToken(`ps_${'4'.repeat(16)}_${'3'.repeat(64)}`, [], NOON);
			expect(compare.mock.results.map(({ value }) => value as unknown)).toEqual([true, false, false, false]);
			expect(compare.mock.calls.every(([one, other]) => one.byteLength === 32 && other.byteLength === 32)).toBe(true);
		} finally {
			compare.mockRestore();
		}
	});

	test('is found among others, also among those of its name', () => {
		const random = counting();
		random(1);
		const twin = makeToken('nightly', 30, 'another-user', NOON, random);
		expect(checkToken(twin.token, [record, twin.record], NOON)).toEqual({ kind: 'valid', record: twin.record });
		expect(checkToken(token, [twin.record, record], NOON)).toEqual({ kind: 'valid', record });
	});
});

describe('a token of which only the hash is given', () => {
	const token = 'b'.repeat(64);
	const hashOf = (text: string): string => crypto.createHash('sha256').update(text).digest('hex');
	const others = [hashOf('another'), hashOf('a third')];

	test('is recognised by its hash, wherever that is in the list', () => {
		expect(isGivenToken(token, [hashOf(token)])).toBe(true);
		expect(isGivenToken(token, [...others, hashOf(token)])).toBe(true);
		expect(isGivenToken(token, [hashOf(token), ...others])).toBe(true);
		expect(isGivenToken(token, others)).toBe(false);
		expect(isGivenToken(token, [])).toBe(false);
	});

	test.each([
		['nothing', null],
		['an empty text', ''],
		['its hash', hashOf(token)],
		['a letter more', `${token}b`],
		['a letter less', token.slice(1)],
		['capitals', token.toUpperCase()],
		['a line behind it', `${token}\n`],
	])('is not recognised in %s', (_what, presented) => {
		expect(isGivenToken(presented, [hashOf(token), ...others])).toBe(false);
	});

	test.each([
		['', false],
		['b'.repeat(31), false],
		['b'.repeat(32), true],
		['!"#$%&()*+,-./:;<=>?@[]^_`{|}~\'\\', true],
		['b'.repeat(200), true],
		['b'.repeat(201), false],
		[`${'b'.repeat(32)} b`, false],
		[`${'b'.repeat(32)}\n`, false],
		[`${'b'.repeat(32)}é`, false],
	])('of the form %j is of use: %j', (text, isOfUse) => {
		expect(isGivenToken(text, [hashOf(text)])).toBe(isOfUse);
	});

	test('is compared in constant time with every hash, whichever is right', () => {
		const compare = jest.spyOn(crypto, 'timingSafeEqual');
		try {
			isGivenToken(token, [hashOf(token), ...others]);
			isGivenToken(hashOf(token), [hashOf(token), ...others]);
			isGivenToken(null, [hashOf(token), ...others]);
			expect(compare.mock.results.map(({ value }) => value as unknown)).toEqual([true, ...Array<boolean>(8).fill(false)]);
		} finally {
			compare.mockRestore();
		}
	});
});

test.each([
	['nightly', 'nightly'],
	['Nightly.Check-2_b', 'nightly.check-2_b'],
	['7', '7'],
	['a'.repeat(40), 'a'.repeat(40)],
	['a'.repeat(41), null],
	['', null],
	['two words', null],
	['naïve', null],
	// The Kelvin sign, which is a k in lower case.
	['\u212A', null],
	['a/b', null],
	['`a`', null],
	['a\n', null],
])('as a name, %j is %j', (typed, name) => {
	expect(tokenName(typed)).toBe(name);
});

test.each([
	['1', 1],
	['90', 90],
	['365', 365],
	['030', 30],
	['0', null],
	['366', null],
	['-1', null],
	['1.5', null],
	['1e2', null],
	['0x10', null],
	['٣', null],
	['', null],
	['ninety', null],
	['9'.repeat(400), null],
])('as a number of days, %j is %j', (typed, days) => {
	expect(tokenDays(typed)).toBe(days);
});

test.each([
	['no record', null],
	['a text', 'record'],
	['another name', { name: 'Not Lower Case' }],
	['a shorter hash', { hash: 'ab' }],
	['no maker', { madeBy: '' }],
	['a time that is none', { expiresAt: 'tomorrow' }],
])('what is kept is no token with %s', (_what, change) => {
	const { record } = makeToken('nightly', 30, 'some-user', NOON, counting());
	expect(tokenRecordSchema.safeParse(typeof change === 'object' && change !== null ? { ...record, ...change } : change).success).toBe(false);
});
