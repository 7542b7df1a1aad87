/** The candidate that differs in the fewest letters, if it is near enough to have been meant. */
export function closest(typed: string, candidates: readonly string[]): string | null {
	if (typed.length > 40) {
		return null;
	}
	const ranked = candidates
		.map((candidate) => ({ candidate, distance: editDistance(typed, candidate) }))
		.sort((a, b) => a.distance - b.distance);
	const [best] = ranked;
	return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 2)) ? best.candidate : null;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, column) => column);
	for (const [line, letter] of [...from].entries()) {
		const next = [line + 1];
		for (const [column, other] of [...to].entries()) {
			const above = row[column + 1] ?? 0;
			const diagonal = row[column] ?? 0;
			const left = next[column] ?? 0;
			next.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1)));
		}
		row = next;
	}
	return row[to.length] ?? from.length;
}
