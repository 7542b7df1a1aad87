import { NOTICES } from '../catalogue/notices';
import type { NoticeId, NoticeKey } from '../catalogue/notices';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { isCertainAirGap } from './exposure';
import type { Deployment } from './posture';

/**
 * How far a notice holds here: it does; it likely does; only if the admins confirm what no setting can tell; or none may be shown,
 * because it would describe another kind of workspace.
 */
export type NoticeStanding = 'applies' | 'likely' | 'conditional' | 'not-told';

/** The notice for one workspace. Fit for everybody: it holds no setting, no host and no finding. */
export interface ApplicableNotice {
	readonly id: NoticeId;
	readonly standing: NoticeStanding;
	/** What is known, and on what condition the notice holds. */
	readonly lead: Statement;
	/** What of the notice is told here. */
	readonly statements: readonly NoticeKey[];
}

/** Decides which notice may be shown as describing this workspace, and how firmly. */
export function judgeNotice(deployment: Deployment): ApplicableNotice {
	const { model, basis, conflicts } = deployment;
	if (model === 'unknown') {
		return notTold(say('notice-lead_unknown'));
	}
	const named = { model: say(`model_${model}`) };
	if (conflicts.length > 0) {
		return notTold(say(`notice-lead_contradicted-${basis}`, named));
	}
	switch (model) {
		case 'air-gapped':
			return ofAirGap(deployment, named);
		case 'self-managed':
			return ofSelfManaged(deployment, named);
		case 'cloud':
		case 'open-server':
			return basis === 'declared' ? whole(model, standingOf(deployment), ofDeclared(deployment, named)) : whole(model, 'likely', say(`notice-lead_detected-${model}`));
	}
}

/** Plain only for a certain air gap, which has no registration; beside one the notice cannot say that there is none. */
function ofAirGap(deployment: Deployment, named: Named): ApplicableNotice {
	const { basis, registration } = deployment;
	if (isCertainAirGap(deployment)) {
		return whole('air-gapped', 'applies', ofDeclared(deployment, named));
	}
	if (registration.state !== 'registered') {
		return whole('air-gapped', 'conditional', say(`notice-lead_air-gapped-${basis}`));
	}
	const told = whole('air-gapped', 'conditional', say(`notice-lead_air-gapped-registered-${basis}`));
	return { ...told, statements: told.statements.filter((key) => key !== 'notice_air-gapped_no-registration') };
}

/**
 * The notice depends on the registration. That there is none can be read for certain; that there is one is likely at best, since only
 * Rocket.Chat knows whether it still accepts it.
 */
function ofSelfManaged(deployment: Deployment, named: Named): ApplicableNotice {
	const { basis, registration } = deployment;
	const { state } = registration;
	if (state === 'unknown') {
		return notTold(say(basis === 'declared' ? 'notice-lead_registration-unknown' : 'notice-lead_unknown'));
	}
	const id = `self-managed-${state}` as const;
	const isRead = state === 'registered' ? registration.confidence === 'likely' : registration.confidence === 'certain';
	if (!isRead) {
		return whole(id, 'conditional', say(basis === 'declared' ? `notice-lead_declared-${state}-if` : `notice-lead_${state}-if`));
	}
	const lead = basis === 'declared' ? ofDeclared(deployment, named) : say(`notice-lead_detected-${state}`);
	return state === 'registered'
		? whole(id, 'likely', say('caveats_joined', { first: lead, second: say('notice-lead_registered-likely') }))
		: whole(id, basis === 'declared' ? standingOf(deployment) : 'likely', lead);
}

/** The name of the model, for the hole of a lead. */
interface Named {
	readonly model: Statement;
}

function ofDeclared({ confidence }: Deployment, named: Named): Statement {
	return say(confidence === 'certain' ? 'notice-lead_declared-certain' : 'notice-lead_declared-likely', named);
}

function standingOf({ confidence }: Deployment): NoticeStanding {
	return confidence === 'certain' ? 'applies' : 'likely';
}

function whole(id: NoticeId, standing: NoticeStanding, lead: Statement): ApplicableNotice {
	return { id, standing, lead, statements: NOTICES[id].statements };
}

function notTold(lead: Statement): ApplicableNotice {
	return whole('cannot-be-told', 'not-told', lead);
}

/** The workspace's own legal pages, which Rocket.Chat installs with a placeholder. */
export const LEGAL_PAGES = ['Layout_Privacy_Policy', 'Layout_Terms_of_Service'] as const satisfies readonly SettingId[];

/** For admins: which of the workspace's own legal pages nobody has written yet. */
export function unwrittenPages(settings: Signals['settings']): Statement[] {
	return LEGAL_PAGES.flatMap((id) => {
		const signal = settings[id];
		if (!signal.readable) {
			return [say('notice-admin_page-unread', { id })];
		}
		if (signal.isDefault) {
			return [say('notice-admin_page-default', { id })];
		}
		return String(signal.value).trim() === '' ? [say('notice-admin_page-empty', { id })] : [];
	});
}
