import { all, isOneOf, isSet, isTrue } from '../conditions';
import { flow } from './flow';

export const abacDecisions = flow({
	id: 'abac-decisions',
	since: '8.4',
	settings: {
		ABAC_Enabled: { type: 'boolean', shown: 'value', since: '8.0' },
		ABAC_PDP_Type: { type: 'string', shown: 'value', since: '8.4' },
		ABAC_Virtru_Base_URL: { type: 'string', shown: 'host', since: '8.4' },
		ABAC_Virtru_OIDC_Endpoint: { type: 'string', shown: 'host', since: '8.4' },
		ABAC_Virtru_Default_Entity_Key: { type: 'string', shown: 'value', since: '8.4' },
		ABAC_Attribute_Store: { type: 'string', shown: 'value', since: '8.6' },
	},
	recipients: [
		{ kind: 'by-setting', settings: ['ABAC_Virtru_Base_URL'] },
		// Gets the login of the workspace, and nothing of people.
		{ kind: 'by-setting', settings: ['ABAC_Virtru_OIDC_Endpoint'], name: 'virtru-login' },
	],
	activity: 'accounts',
	carries: { 'account-data': 'limited', 'usage-data': 'limited' },
	// Without a token from the login service nothing is asked.
	when: all(isTrue('ABAC_Enabled'), isOneOf('ABAC_PDP_Type', 'virtru'), isSet('ABAC_Virtru_Base_URL'), isSet('ABAC_Virtru_OIDC_Endpoint')),
	comesWithModule: true,
	sends: ['entity-key', 'room-ids', 'room-attributes', 'service-login'],
	kept: 'unknown',
	optional: true,
	place: ['general/attribute-based-access-control', 'general/virtru-pdp-configuration'],
	offBy: { ABAC_PDP_Type: 'local' },
	caveats: [
		{
			id: 'email-address',
			when: isOneOf('ABAC_Virtru_Default_Entity_Key', 'emailAddress'),
			states: ['on'],
			text: 'People are named by the first e-mail address of their account, as `ABAC_Virtru_Default_Entity_Key` says.',
		},
		{
			id: 'username',
			when: isOneOf('ABAC_Virtru_Default_Entity_Key', 'oidcIdentifier'),
			states: ['on'],
			text: 'People are named by their username, as `ABAC_Virtru_Default_Entity_Key` says.',
		},
		{
			id: 'attribute-store',
			when: isOneOf('ABAC_Attribute_Store', 'virtru'),
			states: ['on'],
			text: 'Virtru is the attribute store too (`ABAC_Attribute_Store`): it is also asked which attributes an admin has who looks at or changes those of rooms.',
		},
		{
			id: 'attribute-store-unread',
			when: isOneOf('ABAC_Attribute_Store', 'virtru'),
			unsettled: true,
			states: ['on'],
			text: 'Whether Virtru is the attribute store too could not be read.',
		},
		{
			id: 'when-asked',
			states: ['on'],
			text: 'It applies to rooms that have attributes. It is asked when somebody opens or joins one, and about all members of such rooms as `ABAC_Virtru_Sync_Interval` says, every five minutes by default.',
		},
	],
	premium: true,
	words: {
		name: 'Access decisions by Virtru',
		recipient: 'the Virtru platform',
		purpose: 'Lets Virtru decide who may be in rooms that have attributes.',
		'what-stops': 'Rocket.Chat itself decides again who may be in these rooms. Where Virtru is the attribute store too, the attributes of all rooms are cleared.',
		'turn-off': '{place}: set `Policy Decision Point (PDP)` (`ABAC_PDP_Type`) to `Local`.',
		sends: {
			'entity-key': 'the e-mail address or the username of members of rooms that have attributes',
			'room-attributes': 'attributes of rooms',
		},
		pages: {
			'attribute-based-access-control': 'Attribute Based Access Control',
			'virtru-pdp-configuration': 'Virtru PDP Configuration',
		},
	},
	source: 'ee/packages/abac/src/pdp/VirtruPDP.ts, ee/packages/abac/src/store/VirtruAttributeStore.ts, ee/server/settings/abac.ts (8.x)',
});
