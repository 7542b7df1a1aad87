import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

const ROOT = path.resolve(__dirname, '../..');

interface Picture {
	width: number;
	height: number;
	chunks: string[];
	/** Of each pixel red, green and blue, row by row. */
	pixels: Buffer;
}

/** Reads a PNG of 8 bits per channel, RGB, whose rows are not filtered: what tools/release/icon.mjs writes. */
function decode(png: Buffer): Picture {
	expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
	const chunks: string[] = [];
	const data: Buffer[] = [];
	for (let at = 8; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		chunks.push(type);
		if (type === 'IDAT') {
			data.push(png.subarray(at + 8, at + 8 + length));
		}
		at += length + 12;
	}
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const [DEPTH, RGB] = [8, 2];
	expect([png[24], png[25]]).toEqual([DEPTH, RGB]);
	const raw = inflateSync(Buffer.concat(data));
	const rows = Array.from({ length: height }, (_, row) => raw.subarray(row * (width * 3 + 1), (row + 1) * (width * 3 + 1)));
	expect(rows.filter((row) => row[0] !== 0)).toEqual([]);
	return { width, height, chunks, pixels: Buffer.concat(rows.map((row) => row.subarray(1))) };
}

const icon = decode(readFileSync(path.join(ROOT, 'icon.png')));

test('it has the size that the marketplace asks for, and every pixel of it', () => {
	expect([icon.width, icon.height]).toEqual([256, 256]);
	expect(icon.pixels).toHaveLength(256 * 256 * 3);
});

test('it has no transparency: no alpha channel, and no transparent colour', () => {
	expect(icon.chunks).toEqual(['IHDR', 'IDAT', 'IEND']);
});

test('it is the picture that tools/release/icon.mjs draws', () => {
	const script = `import { drawIcon } from './tools/release/icon.mjs'; process.stdout.write(drawIcon());`;
	const drawn = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: ROOT });
	expect(decode(drawn).pixels.equals(icon.pixels)).toBe(true);
});

/** Relative luminance, WCAG 2. */
function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
	const linear = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
	return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}

function contrast(a: readonly number[], b: readonly number[]): number {
	const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (light + 0.05) / (dark + 0.05);
}

/** The mean colour of the block that becomes one pixel when the icon is shown 24 pixels wide. */
function small(x: number, y: number): number[] {
	const from = (at: number): number => Math.floor((at * 256) / 24);
	const sum = [0, 0, 0];
	let count = 0;
	for (let row = from(y); row < from(y + 1); row++) {
		for (let column = from(x); column < from(x + 1); column++) {
			sum.forEach((value, channel) => (sum[channel] = value + (icon.pixels[(row * 256 + column) * 3 + channel] ?? 0)));
			count++;
		}
	}
	return sum.map((value) => value / count);
}

// At 24 pixels: the ground at an edge, the shield's field, the keyhole, the arrow's head.
const [GROUND, SHIELD, KEYHOLE, ARROW] = [small(0, 12), small(6, 8), small(9, 11), small(20, 4)];

test.each([
	['the ground from a white page', GROUND, [255, 255, 255], 3],
	['the ground from a dark page', GROUND, [0x1f, 0x23, 0x29], 2],
	['the shield from its ground', SHIELD, GROUND, 4.5],
	['the keyhole from the shield', KEYHOLE, SHIELD, 3],
	['the arrow from its ground', ARROW, GROUND, 3],
])('24 pixels wide it still tells %s', (_what, one, other, least) => {
	expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
});
