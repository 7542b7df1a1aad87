import { NOTICES } from '../../catalogue/notices';
import type { Notice, NoticeKey } from '../../catalogue/notices';
import type { Organisation } from '../../settings/organisation';
import { ORGANISATION_NOTICE_LIMIT } from '../../settings/parse';
import { link } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { InShort } from '../../posture/in-short';
import type { ApplicableNotice } from '../../posture/notice';
import type { Deployment } from '../../posture/posture';
import type { FlowChange, Transition } from '../../posture/transition';
import { inShortPassage, isRunByRocketChat } from './in-short';
import { items, lines, ownWords } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';
import { conflictOf, unreadOf } from './verdict';

/** What only people with an allowed role read below the notice. */
export interface AdminNotes {
	/** The workspace's own legal pages that nobody has written yet. */
	readonly pages: readonly Statement[];
	/** Why values of the app's own settings are not used. */
	readonly objections: readonly Statement[];
	readonly transition: Transition | null;
}

/** The notice for one reader. */
export interface NoticeAnswer {
	readonly notice: ApplicableNotice;
	readonly deployment: Deployment;
	/** Null where the admins do not let members read it. */
	readonly inShort: InShort | null;
	readonly organisation: Organisation;
	/** Null for everybody without an allowed role. */
	readonly admin: AdminNotes | null;
}

/** The notice in its parts. The organisation's words are apart, so that nobody takes them for ours. */
export interface NoticeParts {
	readonly inShort: Passage;
	readonly head: Passage;
	readonly statements: Passage;
	readonly foot: Passage;
	/** What the organisation has not stated; empty where there is nothing. */
	readonly unstated: Passage;
	readonly ownText: Passage;
	/** Empty for everybody without an allowed role. */
	readonly forAdmins: readonly Passage[];
}

/** @param isTranslated whether the reader gets it in another language than it was written in */
export function noticeParts({ notice, deployment, inShort, organisation, admin }: NoticeAnswer, isTranslated: boolean): NoticeParts {
	return {
		inShort: inShortPassage(inShort, deployment, organisation),
		head: lines(say(`notice-view_heading-${notice.standing}`), notice.lead),
		statements: items(notice.statements.map((key) => say(key))),
		foot: foot(NOTICES[notice.id], isTranslated),
		unstated: unstated(organisation, isRunByRocketChat(deployment)),
		ownText: ownText(organisation, notice),
		forAdmins: admin === null ? [] : adminPassages(admin, deployment, inShort !== null, organisation),
	};
}

/** The help text of `/privacy-notice`. */
export function noticeHelp(): Passage {
	return lines(say('notice-help_heading'), say('notice-help_notice'), say('notice-help_text'), say('notice-help_help'), say('notice-help_source'));
}

/** The answer to a word that `/privacy-notice` does not know. */
export function unknownNoticeWord(typed: string): Passage[] {
	return [lines(say('unknown_word', { typed: quoted(typed) })), noticeHelp()];
}

/** Sources, contact and what the notice does not cover. */
function foot({ sources, contact }: Notice<NoticeKey>, isTranslated: boolean): Passage {
	return lines(
		...(isTranslated ? [say('notice-view_translation')] : []),
		...(sources.length === 0 ? [] : [say('notice-view_summary')]),
		...sources.map((source) => say(`notice-view_source-${source.dated}`, { name: say(`notice-source_${source.id}`), date: { day: source.date }, link: link(source.link) })),
		...(contact === null
			? []
			: [
					contact.namedBy === null
						? say('notice-view_contact', { address: contact.address })
						: say('notice-view_contact-named-by', { name: say(`notice-source_${contact.namedBy.id}`), link: link(contact.namedBy.link) }),
				]),
		...(sources.length === 0 ? [] : [say('notice-view_scope')]),
	);
}

