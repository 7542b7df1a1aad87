import type { Engine } from '../../tools/host';
import { told, withApp } from './installed';

/** What somebody asks, what they type or press first, and what the answer says. */
interface Question {
	readonly question: string;
	readonly workspace: string;
	readonly as: string;
	readonly command: string;
	/** Pressed in the panel that the command opens. */
	readonly press?: { readonly actionId: string; readonly value: string };
	readonly answers: readonly string[];
}

/** What people wanted to know where Rocket.Chat's privacy was discussed in public, in their words. */
const QUESTIONS: readonly Question[] = [
	{
		question: 'Why is there traffic to marketplace.rocket.chat?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status explain marketplace.rocket.chat',
		answers: ['*Apps marketplace* (on)', '*Report of installed apps* (on)'],
	},
	{
		question: 'Why is there traffic to nps.rocket.chat?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status explain nps.rocket.chat',
		answers: ['*Satisfaction survey: on*', 'switch off `Enable NPS Survey`'],
	},
	{
		question: 'What about the setting Push_enable?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status explain Push_enable',
		answers: ['*Push notifications by gateway* (on)', '*Direct push notifications* (off)'],
	},
	{
		question: 'Can the admin read my direct messages?',
		workspace: 'self-managed-registered',
		as: 'member',
		command: '/privacy-notice',
		answers: ['*In short*', '*Who can read what you write here:* admins and those who run the server may be able to read much of it'],
	},
	{
		question: 'What can outsiders see without logging in?',
		workspace: 'open-to-the-world',
		as: 'admin',
		command: '/privacy-status',
		press: { actionId: 'why', value: 'anyone' },
		answers: ['Anyone with no or a free account', 'Reading without an account', 'Files by link'],
	},
	{
		question: 'What is kept about visitors of the livechat on our site?',
		workspace: 'livechat-visitors-stored',
		as: 'admin',
		command: '/privacy-status legal',
		answers: ['Of livechat visitors: names, e-mail addresses, phone numbers', 'Of livechat visitors the IP address and browser', 'Conversations with livechat visitors, with their files, until somebody deletes them'],
	},
	{
		question: 'Does Rocket.Chat still accept my registration?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status',
		press: { actionId: 'show', value: 'how' },
		answers: ['Whether Rocket.Chat gave that id and still accepts it cannot be seen from here.'],
	},
	{
		question: 'How do I end the registration?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status explain workspace-registration',
		answers: ['remove the workspace at cloud.rocket.chat', 'services that need a registration stop working'],
	},
	{
		question: 'Which of the environment variables that we set have no effect?',
		workspace: 'self-managed-registered',
		as: 'admin',
		command: '/privacy-status explain RC_DISABLE_STATISTICS_REPORTING',
		answers: ['*Daily usage report: on*', 'and, from 8.6 on at the latest, the environment variable `RC_DISABLE_STATISTICS_REPORTING=true`'],
	},
	{
		question: 'Is my server version covered?',
		workspace: 'fresh-9.0',
		as: 'admin',
		command: '/privacy-status text',
		answers: ['*Server:* Rocket.Chat 9.0 or newer', 'What this app knows was checked up to Rocket.Chat 9.1'],
	},
	{
		question: 'Does it stay inside my network?',
		workspace: 'air-gapped-services-inside',
		as: 'admin',
		command: '/privacy-status flows on',
		answers: ['5 stay in your network', '_In your own network_', '*Login by LDAP* (account data; stays in your network)'],
	},
];

function shown(engine: Engine, username: string): string {
	return [...told(engine, username).map(({ text }) => text), ...engine.server.surfaces(username).map(({ view }) => JSON.stringify(view.blocks))].join('\n');
}

test.each(QUESTIONS)('“$question” is answered by $command', async ({ workspace, as, command, press, answers }) => {
	await withApp(workspace, async (engine) => {
		await engine.command({ as, text: command });
		if (press !== undefined) {
			const before = shown(engine, as);
			await engine.blockAction({ as, ...press, viewId: engine.server.surfaces(as)[0]?.viewId ?? '' });
			expect(shown(engine, as)).not.toBe(before);
		}
		const answer = shown(engine, as);
		for (const part of answers) {
			expect(answer).toContain(part);
		}
	});
});
