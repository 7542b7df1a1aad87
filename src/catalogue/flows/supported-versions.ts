import { callsHome } from '../conditions';
import { flow } from './flow';

export const supportedVersions = flow({
	id: 'supported-versions',
	recipients: [{ kind: 'rocket-chat', host: 'releases.rocket.chat' }],
	activity: 'rocket-chat',
	carries: { 'usage-data': 'limited' },
	when: callsHome,
	environment: { OVERWRITE_INTERNAL_RELEASE_URL: 'leads-elsewhere', CLOUD_SUPPORTED_VERSIONS_TOKEN: 'switches-off' },
	sends: ['server-request', 'cloud-token'],
	kept: 'unknown',
	optional: false,
	place: [],
	caveats: [
		{
			id: 'unregistered',
			states: ['on'],
			text: 'It is fetched whether the workspace is registered or not.',
		},
	],
	words: {
		name: 'Supported versions check',
		recipient: "Rocket.Chat's release service",
		purpose: 'Fetches the list of supported versions at each start and every twelve hours, so that clients can warn about outdated servers.',
		'what-stops': 'The list comes from the licence or from the build, and grows old.',
		'turn-off': 'No setting stops it. From 8.7 on a valid offline licence does, and on every server the environment variables `CLOUD_SUPPORTED_VERSIONS_TOKEN` and `CLOUD_SUPPORTED_VERSIONS`, which replace the fetched list; otherwise only a firewall that blocks releases.rocket.chat.',
	},
	source: 'app/cloud/server/functions/supportedVersionsToken/supportedVersionsToken.ts, app/cloud/server/functions/syncWorkspace/ (7.7.1; the licence: 8.7)',
});
