import { DEPLOYMENT_VARIABLE } from '../catalogue/identity';
import type { SettingId } from '../catalogue/server-settings';
import type { Confidence, DeclarableModel, DeploymentModel } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { MessageKey } from '../language/statement';
import type { Declarations, Signals } from '../workspace/signals';
import { findConflicts } from './conflicts';
import { publicFlows, pushesThroughRocketChat } from './flows';
import type { JudgedFlow } from './flows';
import { hostOf, isInternal, kindOfHost } from './host';
import type { JudgedSignals, SiteHost } from './judged-signals';
import { readLicence } from './licence';
import { observed } from './observed';
import type { Deployment, Evidence } from './posture';
import { judgeRegistration } from './registration';
import { judgeReporting } from './reporting';

/**
 * Decides model, basis, confidence, registration, licence and reporting, with the evidence for each and what contradicts it.
 *
 * @param flows every flow, as judged: what they found of where data goes holds here too
 */
export function judgeDeployment(signals: Signals, flows: readonly JudgedFlow[]): Deployment {
	const { settings, declarations } = signals;
	const judged: JudgedSignals = {
		settings,
		site: judgeSite(settings),
		registration: judgeRegistration(settings),
		licence: readLicence(settings.Enterprise_License),
		reporting: judgeReporting(settings.Cloud_Workspace_AirGapped_Restrictions_Remaining_Days),
		pushGateway: pushesThroughRocketChat(flows),
		publicFlows: publicFlows(flows),
	};
	const declared = declaredModel(declarations);
	const model = declared ?? detectModel(judged);
	const { conflicts, unread } = findConflicts(model, judged);
	const unreadSignals = declared === null ? detectionUnread(settings) : unread;
	return {
		model,
		basis: declared === null ? 'detected' : 'declared',
		confidence: judgeConfidence(model, declared, conflicts.length, unread.length, judged),
		declared,
		registration: { state: judged.registration.state, confidence: judged.registration.confidence },
		licence: { kind: judged.licence },
		reporting: judged.reporting,
		evidence: [
			...declarationEvidence(declarations),
			siteEvidence(judged, model),
			...judged.registration.evidence,
			licenceEvidence(judged),
			reportingEvidence(judged),
			...airGapEvidence(model, judged),
		],
		conflicts,
		unread: [...new Set([...unreadSignals, ...unread])],
	};
}

/** An offline registration and an online one look the same, so beside one an air gap is never certain, and a detected one not even likely. */
function judgeConfidence(model: DeploymentModel, declared: DeclarableModel | null, conflicts: number, unread: number, { registration, site }: JudgedSignals): Confidence {
	const mayReachOut = model === 'air-gapped' && registration.state === 'registered';
	// Workspaces that Rocket.Chat hosts are registered: without an address, only a registration that was read and is not there rules them out.
	const mayBeHosted = model === 'air-gapped' && !isAddress(site) && registration.confidence !== 'certain';
	if (conflicts > 0 || model === 'unknown' || (declared === null && (mayReachOut || mayBeHosted))) {
		return 'unclear';
	}
	return declared !== null && unread === 0 && !mayReachOut ? 'certain' : 'likely';
}

function declaredModel({ setting, environment }: Declarations): DeclarableModel | null {
	if (setting !== 'auto') {
		return setting;
	}
	return environment.state === 'declared' ? environment.model : null;
}

function detectModel({ site, registration, licence }: JudgedSignals): DeploymentModel {
	if (site === 'open-server' || site === 'rocket-chat') {
		if (registration.state !== 'registered') {
			return 'unknown';
		}
		return site === 'open-server' ? 'open-server' : 'cloud';
	}
	if (licence === 'offline' && registration.state !== 'unknown') {
		return 'air-gapped';
	}
	// Without an address the workspace may as well be one of Rocket.Chat's.
	return registration.state === 'unknown' || !isAddress(site) ? 'unknown' : 'self-managed';
}

function isAddress(site: SiteHost): boolean {
	return site !== 'unread' && site !== 'empty' && site !== 'not-an-address';
}

function judgeSite(settings: Signals['settings']): SiteHost {
	const site = settings.Site_Url;
	if (!site.readable) {
		return 'unread';
	}
	if (String(site.value).trim() === '') {
		return 'empty';
	}
	const host = hostOf(String(site.value));
	return host === null ? 'not-an-address' : kindOfHost(host);
}

