import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { parseInline, parseMarkdown, type Block, type Dialect, type Inline } from './parse';

/** Text of the app as elements, never as HTML. */
export function Markdown({ text, dialect = 'message' }: { text: string; dialect?: Dialect }): ReactElement {
	return <div className="markdown">{parseMarkdown(text, dialect).map(renderBlock)}</div>;
}

/** The same for a place where only a phrase fits: no lists, no paragraphs, but line breaks. */
export function MarkdownLine({ text }: { text: string }): ReactElement {
	return <>{withBreaks(text.split('\n').map((line) => parseInline(line)))}</>;
}

function renderBlock(block: Block, key: number): ReactElement {
	switch (block.type) {
		case 'paragraph':
			return <p key={key}>{withBreaks(block.lines)}</p>;
		case 'heading':
			// Messages stand below the page's own headings, whatever level they claim.
			return (
				<p key={key} className={`heading heading-${block.level}`}>
					{block.inside.map(renderInline)}
				</p>
			);
		case 'list': {
			const items = block.items.map(({ lines, nested }, index) => (
				<li key={index}>
					{withBreaks(lines)}
					{nested.map(renderBlock)}
				</li>
			));
			return block.ordered ? (
				<ol key={key} start={block.start}>
					{items}
				</ol>
			) : (
				<ul key={key}>{items}</ul>
			);
		}
		case 'quote':
			return <blockquote key={key}>{block.blocks.map(renderBlock)}</blockquote>;
		case 'code':
			return <pre key={key}>{block.text}</pre>;
		case 'table':
			return <Table key={key} head={block.head} rows={block.rows} />;
	}
}

/** Wider than its place it scrolls inside it, and whoever uses the keyboard scrolls it by that. */
function Table({ head, rows }: { head: Inline[][]; rows: Inline[][][] }): ReactElement {
	const columns = head.map(textOf).filter((text) => text !== '');
	return (
		<div className="wide" role="group" aria-label={`Table: ${columns.join(', ')}`} tabIndex={0}>
			<table>
				<thead>
					<tr>
						{head.map((cell, index) => (
							<th key={index} scope="col">
								{cell.map(renderInline)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						<tr key={index}>
							{row.map((cell, column) => (
								<td key={column}>{cell.map(renderInline)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function textOf(nodes: Inline[]): string {
	return nodes.map((node) => ('text' in node ? node.text : textOf(node.inside))).join('');
}

function withBreaks(lines: Inline[][]): ReactNode {
	return lines.map((line, index) => (
		<Fragment key={index}>
			{index > 0 && <br />}
			{line.map(renderInline)}
		</Fragment>
	));
}

function renderInline(node: Inline, key: number): ReactNode {
	switch (node.type) {
		case 'text':
			return <Fragment key={key}>{node.text}</Fragment>;
		case 'code':
			return <code key={key}>{node.text}</code>;
		case 'bold':
			return <strong key={key}>{node.inside.map(renderInline)}</strong>;
		case 'italic':
			return <em key={key}>{node.inside.map(renderInline)}</em>;
		case 'strike':
			return <s key={key}>{node.inside.map(renderInline)}</s>;
		case 'link':
			return (
				<a key={key} href={node.href} target="_blank" rel="noopener noreferrer">
					{node.inside.map(renderInline)}
				</a>
			);
	}
}
