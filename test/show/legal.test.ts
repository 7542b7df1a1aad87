import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import type { SettingId } from '../../src/catalogue/server-settings';
import { toFile } from '../../src/show/formats';
import { asMessages } from '../../src/show/as/chat';
import { legalAnswer } from '../../src/show/tell/legal';
import { registrationOf, verdictOf } from '../../src/show/tell/verdict';
import type { Posture } from '../../src/posture/posture';
import type { Declarations } from '../../src/workspace/signals';
import { defaultSignals, licenceToken } from '../posture/signals';
import type { Overrides } from '../posture/signals';
import { NOTHING_STATED } from './postures';

const english = translator('en');
const here = { Site_Url: 'https://chat.example.org' } as const;
const cloudHost = { Site_Url: 'https://acme.rocket.chat' } as const;
const openServer = { Site_Url: 'https://open.rocket.chat' } as const;
const registered = { Cloud_Workspace_Client_Id: 'x', Register_Server: true } as const;
const offline = { Enterprise_License: licenceToken({ information: { offline: true } }), Enterprise_License_Status: 'Valid' } as const;

interface Case {
	readonly settings: Overrides;
	readonly declared?: Declarations['setting'];
	readonly unread?: readonly SettingId[];
}

function postureOf({ settings, declared = 'auto', unread = [] }: Case): Posture {
	return judge(defaultSignals(settings, unread, { setting: declared }), new Date(0), '0');
}

const answered = (workspace: Case, contact: string | null = null): string => asMessages(legalAnswer(postureOf(workspace), contact), english).join('\n');

