import { Linter } from 'eslint';
import type { Rule, Scope, SourceCode } from 'eslint';
import type { Node } from 'estree';

/** What a piece of code can get hold of, by reading it: nothing is run. */
export interface Reach {
	/** Every name that it takes from outside, the language's own and those of its host; each once, sorted. */
	names: string[];
	/** Every module that it asks for; each once, sorted. */
	modules: string[];
	/** Where it reaches for something by a way that hides what that is. */
	objections: string[];
}

/** What zod keeps in the global object, which in a sandbox is an object of the app's own (src/sandbox.ts). */
const OWN_GLOBALS = ['__zod_globalConfig'];

/**
 * Reads the code of an app as a server runs it: within a function that binds `exports`, `module`, `require`, `console` and `globalThis`.
 * Parser and scopes are ESLint's. It is no guard against an author who hides what the code does; it tells what code does that hides nothing.
 * @throws where the code does not parse
 */
export function reachOf(code: string): Reach {
	const reader = { reach: { names: [], modules: [], objections: [] } as Reach };
	const read: Rule.RuleModule = {
		create: ({ sourceCode }) => {
			const reading = new Reading(sourceCode);
			return {
				...reading.visitors(),
				'Program:exit': () => {
					reader.reach = reading.reach();
				},
			};
		},
	};
	const complaints = new Linter().verify(
		code,
		{ languageOptions: { ecmaVersion: 'latest', sourceType: 'script' }, plugins: { reach: { rules: { read } } }, rules: { 'reach/read': 'error' } },
		{ allowInlineConfig: false },
	);
	for (const { message } of complaints) {
		throw new Error(`This code cannot be read: ${message}`);
	}
	return reader.reach;
}

class Reading {
	private readonly objections: string[] = [];

	constructor(private readonly source: SourceCode) {}

	visitors(): Rule.RuleListener {
		return {
			'ImportExpression': () => this.object('imports while it runs'),
			'MetaProperty[meta.name="import"]': () => this.object('asks for `import.meta`'),
			'MemberExpression': ({ property }) => this.checkKey(property),
			'Property': ({ key }) => this.checkKey(key),
			'ThisExpression': (node) => {
				if (!this.source.getAncestors(node).some(({ type }) => ['FunctionExpression', 'FunctionDeclaration', 'PropertyDefinition', 'StaticBlock'].includes(type))) {
					this.object('has `this` outside of functions, where it is the global object');
				}
			},
		};
	}

	reach(): Reach {
		const [first] = this.source.ast.body;
		if (first?.type !== 'ExpressionStatement' || !('directive' in first) || first.directive !== 'use strict') {
			this.object('is not strict: a plain function has the global object for `this`');
		}
		const references = this.source.scopeManager.scopes.flatMap((scope) => scope.references);
		const outside = references.filter(({ resolved }) => resolved === null || (resolved.scope.type === 'global' && resolved.defs.length === 0));
		const uses = (name: string): Node[] => outside.map(nodeOf).filter((node) => node.type === 'Identifier' && node.name === name);
		for (const use of uses('globalThis')) {
			this.checkGlobalObject(use);
		}
		return { names: sorted(outside.map(({ identifier }) => identifier.name)), modules: sorted(this.modules(uses('require'))), objections: this.objections };
	}

	private object(objection: string): void {
		this.objections.push(objection);
	}

	private parent(node: Node): Node | undefined {
		return this.source.getAncestors(node).at(-1);
	}

	/** Through the constructor of a function, any text becomes code. */
	private checkKey(key: Node): void {
		if ((key.type === 'Identifier' && key.name === 'constructor') || (key.type === 'Literal' && key.value === 'constructor')) {
			this.object('asks for a `constructor`');
		}
	}

	/** The modules behind the uses of `require`. esbuild puts a function around it, whose uses then count instead. */
	private modules(uses: Node[]): string[] {
		const shims = new Set<Scope.Variable>();
		const direct = uses.flatMap((use) => {
			const shim = this.shimAround(use);
			if (shim === undefined) {
				return this.module(use);
			}
			shims.add(shim);
			return [];
		});
		const throughShim = [...shims].flatMap(({ references }) => references.filter(({ init }) => init !== true).flatMap((reference) => this.module(nodeOf(reference))));
		return [...direct, ...throughShim];
	}

	private module(use: Node): string[] {
		const call = this.parent(use);
		const [name, ...more] = call?.type === 'CallExpression' && call.callee === use ? call.arguments : [];
		if (name?.type === 'Literal' && typeof name.value === 'string' && more.length === 0) {
			return [name.value];
		}
		this.object('uses `require` for a module that it does not name');
		return [];
	}

	/** The variable that holds esbuild's function around `require`, where the use is within that: it ends in an error of its own. */
	private shimAround(use: Node): Scope.Variable | undefined {
		const declared = this.source.getAncestors(use).filter(({ type }) => type === 'VariableDeclarator').at(-1);
		const shim = declared?.type === 'VariableDeclarator' && declared.init?.type === 'CallExpression' ? declared.init.arguments[0] : undefined;
		const last = shim?.type === 'FunctionExpression' ? shim.body.body.at(-1) : undefined;
		return declared !== undefined && last?.type === 'ThrowStatement' && this.source.getText(last).includes('Dynamic require of ')
			? this.source.scopeManager.getDeclaredVariables(declared)[0]
			: undefined;
	}

	/** Takes asking whether there is one, putting an empty one in its place, and zod's own settings there. */
	private checkGlobalObject(use: Node): void {
		const parent = this.parent(use);
		if (parent?.type === 'UnaryExpression' && parent.operator === 'typeof') {
			return;
		}
		if (parent?.type === 'AssignmentExpression' && parent.left === use) {
			if (parent.right.type !== 'ObjectExpression' || parent.right.properties.length > 0) {
				this.object('changes `globalThis`');
			}
			return;
		}
		if (parent?.type === 'AssignmentExpression' && parent.left.type === 'Identifier') {
			// The variable is the global object too, and so is the assignment.
			const { left } = parent;
			const variable = this.source.scopeManager.scopes.flatMap((scope) => scope.references).find(({ identifier }) => identifier === left)?.resolved;
			for (const reference of variable?.references.filter((each) => each.isRead()) ?? []) {
				this.checkGlobalObject(nodeOf(reference));
			}
			return this.checkGlobalObject(parent);
		}
		const member = parent?.type === 'MemberExpression' && parent.object === use && !parent.computed && parent.property.type === 'Identifier' ? parent.property.name : '';
		if (!OWN_GLOBALS.includes(member)) {
			this.object('takes something out of `globalThis`');
		}
	}
}

/** The types know of JSX; scripts have none. */
const nodeOf = ({ identifier }: Scope.Reference): Node => (identifier.type === 'Identifier' ? identifier : { type: 'Identifier', name: identifier.name });

const sorted = (texts: string[]): string[] => [...new Set(texts)].sort();
