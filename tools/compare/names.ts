import { basename } from 'node:path';

import { legible } from '../../src/show/as/legible';

/** A name in DNS is no longer (RFC 1035). */
const LONGEST = 253;

/** A name from outside as it may be shown: nothing hidden in it, in one line, and cut where no name is as long. */
export function nameable(text: string): string {
	// What is cut off need not be made legible first: it may be long.
	const name = legible(text.slice(0, LONGEST + 1).trim());
	return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Where a workspace was read, and its host where that is known. */
interface Named {
	readonly host: string | null;
	readonly source: string;
}

/**
 * A name for each: its host, or where it was read. Those of the same host are told apart by where they were read, of a path its last part
 * where that is enough, and by a number where even that is the same.
 */
export function namesOf(all: readonly Named[]): string[] {
	const lastParts = counted(all.map(({ source }) => basename(source)));
	const named = all.map(({ host, source }) => {
		const last = basename(source);
		const place = nameable(lastParts.get(last) === 1 ? last : source);
		return { name: nameable(host ?? '') || place, place };
	});
	const names = counted(named.map(({ name }) => name));
	const taken = new Set<string>();
	const numbers = new Map<string, number>();
	return named.map(({ name, place }) => {
		const told = names.get(name) === 1 || name === place ? name : `${name} (${place})`;
		let once = told;
		while (taken.has(once)) {
			const number = (numbers.get(told) ?? 1) + 1;
			numbers.set(told, number);
			once = `${told} #${String(number)}`;
		}
		taken.add(once);
		return once;
	});
}

/** How often each is there. */
export function counted(texts: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const text of texts) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return counts;
}
