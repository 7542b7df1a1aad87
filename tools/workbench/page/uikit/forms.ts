import type { Block, TextObject } from '@rocket.chat/ui-kit';

/**
 * What comes from the app is only known to be JSON. The UI kit leaves out what it does not know without a word,
 * so everything that it would leave out is marked here first, and drawn as an error.
 */
export type Surface = 'modal' | 'contextual_bar' | 'message';

/** Layout blocks that the surface allows, as far as they can be drawn here. */
const layouts: Record<Surface, Set<string>> = {
	modal: new Set(['actions', 'callout', 'context', 'divider', 'image', 'input', 'section', 'conditional']),
	contextual_bar: new Set(['actions', 'context', 'divider', 'image', 'input', 'section', 'conditional']),
	message: new Set(['actions', 'callout', 'context', 'divider', 'image', 'preview', 'section', 'conditional']),
};

const texts = new Set(['plain_text', 'mrkdwn']);

/** Elements that the kit draws, by where they stand. */
const elements = {
	actions: new Set(['button', 'static_select', 'multi_static_select', 'overflow', 'datepicker', 'linear_scale']),
	context: new Set(['plain_text', 'mrkdwn', 'image']),
	accessory: new Set(['button', 'image', 'overflow', 'static_select', 'multi_static_select', 'datepicker']),
	input: new Set(['plain_text_input', 'static_select', 'multi_static_select', 'datepicker', 'linear_scale']),
};

/** Stands in place of something that would not be drawn. */
export interface Undrawable {
	type: 'undrawable';
	reason: string;
	original: unknown;
}

type Form = Record<string, unknown> & { type: string };

export function prepare(blocks: unknown[], surface: Surface): Block[] {
	return mark(blocks, surface).filter(isBlock);
}

/** What the kit's renderer asks of a block before it looks for the method of that name. */
function isBlock(value: unknown): value is Block {
	return isForm(value);
}

function mark(blocks: unknown[], surface: Surface): Form[] {
	return blocks.map((block) => {
		if (!isForm(block)) {
			return undrawable(block, 'Not a block');
		}
		if (!layouts[surface].has(block.type)) {
			return undrawable(block, `Block "${block.type}" is not drawn in a ${surface.replace('_', ' ')}`);
		}
		return markParts(block, surface);
	});
}

function markParts(block: Form, surface: Surface): Form {
	const each = (list: unknown, allowed: Set<string>, what: string): unknown[] =>
		(Array.isArray(list) ? list : []).map((item) => check(item, allowed, what));
	switch (block.type) {
		case 'actions':
			return { ...block, elements: each(block['elements'], elements.actions, 'action') };
		case 'context':
			return { ...block, elements: each(block['elements'], elements.context, 'context element') };
		case 'input':
			return { ...block, element: check(block['element'], elements.input, 'input') };
		case 'conditional':
			return { ...block, render: mark(Array.isArray(block['render']) ? block['render'] : [], surface) };
		case 'section':
			return {
				...block,
				...('text' in block ? { text: check(block['text'], texts, 'text') } : {}),
				...('fields' in block ? { fields: each(block['fields'], texts, 'field') } : {}),
				...('accessory' in block && block['accessory'] !== undefined
					? { accessory: check(block['accessory'], elements.accessory, 'accessory') }
					: {}),
			};
		default:
			return block;
	}
}

function check(part: unknown, allowed: Set<string>, what: string): unknown {
	if (!isForm(part)) {
		return undrawable(part, `Not a ${what}`);
	}
	return allowed.has(part.type) ? part : undrawable(part, `"${part.type}" is not drawn as ${what}`);
}

function undrawable(original: unknown, reason: string): Undrawable & Form {
	return { type: 'undrawable', reason, original };
}

function isForm(value: unknown): value is Form {
	return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function isTextObject(value: unknown): value is TextObject {
	return isForm(value) && texts.has(value.type) && typeof value['text'] === 'string';
}

/** The text of a title or a label, without its form. */
export function textOf(value: unknown): string {
	return isTextObject(value) ? value.text : '';
}

/** The button that a view brings for submitting or closing itself. */
export function viewButton(value: unknown): { text: string; style: string } | null {
	return isForm(value) && value.type === 'button' ? { text: textOf(value['text']), style: word(value['style']) } : null;
}

/** What the inputs of a view hold before anybody touches them; a client submits these too. */
export function initialValues(blocks: unknown[]): Map<string, { blockId: string; value: unknown }> {
	const values = new Map<string, { blockId: string; value: unknown }>();
	for (const block of blocks) {
		if (!isForm(block)) {
			continue;
		}
		const inside: unknown[] = Array.isArray(block['elements']) ? block['elements'] : [];
		const parts = [block['element'], block['accessory'], ...inside];
		for (const part of parts.filter(isForm)) {
			const value = initialValue(part);
			if (typeof part['actionId'] === 'string' && value !== undefined) {
				values.set(part['actionId'], { blockId: word(part['blockId']) || word(block['blockId']), value });
			}
		}
	}
	return values;
}

function word(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function initialValue(element: Form): unknown {
	if (element['initialValue'] !== undefined) {
		return element['initialValue'];
	}
	const option: unknown = element['initialOption'];
	return typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined;
}
