import { generateKeyPairSync } from 'node:crypto';

import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';

let pair: { privateKey: string; publicKey: string } | undefined;

/** The engine signs each installed app and verifies it before it is enabled. One pair serves the whole process: making it takes longer than the rest of a start. */
function keys(): { privateKey: string; publicKey: string } {
	pair ??= generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	return pair;
}

export class WorkspaceKeys implements IInternalFederationBridge {
	async getPrivateKey(): Promise<string> {
		return keys().privateKey;
	}

	async getPublicKey(): Promise<string> {
		return keys().publicKey;
	}
}
