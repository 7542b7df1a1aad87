import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { PARTIES } from '../../catalogue/vocabulary';
import { link } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Evidence, Posture } from '../../posture/posture';
import { firstSteps, stepLines } from './first';
import { headlineOf } from './headline';
import { exposureLine } from './exposure';
import { countsOf, waysOf } from './flows';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { conflictOf, evidenceLine, serverOf, unreadOf, verdictLines } from './verdict';

/** The short answer: complete by itself, since panels do not exist on mobile clients. */
export function statusAnswer(posture: Posture): Passage[] {
	const { deployment, workspaceHost: host } = posture;
	const steps = firstSteps(posture);
	return [
		lines(headlineOf(posture)),
		steps.length === 0 ? [] : lines(say('first_heading'), ...steps.flatMap((step, at) => stepLines(step, at + 1, true))),
		lines(host === null ? say('status_heading-without-host') : say('status_heading', { host }), ...verdictLines(deployment), serverOf(posture)),
		deployment.conflicts.length === 0 ? [] : [...lines(say('status_conflicts')), ...items(deployment.conflicts.map(conflictOf))],
		[
			...lines(say('status_why')),
			...items(deployment.evidence.filter(isDeciding).map(evidenceLine)),
			...(deployment.unread.length === 0 ? [] : lines(unreadOf(deployment))),
		],
		lines(say('status_exposure'), ...PARTIES.map((party) => exposureLine(posture, party)), countsLine(posture)),
		lines(limitsLine(posture), say('status_more')),
	];
}

function countsLine(posture: Posture): Statement {
	return say('status_flows', { ways: waysOf(posture), unknown: countsOf(posture).unknown });
}

function limitsLine({ deployment, unseen }: Posture): Statement {
	const count = unseen.length;
	return deployment.model === 'unknown' ? say('status_how-to-find-out', { count, lookup: link(SERVER_LOOKUP_URL) }) : say('status_limits', { count });
}

/** Evidence on which the verdict rests; the rest is in the panel and the report. */
function isDeciding({ source }: Evidence): boolean {
	return source === 'declared' || source.startsWith('env:') || DECIDING.includes(source);
}

const DECIDING: readonly Evidence['source'][] = ['setting:Site_Url', 'setting:Cloud_Workspace_Client_Id', 'setting:Register_Server', 'setting:Enterprise_License'];
