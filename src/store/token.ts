import { createHash, timingSafeEqual } from 'crypto';

import * as z from 'zod/mini';

/** Names as a person types them; letter case does not count, so a stored one is in lower case. */
const NAME = /^[a-z0-9._-]{1,40}$/i;

/** `ps_<id>_<secret>`: the id finds the record, the secret proves that the caller was given the token. */
const TOKEN = /^ps_([0-9a-f]{16})_([0-9a-f]{64})$/;

/** Bytes of chance in each part. */
const ID_BYTES = 8;
const SECRET_BYTES = 32;
const SALT_BYTES = 16;

const DAY = 86_400_000;

export const TOKEN_DAYS = { least: 1, most: 365, usual: 90 } as const;

const hex = (bytes: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));

/** What is kept of a token: enough to recognise it, not enough to use it. */
export const tokenRecordSchema = z.object({
	id: hex(ID_BYTES),
	name: z.string().check(z.regex(NAME), z.lowercase()),
	salt: hex(SALT_BYTES),
	hash: hex(32),
	madeBy: z.string().check(z.minLength(1)),
	madeAt: z.iso.datetime(),
	expiresAt: z.iso.datetime(),
});
export type TokenRecord = z.infer<typeof tokenRecordSchema>;

/** The source of chance: that many bytes, in hexadecimal. */
export type RandomHex = (bytes: number) => string;

/**
 * The name in the form in which it is kept.
 *
 * @returns null for what is no name: 1 to 40 of the letters a to z, digits, `-`, `_` and `.`
 */
export function tokenName(typed: string): string | null {
	return NAME.test(typed) ? typed.toLowerCase() : null;
}

/**
 * The days that a token works.
 *
 * @returns null for what is no whole number from 1 to 365
 */
export function tokenDays(typed: string): number | null {
	const days = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
	return days >= TOKEN_DAYS.least && days <= TOKEN_DAYS.most ? days : null;
}

/**
 * Makes a token and what is kept of it.
 *
 * @param name as `tokenName` gives it
 * @param madeBy id of the user
 */
export function makeToken(name: string, days: number, madeBy: string, now: Date, random: RandomHex): { readonly token: string; readonly record: TokenRecord } {
	const id = random(ID_BYTES);
	const secret = random(SECRET_BYTES);
	const salt = random(SALT_BYTES);
	return {
		token: `ps_${id}_${secret}`,
		record: { id, name, salt, hash: hashOf(salt, secret).toString('hex'), madeBy, madeAt: now.toISOString(), expiresAt: new Date(now.getTime() + days * DAY).toISOString() },
	};
}

/** What a presented token is. `expired` is said only of one whose secret is right. */
export type TokenCheck = { readonly kind: 'valid' | 'expired'; readonly record: TokenRecord } | { readonly kind: 'unknown' };

/**
 * Finds out whether a caller holds one of the tokens. A wrong secret takes as long as a right one, and as an unknown id:
 * both are hashed and compared.
 *
 * @param presented what the caller sent as a token; null for nothing
 */
export function checkToken(presented: string | null, records: readonly TokenRecord[], now: Date): TokenCheck {
	const [, id, secret] = TOKEN.exec(presented ?? '') ?? [];
	if (id === undefined || secret === undefined) {
		return { kind: 'unknown' };
	}
	const record = records.find((candidate) => candidate.id === id);
	const { salt, hash } = record ?? NOBODYS;
	const isRight = timingSafeEqual(hashOf(salt, secret), Buffer.from(hash, 'hex'));
	if (record === undefined || !isRight) {
		return { kind: 'unknown' };
	}
	return { kind: isExpired(record, now) ? 'expired' : 'valid', record };
}

/** A token that was made elsewhere: printable ASCII without spaces, longer than a password that could be guessed from its hash. */
const GIVEN = /^[!-~]{32,200}$/;

/**
 * Whether a caller holds one of the tokens of which only the hashes are given. Each hash is compared, whichever is right.
 *
 * @param presented what the caller sent as a token; null for nothing
 * @param hashes SHA-256 in hexadecimal
 */
export function isGivenToken(presented: string | null, hashes: readonly string[]): boolean {
	const hash = hashOf('', presented ?? '');
	return hashes.filter((given) => timingSafeEqual(hash, Buffer.from(given, 'hex'))).length > 0 && GIVEN.test(presented ?? '');
}

export function isExpired({ expiresAt }: Pick<TokenRecord, 'expiresAt'>, now: Date): boolean {
	return now.getTime() >= Date.parse(expiresAt);
}

/** Stands for the record of an id that nobody has. */
const NOBODYS = { salt: '0'.repeat(SALT_BYTES * 2), hash: '0'.repeat(64) } as const;

/**
 * One round of SHA-256 is enough here: slow hashes protect passwords, which can be guessed; 256 bits of chance cannot,
 * however fast one tries.
 */
function hashOf(salt: string, secret: string): Buffer {
	return createHash('sha256').update(salt + secret, 'utf8').digest();
}
