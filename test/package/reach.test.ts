import { reachOf } from './reach';
import type { Reach } from './reach';

const STRICT = '"use strict";\n';

/** esbuild's function around `require`, under a short name. */
const SHIM =
	'var q=(e=>typeof require!="undefined"?require:typeof Proxy!="undefined"?new Proxy(e,{get:(t,o)=>(typeof require!="undefined"?require:t)[o]}):e)' +
	'(function(e){if(typeof require!="undefined")return require.apply(this,arguments);throw Error(\'Dynamic require of "\'+e+\'" is not supported\')});';

/** Whether a name is among those from outside, or a module among those asked for, or an objection is there. */
type Finding = Partial<{ name: string; module: string; objection: RegExp }>;

const found = ({ names, modules, objections }: Reach, { name, module, objection }: Finding): boolean =>
	(name !== undefined && names.includes(name)) || (module !== undefined && modules.includes(module)) || objections.some((text) => objection?.test(text) === true);

describe('what code can reach is found', () => {
	test.each<[string, string, Finding]>([
		['a request', 'fetch("https://example.org");', { name: 'fetch' }],
		['a request under another name', 'const ask = fetch; ask("https://example.org");', { name: 'fetch' }],
		['a request, deep within', 'class A { static #b = () => { try { return (() => new XMLHttpRequest())(); } catch {} } }', { name: 'XMLHttpRequest' }],
		['a web socket', 'new WebSocket("wss://example.org");', { name: 'WebSocket' }],
		['a stream of events', 'new EventSource("https://example.org");', { name: 'EventSource' }],
		['Node itself', 'process.getBuiltinModule("net");', { name: 'process' }],
		['Deno itself', 'Deno.connect({ port: 80 });', { name: 'Deno' }],
		['the global object of Node', 'global.fetch("https://example.org");', { name: 'global' }],
		['the global object of browsers', 'self.fetch("https://example.org");', { name: 'self' }],
		['code from a text', 'new Function("return fetch")();', { name: 'Function' }],
		['code from a text by eval', '(0, eval)("fetch");', { name: 'eval' }],
		['code from a text by any function', '(() => {}).constructor("return fetch")();', { objection: /`constructor`/ }],
		['the same, in brackets', '(() => {})["constructor"]("return fetch")();', { objection: /`constructor`/ }],
		['the same, taken apart', 'const { constructor: make } = () => {}; make("return fetch")();', { objection: /`constructor`/ }],
		['compiled code', 'WebAssembly.instantiate(bytes);', { name: 'WebAssembly' }],
		['a late import', 'import("node:net").then(({ connect }) => connect(80));', { objection: /imports/ }],
		['a module of Node', 'const { connect } = require("net"); connect(80);', { module: 'net' }],
		['a module that is not named', 'require(["n", "et"].join(""));', { objection: /does not name/ }],
		['require under another name', 'const load = require; load("net");', { objection: /does not name/ }],
		['a module of Node, as esbuild writes it', `${SHIM} const { connect } = q("http"); connect(80);`, { module: 'http' }],
		['a module that is not named, as esbuild writes it', `${SHIM} q(["n", "et"].join(""));`, { objection: /does not name/ }],
		["esbuild's require under another name", `${SHIM} const load = q; load("net");`, { objection: /does not name/ }],
		['a part of the global object', 'globalThis.fetch("https://example.org");', { objection: /out of `globalThis`/ }],
		['a part of it, in brackets', 'globalThis["fet" + "ch"]("https://example.org");', { objection: /out of `globalThis`/ }],
		['a part of it, through a variable', 'let all; (all = globalThis).__zod_globalConfig; all.fetch("https://example.org");', { objection: /out of `globalThis`/ }],
		['the whole of it', 'const all = globalThis; all.fetch("https://example.org");', { objection: /out of `globalThis`/ }],
		['another one in its place', 'globalThis = require;', { objection: /changes `globalThis`/ }],
		['the global object as `this`', 'this.fetch("https://example.org");', { objection: /`this`/ }],
		['the global object as `this` of an arrow', '(() => this)().fetch("https://example.org");', { objection: /`this`/ }],
	])('%s', (_what, code, finding) => {
		expect(found(reachOf(STRICT + code), finding)).toBe(true);
	});

	test('the global object as `this` of a plain function', () => {
		expect(found(reachOf('(function () { return this; })().fetch("https://example.org");'), { objection: /not strict/ })).toBe(true);
	});
});

describe('what is no reach is left alone', () => {
	test.each<[string, string]>([
		['a name that the code declares', 'const fetch = () => 1; class WebSocket {} function f(process) { return fetch(process, new WebSocket()); }'],
		['a name that only looks so', 'const a = { fetch: 1, process: 2 }; a.fetch + a.process;'],
		['a text', 'const a = "fetch(https://example.org), eval, globalThis.process";'],
		['a class with a constructor', 'class A { constructor() { this.a = 1; } b = this.a; } new A();'],
		['an object in the place of the global one, and what zod keeps there', 'typeof globalThis == "undefined" && (globalThis = {}); var a; (a = globalThis).__zod_globalConfig ?? (a.__zod_globalConfig = {});'],
	])('%s', (_what, code) => {
		const { names, modules, objections } = reachOf(STRICT + code);
		expect({ names: names.filter((name) => name !== 'globalThis'), modules, objections }).toEqual({ names: [], modules: [], objections: [] });
	});

	test('modules that are named are told, each once', () => {
		expect(reachOf(`${STRICT}${SHIM} q("url"); q("crypto"); q("url"); require("buffer");`)).toMatchObject({ modules: ['buffer', 'crypto', 'url'], objections: [] });
	});
});

test('code that does not parse is no code without reach', () => {
	expect(() => reachOf('const = fetch')).toThrow('This code cannot be read: ');
});