/** What is between the fences: nothing else of the answer goes along with it. */
const copied = (workspace: Case, contact: string | null = null): string => /```\n([^`]*)\n```/.exec(answered(workspace, contact))?.[1] ?? '';

const CONFIRM = "Please confirm this with Rocket.Chat's Server Lookup (https://rocket.chat/server-lookup) before you rely on it.";

describe('the text to copy carries its hedge', () => {
	test.each<[string, Case, string]>([
		['a declared air gap', { settings: { ...here, ...offline }, declared: 'air-gapped' }, 'According to those who run it, the workspace at chat.example.org is self-managed in an isolated network. According to its guidelines,'],
		['a declared self-managed workspace', { settings: here, declared: 'self-managed' }, 'According to those who run it, the workspace at chat.example.org is self-managed. According to its guidelines,'],
		['a declared Cloud', { settings: { ...here, ...registered }, declared: 'cloud' }, 'According to those who run it, the workspace at chat.example.org is hosted by Rocket.Chat Technologies Corp.'],
		['the declared Open Server', { settings: { ...openServer, ...registered }, declared: 'open-server' }, 'According to those who run it, open.rocket.chat is the Open Server'],
	])('%s: whose word it is', (_name, workspace, beginning) => {
		expect(copied(workspace).startsWith(beginning)).toBe(true);
		expect(copied(workspace)).not.toContain('Please confirm');
	});

	test.each<[string, Case, string]>([
		['what looks self-managed and may be Cloud on a domain of its own', { settings: { ...here, ...registered } }, 'As far as its administration knows, the workspace at chat.example.org is self-managed.'],
		['an offline licence alone, which proves no isolated network', { settings: { ...here, ...offline } }, 'As far as its administration knows, the workspace at chat.example.org is self-managed.'],
		['a declared air gap, not everything read', { settings: { ...here, ...offline }, declared: 'air-gapped', unread: ['Cloud_Workspace_Client_Id'] }, 'As far as its administration knows, the workspace at chat.example.org is self-managed in an isolated network.'],
		['an address under rocket.chat', { settings: { ...cloudHost, ...registered } }, 'As far as its administration knows, the workspace at acme.rocket.chat is hosted by Rocket.Chat Technologies Corp.'],
		['the address of the Open Server', { settings: { ...openServer, ...registered } }, 'As far as its administration knows, open.rocket.chat is the Open Server'],
	])('%s: likely, and to be confirmed', (_name, workspace, beginning) => {
		expect(copied(workspace).startsWith(beginning)).toBe(true);
		expect(copied(workspace)).toContain(CONFIRM);
	});

	test.each<[string, Case]>([
		['an air gap contradicted by its registration', { settings: { ...here, ...registered }, declared: 'air-gapped' }],
		['an air gap contradicted by the gateway', { settings: { ...here, ...offline, Push_enable: true, Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true }, declared: 'air-gapped' }],
		['an offline licence with a registration', { settings: { ...here, ...offline, ...registered } }],
		['a contradicted Cloud', { settings: here, declared: 'cloud' }],
		['an address that was not read', { settings: { ...cloudHost, ...registered }, unread: ['Site_Url'] }],
	])('%s: nothing of who runs it', (_name, workspace) => {
		expect(copied(workspace)).toMatch(/^Who hosts the workspace at .* has not been found out yet\./);
		expect(copied(workspace)).not.toMatch(/self-managed|is hosted by|no access|isolated network is/);
		expect(answered(workspace)).not.toContain('holds its users');
	});
});

describe('what Rocket.Chat’s services receive is in the text to copy, once in the answer, and in the report', () => {
	test.each<[string, Case]>([
		['self-managed', { settings: { ...here, ...registered } }],
		['not registered', { settings: here }],
		['Cloud', { settings: { ...cloudHost, ...registered } }],
		['the Open Server', { settings: { ...openServer, ...registered } }],
		['contradicted', { settings: { ...here, ...registered }, declared: 'air-gapped' }],
	])('%s', (_name, workspace) => {
		const sentence = /What Rocket\.Chat's own services receive from this workspace, by its settings: [^\n]*Rocket\.Chat's statistics collector \([^)]*usage data[^)]*\)/;
		expect(copied(workspace)).toMatch(sentence);
		expect(answered(workspace).replace(copied(workspace), '')).not.toMatch(sentence);
		expect(toFile('markdown', postureOf(workspace), NOTHING_STATED, english).content.replace(/\\/g, '')).toMatch(sentence);
	});

	test('in an air gap it is what the server or a browser tries', () => {
		expect(copied({ settings: { ...here, ...offline }, declared: 'air-gapped' })).toContain("The server or people's browsers try to send data to these services of Rocket.Chat's, which a network that is really isolated stops: Rocket.Chat's statistics collector");
	});
});

test('the billing data that Rocket.Chat has of its customers is told beside the users’ data that it has not', () => {
	expect(answered({ settings: { ...here, ...registered } })).toContain('Rocket.Chat itself may hold who registered the workspace or bought its licence, and any billing data.');
	expect(answered({ settings: here })).not.toContain('billing data.');
});

test.each<[string, string, string | null, string]>([
	['an address of the machine itself', 'http://localhost:3000', null, 'the workspace at (address of the workspace) is self-managed'],
	['an address inside a network', 'http://10.0.0.5', null, 'the workspace at (address of the workspace) is self-managed'],
	['an address for everybody', 'https://chat.example.org/x', 'dpo@example.org', 'Its administrator: dpo@example.org.'],
])('%s', (_name, address, contact, expected) => {
	expect(copied({ settings: { Site_Url: address } }, contact)).toContain(expected);
	expect(copied({ settings: { Site_Url: address } }, contact)).not.toMatch(/localhost|10\.0\.0\.5/);
});

test('that Rocket.Chat may object or decline is said once', () => {
	expect(answered({ settings: { ...cloudHost, ...registered } }).split('object to or decline')).toHaveLength(2);
});

describe('how sure a verdict is', () => {
	test.each<[string, Case, string]>([
		['certain', { settings: { ...here, ...offline }, declared: 'air-gapped' }, '*Deployment:* Air-gapped — declared, and no setting that was read contradicts it'],
		['likely, declared', { settings: { ...here, ...offline }, declared: 'air-gapped', unread: ['Cloud_Workspace_Client_Id'] }, '*Deployment:* Air-gapped — likely, declared'],
		['likely, detected', { settings: here }, '*Deployment:* Self-managed — likely, detected'],
		['contradicted', { settings: { ...here, ...registered }, declared: 'air-gapped' }, '*Deployment:* Air-gapped — contradicted, declared'],
		['not clear', { settings: cloudHost }, '*Deployment:* Unknown — not clear, detected'],
		['not clear with a model', { settings: { ...here, ...offline, ...registered } }, '*Deployment:* Air-gapped — not clear, detected'],
	])('%s', (_name, workspace, line) => {
		expect(english(verdictOf(postureOf(workspace).deployment))).toBe(line);
		expect(line.replace('*Deployment:* ', '')).not.toMatch(/\bcertain\b/);
	});

	test.each<[Case, string]>([
		[{ settings: { ...here, ...registered } }, 'registered — likely'],
		[{ settings: here }, 'not registered — certain'],
		[{ settings: here, unread: ['Cloud_Workspace_Client_Id'] }, 'not registered — likely'],
		[{ settings: { ...here, ...registered }, unread: ['Cloud_Workspace_Client_Id'] }, 'registered — not clear'],
	])('of the registration %j: %s', (workspace, line) => {
		expect(english(registrationOf(postureOf(workspace).deployment))).toBe(`*Registration with Rocket.Chat:* ${line}`);
	});
});

describe('the answer is in the order in which a lawyer asks', () => {
	const workspaces: readonly [string, Case][] = [
		['self-managed', { settings: { ...here, ...registered } }],
		['not registered', { settings: here }],
		['a declared air gap', { settings: { ...here, ...offline }, declared: 'air-gapped' }],
		['Cloud', { settings: { ...cloudHost, ...registered } }],
		['the Open Server', { settings: { ...openServer, ...registered } }],
		['contradicted', { settings: { ...here, ...registered }, declared: 'air-gapped' }],
		['not known', { settings: cloudHost }],
	];

	test.each(workspaces)('%s: whom to ask, the text to copy, the three kinds, what is kept, the source', (_name, workspace) => {
		const text = answered(workspace);
		const order = ['*Whom to ask', '*For answering an authority*', '*Deployment:*', '*Basic subscriber information*', '*Non-content records*', '*Content*', '*What this workspace itself keeps*', '*Before asking*', 'Source: '];
		const places = order.map((part) => text.indexOf(part));
		expect(places[0]).toBe(0);
		expect(places).toEqual([...places].sort((one, other) => one - other));
		expect(places).not.toContain(-1);
	});

	test.each(workspaces)('%s: who holds the data and whom to ask is said once for all', (_name, workspace) => {
		const routes = answered(workspace).split('*What this workspace itself keeps*')[0]?.split('\n') ?? [];
		const said = routes.filter((line) => line.startsWith('- ') && !line.includes('The guidelines do not'));
		expect(said.filter((line, at) => said.indexOf(line) !== at && !line.includes('depends on the deployment'))).toEqual([]);
	});

	test('what holds for all three kinds has a heading of its own, and beside it only what one of them adds', () => {
		expect(answered({ settings: here })).toContain('*For all three kinds of data*\n- *Held by:* The administrator of a self-managed server');
		const [, basic = ''] = /\*Basic subscriber information\*[^\n]*\n((?:- [^\n]*\n)*)/.exec(answered({ settings: { ...here, ...registered } })) ?? [];
		expect(basic).toContain('Rocket.Chat itself may hold who registered');
		expect(basic).not.toContain('The administrator');
		expect(answered({ settings: { ...cloudHost, ...registered } })).not.toContain('For all three kinds');
	});

	test('whom to ask is as sure as the verdict', () => {
		expect(answered({ settings: here })).toMatch(/^\*Whom to ask \(likely; see the verdict below\):\* The request must go to the administrator/);
		expect(answered({ settings: { ...here, ...offline }, declared: 'air-gapped' })).toMatch(/^\*Whom to ask:\* The request must go to the administrator/);
		expect(answered({ settings: { ...here, ...registered }, declared: 'air-gapped' })).toMatch(/^\*Whom to ask:\* First find out who hosts this address/);
	});

	test('the contact is in both, or where to state it; the Open Server has none of its own', () => {
		const stated = answered({ settings: here }, 'dpo@example.org').split('\n\n*Deployment')[0] ?? '';
		expect(stated.split('dpo@example.org')).toHaveLength(3);
		const pointer = "(state it as “Contact for questions about privacy” in this app's settings)";
		expect((answered({ settings: here }).split('\n\n*Deployment')[0] ?? '').split(pointer)).toHaveLength(3);
		expect(answered({ settings: { ...openServer, ...registered } }, 'dpo@example.org')).not.toContain('dpo@example.org');
	});
});
