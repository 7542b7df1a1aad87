import { FLOWS } from '../catalogue/flows';
import { UNSEEN_IDS } from '../catalogue/unseen';
import { CATALOGUE_VERSION } from '../catalogue/version';
import type { Signals } from '../workspace/signals';
import { judgeDeployment } from './deployment';
import { judgeExposure } from './exposure';
import { findingOf, judgeFlow } from './flows';
import { judgeKeeping } from './keeping';
import { judgeLegal } from './legal';
import { shownHostOf } from './observed';
import type { Posture } from './posture';
import { inferServerFamily } from './server-family';

/**
 * Decides everything that the app says of a workspace. Pure, total and deterministic: the same signals give the same answer.
 *
 * @param now the time of the reading
 * @param appVersion this app's version, as its manifest says
 */
export function judge(signals: Signals, now: Date, appVersion: string): Posture {
	const { settings, declarations } = signals;
	const server = inferServerFamily(settings);
	const judged = FLOWS.map((flow) => judgeFlow(flow, settings, server.family));
	const deployment = judgeDeployment(signals, judged);
	const flows = judged.map((flow) => findingOf(flow, deployment, settings));
	return {
		catalogueVersion: CATALOGUE_VERSION,
		generatedAt: now.toISOString(),
		appVersion,
		workspaceHost: shownHostOf(settings, 'Site_Url'),
		server,
		deployment,
		exposure: judgeExposure(deployment, declarations.hosting, settings, flows),
		flows,
		legal: judgeLegal(deployment),
		keeping: judgeKeeping(settings),
		unseen: UNSEEN_IDS,
	};
}
