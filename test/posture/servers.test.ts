import { FLOWS } from '../../src/catalogue/flows';
import type { FlowId } from '../../src/catalogue/flows';
import type { FlowState } from '../../src/catalogue/vocabulary';
import { readWorkspace } from '../../tools/host';
import { judged } from './workspace-judged';

/** What is on wherever the server can reach the internet, and nobody changed anything. */
const ON = ['statistics-report', 'version-check', 'supported-versions', 'marketplace', 'app-install-report', 'deep-links', 'email-domain-check', 'link-previews', 'message-pictures', 'open-registration'] as const satisfies readonly FlowId[];

/** What no setting settles, since a variable of the environment or an app, or a login with a free name, may switch it on. */
const UNKNOWN = ['bugsnag', 'video-conference', 'oauth-login', 'saml-login'] as const satisfies readonly FlowId[];

/** What ended with 7.10, 7.13 and 8.9. */
const UNTIL_710 = ['federation-legacy', 'federation-hub', 'federation-matrix'] as const satisfies readonly FlowId[];
const UNTIL_713 = ['webrtc-ice', 'voip-omnichannel'] as const satisfies readonly FlowId[];
const UNTIL_89 = ['gravatar', 'oauth-proxy', 'crowd'] as const satisfies readonly FlowId[];

/** What came with 7.11, in the course of 8, and with 9. */
const SINCE_711 = ['federation-native'] as const satisfies readonly FlowId[];
const SINCE_84 = ['abac-decisions'] as const satisfies readonly FlowId[];
const SINCE_87 = ['ai-search', 'ai-answers', 'mcp-server', 'pexip', 'federation-xmpp'] as const satisfies readonly FlowId[];
const SINCE_90 = ['livekit'] as const satisfies readonly FlowId[];
const SINCE_91 = ['exchange-server'] as const satisfies readonly FlowId[];

/** The flows of each state on a server where nobody changed anything; all others are off. */
const SERVERS: Readonly<Record<string, Partial<Record<FlowState, readonly FlowId[]>>>> = {
	'fresh-7.7.1': {
		'on': [...ON, 'gravatar'],
		'unknown': UNKNOWN,
		'not-applicable': [...SINCE_711, ...SINCE_84, ...SINCE_87, ...SINCE_90, ...SINCE_91],
	},
	'fresh-8.6.1': {
		'on': [...ON, 'gravatar'],
		'unknown': [...UNKNOWN, 'voip-ice'],
		'not-applicable': [...UNTIL_710, ...UNTIL_713, ...SINCE_87, ...SINCE_90, ...SINCE_91],
	},
	'upgraded-8.6.1': {
		'on': [...ON, 'gravatar'],
		'unknown': [...UNKNOWN, 'voip-ice'],
		'not-applicable': [...UNTIL_710, ...UNTIL_713, ...SINCE_87, ...SINCE_90, ...SINCE_91],
	},
	'fresh-9.0': {
		'on': ON,
		'unknown': [...UNKNOWN, 'voip-ice'],
		'not-applicable': [...UNTIL_710, ...UNTIL_713, ...UNTIL_89, ...SINCE_91],
	},
	'upgraded-9.0': {
		'on': ON,
		'unknown': [...UNKNOWN, 'voip-ice'],
		'not-applicable': [...UNTIL_710, ...UNTIL_713, ...UNTIL_89, ...SINCE_91],
	},
};

describe.each(Object.entries(SERVERS))('%s', (workspace, states) => {
	test('has exactly these flows on, unknown and not at all', async () => {
		const { posture } = await judged(readWorkspace(workspace));
		const found = (state: FlowState): string[] => posture.flows.filter((flow) => flow.state === state).map(({ id }) => id).sort();
		for (const state of ['on', 'unknown', 'not-applicable'] as const) {
			expect([state, found(state)]).toEqual([state, [...(states[state] ?? [])].sort()]);
		}
		expect(found('off')).toHaveLength(FLOWS.length - Object.values(states).flat().length);
	});

	test('leaves no setting unread that decides', async () => {
		const { posture } = await judged(readWorkspace(workspace));
		expect(posture.flows.flatMap(({ id, unreadable }) => unreadable.map((setting) => `${id}: ${setting}`))).toEqual([]);
	});
});
