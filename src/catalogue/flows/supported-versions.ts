import { always } from '../conditions';
import { flow } from './flow';

export const supportedVersions = flow({
	id: 'supported-versions',
	recipients: [{ kind: 'rocket-chat', host: 'releases.rocket.chat' }],
	carries: { 'usage-data': 'limited' },
	when: always,
	sends: ['server-request'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'environment',
			text: 'It is fetched whether the workspace is registered or not. An environment variable that no app can read may have stopped it.',
		},
	],
	words: {
		recipient: "Rocket.Chat's release service",
		purpose: 'Fetches the list of supported versions, so that clients can warn about outdated servers.',
		'what-stops': 'The list comes from the licence or from the build, and grows old.',
		'turn-off': 'No setting stops it. The environment variables `CLOUD_SUPPORTED_VERSIONS_TOKEN` and `CLOUD_SUPPORTED_VERSIONS` replace the fetched list; otherwise only a firewall that blocks releases.rocket.chat does.',
	},
	source: 'app/cloud/server/functions/supportedVersionsToken/supportedVersionsToken.ts, syncWorkspace/ (7.7.1)',
});
