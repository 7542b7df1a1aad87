import type { Confidence, RegistrationState } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { WholeKey } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { observed } from './observed';
import type { Evidence } from './posture';

export interface Registration {
	readonly state: RegistrationState;
	readonly confidence: Confidence;
	readonly evidence: readonly Evidence[];
}

/**
 * Registered means that the workspace holds Cloud credentials (Rocket.Chat 7.7.1, retrieveRegistrationStatus.ts): the server then takes
 * itself for registered, and only Rocket.Chat knows whether it still does too.
 * `Register_Server` is the second-best signal: it is set before the request is sent and stays after a disconnect.
 */
export function judgeRegistration(settings: Signals['settings']): Registration {
	const clientId = settings.Cloud_Workspace_Client_Id;
	const attempted = settings.Register_Server;

	if (clientId.readable) {
		const state = String(clientId.value).trim() !== '';
		const evidence = [evidenceOf(settings, 'Cloud_Workspace_Client_Id', state ? 'evidence_registration-client-id-set' : 'evidence_registration-client-id-empty')];
		if (!state && attempted.readable && attempted.value === true) {
			evidence.push(evidenceOf(settings, 'Register_Server', 'evidence_registration-once-attempted'));
		}
		return { state: state ? 'registered' : 'unregistered', confidence: state ? 'likely' : 'certain', evidence };
	}

	const unreadable = evidenceOf(settings, 'Cloud_Workspace_Client_Id', 'evidence_registration-client-id-unread');
	if (!attempted.readable) {
		return {
			state: 'unknown',
			confidence: 'unclear',
			evidence: [unreadable, evidenceOf(settings, 'Register_Server', 'evidence_registration-unread')],
		};
	}
	return attempted.value === true
		? { state: 'registered', confidence: 'unclear', evidence: [unreadable, evidenceOf(settings, 'Register_Server', 'evidence_registration-flag-true')] }
		: { state: 'unregistered', confidence: 'likely', evidence: [unreadable, evidenceOf(settings, 'Register_Server', 'evidence_registration-flag-false')] };
}

function evidenceOf(
	settings: Signals['settings'],
	id: 'Cloud_Workspace_Client_Id' | 'Register_Server',
	statement: WholeKey,
): Evidence {
	return { source: `setting:${id}`, observed: observed(settings, id), statement: say(statement) };
}
