import type { Picture, PictureBox } from '../tell/document';
import { legible } from './legible';
import { escaped } from './markup';

/** In units of its own. It is as wide as a phone, so that its words can be read there too. */
const WIDTH = 360;
const SIDE = 112;
const MIDDLE = 84;
const GAP = 8;
/** Around what is in a box. */
const PADDING = 4;
const NAME = { size: 10, height: 12, most: 3 } as const;
/** Longer texts are not even measured. */
const LONGEST = 400;
const NOTE = { size: 8.5, height: 10.5, most: 4 } as const;

/** A box whose words are broken into lines, since SVG breaks none. */
interface Sized extends Pick<PictureBox, 'line' | 'weight'> {
	readonly name: readonly string[];
	readonly note: readonly string[];
	readonly width: number;
	readonly height: number;
}

interface Placed extends Sized {
	readonly x: number;
	readonly y: number;
}

/**
 * The picture as SVG: the workspace in the middle, who receives on both sides, what stays inside below it within a ring. Whatever the
 * words are, they stay within their boxes.
 */
export function toSvg({ title, description, direction, workspace, ring, boxes }: Picture): string {
	const isMirrored = direction === 'rtl';
	const around = boxes.filter(({ line }) => line !== 'inside').map((box) => sized(box, SIDE));
	const [starts, ends] = balanced(around);
	const middle = [sized({ ...workspace, line: 'inside', weight: 1 }, MIDDLE), ...boxes.filter(({ line }) => line === 'inside').map((box) => sized(box, MIDDLE))];
	const height = Math.max(heightOf(starts), heightOf(ends), heightOf(middle) + 2 * (NOTE.most * NOTE.height + 2 * GAP)) ;
	const centre = (WIDTH - MIDDLE) / 2;
	const [home, ...inside] = column(middle, centre, height);
	if (home === undefined) {
		return '';
	}
	const sides = [...column(starts, isMirrored ? WIDTH - SIDE : 0, height), ...column(ends, isMirrored ? 0 : WIDTH - SIDE, height)];
	const last = inside[inside.length - 1];
	const ringed = last === undefined ? '' : ringAround(home, last, fitted(ring, MIDDLE, NOTE));
	return `<svg role="img" viewBox="0 0 ${WIDTH} ${height}" aria-labelledby="picture-title" aria-describedby="picture-description">
<title id="picture-title">${escaped(title)}</title>
<desc id="picture-description">${escaped(description)}</desc>
${ringed}
${sides.map((box) => arrow(box, home)).join('\n')}
${[home, ...inside, ...sides].map(drawn).join('\n')}
</svg>`;
}

/** Around what is inside, with its name above that. */
function ringAround(home: Placed, last: Placed, name: readonly string[]): string {
	const top = home.y - name.length * NOTE.height - GAP;
	const middle = home.x + home.width / 2;
	return `${rectangle('ring', { x: home.x - GAP, y: top, width: home.width + 2 * GAP, height: last.y + last.height + GAP - top })}${words(name, middle, top + GAP / 2, NOTE)}<path class="inside" d="M${middle} ${home.y}V${last.y}"/>`;
}

/** On two sides, in their order, about equally high. */
function balanced(boxes: readonly Sized[]): [Sized[], Sized[]] {
	const half = heightOf(boxes) / 2;
	const starts = boxes.filter((box, at) => heightOf(boxes.slice(0, at)) + box.height / 2 <= half);
	return [starts, boxes.slice(starts.length)];
}

function heightOf(boxes: readonly Sized[]): number {
	return boxes.reduce((sum, { height }) => sum + height + GAP, 0);
}

/** One below the other, in the middle of the height. */
function column(boxes: readonly Sized[], x: number, height: number): Placed[] {
	const top = (height - heightOf(boxes) + GAP) / 2;
	return boxes.map((box, at) => ({ ...box, x, y: top + heightOf(boxes.slice(0, at)) }));
}

function sized({ name, note, line, weight }: PictureBox, width: number): Sized {
	const room = width - 2 * PADDING;
	const [names, notes] = [fitted(name, room, NAME), fitted(note, room, NOTE)];
	return { line, weight, width, name: names, note: notes, height: names.length * NAME.height + notes.length * NOTE.height + 2 * PADDING };
}

/** From the workspace's edge to the box's, with a tip. */
function arrow({ x, y, width, height, line, weight }: Placed, home: Placed): string {
	const isBefore = x < home.x;
	const [from, to] = isBefore ? [home.x, x + width] : [home.x + home.width, x];
	const back = isBefore ? 6 : -6;
	const end = y + height / 2;
	const start = home.y + home.height / 2;
	return `<path class="${line}" stroke-width="${weight}" d="M${from} ${start}L${to + back} ${end}"/><path class="tip" d="M${to} ${end}l${back} -4v8z"/>`;
}

/** Its words are cut at its edge, in whatever letters they are shown. */
function drawn({ x, y, width, height, line, name, note }: Placed): string {
	return `<svg x="${x}" y="${y}" width="${width}" height="${height}">${rectangle(line, { x: 1, y: 1, width: width - 2, height: height - 2 })}${words(name, width / 2, PADDING, NAME)}${words(note, width / 2, PADDING + name.length * NAME.height, NOTE)}</svg>`;
}

function rectangle(kind: string, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>): string {
	return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`;
}

/** Letters that are written from the right; a line without any, such as a host, is read from the left in every picture. */
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Lines one below the other. */
function words(lines: readonly string[], x: number, top: number, { size, height }: typeof NAME | typeof NOTE): string {
	return lines.map((line, at) => `<text${FROM_RIGHT.test(line) ? '' : ' direction="ltr"'} x="${x}" y="${top + at * height + size}" font-size="${size}">${escaped(line)}</text>`).join('');
}

/** Signs that are as wide as they are high. */
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F000}-\u{3FFFF}]/u;

/** A text in lines of that width, as far as that can be known without its letters; what does not fit ends with an ellipsis. */
function fitted(told: string, width: number, { size, most }: typeof NAME | typeof NOTE): string[] {
	const widthOf = (line: string): number => [...line.trim()].reduce((sum, sign) => sum + size * (WIDE.test(sign) ? 1 : 0.6), 0);
	// A word that is longer than a line is broken anywhere, as is what has no spaces.
	const pieces = legible(told).slice(0, LONGEST).split(' ').flatMap((word) => (widthOf(word) > width ? [...` ${word}`] : [` ${word}`]));
	const lines = pieces.reduce<string[]>(([line = '', ...before], piece) => (widthOf(line + piece) > width ? [piece, line, ...before] : [line + piece, ...before]), []).reverse().map((line) => line.trim());
	return lines.length > most ? [...lines.slice(0, most - 1), `${[...(lines[most - 1] ?? '')].slice(0, -1).join('')}…`] : lines.filter((line) => line !== '');
}
