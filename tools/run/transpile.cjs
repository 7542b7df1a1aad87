/**
 * Makes JavaScript of TypeScript for Jest, with ts-jest, and keeps what was made for all of its projects. Jest keeps it for each project apart,
 * since it may differ there; here it does not: each file is transpiled by itself, by the same options.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const tsJest = require('ts-jest').default;

const VERSIONS = ['ts-jest', 'typescript'].map((name) => require(`${name}/package.json`).version);
const CACHE = join(__dirname, '..', '..', 'node_modules', '.cache', 'transpiled');

/** @type {{ createTransformer(options?: import('ts-jest').TsJestTransformerOptions): import('@jest/transform').SyncTransformer }} */
module.exports = {
	createTransformer(options) {
		const transformer = tsJest.createTransformer(options);
		/** @type {(text: string, file: string) => string} */
		const key = (text, file) => createHash('sha256').update(JSON.stringify([VERSIONS, options, file, text])).digest('hex');
		return {
			getCacheKey: key,
			process(text, file, asked) {
				const kept = join(CACHE, `${key(text, file)}.js`);
				try {
					return { code: readFileSync(kept, 'utf8') };
				} catch {
					const made = transformer.process(text, file, asked);
					mkdirSync(CACHE, { recursive: true });
					// Several processes may write it at once: whoever reads sees a whole file.
					writeFileSync(`${kept}.${process.pid}`, made.code);
					renameSync(`${kept}.${process.pid}`, kept);
					return made;
				}
			},
		};
	},
};
