import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

import { DEPLOYMENT_VARIABLE } from '../catalogue/identity';
import { DECLARABLE_MODELS } from '../catalogue/words';
import type { DeclarableModel } from '../catalogue/words';
import type { AppSettings } from '../settings/read-app-settings';
import { READ_LIMIT, readSettings } from './read-settings';
import type { EnvironmentDeclaration, Signals } from './signals';
import { within } from './within';

/**
 * Reads this workspace once: the server's settings, and the environment variable that may declare the deployment.
 *
 * @param environment the engine's reader of settings and environment
 * @param own the app's own settings, read before to tell who may ask
 * @param limit milliseconds that each read may take; the default suits the life of a trigger id
 * @returns the signals; never rejects, what could not be read says so
 */
export async function readWorkspace(environment: IEnvironmentRead, own: AppSettings, limit: number = READ_LIMIT): Promise<Signals> {
	const [settings, declared] = await Promise.all([
		readSettings(environment.getServerSettings(), limit),
		within<EnvironmentDeclaration>(limit, readEnvironmentDeclaration(environment), () => ({ state: 'unreadable' })),
	]);
	return {
		settings,
		declarations: {
			setting: own.declaredDeployment.value,
			settingIsInvalid: own.declaredDeployment.isInvalid,
			environment: declared,
			hosting: own.hosting,
		},
	};
}

async function readEnvironmentDeclaration(environment: IEnvironmentRead): Promise<EnvironmentDeclaration> {
	try {
		const value: unknown = await environment.getEnvironmentVariables().getValueByName(DEPLOYMENT_VARIABLE);
		if (typeof value !== 'string' || value.trim() === '') {
			return { state: 'absent' };
		}
		const model = value.trim().toLowerCase();
		return isDeclarable(model) ? { state: 'declared', model } : { state: 'not-a-model' };
	} catch {
		return { state: 'unreadable' };
	}
}

function isDeclarable(value: string): value is DeclarableModel {
	return (DECLARABLE_MODELS as readonly string[]).includes(value);
}
