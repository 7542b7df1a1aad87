/** True for a service that is open to everybody, and for what lies under its domain. @param host as it is compared: lower-cased, without a trailing dot */
export function isPublicService(host: string): boolean {
	return PUBLIC_SERVICE_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/**
 * Domains of services that are open to everybody on the internet, for telling a public recipient from an operator's own host.
 * Not complete, and need not be: a host that is not listed is only not known to be public.
 */
export const PUBLIC_SERVICE_DOMAINS: readonly string[] = [
	'amazonaws.com',
	'apple.com',
	'atlassian.net',
	'auth0.com',
	'azure.com',
	'backblazeb2.com',
	'cloudflare.com',
	'cloudfront.net',
	'digitaloceanspaces.com',
	'github.com',
	'gitlab.com',
	'gmail.com',
	'gmx.de',
	'gmx.net',
	'google.com',
	'googleapis.com',
	'googlemail.com',
	'gravatar.com',
	'icloud.com',
	'jsdelivr.net',
	'live.com',
	'livekit.cloud',
	'mailgun.org',
	'mailjet.com',
	'matomo.cloud',
	'microsoft.com',
	'microsoftonline.com',
	'mobex.biz',
	'office365.com',
	'okta.com',
	'openai.com',
	'outlook.com',
	'postmarkapp.com',
	'rocket.chat',
	'sendgrid.net',
	'slack.com',
	'twilio.com',
	'unpkg.com',
	'virtru.com',
	'voxtelesys.com',
	'voxtelesys.net',
	'wasabisys.com',
	'wordpress.com',
	'yahoo.com',
	'zapier.com',
	'zoho.com',
];
