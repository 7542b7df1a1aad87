import type { NoticeId } from '../catalogue/notices';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { isCertainAirGap } from './exposure';
import type { Deployment } from './posture';

/**
 * How far a notice holds here: it does; it most likely does; only if the admins confirm what could not be read;
 * or none may be shown, because it would describe another kind of workspace.
 */
export type NoticeStanding = 'applies' | 'likely' | 'conditional' | 'not-told';

/** The notice for one workspace. Fit for everybody: it holds no setting, no host and no finding. */
export interface ApplicableNotice {
	readonly id: NoticeId;
	readonly standing: NoticeStanding;
	/** What is known, and on what condition the notice holds. */
	readonly lead: Statement;
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
			return isCertainAirGap(deployment)
				? { id: 'air-gapped', standing: 'applies', lead: say('notice-lead_declared-certain', named) }
				: { id: 'air-gapped', standing: 'conditional', lead: say(`notice-lead_air-gapped-${basis}`) };
		case 'self-managed':
			return ofSelfManaged(deployment, named);
		case 'cloud':
		case 'open-server':
			return basis === 'declared' ? ofDeclared(model, deployment, named) : { id: model, standing: 'likely', lead: say(`notice-lead_detected-${model}`) };
	}
}

/** The notice depends on the registration, which is claimed only where it was read for certain. */
function ofSelfManaged(deployment: Deployment, named: Named): ApplicableNotice {
	const { basis, registration } = deployment;
	const { state } = registration;
	if (state === 'unknown') {
		return notTold(say(basis === 'declared' ? 'notice-lead_registration-unknown' : 'notice-lead_unknown'));
	}
	const id = `self-managed-${state}` as const;
	if (registration.confidence !== 'certain') {
		return { id, standing: 'conditional', lead: say(basis === 'declared' ? `notice-lead_declared-${state}-if` : `notice-lead_${state}-if`) };
	}
	return basis === 'declared' ? ofDeclared(id, deployment, named) : { id, standing: 'likely', lead: say(`notice-lead_detected-${state}`) };
}

/** The name of the model, for the hole of a lead. */
interface Named {
	readonly model: Statement;
}

function ofDeclared(id: NoticeId, { confidence }: Deployment, named: Named): ApplicableNotice {
	return confidence === 'certain'
		? { id, standing: 'applies', lead: say('notice-lead_declared-certain', named) }
		: { id, standing: 'likely', lead: say('notice-lead_declared-likely', named) };
}

function notTold(lead: Statement): ApplicableNotice {
	return { id: 'cannot-be-told', standing: 'not-told', lead };
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
