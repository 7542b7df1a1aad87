/**
 * Draws icon.png: a shield with a keyhole, and an arrow that leaves it.
 *
 * The picture is computed, not rendered by a browser: the same pixels come out on every machine, and a change of the
 * icon is a change that can be read in a diff. `node tools/release/icon.mjs` writes it.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

/** The marketplace asks for 256 x 256 without transparency. */
const SIZE = 256;
/** Samples per pixel and axis; edges are smooth enough with 4. */
const SAMPLES = 4;

/** @typedef {[number, number, number]} Colour */
/** @typedef {[number, number]} Point */

/** A middle tone, so that the square stands out from a white page as well as from a dark one. */
/** @type {Colour} */
const GROUND = [0x0b, 0x6e, 0x7f];
/** @type {Colour} */
const SHIELD = [0xff, 0xff, 0xff];
/** @type {Colour} */
const ARROW = [0xff, 0xb0, 0x20];

/**
 * Distance from a point to a line segment.
 * @param {Point} p
 * @param {Point} a
 * @param {Point} b
 */
function toSegment([x, y], [ax, ay], [bx, by]) {
	const dx = bx - ax;
	const dy = by - ay;
	const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
	return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/**
 * Whether a point lies in a polygon (even-odd rule).
 * @param {Point} p
 * @param {Point[]} corners
 */
function inPolygon([x, y], corners) {
	let inside = false;
	let [px, py] = /** @type {Point} */ (corners[corners.length - 1]);
	for (const [cx, cy] of corners) {
		if (cy > y !== py > y && x < ((px - cx) * (y - cy)) / (py - cy) + cx) {
			inside = !inside;
		}
		[px, py] = [cx, cy];
	}
	return inside;
}

/**
 * The shield's outline: flat shoulders, then two quarter ellipses that meet in a point.
 * @param {Point} p
 */
function inShield([x, y]) {
	const [left, right, top, waist, tip] = [36, 196, 40, 120, 232];
	if (x < left || x > right || y < top || y > tip) {
		return false;
	}
	if (y <= waist) {
		// Rounded shoulders.
		const radius = 20;
		const cx = Math.min(Math.max(x, left + radius), right - radius);
		return y >= top + radius || Math.hypot(x - cx, y - top - radius) <= radius;
	}
	const half = ((right - left) / 2) * Math.cos((Math.PI / 2) * ((y - waist) / (tip - waist)) ** 1.5);
	return Math.abs(x - (left + right) / 2) <= half;
}

/**
 * @param {Point} p
 * @param {number} grow Widens the shape, for the gap around the arrow.
 */
function inArrow(p, grow) {
	/** @type {Point} */
	const head = [230, 26];
	const shaft = toSegment(p, [158, 98], [216, 40]) <= 13 + grow;
	const tip = inPolygon(p, [
		[head[0] + grow, head[1] - grow],
		[head[0] + grow, head[1] + 74 + grow * 2],
		[head[0] - 74 - grow * 2, head[1] - grow],
	]);
	return shaft || tip;
}

/** @param {Point} p */
function inKeyhole(p) {
	const [x, y] = p;
	return (
		Math.hypot(x - 102, y - 124) <= 26 ||
		inPolygon([x, y], [
			[92, 132],
			[112, 132],
			[120, 188],
			[84, 188],
		])
	);
}

/**
 * @param {Point} p
 * @returns {Colour}
 */
function colourAt(p) {
	if (inArrow(p, 0)) {
		return ARROW;
	}
	return inShield(p) && !inArrow(p, 10) && !inKeyhole(p) ? SHIELD : GROUND;
}

/**
 * The checksum of a PNG chunk; Node has its own only since 20.15.
 * @param {Buffer} bytes
 */
function crc32(bytes) {
	let crc = ~0;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) {
			crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
		}
	}
	return ~crc >>> 0;
}

/**
 * @param {string} type
 * @param {Buffer} data
 */
function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(body.length + 8);
	frame.writeUInt32BE(data.length, 0);
	body.copy(frame, 4);
	frame.writeUInt32BE(crc32(body), body.length + 4);
	return frame;
}

/** The icon as PNG bytes: 8 bits per channel, RGB, no alpha channel. */
export function drawIcon() {
	const rows = Buffer.alloc(SIZE * (1 + SIZE * 3));
	let at = 0;
	for (let y = 0; y < SIZE; y++) {
		rows[at++] = 0; // no row filter
		for (let x = 0; x < SIZE; x++) {
			const sum = [0, 0, 0];
			for (let s = 0; s < SAMPLES * SAMPLES; s++) {
				const colour = colourAt([x + ((s % SAMPLES) + 0.5) / SAMPLES, y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES]);
				colour.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
			}
			for (const value of sum) {
				rows[at++] = Math.round(value / (SAMPLES * SAMPLES));
			}
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(SIZE, 0);
	header.writeUInt32BE(SIZE, 4);
	header.set([8, 2, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(new URL('../../icon.png', import.meta.url), drawIcon());
}
