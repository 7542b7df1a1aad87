import type { ButtonElement, LayoutBlock, Option, PlainTextInputElement, StaticSelectElement } from '@rocket.chat/ui-kit';

import type { Statement, WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { lines } from '../tell/passage';
import type { Passage } from '../tell/passage';
import { asText, packed } from './chat';

/** What a surface shows: a panel, or a modal. */
export interface SurfaceContent {
	readonly title: string;
	readonly blocks: LayoutBlock[];
	/** What is told to the app with what was entered; otherwise a name that no other surface has. */
	readonly id?: string;
	/** A button at the foot that closes it. */
	readonly close?: ButtonElement;
	/** A button at the foot that sends what was entered. */
	readonly submit?: ButtonElement;
}

/** Characters in one section: a longer text is hard to read in a narrow bar. */
const SECTION_LIMIT = 2500;

/** A passage, in as many sections as keep each at a comfortable length. */
export function sections(passage: Passage, translate: Translate): LayoutBlock[] {
	return textSections(asText(passage, translate));
}

/** The same for a text that is there already. */
export function textSections(text: string): LayoutBlock[] {
	return packed([text], SECTION_LIMIT).map(section);
}

/** A passage as one section, however long it is. */
export function wholeSection(passage: Passage, translate: Translate): LayoutBlock {
	return section(asText(passage, translate));
}

export function context(passage: Passage, translate: Translate): LayoutBlock {
	return { type: 'context', elements: [{ type: 'mrkdwn', text: asText(passage, translate) }] };
}

export function divider(): LayoutBlock {
	return { type: 'divider' };
}

function section(text: string): LayoutBlock {
	return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** Short texts side by side, in two columns. */
export function columns(texts: readonly Statement[], translate: Translate): LayoutBlock {
	return { type: 'section', fields: texts.map((text) => ({ type: 'mrkdwn', text: translate(text) })) };
}

/** What can be pressed or picked; `value` is what the app is told. */
export interface Choice {
	readonly label: string;
	readonly value: string;
}

/** What can be pressed; with an address it opens that page. */
export interface Press extends Choice {
	readonly actionId: string;
	readonly url?: string;
}

/**
 * A passage with a button beside it.
 *
 * @param appId the app's id, which every interactive block carries
 */
export function sectionWithButton(passage: Passage, translate: Translate, appId: string, blockId: string, press: Press): LayoutBlock {
	return { type: 'section', blockId, appId, text: { type: 'mrkdwn', text: asText(passage, translate) }, accessory: button(blockId, appId, press) };
}

/** The same with a selection. The kit's overflow menu would be shorter, but its button has no name for a screen reader (fuselage-ui-kit 0.31.23). */
export function sectionWithSelection(passage: Passage, translate: Translate, appId: string, blockId: string, actionId: string, placeholder: string, choices: readonly Choice[]): LayoutBlock {
	return { type: 'section', blockId, appId, text: { type: 'mrkdwn', text: asText(passage, translate) }, accessory: select(blockId, appId, actionId, placeholder, choices) };
}

/** @param appId the app's id, which every interactive block carries */
export function buttons(blockId: string, appId: string, presses: readonly Press[]): LayoutBlock {
	return { type: 'actions', blockId, appId, elements: presses.map((press) => button(blockId, appId, press)) };
}

/**
 * A field of a form.
 *
 * @param id what the entered text, and an objection to it, is known by
 */
export function field(id: string, appId: string, label: string, how: Pick<PlainTextInputElement, 'multiline' | 'placeholder'>): LayoutBlock {
	return { type: 'input', blockId: id, appId, label: { type: 'plain_text', text: label }, element: { type: 'plain_text_input', appId, blockId: id, actionId: id, ...how } };
}

/** A button; in a message or a panel it is one of a block. */
export function button(blockId: string, appId: string, { label, actionId, value, url }: Press): ButtonElement {
	return { type: 'button', appId, blockId, actionId, value, text: { type: 'plain_text', text: label }, ...(url === undefined ? {} : { url }) };
}

function option({ label, value }: Choice): Option {
	return { text: { type: 'plain_text', text: label }, value };
}

/** @param appId the app's id, which every interactive block carries */
export function selection(blockId: string, appId: string, actionId: string, placeholder: string, choices: readonly Choice[]): LayoutBlock {
	return {
		type: 'actions',
		blockId,
		appId,
		elements: [select(blockId, appId, actionId, placeholder, choices)],
	};
}

function select(blockId: string, appId: string, actionId: string, placeholder: string, choices: readonly Choice[]): StaticSelectElement {
	return { type: 'static_select', appId, blockId, actionId, placeholder: { type: 'plain_text', text: placeholder }, options: choices.map(option) };
}

/** One sentence as a modal with what to do next, where no room is at hand to say it in. */
export function sentenceModal(sentence: WholeKey, translate: Translate, next: readonly LayoutBlock[]): SurfaceContent {
	return { title: translate('app_name'), blocks: [wholeSection(lines({ key: sentence }), translate), ...next] };
}
