import { hostingOf } from '../settings/organisation';
import type { AppSettings } from '../settings/stated';
import type { SettingsRead } from './read-settings';
import type { Declarations, EnvironmentDeclaration, Signals } from './signals';

/** What was read of a workspace. */
interface WorkspaceRead extends Pick<SettingsRead, 'isCutShort'> {
	readonly signals: Signals;
}

/**
 * What a reading of the server's settings gives with what is stated here.
 *
 * @param own the app's own settings, read before to tell who may ask
 */
export function workspaceOf({ settings, isCutShort }: SettingsRead, own: AppSettings): WorkspaceRead {
	return { signals: { settings, declarations: declarationsOf(own) }, isCutShort };
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
