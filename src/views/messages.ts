import { PARTIES, REPORT_FORMATS } from '../catalogue/words';
import { SERVER_LOOKUP_URL } from '../catalogue/hosts';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import type { Evidence, Posture } from '../posture/posture';
import { countsOf } from './flows';
import { evidenceLine, exposureLine, licenceOf, registrationOf, reportingOf, verdictOf } from './words';

/** The short answer: complete by itself, since panels do not exist on mobile clients. */
export function statusMessage(posture: Posture, translate: Translate): string {
	const { deployment } = posture;
	const heading = posture.workspaceHost === null ? say('status_heading-without-host') : say('status_heading', { host: posture.workspaceHost });
	const lines: (Statement | 'blank')[] = [
		heading,
		verdictOf(deployment),
		registrationOf(deployment),
		licenceOf(deployment),
		reportingOf(deployment),
	];
	if (deployment.conflicts.length > 0) {
		lines.push('blank', say('status_conflicts'), ...deployment.conflicts.map(({ id, statement }) => say('conflict_line', { id, statement })));
	}
	lines.push('blank', say('status_why'), ...deployment.evidence.filter(isDeciding).map((evidence) => say('list_line', { line: evidenceLine(evidence) })));
	if (deployment.unread.length > 0) {
		lines.push(say('status_unread', { ids: deployment.unread.map((id) => `\`${id}\``) }));
	}
	lines.push('blank', say('status_exposure'), ...PARTIES.map((party) => exposureLine(posture, party)));
	const counts = countsOf(posture);
	lines.push(say(counts.attempted > 0 ? 'status_flows-attempted' : 'status_flows', counts));
	lines.push('blank', say(deployment.model === 'unknown' ? 'status_how-to-find-out' : 'status_limits', { count: posture.unseen.length, lookup: SERVER_LOOKUP_URL }));
	lines.push(say('status_more'));
	return lines.map((line) => (line === 'blank' ? '' : translate(line))).join('\n');
}

/** Evidence on which the verdict rests; the rest stands in the panel and the report. */
function isDeciding({ source }: Evidence): boolean {
	return source === 'declared' || source.startsWith('env:') || DECIDING_SETTINGS.includes(source);
}

const DECIDING_SETTINGS: readonly string[] = ['setting:Site_Url', 'setting:Cloud_Workspace_Client_Id', 'setting:Register_Server', 'setting:Enterprise_License'];

/** The help text: every word that `/privacy-status` understands. */
export function helpMessage(translate: Translate): string {
	return HELP.map((key) => translate(say(key, { formats: REPORT_FORMATS.join('|') }))).join('\n');
}

const HELP = ['help_heading', 'help_status', 'help_flows', 'help_explain', 'help_legal', 'help_export', 'token_help', 'help_help', 'help_source'] as const;

/** The answer to a word that the command does not know: what was typed, the closest word, the help. */
export function unknownWordMessage(typed: string, suggestion: string | null, translate: Translate): string {
	const answer =
		suggestion === null
			? say('unknown_word', { typed: quoted(typed) })
			: say('unknown_word-suggestion', { typed: quoted(typed), suggestion: `\`/privacy-status ${suggestion}\`` });
	return `${translate(answer)}\n\n${helpMessage(translate)}`;
}

/** The answer to an export in a format that does not exist, or in none. */
export function unknownFormatMessage(typed: string | null, formats: readonly string[], translate: Translate): string {
	const known = formats.map((format) => `\`/privacy-status export ${format}\``);
	return translate(typed === null ? say('export_which', { formats: known }) : say('export_unknown', { typed: quoted(typed), formats: known }));
}

/** The answer to `flows` with a word behind it that is no state. */
export function unknownStateMessage(typed: string, translate: Translate): string {
	return translate(say('flows_which', { typed: quoted(typed) }));
}

/** The answer to `explain` without a flow, or with one that does not exist. */
export function unknownFlowMessage(typed: string | null, suggestion: string | null, example: string, translate: Translate): string {
	if (typed === null) {
		return translate(say('explain_which', { example }));
	}
	return translate(
		suggestion === null
			? say('explain_unknown', { typed: quoted(typed) })
			: say('explain_unknown-suggestion', { typed: quoted(typed), suggestion: `\`/privacy-status explain ${suggestion}\`` }),
	);
}

/** What somebody typed, short and without signs that Markdown, mentions or channels would act on. */
export function quoted(typed: string): string {
	const plain = [...typed].slice(0, 30).join('').replace(/[^\p{L}\p{N} ._-]/gu, '·');
	return `“${plain}”`;
}
