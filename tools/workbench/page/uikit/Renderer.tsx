import { Box, Callout, Field } from '@rocket.chat/fuselage';
import { FuselageSurfaceRenderer } from '@rocket.chat/fuselage-ui-kit/dist/esm/surfaces/FuselageSurfaceRenderer';
import { useUiKitState } from '@rocket.chat/fuselage-ui-kit';
import type { Block, InputBlock, Markdown as MarkdownText, TextObject } from '@rocket.chat/ui-kit';
import { BlockContext } from '@rocket.chat/ui-kit';
import type { ReactElement } from 'react';
import { Message } from '../markdown/Message';
import { textOf, type Undrawable } from './forms';

type CalloutBlock = Block & { title?: TextObject; text?: TextObject; variant?: 'info' | 'danger' | 'warning' | 'success' };

/**
 * The UI kit's own renderer, and what this release of it lacks: it prints Markdown as it stands, has no callouts, ties no
 * label to its field, and leaves out what it does not know.
 */
export class Renderer extends FuselageSurfaceRenderer {
	constructor() {
		super();
		const allowed: Set<string> = this.allowedLayoutBlockTypes;
		allowed.add('callout');
		allowed.add('undrawable');
	}

	override mrkdwn({ text }: MarkdownText, context: BlockContext, index: number): ReactElement | null {
		if (context === BlockContext.BLOCK || text === '') {
			return null;
		}
		return <Message key={index} text={text} as="block" />;
	}

	override input(block: InputBlock, context: BlockContext, index: number): ReactElement | null {
		return context === BlockContext.BLOCK ? <LabelledInput key={block.element.actionId} block={block} index={index} renderer={this} /> : null;
	}

	override text(text: TextObject, context: BlockContext = BlockContext.NONE, index = 0): ReactElement | null {
		return this.renderTextObject(text, index, context);
	}

	callout({ title, text, variant }: CalloutBlock, _context: BlockContext, index: number): ReactElement {
		return (
			<Callout key={index} {...(variant === undefined ? {} : { type: variant })} title={title === undefined ? undefined : textOf(title)}>
				{text === undefined ? null : this.renderTextObject(text, 0, BlockContext.NONE)}
			</Callout>
		);
	}

	undrawable({ reason, original }: Undrawable, _context: BlockContext, index: number): ReactElement {
		return (
			<div key={index} className="problems" role="note">
				<strong>{reason}</strong>
				<pre>{JSON.stringify(original, null, 2)}</pre>
			</div>
		);
	}
}

/** The kit's input block, with its label tied to its field and its hint drawn as text. */
function LabelledInput({ block, renderer }: { block: InputBlock; index: number; renderer: Renderer }): ReactElement {
	const element = {
		...block.element,
		appId: block.element.appId ?? block.appId ?? '',
		blockId: block.element.blockId ?? block.blockId ?? '',
	};
	const [{ error }] = useUiKitState(element, BlockContext.FORM);
	return (
		<Field>
			{/* The kit gives a text field its action id as id. */}
			<Field.Label htmlFor={element.actionId}>{renderer.renderTextObject(block.label, 0, BlockContext.NONE)}</Field.Label>
			<Field.Row>{renderer.renderInputBlockElement(element, 0)}</Field.Row>
			{error !== undefined && error !== '' && (
				<Field.Error>
					<span role="alert">{error}</span>
				</Field.Error>
			)}
			{block.hint !== undefined && (
				<Field.Hint>
					<Box is="span">{renderer.renderTextObject(block.hint, 0, BlockContext.NONE)}</Box>
				</Field.Hint>
			)}
		</Field>
	);
}
