import { all, isOneOf, isSet, isTrue, not } from '../conditions';
import { flow } from './flow';

export const openRegistration = flow({
	id: 'open-registration',
	settings: {
		Accounts_RegistrationForm: { type: 'string', shown: 'value' },
		Accounts_ManuallyApproveNewUsers: { type: 'boolean', shown: 'value' },
		Accounts_AllowedDomainsList: { type: 'string', shown: 'set' },
		Accounts_EmailVerification: { type: 'boolean', shown: 'value' },
		Accounts_Registration_AuthenticationServices_Enabled: { type: 'boolean', shown: 'value' },
	},
	recipients: [{ kind: 'anyone', name: 'anyone' }],
	connects: ['in'],
	activity: 'accounts',
	carries: { 'user-content': 'limited', 'account-data': 'limited' },
	when: all(isOneOf('Accounts_RegistrationForm', 'Public'), not(isTrue('Accounts_ManuallyApproveNewUsers'))),
	sends: ['content-for-members', 'usernames', 'names'],
	kept: 'unknown',
	optional: true,
	place: ['accounts/registration'],
	offBy: { Accounts_RegistrationForm: 'Disabled' },
	caveats: [
		{
			id: 'roles',
			states: ['on', 'unknown'],
			text: 'New accounts see what their role allows: by default the public channels with their files, and the list of members.',
		},
		{
			id: 'no-limit',
			when: not(isSet('Accounts_AllowedDomainsList')),
			states: ['on'],
			text: 'Every e-mail domain is accepted that is not blocked (`Accounts_AllowedDomainsList` is empty).',
		},
		{
			id: 'domains-verified',
			when: all(isSet('Accounts_AllowedDomainsList'), isTrue('Accounts_EmailVerification')),
			states: ['on'],
			text: 'Only people with an e-mail address under the domains in `Accounts_AllowedDomainsList` can register, and they have to confirm it (`Accounts_EmailVerification` is on).',
		},
		{
			id: 'domains-not-verified',
			when: all(isSet('Accounts_AllowedDomainsList'), not(isTrue('Accounts_EmailVerification'))),
			states: ['on'],
			text: 'Only e-mail addresses under the domains in `Accounts_AllowedDomainsList` are accepted, but nobody has to confirm that the address is their own (`Accounts_EmailVerification` is off).',
		},
		{
			id: 'verified',
			when: all(not(isSet('Accounts_AllowedDomainsList')), isTrue('Accounts_EmailVerification')),
			states: ['on'],
			text: 'The e-mail address has to be confirmed before a login with a password (`Accounts_EmailVerification` is on).',
		},
		{
			id: 'secret-link',
			when: isOneOf('Accounts_RegistrationForm', 'Secret URL'),
			states: ['off'],
			text: 'Everybody who has the secret link or an invitation link can register.',
		},
		{
			id: 'login-services',
			when: all(isTrue('Accounts_Registration_AuthenticationServices_Enabled'), not(isTrue('Accounts_ManuallyApproveNewUsers'))),
			states: ['off'],
			text: 'Where a login service is set up, everybody whom it lets in still gets an account (`Accounts_Registration_AuthenticationServices_Enabled` is on).',
		},
	],
	words: {
		name: 'Free registration',
		recipient: 'anyone who can reach this server',
		purpose: 'Lets people make an account for themselves.',
		'what-stops': 'New accounts are made or approved by admins, or come by invitation or a login service.',
		'turn-off': '{place}: set `Registration Form` (`Accounts_RegistrationForm`) to Disabled or Secret URL, or switch on `Manually Approve New Users` (`Accounts_ManuallyApproveNewUsers`).',
		sends: {
			'content-for-members': 'messages and files that new members can see',
		},
	},
	source: 'server/methods/registerUser.ts, app/lib/server/lib/validateEmailDomain.js, app/authentication/server/startup/index.js (8.6.1)',
});
