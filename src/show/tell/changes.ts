import { code } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { Memory, Posture } from '../../posture/posture';
import { CHANGE_KINDS, isAlarmingChange } from '../../posture/snapshot';
import type { Difference, FlowChange, Outcome, SettingChange } from '../../posture/snapshot';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';
import { confidenceWithBasis, registrationConfidenceOf } from './verdict';

/** Whether anything changed, in one line. */
export function changesLine({ isReadable, difference }: Memory): Statement {
	return !isReadable ? say('changes_unreadable') : difference === null ? say('changes_none') : sinceLine(difference);
}

/** The same where silence says that nothing did. */
export function changesIfAny(memory: Memory | null): Statement[] {
	return memory === null || (memory.isReadable && memory.difference === null) ? [] : [changesLine(memory)];
}

/** The kinds of changes in the order in which they are counted: ways in apart from ways out, and agreements where nothing else differs. */
const COUNTED = ['new-open', ...CHANGE_KINDS, 'agreement-ended', 'agreement-accepted'] as const;

function countedAs({ kind, after, agreement }: FlowChange): (typeof COUNTED)[number] {
	return kind === 'new' && after === 'open' ? 'new-open' : kind === 'other' && agreement !== null ? `agreement-${agreement}` : kind;
}

/** How much changed, by its kind. */
export function sinceLine({ to, verdict, registration, appeared, ended, flows }: Difference): Statement {
	const counts = [
		['appeared', appeared.length],
		...COUNTED.map((kind) => [kind, flows.filter((flow) => countedAs(flow) === kind).length] as const),
		['ended', ended.length],
	] as const;
	return say('changes_since', {
		day: { day: to.slice(0, 10) },
		changes: [
			...counts.flatMap(([kind, count]) => (count === 0 ? [] : [say(`changes_${kind}`, { count })])),
			...(verdict === null ? [] : [say('changes_verdict')]),
			...(registration === null ? [] : [say('changes_registration')]),
		],
	});
}

/** All that changed, a sentence each. */
export function changeLines({ verdict, registration, appeared, ended, flows }: Difference): Statement[] {
	const surely = (what: Statement, confidence: Statement): Statement => say('verdict_how-sure', { what, confidence });
	const modelOf = (side: NonNullable<Difference['verdict']>['before']): Statement => surely(say(`model_${side.model}`), confidenceWithBasis(side));
	const stateOf = (side: NonNullable<Difference['registration']>['before']): Statement => surely(say(`registration_${side.state}`), registrationConfidenceOf({ registration: side }));
	return [
		...appeared.map((name) => say('change_appeared', { name })),
		...flows.map(changeLine),
		...ended.map((name) => say('change_ended', { name })),
		...(verdict === null ? [] : [say('change_line', { name: say('verdict_where'), before: modelOf(verdict.before), after: modelOf(verdict.after) })]),
		...(registration === null ? [] : [say('change_line', { name: say('conflict-name_registered'), before: stateOf(registration.before), after: stateOf(registration.after) })]),
	];
}

function changeLine({ id, before, was, after, agreement, settings }: FlowChange): Statement {
	const name = say(`flow_${id}_name`);
	const unknown = outcome(before);
	const states = before === after ? say('change_same', { name, after: outcome(after) }) : say('change_line', { name, before: was === null ? unknown : say('change_was', { unknown, was: outcome(was) }), after: outcome(after) });
	const change = agreement === null ? states : say(`change_agreement-${agreement}`, { change: states });
	return settings.length === 0 ? change : say('change_by', { change, settings: settings.map(settingLine) });
}

function settingLine({ id, before, after }: SettingChange): Statement {
	return say('change_setting', { id, before, after });
}

function outcome(found: Outcome): Statement {
	return found === 'attempted' || found === 'inside' ? say(`report_effect-${found}`) : say(`flow-state_${found === 'sent' || found === 'open' ? 'on' : found}`);
}

/** What to know beside the changes. */
export function changesNotes({ unusable, difference }: Memory): Statement[] {
	return [
		...(difference === null ? [] : [say('changes_compared', { time: new Date(difference.from) })]),
		...(difference?.isOtherCatalogue === true ? [say('changes_catalogue')] : []),
		...(unusable === 0 ? [] : [say('changes_unusable', { count: unusable })]),
	];
}

/** @param isOldest whether nothing is kept that is as old as what was asked for */
export function changesAnswer(memory: Memory, isOldest: boolean): Passage[] {
	const { difference } = memory;
	return [
		[...lines(changesLine(memory)), ...items(difference === null ? [] : changeLines(difference))],
		lines(...changesNotes(memory), ...(isOldest ? [say('changes_oldest')] : [])),
	];
}

/** Flows that a message names before the others are only counted in its first line. */
const NAMED = 10;

/**
 * What is said without being asked: how much changed; and, where everybody who reads it may see that, what is worth it, by which setting
 * and how to undo it. A message may travel as a push notification, so no value is in it.
 */
export function alertPassage({ flows }: Posture, difference: Difference, isWhole: boolean, isDirect: boolean): Passage {
	const changes = difference.flows.filter(isAlarmingChange).slice(0, NAMED);
	return [
		...lines(sinceLine(difference)),
		...items(!isWhole ? [] : [...difference.appeared.map((name) => say('change_appeared', { name })), ...changes.flatMap((change) => [alertLine(change), ...flows.filter(({ id }) => id === change.id).map(({ turnOff }) => turnOff)])]),
		...lines(isWhole ? say('alert_accept', { command: code('/privacy-status accept <flow> <reason>') }) : say('alert_rest'), ...(isDirect ? [say('alert_end')] : [])),
	];
}

function alertLine({ settings, ...change }: FlowChange): Statement {
	const line = changeLine({ ...change, settings: [] });
	return settings.length === 0 ? line : say('change_by', { change: line, settings: settings.map(({ id }) => say('setting_id', { id })) });
}

/** The answer to something that is no day in the past. */
export function wrongDay(typed: string): Passage {
	return lines(say('changes_day', { typed: quoted(typed), example: code('/privacy-status changes since 2026-03-05') }));
}
