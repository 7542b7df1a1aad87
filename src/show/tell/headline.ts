import { isCertainAirGap } from '../../posture/exposure';
import type { Posture } from '../../posture/posture';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { countsOf } from './flows';

/** What the headline says, in the order in which it is looked for. */
export type Alarm = 'unread' | 'contradicted' | 'leaving' | 'closed' | 'to-check';

/** The first line of every view. Its mark never is without its words. */
export interface Headline {
	readonly alarm: Alarm;
	readonly statement: Statement;
}

/** The whole answer in one mark and one sentence. Green only where nothing gets out for certain. */
export function headlineOf(posture: Posture): Headline {
	const { deployment, exposure, isPermissionMissing } = posture;
	const { sent, attempted, unknown } = countsOf(posture);
	if (isPermissionMissing) {
		return { alarm: 'unread', statement: say('headline_unread') };
	}
	if (deployment.conflicts.length > 0) {
		return { alarm: 'contradicted', statement: say(`headline_contradicted-${deployment.basis}`, { model: say(`model_${deployment.model}`), count: deployment.conflicts.length }) };
	}
	if (sent > 0) {
		return { alarm: 'leaving', statement: unknown > 0 ? say('headline_leaving-check', { count: sent, unknown }) : say('headline_leaving', { count: sent }) };
	}
	const isClosed = isCertainAirGap(deployment);
	if (isClosed && exposure.every(({ party, state }) => state === 'no' || (party !== 'rocket-chat' && party !== 'third-parties'))) {
		return { alarm: 'closed', statement: unknown > 0 ? say('headline_closed-check', { attempted, unknown }) : say('headline_closed', { attempted }) };
	}
	if (!isClosed && attempted > 0) {
		return { alarm: 'to-check', statement: unknown > 0 ? say('headline_tries-check', { attempted, unknown }) : say('headline_tries', { attempted }) };
	}
	return { alarm: 'to-check', statement: unknown > 0 ? say('headline_to-check', { unknown }) : say('headline_none-known') };
}