/** What the organisation has not stated, in one line: what it stated is in short above, and its own text below. */
function unstated({ contactEmail, hostingProvider, hostingLocation, noticeSourceUrl, organisationNotice }: Organisation, isHostKnown: boolean): Passage {
	const what = [
		...(contactEmail === null ? [say('unstated_contact')] : []),
		...(hostingProvider === null && !isHostKnown ? [say('unstated_host')] : []),
		...(hostingLocation === null ? [say('unstated_place')] : []),
		...(noticeSourceUrl === null && organisationNotice === null ? [say('unstated_notice')] : []),
	];
	return what.length === 0 ? [] : lines(say('notice-own_unstated', { what }));
}

/** The Open Server's admins are Rocket.Chat's, as the notice says. */
function ownText({ organisationNotice, organisationNoticeIsCut, noticeSourceUrl }: Organisation, { id }: ApplicableNotice): Passage {
	if (organisationNotice === null && noticeSourceUrl === null) {
		return [];
	}
	const heading = organisationNoticeIsCut ? say('notice-own_text-cut', { limit: ORGANISATION_NOTICE_LIMIT }) : say('notice-own_text');
	return [
		...lines(say('notice-own_heading'), ...(id === 'open-server' ? [] : [say('notice-own_whose')]), ...(noticeSourceUrl === null ? [] : [say('notice-own_source', { link: link(noticeSourceUrl) })])),
		...(organisationNotice === null ? [] : [...lines(heading), ...ownWords(organisationNotice)]),
	];
}

function adminPassages({ pages, objections, transition }: AdminNotes, deployment: Deployment, mayRead: boolean, organisation: Organisation): Passage[] {
	const { conflicts, unread, basis } = deployment;
	const findings = [
		...pages,
		...objections,
		...(organisation.organisationNoticeIsCut ? [say('notice-admin_cut', { limit: ORGANISATION_NOTICE_LIMIT })] : []),
	];
	return [
		lines(say('notice-admin_heading')),
		conflicts.length === 0 ? [] : [...lines(say('status_conflicts')), ...items(conflicts.map(conflictOf))],
		unread.length === 0 ? [] : lines(unreadOf(deployment)),
		findings.length === 0 ? [] : [...lines(say('notice-admin_pages')), ...items(findings)],
		transition === null ? [] : transitionPassage(transition),
		lines(...(basis === 'declared' ? [] : [say('notice-admin_declare')]), ...(mayRead ? [] : [say('notice-admin_may-read', { label: say('ps_members_may_read') })])),
	];
}

function transitionPassage({ from, needsOtherLicence, changes, elsewhere }: Transition): Passage {
	const others = flowChanges(elsewhere);
	const hasFlows = [...changes, elsewhere].some((change) => flowChanges(change).length > 0);
	const told = changes.map(({ category, before, after, ...change }) =>
		joined(say('transition_category', { category: say(`category_${category}`), before: say(`exposure_${before}`), after: say(`exposure_${after}`) }), ...flowChanges(change)),
	);
	return [
		...lines(say('transition_heading'), say(`transition_${from}`), ...(needsOtherLicence ? [say('transition_licence')] : []), say('transition_to')),
		...items([...told, ...(others.length === 0 ? [] : [joined(say('transition_elsewhere'), ...others)])]),
		...lines(say(hasFlows ? 'transition_explain' : 'transition_none')),
	];
}

function flowChanges({ comingOn, perhapsComingOn, gettingThrough }: FlowChange): Statement[] {
	return [
		{ key: 'transition_on', changed: comingOn } as const,
		{ key: 'transition_perhaps-on', changed: perhapsComingOn } as const,
		{ key: 'transition_through', changed: gettingThrough } as const,
	].flatMap(({ key, changed }) => (changed.length === 0 ? [] : [say(key, { flows: changed.map(({ name }) => name) })]));
}

/** Sentences, one after the other in one line. */
function joined(...sentences: readonly [Statement, ...Statement[]]): Statement {
	return sentences.reduce((first, second) => say('caveats_joined', { first, second }));
}
