import { CATEGORIES } from '../../catalogue/categories';
import { OUTSIDE_PARTIES } from '../../catalogue/vocabulary';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { isolationOf, rocketChatRow } from '../../posture/exposure';
import type { Deployment, Posture } from '../../posture/posture';
import { MOST_COUNTED, outsideOption, rowOption } from '../../settings/status-lines';
import type { StatusSelection, StatusText } from '../../settings/status-lines';
import { adviceFor } from '../../posture/advice';
import { changesLine } from './changes';

/** The option that each selection of the settings page shows. */
export function statusOptions(posture: Posture): Readonly<Record<StatusSelection, string>> {
	const { deployment, exposure, isPermissionMissing } = posture;
	const { model, registration } = deployment;
	const sureness = `${deployment.basis}_${deployment.conflicts.length > 0 ? 'contradicted' : deployment.confidence}`;
	const isolation = isolationOf(deployment);
	const outside = CATEGORIES.map((category) => {
		const states = OUTSIDE_PARTIES.map((party) => exposure.find((cell) => cell.category === category && cell.party === party)?.state ?? 'unknown');
		return [`status_${category}`, outsideOption(states)] as const;
	});
	return {
		'status_summary': isPermissionMissing ? 'unread' : model === 'unknown' ? model : `${model}_${sureness}`,
		'status_registered': registration.state === 'unknown' ? registration.state : `${registration.state}_${registration.confidence}`,
		'status_air-gapped': isolation === 'yes' || isolation === 'no' ? `${isolation}_${sureness}` : isolation,
		'status_contradictions': contradictions(deployment),
		...(Object.fromEntries(outside) as Record<(typeof outside)[number][0], string>),
		'status_row': rowOption(rocketChatRow(deployment)),
	};
}

function contradictions({ model, conflicts, unread }: Deployment): string {
	if (model === 'unknown') {
		return model;
	}
	return conflicts.length > 0 ? String(Math.min(conflicts.length, MOST_COUNTED)) : unread.length > 0 ? 'none-unread' : 'none';
}

/**
 * The texts of the other lines, sentence by sentence.
 *
 * @param objections a sentence for each value that is not used
 */
export function statusTexts(posture: Posture, objections: readonly Statement[]): Readonly<Record<StatusText, readonly Statement[]>> {
	const [step] = adviceFor(posture);
	return {
		status_first: [step === undefined ? say('report_advice-none') : say('advice_line', { title: step.title, reason: step.reason, step: step.step })],
		status_changes: posture.memory === null ? [] : [changesLine(posture.memory)],
		status_objections: objections.length === 0 ? [say('status_no-objection')] : objections,
		status_time: [say('report_time', { time: new Date(posture.generatedAt) })],
	};
}
