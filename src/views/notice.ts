import type { LayoutBlock } from '@rocket.chat/ui-kit';

import { NOTICES, contentHash } from '../catalogue/notices';
import { ORGANISATION_NOTICE_LIMIT, SELF_HOSTED } from '../catalogue/organisation';
import type { IgnorableSetting, Organisation } from '../catalogue/organisation';
import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import type { ApplicableNotice } from '../posture/notice';
import type { Deployment } from '../posture/posture';
import type { FlowChange, Transition } from '../posture/transition';
import { quoted } from './messages';
import { context, divider, section } from './panel';
import type { PanelContent } from './panel';
import { intoMessages } from './split';

/** What only people with an allowed role read below the notice. */
export interface AdminNotes {
	readonly deployment: Deployment;
	/** The workspace's own legal pages that nobody has written yet. */
	readonly pages: readonly Statement[];
	readonly ignored: readonly IgnorableSetting[];
	readonly transition: Transition | null;
}

/** The notice for one reader. */
export interface NoticeAnswer {
	readonly notice: ApplicableNotice;
	readonly organisation: Organisation;
	/** Null for everybody without an allowed role. */
	readonly admin: AdminNotes | null;
}

/** The answer in text. The organisation's words stand in messages of their own, so that nobody takes them for ours. */
export function noticeMessages({ notice, organisation, admin }: NoticeAnswer, translate: Translate): string[] {
	return [
		...intoMessages([head(notice, translate), statements(notice, translate), foot(notice, translate)]),
		...intoMessages([statedFacts(organisation, translate), ...ownText(organisation, translate)]),
		...(admin === null ? [] : intoMessages(adminSections(admin, organisation, translate))),
	];
}

/** The same as a modal. */
export function noticeModal({ notice, organisation, admin }: NoticeAnswer, translate: Translate): PanelContent {
	return {
		title: translate('app_name'),
		blocks: [
			section(head(notice, translate)),
			section(statements(notice, translate)),
			context(foot(notice, translate)),
			divider(),
			section(statedFacts(organisation, translate)),
			...sections(ownText(organisation, translate)),
			...(admin === null ? [] : [divider(), ...sections(adminSections(admin, organisation, translate))]),
		],
	};
}

/** The help text of `/privacy-notice`. */
export function noticeHelp(translate: Translate): string {
	return HELP.map((key) => translate(key)).join('\n');
}

const HELP = ['notice-help_heading', 'notice-help_notice', 'notice-help_help', 'notice-help_source'] as const;

/** The answer to a word that `/privacy-notice` does not know. */
export function unknownNoticeWord(typed: string, translate: Translate): string {
	return `${translate(say('unknown_word', { typed: quoted(typed) }))}\n\n${noticeHelp(translate)}`;
}

function head({ standing, lead }: ApplicableNotice, translate: Translate): string {
	return [translate(`notice-view_heading-${standing}`), translate(lead)].join('\n');
}

function statements({ id }: ApplicableNotice, translate: Translate): string {
	return list(NOTICES[id].statements, translate);
}

/** Sources, contact, version and what the notice does not cover. */
function foot({ id }: ApplicableNotice, translate: Translate): string {
	const notice = NOTICES[id];
	const { sources, contact, version } = notice;
	const lines = [
		...(translate.language === 'en' ? [] : [say('notice-view_translation')]),
		...sources.map((source) => say(`notice-view_source-${source.dated}`, { name: say(`notice-source_${source.id}`), date: { day: source.date }, link: source.link })),
		...(contact === null
			? []
			: [
					contact.namedBy === null
						? say('notice-view_contact', { address: contact.address })
						: say('notice-view_contact-named-by', { address: contact.address, name: say(`notice-source_${contact.namedBy.id}`), link: contact.namedBy.link }),
				]),
		say('notice-view_version', { version, hash: contentHash(notice).slice(0, SHOWN_OF_HASH) }),
		say('notice-view_scope'),
	];
	return lines.map(translate).join('\n');
}

const SHOWN_OF_HASH = 12;

