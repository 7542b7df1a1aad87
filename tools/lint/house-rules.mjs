/**
 * The lint rules that hold the layout of src/: which room may import which, and that every file has a name that says
 * what is in it.
 */
import path from 'node:path';

/**
 * The rooms of src/ and what each may import. A request goes doors → workspace → posture → show; a later room knows the values of
 * an earlier one, never the other way round. Everybody may read catalogue and language.
 *
 * `reads`: may be imported. `types`: only its types may be. `engine`: whether the Apps-Engine may be imported; the rooms
 * that decide or show do without it, so that they can be tested and reused without a server.
 *
 * @typedef {{ reads: string[], types?: string[], engine: 'all' | 'types' | 'nothing' }} Room
 * @type {Record<string, Room>}
 */
export const ROOMS = {
	catalogue: { reads: [], engine: 'nothing' },
	language: { reads: ['catalogue'], engine: 'types' },
	settings: { reads: ['catalogue', 'language'], engine: 'all' },
	store: { reads: [], engine: 'all' },
	workspace: { reads: ['catalogue', 'settings'], engine: 'all' },
	posture: { reads: ['catalogue', 'language'], types: ['workspace'], engine: 'nothing' },
	show: { reads: ['catalogue', 'language', 'settings', 'posture'], engine: 'types' },
	doors: { reads: ['catalogue', 'language', 'settings', 'store', 'workspace', 'posture', 'show'], engine: 'all' },
};

/**
 * The rooms within a room, by what they may import of one another. What is told knows no form; doors stand on their common ground,
 * and the widest of them opens others.
 *
 * @type {Record<string, Record<string, string[]>>}
 */
export const INNER_ROOMS = {
	show: { tell: [], as: ['tell'] },
	doors: {
		'asking': [],
		'daily': ['asking'],
		'greeting': ['asking'],
		'lookup': ['asking'],
		'notice': ['asking'],
		'scripts': ['asking'],
		'settings-page': ['asking'],
		'status': ['asking', 'daily', 'notice', 'scripts', 'settings-page'],
	},
};

/** Rooms whose answers depend on their arguments alone. */
export const PURE_ROOMS = ['catalogue', 'language', 'posture', 'show'];

/**
 * The room that a file lies in; undefined for files outside src/ and for the front door.
 * @param {string} root
 * @param {string} file
 */
function roomOf(root, file) {
	const [source, room, ...rest] = path.relative(root, file).split(path.sep);
	return source === 'src' && rest.length > 0 ? room : undefined;
}

/**
 * Why a room must not make an import; undefined if it may.
 * @param {string} from Room that imports.
 * @param {string} specifier What stands in the import.
 * @param {string} file Path of the importing file.
 * @param {string} root
 * @param {boolean} typeOnly
 */
function objection(from, specifier, file, root, typeOnly) {
	const room = ROOMS[from];
	if (!room) {
		return `src/${from}/ is no room of this house: add it to ROOMS in tools/lint/house-rules.mjs, with what it may read.`;
	}
	if (specifier.startsWith('@rocket.chat/')) {
		return room.engine === 'all' || (room.engine === 'types' && typeOnly)
			? undefined
			: room.engine === 'types'
				? `${from} may import types of the Apps-Engine, nothing else.`
				: `${from} works without the Apps-Engine.`;
	}
	if (!specifier.startsWith('.')) {
		return undefined;
	}
	const target = path.resolve(path.dirname(file), specifier);
	// The extra segment makes a room's own folder, imported by its index, lie in the room too.
	const to = roomOf(root, target) ?? roomOf(root, path.join(target, 'index'));
	if (to === from) {
		return objectionInside(from, file, target, root);
	}
	if (to === undefined || room.reads.includes(to)) {
		return path.dirname(target) === path.join(root, 'src') && to === undefined
			? `${from} does not reach back to the front door.`
			: undefined;
	}
	if (room.types?.includes(to)) {
		return typeOnly ? undefined : `${from} may import types from ${to}, nothing else.`;
	}
	return `${from} does not know ${to}: see ROOMS in tools/lint/house-rules.mjs.`;
}

/**
 * Why a room within a room must not make an import; undefined if it may.
 * @param {string} room
 * @param {string} file Path of the importing file.
 * @param {string} target Path of what is imported.
 * @param {string} root
 */
function objectionInside(room, file, target, root) {
	const inner = INNER_ROOMS[room];
	/** @param {string} place */
	const innerRoom = (place) => {
		const [, , name, ...rest] = path.relative(root, place).split(path.sep);
		return rest.length > 0 ? name : undefined;
	};
	const [from, to] = [innerRoom(file), innerRoom(target)];
	if (!inner || from === undefined || to === undefined || from === to) {
		return undefined;
	}
	const reads = inner[from];
	if (!reads) {
		return `src/${room}/${from}/ is no room of this house: add it to INNER_ROOMS in tools/lint/house-rules.mjs, with what it may read.`;
	}
	return reads.includes(to) ? undefined : `${room}/${from} does not know ${room}/${to}: see INNER_ROOMS in tools/lint/house-rules.mjs.`;
}

