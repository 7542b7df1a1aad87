import type { SettingId } from '../catalogue/server-settings';
import type { DeclarableModel, UnreadableReason } from '../catalogue/vocabulary';

export type SettingValue = boolean | string | number;

/** One server setting, read or not. Nothing that handles it can forget the second case. */
export type Signal =
	| { readonly readable: true; readonly value: SettingValue; readonly isDefault: boolean }
	| { readonly readable: false; readonly reason: UnreadableReason };

/** What the environment variable of the deployment says. */
export type EnvironmentDeclaration =
	| { readonly state: 'absent' | 'not-a-model' | 'unreadable' }
	| { readonly state: 'declared'; readonly model: DeclarableModel };

/** What the operator declared, as opposed to what was detected. */
export interface Declarations {
	/** The app's setting; `auto` leaves the decision to the environment and then to detection. */
	readonly setting: DeclarableModel | 'auto';
	/** True when the stored value of that setting is none of its choices, so that it counts as `auto`. */
	readonly settingIsInvalid: boolean;
	readonly environment: EnvironmentDeclaration;
	readonly hosting: 'unstated' | 'self' | 'third-party';
	/** Whether somebody to ask about privacy is stated. */
	readonly hasContact: boolean;
	/** Domains of the organisation's own network. */
	readonly ownDomains: readonly string[];
}

/** Everything that was read of a workspace for one request. Decides nothing. */
export interface Signals {
	readonly settings: Readonly<Record<SettingId, Signal>>;
	readonly declarations: Declarations;
}
