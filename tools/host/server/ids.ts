import { randomBytes } from 'node:crypto';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz';

/** The shape of Meteor's `Random.id()`. */
export function newId(): string {
	return Array.from(randomBytes(17), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** The shape of a MongoDB ObjectId, which apps, records and jobs get. */
export function newObjectId(): string {
	return randomBytes(12).toString('hex');
}
