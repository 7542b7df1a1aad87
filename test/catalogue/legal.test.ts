import { readFileSync } from 'node:fs';
import path from 'node:path';

import en from '../../i18n/en.json';
import { LAW_ENFORCEMENT_GUIDELINES } from '../../src/catalogue/legal';

const folded = (text: string): string => text.replace(/\s+/g, ' ');
const source = folded(readFileSync(path.join(__dirname, '..', 'sources', 'law-enforcement-guidelines.txt'), 'utf8'));

const SELF_MANAGED = [
	'Rocket.Chat has NO access to these servers. We cannot access, view, or export user data, messages, or logs',
	'You must direct your request to the administrator of the specific server or the hosting provider/ISP hosting the domain',
];

/** The passage of the guidelines that each statement of the legal view tells in our own words. */
const PASSAGES: Record<string, string | string[]> = {
	'legal_model_cloud': ['Workspaces hosted on our cloud infrastructure (please see our infrastructure subprocessors).', 'Rocket.Chat acts as the data processor.'],
	'legal_model_open-server': ['A public community server managed directly by Rocket.Chat.', 'Subject to our Terms of Service and Code of Conduct.'],
	'legal_model_self-managed': 'run it on their own infrastructure or third-party data centers',
	'legal_examples_basic-subscriber-information': 'such as name, email address, account creation date, and billing information (if applicable)',
	'legal_examples_non-content-records': 'such as IP addresses, timestamps, and account activity logs',
	'legal_examples_content': 'such as messages, files, and other communications stored within a workspace',
	'legal_holder_rocket-chat-and-admins': 'We generally possess basic subscriber information',
	'legal_holder_rocket-chat-may-access': 'subject to valid legal process, may access content stored on our infrastructure',
	'legal_holder_availability-depends': 'The availability of each category depends on the deployment model described above.',
	'legal_holder_server-administrator': 'Rocket.Chat has NO access to these servers.',
	'legal_holder_account': 'billing information (if applicable)',
	'legal_holder_rocket-chat-account': 'We possess account information for users registered on this specific server.',
	'legal_ask_server-administrator': 'You must direct your request to the administrator of the specific server or the hosting provider/ISP hosting the domain',
	'legal_ask_find-out': 'use our Server Lookup tool to determine if a specific workspace URL is hosted by Rocket.Chat or if it is self-managed',
	'legal_process_valid-legal-process': 'subject to valid legal process, may access content',
	'legal_process_not-stated': 'subject to valid legal process, may access content',
	'legal_process_open-server-terms': 'Subject to our Terms of Service and Code of Conduct.',
	'legal_lookup-first': 'Before submitting a request, use our Server Lookup tool',
	'legal_lookup-no': 'If the lookup indicates the server is not hosted by us, Rocket.Chat cannot provide user content or activity logs.',
	'legal_answer_cloud_declared': ['Rocket.Chat acts as the data processor.', 'subject to valid legal process, may access content'],
	'legal_answer_cloud_likely': ['Rocket.Chat acts as the data processor.', 'subject to valid legal process, may access content', 'use our Server Lookup tool'],
	'legal_answer_open-server_declared': ['A public community server managed directly by Rocket.Chat.', 'Terms of Service and Code of Conduct'],
	'legal_answer_open-server_likely': ['A public community server managed directly by Rocket.Chat.', 'Terms of Service and Code of Conduct', 'use our Server Lookup tool'],
	'legal_answer_self-managed_declared': SELF_MANAGED,
	'legal_answer_self-managed_likely': [...SELF_MANAGED, 'use our Server Lookup tool'],
	'legal_answer_air-gapped_declared': SELF_MANAGED,
	'legal_answer_air-gapped_likely': [...SELF_MANAGED, 'use our Server Lookup tool'],
	'legal_answer_unknown': 'use our Server Lookup tool to determine if a specific workspace URL is hosted by Rocket.Chat',
	'legal_source': ['Rocket.Chat Guidelines for Law Enforcement Requests', 'Last updated: March 5th, 2026'],
	'legal_no-obligation': 'intended to provide general information and do not create any contractual or legal obligations',
	'legal_may-decline': ['We strictly evaluate all law enforcement requests to ensure rigorous legal compliance', 'reserves the right to object to or decline any request that is unlawful, overbroad, or otherwise inconsistent with applicable law'],
	'legal-category_basic-subscriber-information': 'Basic Subscriber Information:',
	'legal-category_non-content-records': 'Non-Content Records:',
	'legal-category_content': 'Content: such as',
};

/** Our own words, which claim nothing about Rocket.Chat: headings, labels, what follows from not knowing, the caveat. */
const OWN = [
	'legal_contradicted', 'legal_likely', 'legal_model_unknown', 'legal_model_air-gapped', 'legal_category', 'legal_all', 'legal_held-by', 'legal_ask-whom', 'legal_ask-whom-likely', 'legal_by-process', 'legal_kept-here', 'legal_kept-of', 'legal_before',
	'legal_answer', 'legal_answer-host', 'legal_answer-contact', 'legal_contact', 'legal_ask_account', 'legal_no-advice', 'legal_holder_not-told', 'legal_ask_rocket-chat-or-admins', 'legal_ask_rocket-chat',
	'legal_process_law-of-the-administrator', 'legal_process_account', 'legal_process_find-out',
	'legal_received-none', 'legal_received-sent', 'legal_received-attempted', 'legal_received-unknown', 'legal_service',
];

test('every statement of the legal view has its passage in the guidelines, and every passage is there', () => {
	const keys = Object.keys(en).filter((key) => /^legal[_-]/.test(key));
	expect(keys.filter((key) => !(key in PASSAGES) && !OWN.includes(key))).toEqual([]);
	expect([...Object.keys(PASSAGES), ...OWN].filter((key) => !keys.includes(key))).toEqual([]);
	for (const [key, passages] of Object.entries(PASSAGES)) {
		for (const passage of [passages].flat()) {
			expect([key, source.includes(folded(passage))]).toEqual([key, true]);
		}
	}
});

test('the date is the one of the guidelines', () => {
	expect(new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(LAW_ENFORCEMENT_GUIDELINES.updated))).toBe('March 5, 2026');
});

/** What the guidelines do not say, the legal view does not say for them. */
test.each<[string, RegExp]>([
	[en['legal_holder_rocket-chat-and-admins'], /processor/],
	[en['legal_model_cloud'], /infrastructure is that of/],
	[en['legal_process_open-server-terms'], /legal process/],
	[en['legal_answer_unknown'], /\bwe\b|\bus\b/i],
	[en['legal_answer_cloud_declared'], /\bwe\b|\bus\b|\bour\b/i],
])('%s', (text, tooMuch) => {
	expect(text).not.toMatch(tooMuch);
});

test('every text that an authority may get says whose word it is, and one that is likely asks for confirmation', () => {
	const answers = Object.entries(en).filter(([key]) => /^legal_answer_/.test(key));
	expect(answers).toHaveLength(9);
	for (const [key, text] of answers) {
		const beginning = key.endsWith('_declared') ? /^According to those who run it, / : key.endsWith('_likely') ? /^As far as its administration knows, / : /^Who hosts the workspace .* has not been found out yet/;
		expect(text).toMatch(beginning);
		expect([key, text.includes('Please confirm this')]).toEqual([key, key.endsWith('_likely')]);
		expect(text).toContain('{received}');
	}
});
