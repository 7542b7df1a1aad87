import type { Workspace, WorkspaceLicence } from '../types';

/** Made-up customer data in every test licence. A licence is readable for apps, so a leak test looks for these in all that an app says. */
export const licenceCanaries = {
	name: 'Zephyrine Quandt-Holloway',
	company: 'Quandt Holloway Canary Works',
	email: 'zephyrine.quandt@canary-works.example',
} as const;

function base64url(value: unknown): string {
	return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** The shape of `packages/core-typings/src/license/ILicenseV3.ts`; what no test reads is left out. */
function payload(offline: boolean): object {
	return {
		version: '3.0',
		information: {
			id: 'test-licence',
			autoRenew: false,
			visualExpiration: '2099-12-31T00:00:00.000Z',
			trial: false,
			offline,
			createdAt: '2024-01-01T00:00:00.000Z',
			grantedBy: { method: 'manual', seller: 'V3 test fixture' },
			grantedTo: { ...licenceCanaries },
			tags: [{ name: 'Test', color: '#5154EC' }],
		},
		validation: {
			serverUrls: [{ value: 'localhost:3000', type: 'url' }],
			validPeriods: [{ validFrom: '2024-01-01T00:00:00.000Z', validUntil: '2099-12-31T00:00:00.000Z', invalidBehavior: 'invalidate_license' }],
			statisticsReport: { required: false },
		},
		grantedModules: [{ module: 'auditing' }],
		limits: {},
	};
}

function tokenOf(licence: WorkspaceLicence): string {
	if (licence.form === 'text') {
		return licence.text;
	}
	if (licence.form === 'v2') {
		return Buffer.from(`V2 test fixture, opaque to everybody, granted to ${licenceCanaries.company} ${licenceCanaries.email}`).toString('base64');
	}
	const content = 'payload' in licence ? licence.payload : payload(licence.offline);
	return `RCV3_${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url(content)}.${base64url('test fixture without a signature')}`;
}

/** Not a licence of anybody: it has the form of one and no signature, so that no server would take it. */
export function licenceSettings(licence: Workspace['licence']): Record<string, unknown> {
	return licence === undefined || licence === null ? {} : { Enterprise_License: tokenOf(licence), Enterprise_License_Status: licence.status ?? 'Valid' };
}
