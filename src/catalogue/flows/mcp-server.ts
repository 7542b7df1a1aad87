import { isTrue } from '../conditions';
import { flow } from './flow';

export const mcpServer = flow({
	id: 'mcp-server',
	since: '8.8',
	releaseUnproven: true,
	settings: {
		MCP_Enabled: { type: 'boolean', shown: 'value', since: '8.8' },
		MCP_Expose_Extended_API: { type: 'boolean', shown: 'value', since: '8.8' },
	},
	recipients: [{ kind: 'third-parties', isInReach: true }],
	connects: ['in'],
	activity: 'connections',
	carries: { 'user-content': 'limited' },
	when: isTrue('MCP_Enabled'),
	alsoReads: ['MCP_Expose_Extended_API'],
	sends: ['whatever-is-asked'],
	kept: 'unknown',
	optional: true,
	place: ['ai-center/mcp'],
	offBy: { MCP_Enabled: false },
	caveats: [
		{
			id: 'inbound',
			states: ['on'],
			text: "Nothing is sent by itself: clients connect with a user's login and may read what that user may read. This app cannot see what they do with it.",
		},
	],
	premium: true,
	words: {
		name: 'MCP server',
		recipient: 'AI clients that connect',
		purpose: 'Lets outside AI clients work in the workspace in the name of its users.',
		'what-stops': 'AI clients can no longer connect that way.',
		'turn-off': '{place}: switch off the MCP server (`MCP_Enabled`).',
		sends: {
			'whatever-is-asked': 'whatever the connected client asks for and its user may read',
		},
		pages: {
			mcp: 'MCP',
		},
	},
	source: 'server/settings/ai.ts (8.x)',
});
