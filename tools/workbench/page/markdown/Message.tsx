import { parse } from '@rocket.chat/message-parser';
import type { Emoji, Inlines, ListItem, Paragraph, Root, Timestamp } from '@rocket.chat/message-parser';
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { Link } from './Link';

/** What Rocket.Chat's client asks its parser for with the server's default settings. In blocks it leaves `:)` as it stands. */
const options = {
	message: { colors: true, emoticons: true, katex: { parenthesisSyntax: true } },
	block: { emoticons: false },
} as const;

/** A message, or a text in blocks, as Rocket.Chat's own parser takes it apart. It becomes elements, never HTML. */
export function Message({ text, as = 'message' }: { text: string; as?: keyof typeof options }): ReactElement {
	return <div className="markdown">{parse(text, options[as]).map((block, index) => drawBlock(block, index))}</div>;
}

function drawBlock(block: Root[number], key: number): ReactNode {
	switch (block.type) {
		case 'PARAGRAPH':
			return <p key={key}>{drawInlines(block.value)}</p>;
		case 'LINE_BREAK':
			return <br key={key} />;
		case 'HEADING':
			// Messages stand below the page's own headings, whatever level they claim.
			return (
				<p key={key} className={`heading heading-${block.level}`}>
					{drawInlines(block.value)}
				</p>
			);
		case 'UNORDERED_LIST':
			return <ul key={key}>{block.value.map(drawItem)}</ul>;
		case 'ORDERED_LIST':
			return <ol key={key}>{block.value.map(drawItem)}</ol>;
		case 'LIST_ITEM':
			return drawItem(block, key);
		case 'TASKS':
			return (
				<ul key={key} className="tasks">
					{block.value.map(({ status, value }, index) => (
						<li key={index}>
							<input type="checkbox" checked={status} disabled aria-label={status ? 'done' : 'to do'} /> {drawInlines(value)}
						</li>
					))}
				</ul>
			);
		case 'QUOTE':
			return <blockquote key={key}>{drawParagraphs(block.value)}</blockquote>;
		case 'SPOILER_BLOCK':
			return (
				<div key={key} className="spoiler">
					{drawParagraphs(block.value)}
				</div>
			);
		case 'CODE':
			return <pre key={key}>{block.value.map(({ value }) => value.value).join('\n')}</pre>;
		case 'KATEX':
			return <pre key={key}>{block.value}</pre>;
		case 'BIG_EMOJI':
			return (
				<p key={key} className="big-emoji">
					{block.value.map(drawEmoji)}
				</p>
			);
	}
}

function drawParagraphs(paragraphs: Paragraph[]): ReactNode {
	return paragraphs.map(({ value }, index) => <p key={index}>{drawInlines(value)}</p>);
}

function drawItem({ value, number }: ListItem, key: number): ReactElement {
	return (
		<li key={key} value={number}>
			{drawInlines(value)}
		</li>
	);
}

function drawInlines(nodes: readonly Inlines[]): ReactNode {
	return nodes.map((node, index) => <Fragment key={index}>{drawInline(node)}</Fragment>);
}

function drawInline(node: Inlines): ReactNode {
	switch (node.type) {
		case 'PLAIN_TEXT':
			return node.value;
		case 'BOLD':
			return <strong>{drawInlines(node.value)}</strong>;
		case 'ITALIC':
			return <em>{drawInlines(node.value)}</em>;
		case 'STRIKE':
			return <s>{drawInlines(node.value)}</s>;
		case 'SPOILER':
			return <span className="spoiler">{drawInlines(node.value)}</span>;
		case 'INLINE_CODE':
			return <code>{node.value.value}</code>;
		case 'INLINE_KATEX':
			return <code>{node.value}</code>;
		case 'LINK': {
			const { src, label } = node.value;
			return <Link to={src.value}>{drawInlines(Array.isArray(label) ? label : [label])}</Link>;
		}
		case 'IMAGE': {
			const { src, label } = node.value;
			// Nothing is loaded from elsewhere: in place of the picture stands where it is.
			return <Link to={src.value}>{drawInlines([label])}</Link>;
		}
		case 'MENTION_USER':
			return `@${node.value.value}`;
		case 'MENTION_CHANNEL':
			return `#${node.value.value}`;
		case 'EMOJI':
			return drawEmoji(node);
		case 'COLOR': {
			const { r, g, b, a } = node.value;
			return `rgba(${r}, ${g}, ${b}, ${a / 255})`;
		}
		case 'TIMESTAMP':
			return drawTime(node);
	}
}

/** An emoji in the text's own characters; of the others only Rocket.Chat has the pictures. */
function drawEmoji(emoji: Emoji): string {
	return 'unicode' in emoji ? emoji.unicode : `:${emoji.shortCode}:`;
}

function drawTime({ value: { timestamp } }: Timestamp): ReactNode {
	const time = new Date(Number(timestamp) * 1000);
	return Number.isNaN(time.valueOf()) ? timestamp : <time dateTime={time.toISOString()}>{time.toLocaleString()}</time>;
}
