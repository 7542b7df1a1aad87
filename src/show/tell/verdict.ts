import { NEWEST_RELEASE } from '../../catalogue/versions';
import type { Basis, Confidence } from '../../catalogue/vocabulary';
import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Conflict, Deployment, Evidence, Posture } from '../../posture/posture';
import { serverWords } from '../../posture/server';

/** The verdict in one line: model, confidence and whether it was declared or detected. */
export function verdictOf(deployment: Deployment): Statement {
	return say('verdict_line', { model: say(`model_${deployment.model}`), confidence: confidenceWithBasis(deployment) });
}

/** What of a verdict tells how sure it is. */
interface Sureness {
	readonly confidence: Confidence;
	readonly conflicts: readonly unknown[];
}

/** How sure a verdict is, in words. No setting can prove an admin's declaration, so "certain" is no word for it. */
export function confidenceOf({ confidence, conflicts }: Sureness): Statement {
	return say(conflicts.length > 0 ? 'confidence_contradicted' : `confidence_${confidence}`);
}

/** The same with its basis, which a certain verdict names by itself: only a declared one can be that. */
export function confidenceWithBasis({ basis, ...sureness }: Sureness & { readonly basis: Basis }): Statement {
	const confidence = confidenceOf(sureness);
	return sureness.confidence === 'certain' ? confidence : say('confidence_with-basis', { confidence, basis: say(`basis_${basis}`) });
}

export function registrationOf(deployment: Deployment): Statement {
	return say('registration_line', { state: say(`registration_${deployment.registration.state}`), confidence: registrationConfidenceOf(deployment) });
}

/** How sure the registration is, in words: only that there is none can be read for certain. */
export function registrationConfidenceOf({ registration: { confidence } }: { readonly registration: { readonly confidence: Confidence } }): Statement {
	return say(confidence === 'certain' ? 'registration-confidence_certain' : `confidence_${confidence}`);
}

export function licenceOf({ licence }: Deployment): Statement {
	return say('licence_line', { kind: say(`licence_${licence.kind}`) });
}

export function reportingOf(deployment: Deployment): Statement {
	return say('reporting_line', { state: reportingStateOf(deployment) });
}

/** Whether Rocket.Chat accepts the workspace's reports, without a label. */
export function reportingStateOf({ reporting }: Deployment): Statement {
	return say(`reporting_${reporting.state}`, { days: reporting.daysLeft ?? 0 });
}

/** Where it runs and whether it is registered, each with how sure that is: two short texts, side by side. */
export function whereOf(deployment: Deployment): Statement[] {
	const { model, registration: { state } } = deployment;
	return [
		model === 'unknown' ? say('panel_where-unknown') : say('panel_where', { model: say(`model_${model}`), confidence: deployment.basis === 'declared' ? confidenceWithBasis(deployment) : confidenceOf(deployment) }),
		state === 'unknown'
			? say('panel_registered-unknown')
			: say('panel_registered', { state: say(`registration_${state}`), confidence: registrationConfidenceOf(deployment) }),
	];
}

/** The four lines of the verdict. */
export function verdictLines(deployment: Deployment): Statement[] {
	return [verdictOf(deployment), registrationOf(deployment), licenceOf(deployment), reportingOf(deployment)];
}

/** A contradiction with its name. */
export function conflictOf({ name, statement }: Conflict): Statement {
	return say('conflict_line', { name, statement });
}

export function evidenceLine({ source, observed, statement }: Evidence): Statement {
	return say('evidence_line', { source: source === 'declared' ? say('source_declared') : source.replace(/^\w+:/, ''), observed, statement });
}

/** What the server is, as far as its settings tell, and whether it may be newer than what the app knows. */
export function serverOf({ server }: Posture): Statement {
	if (server.atLeast === null && server.below === null) {
		return say('panel_server-unknown');
	}
	const params = { server: serverWords(server) };
	return server.verified ? say('panel_server', params) : say('panel_server-not-verified', { ...params, newest: NEWEST_RELEASE });
}

/** The settings that bear on the verdict and could not be read. */
export function unreadOf({ unread }: Pick<Deployment, 'unread'>): Statement {
	return say('status_unread', { ids: unread.map(code) });
}
