import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** The sandbox of the engine that is installed here; what follows is read from it rather than repeated. */
const CONSTRUCT = readFileSync(
	path.join(path.dirname(require.resolve('@rocket.chat/apps-engine/package.json')), 'deno-runtime/handlers/app/construct.ts'),
	'utf8',
);

export interface Loaded {
	/** What the app's code exported; the host takes the first of these. */
	exports: Record<string, unknown>;
	/** Every name that the code asked `require` for. */
	required: string[];
	/** How often the code tried to make code from a string while it loaded. */
	codeFromStrings: number;
}

/**
 * Runs an app's code by the sandbox's own wrapper (`globalThis` and `Deno` are parameters that hold nothing, `require`
 * knows a short list), in a realm that makes no code from strings.
 */
export async function loadInSandbox(code: string): Promise<Loaded> {
	const required: string[] = [];
	const attempts = { count: 0 };
	const context = vm.createContext({ attempts, console, setTimeout, clearTimeout }, { codeGeneration: { strings: false, wasm: false } });
	vm.runInContext(COUNT_ATTEMPTS, context);

	const body = capture(/new Function\(\s*'require',\s*`([\s\S]*?)`,?\s*\)/).replace('${code}', () => code);
	const run = vm.compileFunction(body, ['require'], { parsingContext: context, filename: 'app.js' }) as (
		require: (name: string) => unknown,
	) => Promise<Record<string, unknown>>;

	const allowed = [...list('ALLOWED_NATIVE_MODULES'), ...list('ALLOWED_EXTERNAL_MODULES')];
	const exports = await run((name) => {
		required.push(name);
		if (!allowed.includes(name.replace('node:', '')) && !name.startsWith('@rocket.chat/apps-engine')) {
			throw new Error(`Module ${name} is not allowed`);
		}
		return require(name) as unknown;
	});
	return { exports, required, codeFromStrings: attempts.count };
}

/** Stands in for every way to turn text into code. The realm refuses them anyway; zod, for one, hides that it tried. */
const COUNT_ATTEMPTS = `
	for (const Maker of [Function, (async () => {}).constructor, (function* () {}).constructor, (async function* () {}).constructor]) {
		const refuse = () => { attempts.count++; throw new EvalError('No code from strings here.'); };
		Maker.prototype.constructor = new Proxy(Maker, { construct: refuse, apply: refuse });
	}
	Function = Function.prototype.constructor;
	eval = () => { attempts.count++; throw new EvalError('No code from strings here.'); };
`;

function list(name: string): string[] {
	return [...capture(new RegExp(`const ${name} = \\[([^\\]]*)\\]`)).matchAll(/'([^']+)'/g)].map(([, item]) => item ?? '');
}

function capture(pattern: RegExp): string {
	const found = pattern.exec(CONSTRUCT)?.[1];
	if (found === undefined) {
		throw new Error(`The engine's construct.ts has changed: ${String(pattern)} no longer fits.`);
	}
	return found;
}
