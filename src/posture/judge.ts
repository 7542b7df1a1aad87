import { FLOWS } from '../catalogue/flows';
import { UNSEEN_IDS } from '../catalogue/unseen';
import { CATALOGUE_VERSION } from '../catalogue/version';
import type { Signals } from '../workspace/signals';
import { acceptedOf, againstPolicy, NOTHING_AGREED } from './accepted';
import type { Agreed } from './accepted';
import { plainOrigin } from './address';
import { judgeDeployment } from './deployment';
import { judgeExposure } from './exposure';
import { findingOf, judgeFlow } from './flows';
import { judgeKeeping } from './keeping';
import { judgeLegal } from './legal';
import { shownHostOf } from './observed';
import type { Posture } from './posture';
import { inferServer } from './server';

/**
 * Decides everything that the app says of a workspace. Pure, total and deterministic: the same signals give the same answer.
 *
 * @param now the time of the reading
 * @param appVersion this app's version, as its manifest says
 * @param agreed what the organisation agreed to
 */
export function judge(signals: Signals, now: Date, appVersion: string, agreed: Agreed = NOTHING_AGREED): Posture {
	const { settings, declarations } = signals;
	const server = inferServer(settings);
	const reading = { settings, server };
	const workspaceHost = shownHostOf(settings, 'Site_Url');
	const network = { host: workspaceHost, domains: declarations.ownDomains };
	const judged = FLOWS.map((flow) => judgeFlow(flow, reading, network));
	const deployment = judgeDeployment(signals, judged);
	const flows = judged.map((flow) => findingOf(flow, deployment, reading, acceptedOf(flow.flow.id, agreed, now)));
	const { accepted, policy } = agreed;
	// One that was late on a busy server says neither; what was read or refused says that the permission is there.
	const reasons = Object.values(settings).map((signal) => (signal.readable ? null : signal.reason));
	return {
		catalogueVersion: CATALOGUE_VERSION,
		generatedAt: now.toISOString(),
		appVersion,
		workspaceHost,
		workspaceOrigin: settings.Site_Url.readable ? plainOrigin(String(settings.Site_Url.value)) : null,
		settingsAsked: Object.keys(settings).length,
		isPermissionMissing: reasons.includes('no-answer') && reasons.every((reason) => reason === 'no-answer' || reason === 'timed-out'),
		stated: { contact: declarations.hasContact, host: declarations.hosting !== 'unstated' },
		server,
		deployment,
		exposure: judgeExposure(deployment, declarations.hosting, reading, flows),
		flows,
		agreed: {
			isRead: accepted !== null,
			// A newer version may know flows that this one does not.
			unusable: agreed.unusable + (accepted ?? []).filter((each) => !flows.some(({ id }) => id === each.flow)).length,
			policy: policy === null ? null : againstPolicy({ flows, accepted }, policy, now),
		},
		legal: judgeLegal(deployment),
		keeping: judgeKeeping(reading, flows),
		unseen: UNSEEN_IDS,
		memory: null,
	};
}
