import { isOneOf, isTrue } from '../conditions';
import { flow } from './flow';

export const federationHub = flow({
	id: 'federation-hub',
	// Goes with the federation that asks it.
	until: '7.11',
	recipients: [{ kind: 'rocket-chat', host: 'hub.rocket.chat' }],
	activity: 'connections',
	carries: { 'usage-data': 'limited' },
	// With either way of discovery it is asked for servers that the DNS does not name.
	when: isTrue('FEDERATION_Enabled'),
	// At its start, and when the method or the domain changes, the server enters itself without asking whether the federation is on.
	unknownWhen: isOneOf('FEDERATION_Discovery_Method', 'hub'),
	sends: ['federation-domains'],
	kept: 'unknown',
	optional: true,
	place: ['federation/rocket-chat-federation'],
	offBy: { FEDERATION_Enabled: false },
	caveats: [
		{
			id: 'registers',
			when: isOneOf('FEDERATION_Discovery_Method', 'hub'),
			states: ['on', 'unknown'],
			text: 'With the method `Hub` (`FEDERATION_Discovery_Method`) the server also enters itself there, with its domain, its address and its public key, for other servers to find.',
		},
		{
			id: 'asks',
			when: isOneOf('FEDERATION_Discovery_Method', 'dns'),
			states: ['on', 'unknown'],
			text: 'With the method `DNS` (`FEDERATION_Discovery_Method`) the hub is asked only for servers that the DNS does not name in full.',
		},
		{
			id: 'method-unread',
			when: isOneOf('FEDERATION_Discovery_Method', 'hub'),
			unsettled: true,
			states: ['on', 'unknown'],
			text: 'Whether the server also enters itself there, with its address and its public key, could not be read (`FEDERATION_Discovery_Method`).',
		},
	],
	words: {
		name: 'Federation hub',
		recipient: "Rocket.Chat's federation hub",
		purpose: 'Helps other Rocket.Chat servers and this one find each other.',
		'what-stops': 'Rooms are no longer shared with other Rocket.Chat servers.',
		'turn-off': '{place}: switch off `Enabled` (`FEDERATION_Enabled`), and choose `DNS` in `FEDERATION_Discovery_Method`. No setting stops the hub alone.',
		'not-shown': 'The federation is off, but with the method `Hub` (`FEDERATION_Discovery_Method`) the server may enter itself at the hub all the same.',
		sends: {
			'federation-domains': 'the domain of this server, and those of the servers that it looks for',
		},
	},
	source: 'app/federation/server/lib/dns.js, app/federation/server/lib/http.js, app/federation/server/startup/settings.ts (7.7.1)',
});
