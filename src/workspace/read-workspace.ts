import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

import { hostingOf } from '../settings/organisation';
import type { AppSettings } from '../settings/stated';
import { readSettings } from './read-settings';
import type { Declarations, EnvironmentDeclaration, Signals } from './signals';
import { READ_LIMIT } from './timeout';

/**
 * Reads the settings of this workspace once.
 *
 * @param environment the engine's reader of settings
 * @param own the app's own settings, read before to tell who may ask
 * @param limit milliseconds that each read may take; the default suits the life of a trigger id
 * @returns the signals; never rejects, what could not be read says so
 */
export async function readWorkspace(environment: IEnvironmentRead, own: AppSettings, limit: number = READ_LIMIT): Promise<Signals> {
	return { settings: await readSettings(environment.getServerSettings(), limit), declarations: declarationsOf(own) };
}

/** What the operator declares, each place apart: what both say is evidence. */
export function declarationsOf({ found, values }: AppSettings): Declarations {
	const { setting, environment } = found.declared_deployment;
	return {
		setting: setting.kind === 'value' ? setting.value : 'auto',
		settingIsInvalid: setting.kind === 'unusable',
		environment: declarationIn(environment),
		hosting: hostingOf(values),
		hasContact: values.contact_email !== null,
		ownDomains: values.own_domains,
	};
}

function declarationIn(environment: AppSettings['found']['declared_deployment']['environment']): EnvironmentDeclaration {
	switch (environment.kind) {
		case 'value':
			return { state: 'declared', model: environment.value };
		case 'unusable':
			return { state: 'not-a-model' };
		case 'unreadable':
			return { state: 'unreadable' };
		case 'nothing':
			return { state: 'absent' };
	}
}
