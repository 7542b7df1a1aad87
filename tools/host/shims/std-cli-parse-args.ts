/** Stands in for `@std/cli/parse-args`: long options only, `--name value`, numbers as numbers, which is what the engine's Deno runtime is started with. */
export function parseArgs(args: string[]): Record<string, string | number | boolean> {
	const parsed: Record<string, string | number | boolean> = {};
	args.forEach((arg, at) => {
		if (!arg.startsWith('--')) {
			return;
		}
		const value = args[at + 1];
		if (value === undefined || value.startsWith('--')) {
			parsed[arg.slice(2)] = true;
			return;
		}
		parsed[arg.slice(2)] = /^\d+$/.test(value) ? Number(value) : value;
	});
	return parsed;
}
