import * as z from 'zod/mini';

import type { LicenceKind } from '../catalogue/vocabulary';
import type { Signal } from '../workspace/signals';
import { oncePer } from './once';

/** Rocket.Chat marks a licence of the third form so, followed by a signed JWT (packages/core-typings, ILicenseV3). */
const V3_MARK = 'RCV3_';

/** One of the second form is encrypted, in Base64, and has no mark (ee/packages/license/src/v2, 7.7.1). */
const SECOND_FORM = /^[A-Za-z0-9+/\r\n]+={0,2}$/;

const payloadSchema = z.object({ information: z.object({ offline: z.optional(z.boolean()) }) });

/**
 * Whether the workspace's licence is an offline one. One boolean is taken from the licence; its signature is not checked here,
 * and nothing else of it is kept.
 */
export const readLicence = oncePer((licence: Signal): LicenceKind => {
	if (!licence.readable || typeof licence.value !== 'string') {
		return 'unknown';
	}
	const text = licence.value.trim();
	if (text === '') {
		return 'none';
	}
	if (!text.startsWith(V3_MARK)) {
		// The second form knows no offline licence (ee/packages/license/src/v2/convertToV3.ts, 7.7.1). A form to come may.
		return SECOND_FORM.test(text) ? 'online' : 'unknown';
	}
	const payload = payloadSchema.safeParse(decodePayload(text.slice(V3_MARK.length)));
	if (!payload.success) {
		return 'unknown';
	}
	return payload.data.information.offline === true ? 'offline' : 'online';
});

function decodePayload(token: string): unknown {
	const parts = token.split('.');
	if (parts.length !== 3) {
		return undefined;
	}
	try {
		const [, payload = ''] = parts;
		return JSON.parse(Buffer.from(payload.replace(/-/g, '+').replace(/_/g, '/'), 'base64').toString('utf8'));
	} catch {
		return undefined;
	}
}
