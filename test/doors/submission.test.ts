import { readFileSync } from 'node:fs';

import { readWorkspace, startEngine } from '../../tools/host';
import { buildPackage, packWithCli, readableFolder, zip } from '../../tools/package/package';
import { told, unhurried } from './installed';

/** What is asked, by whom. */
const ASKED = [
	['admin', '/privacy-status'],
	['admin', '/privacy-status flows on'],
	['admin', '/privacy-status explain push-gateway'],
	['admin', '/privacy-status legal'],
	['admin', '/privacy-status token list'],
	['member', '/privacy-status'],
	['member', '/privacy-notice text'],
	['member', '/server-lookup'],
	['member', '/server-lookup open.rocket.chat'],
] as const;

async function answers(archive: Buffer, workspace: string): Promise<string[]> {
	const engine = await startEngine(readWorkspace(workspace), unhurried());
	try {
		await engine.install(archive);
		for (const [as, text] of ASKED) {
			await engine.command({ as, text });
		}
		return ['admin', 'member'].flatMap((username) => told(engine, username).map(({ text }) => text));
	} finally {
		await engine.stop();
	}
}

let submitted: Buffer;

beforeAll(async () => {
	submitted = zip(await packWithCli(await readableFolder()));
});

test.each(['self-managed-registered', 'self-managed-german'])('what the marketplace compiles answers on %s as the released package does', async (workspace) => {
	const expected = await answers(readFileSync(await buildPackage({ fast: false })), workspace);
	expect(expected.length).toBeGreaterThanOrEqual(ASKED.length);
	expect(await answers(submitted, workspace)).toEqual(expected);
});
