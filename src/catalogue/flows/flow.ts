import type { Place } from '../places';
import type { MessageKey } from '../../language/translate';
import type { Category } from '../categories';
import type { Condition } from '../conditions';
import type { SettingId } from '../settings';
import type { FlowKeeping, ServerFamily } from '../words';

/**
 * Who receives, and by what that is told:
 * - `rocket-chat`: a service of Rocket.Chat's at a fixed host;
 * - `rocket-chat-by-setting`: Rocket.Chat's as long as the address in the setting is under its domain, else a third party.
 *   A setting that an app can never read (hidden and secret) is named by `unreadableSetting` instead;
 * - `public`: a service open to everybody, at these hosts if they are fixed. Switching it on contradicts an air gap;
 * - `by-setting`: whoever runs the hosts in these settings; public only if one of them is a known public service;
 * - `by-choice`: as the value of one setting says. `public` lists the choices that are public services; for the choices
 *   among `addresses` a setting may name another host instead;
 * - `by-switches`: several at once. `public` holds while a public service is among them; those of `hosted` that are
 *   switched on go to the host in their address;
 * - `third-parties`: somebody else, not told by any setting.
 */
export type Recipient =
	| { readonly kind: 'rocket-chat'; readonly host: string }
	| { readonly kind: 'rocket-chat-by-setting'; readonly setting: SettingId }
	| { readonly kind: 'rocket-chat-unreadable'; readonly unreadableSetting: string }
	| { readonly kind: 'public'; readonly hosts: readonly string[] }
	| { readonly kind: 'by-setting'; readonly settings: readonly SettingId[] }
	| {
			readonly kind: 'by-choice';
			readonly setting: SettingId;
			readonly public: readonly string[];
			readonly addresses?: Readonly<Record<string, SettingId>>;
	  }
	| { readonly kind: 'by-switches'; readonly public: Condition; readonly hosted: readonly { readonly switch: SettingId; readonly address: SettingId }[] }
	| { readonly kind: 'third-parties' };

/** The shared vocabulary of what is sent: each word has its text under `sent_<word>`. */
export type SentWord = MessageKey extends infer Key ? (Key extends `sent_${infer Word}` ? Word : never) : never;

/** A sentence of its own that a reader of the flow must know. */
export interface Caveat {
	readonly text: Extract<MessageKey, `flow_${string}_caveat_${string}`>;
	/** Absent: it always holds. */
	readonly when?: Condition;
	/** Told instead where `when` cannot be settled, because a setting could not be read. */
	readonly unsettled?: true;
	/** Absent: told in every state but not-applicable. */
	readonly states?: readonly ('on' | 'off' | 'unknown')[];
}

type KnownFamily = Exclude<ServerFamily, 'unknown'>;

/** When a flow is on, as settings say it. */
export interface Switches {
	/** On when this holds. */
	readonly when: Condition;
	/**
	 * Even where `when` does not hold, off is not known while this does:
	 * something that no setting shows may switch the flow on.
	 */
	readonly unknownWhen?: Condition;
}

/** One way in which data can leave a workspace: one declaration, from which views, reports, docs and tests derive. */
export interface Flow<Id extends string = string> extends Switches {
	readonly id: Id;
	readonly recipient: Recipient;
	/** What it carries, and how far that raises the cell of its party. */
	readonly carries: Readonly<Partial<Record<Category, 'limited' | 'yes'>>>;
	/** The server families that have this flow; absent: all of them. */
	readonly families?: readonly KnownFamily[];
	/** What decides instead in a family whose settings for it are others. */
	readonly inFamily?: Readonly<Partial<Record<KnownFamily, Switches>>>;
	/**
	 * For a flow that came or went between the versions of some families: their servers that refuse every one of `toldBy` do not have it.
	 * One setting alone may be hidden; that all of them are missing is how a server without the flow answers.
	 */
	readonly partOf?: { readonly families: readonly KnownFamily[]; readonly toldBy: readonly SettingId[] };
	/**
	 * True for a public service that is on by default or in use on every server:
	 * that it is on contradicts no declaration, since nobody switched it on.
	 */
	readonly onByDefault?: true;
	readonly sends: readonly SentWord[];
	readonly kept: FlowKeeping;
	/** False where no setting stops it. */
	readonly optional: boolean;
	/** The administration's pages that lead to the switch; empty where there is none. */
	readonly place: readonly Place[];
	/** All that hold are told, in this order. */
	readonly caveats?: readonly Caveat[];
	/** Settings that are told beside the flow although no condition needs them. */
	readonly alsoReads?: readonly SettingId[];
	/** Needs a premium licence module: the stored value is not the effective one without it. */
	readonly premium?: true;
	/** Where the condition was read: Rocket.Chat's source path and version. */
	readonly source: string;
}

/** Declares a flow and keeps its id as a literal, so that its words are checked at compile time. */
export function flow<const Id extends string>(declaration: Flow<Id>): Flow<Id> {
	return declaration;
}