/** The signals of the detection itself, in its order. */
const DETECTION_SIGNALS = ['Site_Url', 'Cloud_Workspace_Client_Id', 'Enterprise_License'] as const satisfies readonly SettingId[];

function detectionUnread(settings: Signals['settings']): SettingId[] {
	const ids: SettingId[] = [...DETECTION_SIGNALS];
	if (!settings.Cloud_Workspace_Client_Id.readable) {
		ids.push('Register_Server');
	}
	return ids.filter((id) => !settings[id].readable);
}

function declarationEvidence({ setting, settingIsInvalid, environment }: Declarations): Evidence[] {
	const evidence: Evidence[] = [];
	if (setting !== 'auto') {
		evidence.push({ source: 'declared', observed: say(`model_${setting}`), statement: say('evidence_declared-setting') });
	} else if (settingIsInvalid) {
		evidence.push({ source: 'declared', observed: say('observed_not-a-model'), statement: say('evidence_declared-setting-invalid') });
	}
	const source = `env:${DEPLOYMENT_VARIABLE}` as const;
	switch (environment.state) {
		case 'declared':
			evidence.push({
				source,
				observed: say(`model_${environment.model}`),
				statement: say(setting === 'auto' ? 'evidence_declared-environment' : 'evidence_declared-environment-overruled'),
			});
			break;
		case 'not-a-model':
			evidence.push({ source, observed: say('observed_not-a-model'), statement: say('evidence_declared-environment-invalid') });
			break;
		case 'unreadable':
			evidence.push({ source, observed: say('unreadable_refused'), statement: say('evidence_declared-environment-unread') });
			break;
		case 'absent':
			break;
	}
	return evidence;
}

function siteEvidence({ settings, site, licence }: JudgedSignals, model: DeploymentModel): Evidence {
	// Only where the self-managed model was concluded from an ordinary host does the doubt about custom domains matter.
	const host = settings.Site_Url.readable ? hostOf(String(settings.Site_Url.value)) : null;
	const doubts = site === 'other' && model === 'self-managed' && licence !== 'offline' && !(host !== null && isInternal(host));
	const statement: MessageKey = doubts ? 'evidence_site-other-custom-domain' : `evidence_site-${site}`;
	return { source: 'setting:Site_Url', observed: observed(settings, 'Site_Url'), statement: say(statement) };
}

function licenceEvidence({ settings, licence }: JudgedSignals): Evidence {
	const signal = settings.Enterprise_License;
	const unreadForm = licence === 'unknown' && signal.readable;
	const status = settings.Enterprise_License_Status;
	const isValid = status.readable && status.value === 'Valid';
	const key: MessageKey = unreadForm
		? 'evidence_licence-form'
		: licence === 'offline' && !isValid
			? 'evidence_licence-offline-not-valid'
			: `evidence_licence-${licence}`;
	return { source: 'setting:Enterprise_License', observed: observed(settings, 'Enterprise_License'), statement: say(key) };
}

function reportingEvidence({ settings, reporting }: JudgedSignals): Evidence {
	const id = 'Cloud_Workspace_AirGapped_Restrictions_Remaining_Days';
	const key: MessageKey = reporting.state === 'unknown' && settings[id].readable ? 'evidence_reporting-out-of-range' : `evidence_reporting-${reporting.state}`;
	return { source: `setting:${id}`, observed: observed(settings, id), statement: say(key) };
}

/** What speaks for or beside an air gap and is no contradiction. */
function airGapEvidence(model: DeploymentModel, { settings, registration, licence, pushGateway }: JudgedSignals): Evidence[] {
	if (model !== 'air-gapped') {
		return [];
	}
	const evidence: Evidence[] = [];
	if (registration.state === 'registered' && licence === 'offline') {
		evidence.push({
			source: 'setting:Cloud_Workspace_Client_Id',
			observed: observed(settings, 'Cloud_Workspace_Client_Id'),
			statement: say('evidence_offline-registration'),
		});
	}
	if (pushGateway.state === 'off') {
		for (const id of pushGateway.decidedBy) {
			evidence.push({ source: `setting:${id}`, observed: observed(settings, id), statement: say('evidence_push-gateway-off') });
		}
	}
	return evidence;
}
