import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import en from '../../i18n/en.json';
import { NOTICES, NOTICE_IDS } from '../../src/catalogue/notices';
import type { Notice, NoticeId, NoticeKey } from '../../src/catalogue/notices';

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const source = readFileSync(path.join(__dirname, '..', 'sources', 'air-gapped-privacy-notice.txt'), 'utf8');

/** Each statement of the air-gapped notice, and the passage of Rocket.Chat's notice that it tells. */
const PASSAGES: Record<string, string | readonly string[]> = {
	'definition': 'An air-gapped environment is a secure workspace or system, deliberately disconnected from external networks to protect sensitive data from unauthorized access.',
	'no-registration': "These workspaces are isolated from external networks, including the internet, and therefore do not register with Rocket.Chat's cloud services.",
	'not-collected': [
		'Account Data: Information such as usernames, email addresses, or passwords.',
		'Usage Data: Details on how users interact with the software.',
		'App Data: Information about applications or services operating within the air-gapped environment.',
		'User Content: Any content created or uploaded by users.',
		'Tracking or Cookies: No tracking technologies or cookies are employed to gather user information',
	],
	'missing-services': [
		'Absence of Cloud Services: Features like the marketplace, OmniGateway, push notifications, and other cloud-dependent add-ons are unavailable.',
		"Add-ons enhance the software's capabilities through additional features, functionalities, or integrations, such as extensions, plugins, or modules.",
	],
	'registering': 'Should an air-gapped environment opt to register with Rocket.Chat, the data collection practices outlined here will become applicable.',
	'contact': 'For inquiries or concerns regarding this Privacy Notice, contact our Data Protection Officer at',
	'further-information': 'Further information on air-gapped environments can be found in our documentation on Air-gapped Deployment.',
};

/** What `notice-view_summary` says beside the date of every notice. */
const AMENDMENTS =
	'We reserve the right to update this Privacy Notice in response to changes in data practices or legal requirements. Please review this document periodically for updates, noting the effective date for the latest version.';

const TOLD = [...Object.values(PASSAGES).flat(), AMENDMENTS];

/** What of the source is no statement of its own: headings, the sentence that leads to the five kinds, the page's frame. */
const NO_STATEMENT = [
	'Privacy Notice for Air-Gapped Workspaces',
	'Effective Date: December 9th, 2023',
	'Definition of Air-Gapped Environments',
	'Data Collection and Usage in Air-Gapped Environments',
	'In air-gapped environments, Rocket.Chat adheres to strict data privacy standards by not collecting:',
	'Limitations of Air-Gapped Licenses',
	'Users should be aware of certain limitations inherent to air-gapped licenses:',
	'Transition to Registered Environments',
	'Notice Amendments',
	'Last updated',
	'Rocket.Chat versions receive support for six months after release.',
];

const suffixes = (id: NoticeId): string[] => NOTICES[id].statements.map((key) => key.slice(`notice_${id}_`.length));

describe('the air-gapped notice and its source', () => {
	test('every statement tells a passage of the source', () => {
		expect(suffixes('air-gapped')).toEqual(Object.keys(PASSAGES));
		for (const passage of TOLD) {
			expect([passage, fold(source).includes(passage)]).toEqual([passage, true]);
		}
	});

	test('every section of the source is told by a statement', () => {
		const sections = source.split(/\n\s*\n/).map(fold).filter((section) => section !== '');
		const untold = sections.filter((section) => !NO_STATEMENT.includes(section) && !TOLD.some((passage) => section.includes(passage)));
		expect(untold).toEqual([]);
		expect(NO_STATEMENT.filter((line) => !fold(source).includes(line))).toEqual([]);
	});

	test('it is told in our own words', () => {
		const statements = NOTICES['air-gapped'].statements.map((key) => en[key].replace(/\*/g, ''));
		for (const passage of TOLD) {
			expect(statements.filter((statement) => statement.includes(passage.replace(/\.$/, '')))).toEqual([]);
		}
	});

	test('it has the source’s effective date, and names another source for the address that the text leaves out', () => {
		const { sources, contact } = NOTICES['air-gapped'];
		expect(sources.map(({ id }) => id)).toEqual(['air-gapped', 'privacy-policy']);
		const [own] = sources;
		const date = new Date(`${own?.date ?? ''}T00:00:00Z`);
		const [, month, day, year] = /Effective Date: (\w+) (\d+)\w*, (\d{4})/.exec(source) ?? [];
		expect(new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(date)).toBe(`${month ?? ''} ${day ?? ''}, ${year ?? ''}`);
		expect(source).not.toContain('@');
		expect(contact?.namedBy?.link).not.toBe(own?.link);
	});
});