/** What the admins stated, a line each; what they did not state says so. */
function statedFacts({ contactEmail, hostingProvider, hostingLocation, noticeSourceUrl }: Organisation, translate: Translate): string {
	const stated = (value: string | null): string | Statement => value ?? say('notice-own_not-stated');
	const hosting = hostingProvider?.toLowerCase() === SELF_HOSTED ? say('notice-own_hosting-self') : stated(hostingProvider);
	return [
		translate('notice-own_heading'),
		translate('notice-own_whose'),
		list(
			[
				say('notice-own_contact', { text: stated(contactEmail) }),
				say('notice-own_hosting', { text: hosting }),
				say('notice-own_location', { text: stated(hostingLocation) }),
				say('notice-own_source', { text: stated(noticeSourceUrl) }),
			],
			translate,
		),
	].join('\n');
}

function ownText({ organisationNotice, organisationNoticeIsCut }: Organisation, translate: Translate): string[] {
	if (organisationNotice === null) {
		return [translate('notice-own_text-none')];
	}
	const heading = organisationNoticeIsCut ? say('notice-own_text-cut', { limit: ORGANISATION_NOTICE_LIMIT }) : say('notice-own_text');
	return [`${translate(heading)}\n${organisationNotice}`];
}

function adminSections({ deployment, pages, ignored, transition }: AdminNotes, organisation: Organisation, translate: Translate): string[] {
	const { conflicts, unread } = deployment;
	const findings = [
		...pages,
		...ignored.map((id) => say(`notice-admin_ignored-${id}`)),
		...(organisation.organisationNoticeIsCut ? [say('notice-admin_cut', { limit: ORGANISATION_NOTICE_LIMIT })] : []),
	];
	return [
		translate('notice-admin_heading'),
		...(conflicts.length === 0
			? []
			: [`${translate('notice-admin_conflicts')}\n${list(conflicts.map(({ id, statement }) => say('conflict_line-panel', { id, statement })), translate)}`]),
		...(unread.length === 0 ? [] : [translate(say('notice-admin_unread', { ids: unread.map((id) => `\`${id}\``) }))]),
		...(findings.length === 0 ? [] : [`${translate('notice-admin_pages')}\n${list(findings, translate)}`]),
		...(transition === null ? [] : [transitionSection(transition, translate)]),
		translate('notice-admin_declare'),
	];
}

function transitionSection({ from, changes, elsewhere }: Transition, translate: Translate): string {
	const others = flowChanges(elsewhere);
	const hasFlows = [...changes, elsewhere].some((change) => flowChanges(change).length > 0);
	const lines = changes.map(({ category, before, after, ...change }) => {
		const flows = flowChanges(change);
		const params = { category: say(`category_${category}`), before: say(`exposure_${before}`), after: say(`exposure_${after}`) };
		return flows.length === 0 ? say('transition_category', params) : say('transition_category-flows', { ...params, flows });
	});
	return [
		translate('transition_heading'),
		translate(`transition_${from}`),
		translate('transition_to'),
		list([...lines, ...(others.length === 0 ? [] : [say('transition_elsewhere', { flows: others })])], translate),
		translate(hasFlows ? 'transition_explain' : 'transition_none'),
	].join('\n');
}

function flowChanges({ comingOn, gettingThrough }: FlowChange): Statement[] {
	const marked = (ids: readonly string[]): string[] => ids.map((id) => `\`${id}\``);
	return [
		...(comingOn.length === 0 ? [] : [say('transition_on', { flows: marked(comingOn) })]),
		...(gettingThrough.length === 0 ? [] : [say('transition_through', { flows: marked(gettingThrough) })]),
	];
}

function list(items: readonly Parameters<Translate>[0][], translate: Translate): string {
	return items.map((item) => `- ${translate(item)}`).join('\n');
}

/** A text for each, split where it is long: one section is read in a narrow modal. */
function sections(texts: readonly string[]): LayoutBlock[] {
	return texts.flatMap((text) => intoMessages([text], SECTION_LIMIT).map(section));
}

const SECTION_LIMIT = 2500;
