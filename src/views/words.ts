import type { ExposureState, Party } from '../catalogue/words';
import { say } from '../language/translate';
import type { Statement } from '../language/translate';
import type { Deployment, Evidence, ExposureCell, Posture } from '../posture/posture';

/** The verdict in one line: model, confidence and whether it was declared or detected. */
export function verdictOf({ model, confidence, basis }: Deployment): Statement {
	return say('verdict_line', { model: say(`model_${model}`), confidence: say(`confidence_${confidence}`), basis: say(`basis_${basis}`) });
}

export function registrationOf({ registration }: Deployment): Statement {
	return say('registration_line', {
		state: say(`registration_${registration.state}`),
		confidence: say(`confidence_${registration.confidence}`),
	});
}

export function licenceOf({ licence }: Deployment): Statement {
	return say('licence_line', { kind: say(`licence_${licence.kind}`) });
}

export function reportingOf({ reporting }: Deployment): Statement {
	return say('reporting_line', { state: say(`reporting_${reporting.state}`, { days: reporting.daysLeft ?? 0 }) });
}

export function evidenceLine({ source, observed, statement }: Evidence): Statement {
	return say('evidence_line', { source: source === 'declared' ? say('source_declared') : source.replace(/^\w+:/, ''), observed, statement });
}

/** The cells of one party, from the most exposed to the least. */
export function cellsOf({ exposure }: Posture, party: Party): ExposureCell[] {
	return exposure.filter((cell) => cell.party === party);
}

const MOST_EXPOSED_FIRST: readonly ExposureState[] = ['yes', 'limited', 'unknown', 'no'];

/** One line for a party: its categories, gathered by exposure. */
export function exposureLine(posture: Posture, party: Party): Statement {
	const cells = cellsOf(posture, party);
	const groups = MOST_EXPOSED_FIRST.flatMap((state) => {
		const categories = cells.filter((cell) => cell.state === state).map(({ category }) => say(`category_${category}`));
		return categories.length === 0 ? [] : [say('exposure_group', { state: say(`exposure_${state}`), categories })];
	});
	return say('exposure_line', { party: say(`party_${party}`), groups });
}

