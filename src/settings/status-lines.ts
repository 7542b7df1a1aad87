import { ROCKET_CHAT_ROWS } from '../catalogue/baseline';
import type { RocketChatRow } from '../catalogue/baseline';
import type { Category } from '../catalogue/categories';
import { FLOWS } from '../catalogue/flows';
import { DECLARABLE_MODELS, EXPOSURE_STATES, OUTSIDE_PARTIES } from '../catalogue/vocabulary';
import type { ExposureState, OutsideParty } from '../catalogue/vocabulary';

/** On what a verdict can rest, and how sure it can be then. */
export const SURENESSES = ['declared_certain', 'declared_likely', 'declared_contradicted', 'detected_likely', 'detected_unclear', 'detected_contradicted'] as const;

/** How a registration can be known. */
export const REGISTRATIONS = ['registered_likely', 'registered_unclear', 'unregistered_certain', 'unregistered_likely'] as const;

/** As many contradictions are counted, each number with an option of its own; the last one stands for more, too. */
export const MOST_COUNTED = 5;

/**
 * The lines of the settings page that are selections, each with all that it can show: the platform shows an option in the reader's
 * language, but a text as it was stored. Each option has its label under `ps_status_<option>`.
 *
 * The platform keeps a setting that a newer version lacks, with what was stored in it. So the first line has the id of the text that
 * version 0.2.0 showed, and takes its place.
 */
export const STATUS_SELECTIONS = {
	'status_summary': ['unknown', 'unread', ...DECLARABLE_MODELS.flatMap((model) => SURENESSES.map((sureness) => `${model}_${sureness}`))],
	'status_registered': ['unknown', ...REGISTRATIONS],
	'status_air-gapped': ['unknown', 'no-sign', ...SURENESSES.map((sureness) => `yes_${sureness}`), ...SURENESSES.filter((sureness) => /certain|likely/.test(sureness)).map((sureness) => `no_${sureness}`)],
	'status_contradictions': ['unknown', 'none', 'none-unread', ...Array.from({ length: MOST_COUNTED }, (_, at) => String(at + 1))],
	'status_account-data': outsideOptions('account-data'),
	'status_usage-data': outsideOptions('usage-data'),
	'status_app-data': outsideOptions('app-data'),
	'status_user-content': outsideOptions('user-content'),
	'status_tracking': outsideOptions('tracking'),
	'status_row': (Object.keys(ROCKET_CHAT_ROWS) as RocketChatRow[]).map(rowOption),
} as const satisfies Readonly<Record<string, readonly string[]>> & Readonly<Record<`status_${Category}`, readonly string[]>>;

/** The lines that show a text, in the workspace's language. */
export const STATUS_TEXTS = ['status_first', 'status_changes', 'status_objections', 'status_time'] as const;

export type StatusSelection = keyof typeof STATUS_SELECTIONS;
export type StatusText = (typeof STATUS_TEXTS)[number];
export type StatusLine = StatusSelection | StatusText;

/** What every line shows. */
export type StatusLines = Readonly<Record<StatusLine, string>>;

export const STATUS_LINES = [...(Object.keys(STATUS_SELECTIONS) as StatusSelection[]), ...STATUS_TEXTS] as const satisfies readonly StatusLine[];

/** The option for who outside can have a category: how far, by party. */
export function outsideOption(states: readonly ExposureState[]): string {
	return states.join('_');
}

/** The option for a row of the table that is told beside it. */
export function rowOption(row: RocketChatRow): string {
	return `row_${row}`;
}

/** All that can come about: whatever the deployment brings with it, and how far a flow that may reach a party raises the category. */
function outsideOptions(category: Category): string[] {
	return OUTSIDE_PARTIES.reduce<ExposureState[][]>((before, party) => before.flatMap((states) => statesTowards(party, category).map((state) => [...states, state])), [[]]).map(outsideOption);
}

/** Who receives by a setting may be a third party; a party of its own is told by its kind. */
function statesTowards(party: OutsideParty, category: Category): ExposureState[] {
	const raised = FLOWS.filter(({ recipients }) => recipients.some(({ kind }) => kind === party || (party === 'third-parties' && /^(?:public|by-|rocket-chat-by-)/.test(kind)))).flatMap(({ carries }) => carries[category] ?? []);
	return EXPOSURE_STATES.filter((state) => party === 'rocket-chat' || state === 'no' || (state === 'unknown' ? raised.length > 0 : raised.includes(state)));
}
