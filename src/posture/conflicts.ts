import type { SettingId } from '../catalogue/server-settings';
import type { DeploymentModel } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { WholeKey } from '../language/statement';
import type { JudgedSignals } from './judged-signals';
import type { Conflict, EvidenceSource } from './posture';

interface Findings {
	readonly conflicts: readonly Conflict[];
	/** What could contradict the model and could not be read. */
	readonly unread: readonly SettingId[];
}

/** What contradicts the model, and which signals that could contradict it were not read. */
export function findConflicts(model: DeploymentModel, judged: JudgedSignals): Findings {
	switch (model) {
		case 'air-gapped':
			return ofAirGapped(judged);
		case 'cloud':
			return ofCloud(judged);
		case 'self-managed':
			return ofSelfManaged(judged);
		case 'open-server':
			return ofOpenServer(judged);
		case 'unknown':
			return { conflicts: [], unread: [] };
	}
}

function ofAirGapped({ settings, registration, licence, reporting, pushGateway, publicFlows }: JudgedSignals): Findings {
	const conflicts: Conflict[] = [];
	// An offline registration stores the same credentials without any network: with an offline licence it is evidence, not a conflict.
	// Without one, or with one that could not be read, nothing speaks for the offline kind.
	if (registration.state === 'registered' && licence !== 'offline') {
		conflicts.push({ id: 'registered', flow: null, name: say('conflict-name_registered'), statement: say(registeredKey(registration, licence)), sources: registration.evidence.map(({ source }) => source) });
	}
	if (pushGateway.state === 'on') {
		conflicts.push({ id: 'push-gateway-on', flow: 'push-gateway', name: say('conflict-name_push-gateway-on'), statement: say('conflict_push-gateway-on'), sources: pushGateway.decidedBy.map(settingSource) });
	}
	if (reporting.state === 'accepted') {
		conflicts.push({
			id: 'report-accepted',
			flow: 'statistics-report',
			name: say('conflict-name_report-accepted'),
			statement: say('conflict_report-accepted', { days: reporting.daysLeft ?? 0 }),
			sources: ['setting:Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'],
		});
	}
	for (const flow of publicFlows.filter(({ state }) => state === 'on')) {
		conflicts.push({
			id: 'third-party-flow-on',
			flow: flow.id,
			name: say(`flow_${flow.id}_name`),
			statement: say('conflict_third-party-flow-on', { flow: say(`flow_${flow.id}_name`) }),
			sources: flow.decidedBy.map(settingSource),
		});
	}
	const unread: SettingId[] = [
		...unreadOf(settings, 'Cloud_Workspace_Client_Id'),
		...(registration.state === 'registered' && licence === 'unknown' ? (['Enterprise_License'] as const) : []),
		...(reporting.state === 'unknown' ? (['Cloud_Workspace_AirGapped_Restrictions_Remaining_Days'] as const) : []),
		...pushGateway.unreadable,
		...publicFlows.filter(({ state }) => state === 'unknown').flatMap(({ unreadable }) => unreadable),
	];
	if (!settings.Cloud_Workspace_Client_Id.readable) {
		unread.push(...unreadOf(settings, 'Register_Server'));
	}
	return { conflicts, unread: [...new Set(unread)] };
}

/** The hedges of both signals: the registration may only have been started, and the licence may not have been read. */
function registeredKey({ confidence }: JudgedSignals['registration'], licence: JudgedSignals['licence']): WholeKey {
	if (confidence === 'unclear') {
		return licence === 'unknown' ? 'conflict_registered-flag-licence-unknown' : 'conflict_registered-flag';
	}
	return licence === 'unknown' ? 'conflict_registered-licence-unknown' : 'conflict_registered';
}

function ofCloud({ settings, registration, licence }: JudgedSignals): Findings {
	const conflicts: Conflict[] = [];
	if (registration.state === 'unregistered') {
		conflicts.push({ id: 'unregistered', flow: null, name: say('conflict-name_unregistered'), statement: say('conflict_unregistered-cloud'), sources: registration.evidence.map(({ source }) => source) });
	}
	if (licence === 'offline') {
		conflicts.push({ id: 'offline-licence', flow: null, name: say('conflict-name_offline-licence'), statement: say('conflict_offline-licence'), sources: ['setting:Enterprise_License'] });
	}
	const unread = unreadOf(settings, 'Cloud_Workspace_Client_Id');
	return { conflicts, unread: licence === 'unknown' ? [...unread, 'Enterprise_License'] : unread };
}

function ofSelfManaged({ settings, site }: JudgedSignals): Findings {
	const isRocketChats = site === 'open-server' || site === 'rocket-chat';
	return {
		conflicts: isRocketChats ? [{ id: 'rocket-chat-host', flow: null, name: say('conflict-name_rocket-chat-host'), statement: say('conflict_rocket-chat-host'), sources: ['setting:Site_Url'] }] : [],
		unread: unreadOf(settings, 'Site_Url'),
	};
}

function ofOpenServer({ settings, site, registration }: JudgedSignals): Findings {
	const conflicts: Conflict[] = [];
	if (site === 'rocket-chat' || site === 'look-alike' || site === 'other') {
		conflicts.push({ id: 'other-host', flow: null, name: say('conflict-name_other-host'), statement: say('conflict_other-host'), sources: ['setting:Site_Url'] });
	}
	if (registration.state === 'unregistered') {
		conflicts.push({ id: 'unregistered', flow: null, name: say('conflict-name_unregistered'), statement: say('conflict_unregistered-open-server'), sources: registration.evidence.map(({ source }) => source) });
	}
	return { conflicts, unread: unreadOf(settings, 'Site_Url', 'Cloud_Workspace_Client_Id') };
}

function unreadOf(settings: JudgedSignals['settings'], ...ids: SettingId[]): SettingId[] {
	return ids.filter((id) => !settings[id].readable);
}

function settingSource(id: SettingId): EvidenceSource {
	return `setting:${id}`;
}
