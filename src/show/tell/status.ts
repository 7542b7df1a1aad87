import { SERVER_LOOKUP_URL } from '../../catalogue/hosts';
import { PARTIES } from '../../catalogue/vocabulary';
import { link } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Evidence, Posture } from '../../posture/posture';
import { agreedLines } from './accepted';
import { changesIfAny } from './changes';
import { firstSteps, stepLines } from './first';
import { headlineOf } from './headline';
import { exposureLine } from './exposure';
import { countsOf, waysOf } from './flows';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { conflictOf, evidenceLine, serverOf, unreadOf, verdictLines } from './verdict';

/** What is said where the panel was sent: it holds the rest. Whether a client opens it, nobody tells the app. */
export function panelOpened(posture: Posture): Passage {
	return lines(headlineOf(posture), ...changesIfAny(posture.memory), say('status_opened', { button: say('button_text') }));
}

/** The whole answer in the panel's order, complete by itself, since phones have no panels; what it rests on comes last. */
export function statusAnswer(posture: Posture): Passage[] {
	const { deployment, workspaceHost: host } = posture;
	const steps = firstSteps(posture);
	const first = steps.length === 0 ? [] : lines(say('first_heading'), ...steps.flatMap((step, at) => stepLines(step, at + 1, true)));
	if (posture.isPermissionMissing) {
		return [lines(headlineOf(posture)), first];
	}
	return [
		lines(headlineOf(posture), ...changesIfAny(posture.memory)),
		first,
		lines(say('status_exposure'), ...PARTIES.map((party) => exposureLine(posture, party)), countsLine(posture), ...agreedLines(posture)),
		lines(host === null ? say('status_heading-without-host') : say('status_heading', { host }), ...verdictLines(deployment), serverOf(posture)),
		deployment.conflicts.length <= steps.length ? [] : [...lines(say('status_conflicts')), ...items(deployment.conflicts.map(conflictOf))],
		[
			...lines(say('status_why')),
			...items(deployment.evidence.filter(isDeciding).map(evidenceLine)),
			...(deployment.unread.length === 0 ? [] : lines(unreadOf(deployment))),
		],
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
