import { isCertainAirGap } from '../../posture/exposure';
import type { Posture } from '../../posture/posture';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { countsOf } from './flows';

/** The first line of every view: the whole answer in one mark and one sentence. Green only where nothing gets out for certain. */
export function headlineOf(posture: Posture): Statement {
	const { deployment, exposure, isPermissionMissing } = posture;
	const { sent, attempted, unknown } = countsOf(posture);
	if (isPermissionMissing) {
		return say('headline_unread');
	}
	if (deployment.conflicts.length > 0) {
		return say(`headline_contradicted-${deployment.basis}`, { model: say(`model_${deployment.model}`), count: deployment.conflicts.length });
	}
	if (sent > 0) {
		return withRest(say('headline_leaving', { count: sent }), unknown);
	}
	const isClosed = isCertainAirGap(deployment);
	if (isClosed && exposure.every(({ party, state }) => state === 'no' || (party !== 'rocket-chat' && party !== 'third-parties'))) {
		return withRest(say('headline_closed', { attempted }), unknown);
	}
	if (!isClosed && attempted > 0) {
		return withRest(say('headline_tries', { attempted }), unknown);
	}
	return unknown > 0 ? say('headline_to-check', { unknown }) : say('headline_none-known');
}

/** With how many more could not be found out. */
function withRest(headline: Statement, unknown: number): Statement {
	return unknown > 0 ? say('headline_rest', { headline, unknown }) : headline;
}
