import { generateKeyPairSync } from 'node:crypto';
import * as path from 'node:path';

import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';

import { keep, kept } from '../sandbox/cache';
import { NODE_MODULES } from '../sandbox/places';

interface Pair {
	privateKey: string;
	publicKey: string;
}

const FILE = path.join(NODE_MODULES, '.cache', 'apps-host', 'workspace-keys.json');

let pair: Pair | undefined;

/**
 * The engine signs each installed app and verifies it before it is enabled. Making a pair takes longer than the rest of a start, and these
 * keys guard nothing: one pair serves all that run here.
 */
function keys(): Pair {
	if (pair !== undefined) {
		return pair;
	}
	const found = kept(FILE);
	if (found === undefined) {
		pair = generateKeyPairSync('rsa', {
			modulusLength: 2048,
			publicKeyEncoding: { type: 'spki', format: 'pem' },
			privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
		});
		keep(FILE, JSON.stringify(pair));
	} else {
		pair = JSON.parse(found) as Pair;
	}
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
