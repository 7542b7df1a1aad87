/** The candidate that was probably meant, or null when none is near. */
export function closest(word: string, candidates: readonly string[]): string | null {
	const ranked = candidates
		.map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
		.sort((a, b) => a.steps - b.steps);
	const best = ranked[0];
	if (best !== undefined && best.steps <= Math.max(2, Math.floor(word.length / 3))) {
		return best.candidate;
	}
	return candidates.find((candidate) => word !== '' && candidate.includes(word.toLowerCase())) ?? null;
}

/** Levenshtein's distance: letters to add, drop or change. */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let i = 1; i <= from.length; i++) {
		const next = [i];
		for (let j = 1; j <= to.length; j++) {
			const change = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
			next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}
