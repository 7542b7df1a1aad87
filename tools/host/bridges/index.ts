import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';

import { Activation, Apis, Commands, DetailChanges } from './app';
import { Messaging, Rooming, Uploading } from './conversation';
import { WorkspaceKeys } from './keys';
import { Roles, Users } from './people';
import { Environmental, Interacting, Persisting, Scheduling, Settings } from './server';
import { CallFaults, nothing, standIn } from './stand-in';
import type { RocketChat } from '../server/rocket-chat';
import type { ReadRight } from '../server/settings';

type Present = { [Getter in keyof AppBridges]?: ReturnType<AppBridges[Getter]> };

/** Rocket.Chat's side of the engine, and the two bridges that whoever plays a client asks too. */
export interface Bridges {
	readonly all: AppBridges;
	readonly commands: Commands;
	readonly apis: Apis;
	readonly faults: CallFaults;
}

/** Of the engine's bridges, 28 or fewer in older engines, those that an app of this kind meets; a call of any other says that there is nothing. */
export function bridgesTo(server: RocketChat, readRightOf: (appId: string) => ReadRight): Bridges {
	const commands = standIn(Commands, server);
	const apis = new Apis();
	const faults = new CallFaults();
	const present: Present = {
		getApiBridge: apis,
		getAppActivationBridge: new Activation(server),
		getAppDetailChangesBridge: new DetailChanges(server),
		getCommandBridge: commands,
		getEnvironmentalVariableBridge: standIn(Environmental, server),
		getInternalFederationBridge: new WorkspaceKeys(),
		getMessageBridge: standIn(Messaging, server),
		getPersistenceBridge: standIn(Persisting, server),
		getRoleBridge: standIn(Roles, server),
		getRoomBridge: standIn(Rooming, server),
		getSchedulerBridge: new Scheduling(server),
		getServerSettingBridge: standIn(Settings, server, readRightOf),
		getUiInteractionBridge: new Interacting(server),
		getUploadBridge: standIn(Uploading, server),
		getUserBridge: standIn(Users, server),
	};
	const found = new Map<PropertyKey, object>(Object.entries(present));
	const all = new Proxy(Object.create(AppBridges.prototype) as AppBridges, {
		get(target, member, receiver): unknown {
			const name = /^get(\w+Bridge)$/.exec(String(member))?.[1];
			if (name === undefined) {
				return Reflect.get(target, member, receiver);
			}
			return () => faults.on(found.get(member) ?? nothing(name), name);
		},
	});
	return { all, commands, apis, faults };
}
