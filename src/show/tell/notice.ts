import { createHash } from 'crypto';

import { NOTICES } from '../../catalogue/notices';
import type { Notice, NoticeKey } from '../../catalogue/notices';
import { SELF_HOSTED } from '../../settings/organisation';
import type { Organisation } from '../../settings/organisation';
import { ORGANISATION_NOTICE_LIMIT } from '../../settings/parse';
import { link } from '../../language/spans';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import { TEXTS } from '../../language/texts';
import type { ApplicableNotice } from '../../posture/notice';
import type { Deployment } from '../../posture/posture';
import type { FlowChange, Transition } from '../../posture/transition';
import { items, lines, ownWords } from './passage';
import type { Passage } from './passage';
import { quoted } from './quoted';
import { conflictOf, unreadOf } from './verdict';

/** What only people with an allowed role read below the notice. */
export interface AdminNotes {
	readonly deployment: Deployment;
	/** The workspace's own legal pages that nobody has written yet. */
	readonly pages: readonly Statement[];
	/** Why values of the app's own settings are not used. */
	readonly objections: readonly Statement[];
	readonly transition: Transition | null;
}

/** The notice for one reader. */
export interface NoticeAnswer {
	readonly notice: ApplicableNotice;
	readonly organisation: Organisation;
	/** Null for everybody without an allowed role. */
	readonly admin: AdminNotes | null;
}

/** The notice in its parts. The organisation's words are apart, so that nobody takes them for ours. */
export interface NoticeParts {
	readonly head: Passage;
	readonly statements: Passage;
	readonly foot: Passage;
	readonly stated: Passage;
	readonly ownText: Passage;
	/** Empty for everybody without an allowed role. */
	readonly forAdmins: readonly Passage[];
}

/** @param isTranslated whether the reader gets it in another language than it was written in */
export function noticeParts({ notice, organisation, admin }: NoticeAnswer, isTranslated: boolean): NoticeParts {
	return {
		head: lines(say(`notice-view_heading-${notice.standing}`), notice.lead),
		statements: items(notice.statements.map((key) => say(key))),
		foot: foot(NOTICES[notice.id], isTranslated),
		stated: statedFacts(organisation, notice),
		ownText: ownText(organisation),
		forAdmins: admin === null ? [] : adminPassages(admin, organisation),
	};
}

/** The help text of `/privacy-notice`. */
export function noticeHelp(): Passage {
	return lines(say('notice-help_heading'), say('notice-help_notice'), say('notice-help_help'), say('notice-help_source'));
}

/** The answer to a word that `/privacy-notice` does not know. */
export function unknownNoticeWord(typed: string): Passage[] {
	return [lines(say('unknown_word', { typed: quoted(typed) })), noticeHelp()];
}

/** Sources, contact, version and what the notice does not cover. */
function foot(notice: Notice<NoticeKey>, isTranslated: boolean): Passage {
	const { sources, contact, version } = notice;
	const content = { version, hash: contentHash(notice).slice(0, SHOWN_OF_HASH) };
	return lines(
		...(isTranslated ? [say('notice-view_translation')] : []),
		...sources.map((source) => say(`notice-view_source-${source.dated}`, { name: say(`notice-source_${source.id}`), date: { day: source.date }, link: link(source.link) })),
		...(contact === null
			? []
			: [
					contact.namedBy === null
						? say('notice-view_contact', { address: contact.address })
						: say('notice-view_contact-named-by', { address: contact.address, name: say(`notice-source_${contact.namedBy.id}`), link: link(contact.namedBy.link) }),
				]),
		...(sources.length === 0 ? [say('notice-view_version-own', content)] : [say('notice-view_version', content), say('notice-view_scope')]),
		say('notice-view_others'),
	);
}

const SHOWN_OF_HASH = 12;

/** What changes when a statement, its order or a source changes: SHA-256 over the English texts and the sources. */
export function contentHash({ id, statements, sources, contact }: Notice<NoticeKey>): string {
	const content = { id, texts: statements.map((key) => TEXTS.get(key)), sources, contact };
	return createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
}

/** What the admins stated, a line each; what they did not state says so. */
function statedFacts(organisation: Organisation, { id }: ApplicableNotice): Passage {
	const { contactEmail, hostingProvider, hostingLocation, noticeSourceUrl, organisationNotice } = organisation;
	const stated = (value: string | null): string | Statement => value ?? say('notice-own_not-stated');
	// Where nothing is, the lines are the app's own; and the Open Server's admins are Rocket.Chat's, as the notice above says.
	const isAnythingStated = [contactEmail, hostingProvider, hostingLocation, noticeSourceUrl, organisationNotice].some((value) => value !== null);
	const hosting = hostingProvider?.toLowerCase() === SELF_HOSTED ? say('notice-own_hosting-self') : stated(hostingProvider);
	return [
		...lines(say('notice-own_heading'), ...(isAnythingStated && id !== 'open-server' ? [say('notice-own_whose')] : [])),
		...items([
			say('notice-own_contact', { text: stated(contactEmail) }),
			say('notice-own_hosting', { text: hosting }),
			say('notice-own_location', { text: stated(hostingLocation) }),
			say('notice-own_source', { text: stated(noticeSourceUrl) }),
		]),
	];
}

function ownText({ organisationNotice, organisationNoticeIsCut }: Organisation): Passage {
	if (organisationNotice === null) {
		return lines(say('notice-own_text-none'));
	}
	const heading = organisationNoticeIsCut ? say('notice-own_text-cut', { limit: ORGANISATION_NOTICE_LIMIT }) : say('notice-own_text');
	return [...lines(heading), ...ownWords(organisationNotice)];
}

function adminPassages({ deployment, pages, objections, transition }: AdminNotes, organisation: Organisation): Passage[] {
	const { conflicts, unread } = deployment;
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
		lines(say('notice-admin_declare')),
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
