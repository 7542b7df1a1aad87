import { all, isTrue, not } from '../catalogue/conditions';
import type { Condition } from '../catalogue/conditions';
import type { FlowId } from '../catalogue/flows';
import type { SettingId } from '../catalogue/server-settings';
import { say } from '../language/statement';
import type { Statement } from '../language/statement';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import type { Reading } from './condition';
import { adminsContent, adminsMeans } from './exposure';
import { judgeRetention } from './keeping';
import type { FlowFinding, Posture } from './posture';

/** What becomes of what people write here: facts of the workspace's settings, which members read only where the admins allow it. */
export interface InShort {
	/** By which means admins can read it. */
	readonly readers: Statement;
	/** By which ways it leaves the workspace, or is open to others; those first of which it can be said whether the text of messages goes along. */
	readonly ways: readonly Statement[];
	/** How many ways an isolated network stops. */
	readonly attempted: number;
	/** Of how many ways it could not be found out. */
	readonly unknown: number;
	/** How long it is kept. */
	readonly retention: Statement;
}

/** @param posture what was judged of the same signals */
export function judgeInShort({ settings }: Signals, { server, deployment, flows }: Posture): InShort {
	const reading: Reading = { settings, server };
	const found = flows.map((flow) => ({ flow, way: wayOfContent(flow) }));
	const open = found.filter(({ way }) => way === 'open').map(({ flow }) => flow);
	const count = (wanted: WayOfContent): number => found.filter(({ way }) => way === wanted).length;
	return {
		readers: adminsContent(meansWithHistory(adminsMeans(deployment), flows), reading),
		ways: [...open.flatMap((flow) => withText(flow, reading)), ...open.filter(({ id }) => TEXT[id] === undefined).map(({ name }) => name)],
		attempted: count('attempted'),
		unknown: count('unknown'),
		retention: judgeRetention(reading),
	};
}

/** An endpoint by which admins can fetch direct messages is one more means. */
function meansWithHistory(means: Statement, flows: readonly FlowFinding[]): Statement {
	const history = flows.find(({ id }) => id === 'direct-message-history')?.state;
	return history === 'on' || history === 'unknown' ? say(`in-short_history-${history}`, { means }) : means;
}

type WayOfContent = 'open' | 'attempted' | 'unknown' | 'none';

/** Which way what people write goes, to others than the admins. */
function wayOfContent({ state, carries, recipients }: FlowFinding): WayOfContent {
	const others = recipients.filter(({ party }) => party !== null && party !== 'workspace-admins');
	if ((state !== 'on' && state !== 'unknown') || others.length === 0 || !carries.some(({ category }) => category === 'user-content')) {
		return 'none';
	}
	if (state === 'on' && others.some(({ isKnown, isBlocked }) => isKnown && !isBlocked)) {
		return 'open';
	}
	return others.some(({ isKnown, isBlocked }) => !isKnown || !isBlocked) ? 'unknown' : 'attempted';
}

const pushed = isTrue('Push_show_message');
/** With its licence module the second setting reduces a notification to the message's id, and an app cannot see modules. */
const PUSHED = { sure: all(pushed, not(isTrue('Push_request_content_from_server'))), possible: pushed };
const mailed = all(isTrue('Accounts_AllowEmailNotifications'), isTrue('Email_notification_show_message'));

/** Where settings decide whether the text of messages goes along. */
const TEXT: { readonly [Id in FlowId]?: { readonly sure: Condition<SettingId>; readonly possible: Condition<SettingId> } } = {
	'push-gateway': PUSHED,
	'push-native': PUSHED,
	'email': { sure: mailed, possible: mailed },
};

function withText({ id, name }: FlowFinding, reading: Reading): Statement[] {
	const text = TEXT[id];
	if (text === undefined) {
		return [];
	}
	const isSure = evaluate(text.sure, reading).state === true;
	return [say(`in-short_text-${isSure ? 'yes' : evaluate(text.possible, reading).state === false ? 'no' : 'unknown'}`, { name })];
}
