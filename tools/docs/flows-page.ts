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

/** The versions whose settings are known as a whole. */
const VERSIONS = ['7.7.1', '8.6.1', '9.0'];

/** Every flow as a new server of that version gives it. */
function freshFindings(version: string): readonly FlowFinding[] {
	return judge(defaultSignals({}, [], {}, version), new Date(0), '0').flows;
}

/** Every flow in the order in which the app tells them. */
function flowTable(): string {
	const translate = translator('en');
	const fresh = VERSIONS.map(freshFindings);
	const rows = FLOWS.map((flow, at) => {
		const findings = fresh.flatMap((found) => found[at] ?? []);
		const [finding] = findings;
		if (finding === undefined) {
			throw new Error(`The flow ${flow.id} was not judged.`);
		}
		const settings = settingsOf(flow.when).map((id) => `\`${id}\``);
		return [
			`\`${flow.id}\``,
			finding.recipients.map((recipient) => translate(recipientOf({ ...recipient, host: null }))).join(', '),
			finding.carries.map(({ category }) => translate(`category_${category}`)).join(', '),
			settings.length === 0 ? 'none' : settings.join(', '),
			...findings.map(({ state }) => (state === 'not-applicable' ? '–' : translate(`flow-state_${state}`))),
			`${flow.source}${flow.premium === undefined ? '' : flow.premium === true ? '; needs a premium licence module' : `; needs a premium licence module from ${flow.premium} on`}`,
		];
	});
	return markdownTable([['Flow', 'Goes to', 'Carries', 'Decided by', ...VERSIONS.map((version) => `On a fresh ${version}`), 'Read in Rocket.Chat’s source'], ...rows]);
}

/** What a fresh server does without anybody's doing, in sentences. */
function onFreshServer(): string {
	const ids = (findings: readonly FlowFinding[]): string => (findings.length === 0 ? 'none' : findings.map(({ id }) => `\`${id}\``).join(', '));
	return VERSIONS.map((version) => {
		const findings = freshFindings(version);
		const on = findings.filter(({ state }) => state === 'on');
		return [
			`${String(on.length)} flows are on, on a fresh default server of Rocket.Chat ${version} that was never registered: ${ids(on)}.`,
			`No setting stops these of them: ${ids(on.filter(({ optional }) => !optional))}. Only an environment variable, a licence, a firewall, or not doing what triggers them does.`,
			`Unknown there: ${ids(findings.filter(({ state }) => state === 'unknown'))}.`,
		].join(' ');
	}).join('\n\n');
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
			`A flow is one way in which data can leave, or be reached, because of how a workspace is set up. The app knows ${String(FLOWS.length)}. \`/privacy-status explain <flow>\` shows one in full: what is sent, whether it is kept, what you lose without it, and where its switch is.`,
			'## On a fresh server',
			onFreshServer(),
			'## All of them',
			'“Decided by” names the settings that switch a flow. A dash means that servers of that version do not have it.',
			flowTable(),
			'## What no setting shows',
			'An app cannot see these. Every report lists them, whatever the workspace is.',
			unseenList(),
		),
};