test('the notice for the Cloud has Rocket.Chat’s notice for it as its first source, and what only says why none is shown has no source', () => {
	expect(NOTICES.cloud.sources.map(({ id }) => id)).toEqual(['cloud', 'privacy-policy', 'law-enforcement']);
	expect(NOTICES['cannot-be-told'].sources).toEqual([]);
});

/** Each says no more than its source: a purpose stays a purpose, an example an example, a policy's word a policy's. */
test.each<[string, RegExp]>([
	[en['notice_air-gapped_definition'], /to protect sensitive data from unauthorised access\.$/],
	[en['notice_air-gapped_not-collected'], /such as usernames/],
	[en['notice-view_summary'], /summary\. The original counts; .* may change it/],
	[en['notice_air-gapped_missing-services'], /^\*Limits of air-gapped licences:\*.* such as the marketplace/],
	[en['notice_air-gapped_no-registration'], /according to the notice such a workspace .* does not register/],
	[en['notice_air-gapped_registering'], /in its Privacy Policy .*“here”, which is a link to that policy/],
	[en['notice_cloud_user-content'], /By its policy .* asks for support, .* law enforcement request .* or to protect its own interests/],
	[en['notice_cloud_user-content'], /where a room uses end-to-end encryption in encrypted form only/],
	[en['notice_self-managed-registered_tracking'], /By its policy it does not track inside the workspace; what clicks/],
	[en['notice_self-managed-unregistered_no-registration'], /which by that policy are self-built from free and open source software/],
])('%s', (text, hedged) => {
	expect(text).toMatch(hedged);
});

describe.each(NOTICE_IDS)('the notice %s', (id) => {
	test('has every text that is written for it', () => {
		const written = Object.keys(en).filter((key) => key.startsWith(`notice_${id}_`));
		expect([...NOTICES[id].statements].sort()).toEqual(written.sort());
		expect(new Set(NOTICES[id].statements).size).toBe(written.length);
	});

	test('names its sources with link and date', () => {
		for (const { link, date } of NOTICES[id].sources) {
			expect(link).toMatch(/^https:\/\/(docs\.rocket\.chat|github\.com\/RocketChat\/docs)\//);
			expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
		}
	});
});

/** What changes when a statement, its order or a source changes: SHA-256 over the English texts and the sources. */
function contentHash({ id, statements, sources, contact }: Notice<NoticeKey>): string {
	const content = { id, texts: statements.map((key) => en[key]), sources, contact };
	return createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
}

/** Whoever changes a text or a source raises the notice's version and puts the new hash here. */
const HASHES: Record<NoticeId, [version: number, hash: string]> = {
	'air-gapped': [3, '109c1838ed00'],
	'self-managed-registered': [3, 'bf57272f3bb6'],
	'self-managed-unregistered': [3, '107fd7185b45'],
	'cloud': [3, 'e839eaf70f86'],
	'open-server': [3, 'db0e024b6a26'],
	'cannot-be-told': [3, 'd2b14c7d20a7'],
};

test('a version stands for one content', () => {
	const actual = Object.fromEntries(NOTICE_IDS.map((id) => [id, [NOTICES[id].version, contentHash(NOTICES[id]).slice(0, 12)]]));
	expect(actual).toEqual(HASHES);
});

test('the content’s hash changes with a text, its order and its source', () => {
	const notice: Notice<NoticeKey> = NOTICES['air-gapped'];
	const [first, ...others] = notice.statements;
	const variants = [{ ...notice, statements: [...others, first ?? 'notice_cloud_processor'] }, { ...notice, statements: others }, { ...notice, sources: NOTICES.cloud.sources }];
	expect(new Set([notice, ...variants].map((variant) => contentHash(variant))).size).toBe(4);
	expect(contentHash(notice)).toMatch(/^[0-9a-f]{64}$/);
});
