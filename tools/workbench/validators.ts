import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { SurfaceKind } from './contract';

/**
 * Rocket.Chat's own validators (@rocket.chat/ui-kit 1.0.0) over the views that the app opens.
 * They only answer yes or no, so a refused view is taken apart until the part at fault is found.
 */

type Check = (input: unknown) => boolean;

interface Validators {
	isModalView: Check;
	isContextualBarView: Check;
}

const root = join(__dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'workbench');

/** The package is ESM with extensionless imports, which Node cannot load; esbuild makes one CommonJS file of it, once. */
function bundled(): string {
	const home = join(root, 'node_modules', 'rocketchat-ui-kit-validators');
	const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
	const file = join(cache, `validators-${version}.cjs`);
	if (!existsSync(file)) {
		mkdirSync(cache, { recursive: true });
		const fresh = `${file}.${process.pid}`;
		buildSync({
			entryPoints: [join(home, 'dist', 'index.js')],
			outfile: fresh,
			bundle: true,
			platform: 'node',
			format: 'cjs',
			logLevel: 'silent',
		});
		// Another process may be at the same: a rename never leaves half a file.
		renameSync(fresh, file);
	}
	return file;
}

let loaded: Validators | undefined;

function validators(): Validators {
	loaded ??= createRequire(__filename)(bundled()) as Validators;
	return loaded;
}

/** What Rocket.Chat's client would refuse in this view; empty when it is accepted. */
export function validateView(view: unknown, kind: SurfaceKind): string[] {
	if (!isRecord(view)) {
		return [`the view is ${describe(view)}, not an object`];
	}
	const accepts = kind === 'modal' ? validators().isModalView : validators().isContextualBarView;
	// The engine adds fields of its own (type, showIcon); the validators ignore what they do not know.
	if (accepts(view)) {
		return [];
	}
	if (!Array.isArray(view['blocks'])) {
		return [`blocks: ${describe(view['blocks'])} instead of a list`];
	}
	const problems = [
		...frameProblems(view, accepts),
		...view['blocks'].flatMap((block, index) => blockProblems(block, `blocks[${index}]`, (candidate) => accepts(emptyView([candidate])))),
	];
	return problems.length > 0 ? problems : ['the view is refused as a whole'];
}

/** Message blocks have no validator of their own: what modals share with messages is checked by theirs. */
export function validateMessageBlocks(blocks: unknown[]): string[] {
	const { isModalView } = validators();
	return blocks.flatMap((block, index) => {
		const at = `blocks[${index}]`;
		const type = isRecord(block) ? block['type'] : undefined;
		if (typeof type === 'string' && onlyInMessages.has(type)) {
			return [];
		}
		if (type === 'input') {
			return [`${at} (input): not allowed in a message`];
		}
		return blockProblems(block, at, (candidate) => isModalView(emptyView([candidate])));
	});
}

const onlyInMessages = new Set(['info_card', 'preview', 'video_conf']);

function emptyView(blocks: unknown[]): Record<string, unknown> {
	return { id: 'view', appId: 'app', title: { type: 'plain_text', text: 'Title' }, blocks };
}

function frameProblems(view: Record<string, unknown>, accepts: Check): string[] {
	const fields = ['id', 'appId', 'title', 'showIcon', 'close', 'submit'];
	return fields.flatMap((field) => {
		if (!(field in view)) {
			return field === 'id' || field === 'appId' || field === 'title' ? [`${field} is missing`] : [];
		}
		return accepts({ ...emptyView([]), [field]: view[field] }) ? [] : [`${field}: ${describe(view[field])} is refused${missingIds(view[field])}`];
	});
}

function blockProblems(block: unknown, at: string, accepts: Check): string[] {
	if (accepts(block)) {
		return [];
	}
	if (!isRecord(block)) {
		return [`${at}: ${describe(block)}, not an object`];
	}
	const where = `${at} (${String(block['type'])})`;
	const parts = partProblems(block, where, accepts);
	return parts.length > 0 ? parts : [`${where}: refused here: ${describe(block)}`];
}

/** Tries each part of a block alone, in a block of the same type that is otherwise known to be good. */
function partProblems(block: Record<string, unknown>, where: string, accepts: Check): string[] {
	const text = { type: 'plain_text', text: 'Text' };
	const refused = (candidate: Record<string, unknown>, part: unknown, name: string) =>
		accepts(candidate) ? [] : [`${where}.${name}: ${describe(part)} is refused${missingIds(part)}`];
	const each = (list: unknown, name: string, wrap: (item: unknown) => Record<string, unknown>) =>
		Array.isArray(list) ? list.flatMap((item, index) => refused(wrap(item), item, `${name}[${index}]`)) : [];

	switch (block['type']) {
		case 'actions':
		case 'context':
			return each(block['elements'], 'elements', (element) => ({ type: block['type'], elements: [element] }));
		case 'section':
			return [
				...('text' in block ? refused({ type: 'section', text: block['text'] }, block['text'], 'text') : []),
				...each(block['fields'], 'fields', (field) => ({ type: 'section', fields: [field] })),
				...('accessory' in block
					? refused({ type: 'section', text, accessory: block['accessory'] }, block['accessory'], 'accessory')
					: []),
			];
		case 'input':
			return accepts({ ...block, label: text })
				? [`${where}.label: ${describe(block['label'])} is refused`]
				: [`${where}.element: ${describe(block['element'])} is refused${missingIds(block['element'])}`];
		default:
			return [];
	}
}

/** The usual reason: the engine fills in a block's ids, but not its elements'. */
function missingIds(part: unknown): string {
	if (!isRecord(part) || part['type'] === 'plain_text' || part['type'] === 'mrkdwn' || part['type'] === 'image') {
		return '';
	}
	const missing = ['appId', 'blockId', 'actionId'].filter((id) => typeof part[id] !== 'string');
	return missing.length > 0 ? ` (it lacks ${missing.join(', ')})` : '';
}

function describe(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
