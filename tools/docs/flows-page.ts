import { FLOWS } from '../../src/catalogue/flows';
import { settingsOf } from '../../src/catalogue/conditions';
import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { FlowFinding } from '../../src/posture/posture';
import { UNSEEN_IDS } from '../../src/catalogue/unseen';
import { recipientOf } from '../../src/show/tell/flows';
import { defaultSignals } from '../../test/posture/signals';
import { markdownTable, page } from './document';
import type { Document } from './document';

/** Every flow as a new server of 7.7.1 gives it. */
function freshFindings(): readonly FlowFinding[] {
	return judge(defaultSignals(), new Date(0), '0').flows;
}

/** Every flow in the order in which the app tells them. */
function flowTable(): string {
	const translate = translator('en');
	const fresh = new Map(freshFindings().map((finding) => [finding.id, finding]));
	const rows = FLOWS.map((flow) => {
		const finding = fresh.get(flow.id);
		if (finding === undefined) {
			throw new Error(`The flow ${flow.id} was not judged.`);
		}
		const settings = settingsOf(flow.when).map((id) => `\`${id}\``);
		return [
			`\`${flow.id}\``,
			finding.recipients.map((recipient) => translate(recipientOf({ ...recipient, host: null }))).join(', '),
			finding.carries.map(({ category }) => translate(`category_${category}`)).join(', '),
			settings.length === 0 ? 'none' : settings.join(', '),
			finding.state === 'not-applicable' ? 'not on 7.7' : translate(`flow-state_${finding.state}`),
			`${flow.source}${flow.premium === true ? '; needs a premium licence module' : ''}`,
		];
	});
	return markdownTable([['Flow', 'Goes to', 'Carries', 'Decided by', 'On a fresh 7.7.1', 'Read in Rocket.Chat’s source'], ...rows]);
}

/** What a fresh server does without anybody's doing, in sentences. */
function onFreshServer(): string {
	const ids = (findings: readonly FlowFinding[]): string => (findings.length === 0 ? 'none' : findings.map(({ id }) => `\`${id}\``).join(', '));
	const findings = freshFindings();
	const on = findings.filter(({ state }) => state === 'on');
	return [
		`${String(on.length)} flows are on, on a fresh default server of Rocket.Chat 7.7.1 that was never registered: ${ids(on)}.`,
		`No setting stops these of them: ${ids(on.filter(({ optional }) => !optional))}. Only an environment variable, a firewall, or not doing what triggers them does.`,
		`Unknown there: ${ids(findings.filter(({ state }) => state === 'unknown'))}.`,
	].join(' ');
}

/** What every report lists as unseen. */
function unseenList(): string {
	const translate = translator('en');
	return UNSEEN_IDS.map((id) => `- ${translate(`unseen_${id}`)}`).join('\n');
}

export const FLOWS_PAGE: Document = {
	name: 'docs/flows.md',
	refreshed: () =>
		page(
			'# The ways in which data can leave',
			`A flow is one way in which data can leave a workspace because of how it is set up. The app knows ${String(FLOWS.length)}. \`/privacy-status explain <flow>\` tells one in full: what is sent, whether it is kept, what stops working without it, and where its switch is.`,
			'## On a fresh server',
			onFreshServer(),
			'## All of them',
			'“Decided by” names the settings that switch a flow. “Not on 7.7” means that servers of that version do not have it.',
			flowTable(),
			'## What no setting shows',
			'An app cannot see these. Every report lists them, whatever the workspace is.',
			unseenList(),
		),
};