/** @type {import('eslint').Rule.RuleModule} */
const roomArrows = {
	create(context) {
		const from = roomOf(context.cwd, context.filename);
		if (from === undefined) {
			return {};
		}
		/**
		 * @param {import('estree').Node} node
		 * @param {import('estree').Node | null | undefined} source
		 * @param {boolean} typeOnly
		 */
		const check = (node, source, typeOnly) => {
			if (source?.type === 'Literal' && typeof source.value === 'string') {
				const message = objection(from, source.value, context.filename, context.cwd, typeOnly);
				if (message) {
					context.report({ node, message });
				}
			}
		};
		/** @param {import('estree').Node} node */
		const isTypeOnly = (node) => {
			const kind = /** @type {{ importKind?: string, exportKind?: string }} */ (/** @type {unknown} */ (node));
			return kind.importKind === 'type' || kind.exportKind === 'type';
		};
		return {
			ImportDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
			ExportNamedDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
			ExportAllDeclaration: (node) => check(node, node.source, isTypeOnly(node)),
			ImportExpression: (node) => check(node, node.source, false),
		};
	},
};

/** @type {import('eslint').Rule.RuleModule} */
const namedRooms = {
	create: (context) => ({
		Program(node) {
			const nameless = path
				.relative(context.cwd, context.filename)
				.split(/[\\/]/)
				.find((part) => /^(?:utils?|helpers?|common|misc|shared)(?:\.|$)/i.test(part));
			if (nameless) {
				context.report({ node, message: `"${nameless}" does not say what is in it.` });
			}
		},
	}),
};

/** Where the platform calls the app and lends it what asks the server: the only files that may know these types of the engine. */
const ENTRANCES = ['src/PrivacyStatusApp.ts', 'src/doors/asking/command.ts', 'src/doors/daily/jobs.ts', 'src/doors/scripts/report-endpoints.ts'];
const LENDING = ['App', 'IApiEndpoint', 'IAppAccessors', 'IConfigurationExtend', 'IConfigurationModify', 'IHttp', 'IProcessor', 'ISlashCommand', 'IUIKitInteractionHandler'];

/** What is lent there, by the names of the parameters; `getAccessors` gives the same. A configuration that is extended asks the engine alone. */
const LENT = ['environment', 'environmentRead', 'getAccessors', 'modify', 'persistence', 'read', 'scheduler'];

/** What gives every call a limit, or does so with all it is given (src/workspace/timeout.ts). */
const LIMITING = ['greet', 'limited', 'makeRequest', 'schedule'];

/**
 * Every call to the server has a limit: what the platform lends goes through `limited` before anything else, and is lent nowhere else.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
const limitedCalls = {
	create(context) {
		const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
		const isEntrance = ENTRANCES.includes(file);
		return {
			ImportSpecifier(node) {
				const { source } = /** @type {import('estree').ImportDeclaration} */ (node.parent);
				const name = node.imported.type === 'Identifier' ? node.imported.name : '';
				if (!isEntrance && String(source.value).startsWith('@rocket.chat/apps-engine/definition/') && LENDING.includes(name)) {
					context.report({ node, message: `Who knows ${name} is lent what asks the server: add the file to ENTRANCES in tools/lint/house-rules.mjs, and pass what is lent to limited().` });
				}
			},
			Identifier(node) {
				if (!isEntrance || !LENT.includes(node.name) || isDeclared(node)) {
					return;
				}
				for (let within = /** @type {import('eslint').Rule.Node | null} */ (node.parent); within; within = within.parent) {
					if (within.type === 'CallExpression' && within.callee.type === 'Identifier' && LIMITING.includes(within.callee.name)) {
						return;
					}
					// A list that the sandbox holds itself.
					if (within.type === 'MemberExpression' && within.property.type === 'Identifier' && within.property.name === 'providedApiEndpoints') {
						return;
					}
				}
				context.report({ node, message: `${node.name} asks the server without a limit: pass it to limited() first (src/workspace/timeout.ts).` });
			},
		};
	},
};

/**
 * Whether a name is only given to something here: a parameter, a part of a type, or a member of something else.
 * @param {import('estree').Identifier & import('eslint').Rule.NodeParentExtension} node
 */
function isDeclared(node) {
	const { parent } = node;
	if (/^TS(?!As)/.test(parent.type) || 'params' in parent) {
		return true;
	}
	if (parent.type === 'MemberExpression') {
		return parent.property === node && !parent.computed && node.name !== 'getAccessors';
	}
	return parent.type === 'Property' && (parent.parent.type === 'ObjectPattern' || (parent.key === node && !parent.shorthand));
}

/** The plugin, as ESLint takes it. */
export const house = { rules: { 'limited-calls': limitedCalls, 'room-arrows': roomArrows, 'named-rooms': namedRooms } };
