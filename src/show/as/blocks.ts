import type { LayoutBlock } from '@rocket.chat/ui-kit';

import type { WholeKey } from '../../language/statement';
import type { Translate } from '../../language/translate';
import { lines } from '../tell/passage';
import type { Passage } from '../tell/passage';
import { asText, packed } from './chat';

/** What a surface shows: a panel, or a modal. */
export interface SurfaceContent {
	readonly title: string;
	readonly blocks: LayoutBlock[];
}

/** Characters in one section: a longer text is hard to read in a narrow bar. */
const SECTION_LIMIT = 2500;

/** A passage, in as many sections as keep each at a comfortable length. */
export function sections(passage: Passage, translate: Translate): LayoutBlock[] {
	return packed([asText(passage, translate)], SECTION_LIMIT).map(section);
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

/**
 * A passage with a button beside it, that opens a web page or tells the app something.
 *
 * @param appId the app's id, which every interactive block carries
 */
export function sectionWithButton(passage: Passage, translate: Translate, appId: string, blockId: string, button: { readonly label: string; readonly actionId: string; readonly value: string; readonly url?: string }): LayoutBlock {
	const { label, actionId, value, url } = button;
	return {
		type: 'section',
		blockId,
		appId,
		text: { type: 'mrkdwn', text: asText(passage, translate) },
		accessory: { type: 'button', appId, blockId, actionId, value, text: { type: 'plain_text', text: label }, ...(url === undefined ? {} : { url }) },
	};
}

/** What can be pressed or picked; `value` is what the app is told. */
export interface Choice {
	readonly label: string;
	readonly value: string;
}

/** @param appId the app's id, which every interactive block carries */
export function buttons(blockId: string, appId: string, choices: readonly (Choice & { readonly actionId: string })[]): LayoutBlock {
	return {
		type: 'actions',
		blockId,
		appId,
		elements: choices.map(({ actionId, value, label }) => ({ type: 'button', appId, blockId, actionId, value, text: { type: 'plain_text', text: label } })),
	};
}

/** @param appId the app's id, which every interactive block carries */
export function selection(blockId: string, appId: string, actionId: string, placeholder: string, choices: readonly Choice[]): LayoutBlock {
	return {
		type: 'actions',
		blockId,
		appId,
		elements: [
			{
				type: 'static_select',
				appId,
				blockId,
				actionId,
				placeholder: { type: 'plain_text', text: placeholder },
				options: choices.map(({ label, value }) => ({ text: { type: 'plain_text', text: label }, value })),
			},
		],
	};
}

/** One sentence as a modal, where no room is at hand to say it in. */
export function sentenceModal(sentence: WholeKey, translate: Translate): SurfaceContent {
	return { title: translate('app_name'), blocks: [wholeSection(lines({ key: sentence }), translate)] };
}
