import type { Activity } from '../activities';
import type { Category } from '../categories';
import type { Condition } from '../conditions';
import type { PlaceOf, SharedPlaceName } from '../places';
import type { SharedRecipientName } from '../recipients';
import type { SharedSentWord } from '../sent';
import type { ServerSetting, SharedSettingId } from '../shared-settings';
import type { Text } from '../text';
import type { Variable } from '../environment';
import type { Connection, FlowKeeping } from '../vocabulary';
import type { Lifespan, Release } from '../versions';

/**
 * Who receives, and by what that is told:
 * - `rocket-chat`: a service of Rocket.Chat's at a fixed host;
 * - `rocket-chat-by-setting`: Rocket.Chat's as long as the first address in the setting is under its domain, else somebody else's.
 *   A setting that an app can never read (hidden and secret) is named by `unreadableSetting` instead;
 * - `public`: a service open to everybody, at these hosts if they are fixed. Switching it on contradicts an air gap;
 * - `by-setting`: whoever runs the hosts in these settings; public only if one of them is a known public service. `texts` are
 *   settings of CSS, HTML or JSON, of which only the web addresses that they quote are hosts;
 * - `by-choice`: as the value of one setting says. `services` are the choices that are public services, with their names and, where
 *   it is one, their host; for the choices among `addresses` settings may name other hosts instead;
 * - `by-switches`: several at once. `public` holds while a public service is among them; those of `hosted` that are
 *   switched on go to the host in their address;
 * - `third-parties`: somebody else, not told by any setting;
 * - `anyone`: everybody, without an account or with one that is free;
 * - `workspace-admins`: the admins of the workspace, beyond what they can read anyway.
 */
type RecipientKind<Id extends string> =
	| { readonly kind: 'rocket-chat'; readonly host: string }
	| { readonly kind: 'rocket-chat-by-setting'; readonly setting: Id }
	| { readonly kind: 'rocket-chat-unreadable'; readonly unreadableSetting: string }
	| { readonly kind: 'public'; readonly hosts: readonly string[] }
	| { readonly kind: 'by-setting'; readonly settings: readonly Id[]; readonly texts?: readonly Id[] }
	| {
			readonly kind: 'by-choice';
			readonly setting: Id;
			readonly services: Readonly<Record<string, { readonly name: SharedRecipientName; readonly host?: string }>>;
			readonly addresses?: Readonly<Record<string, readonly Id[]>>;
	  }
	| { readonly kind: 'by-switches'; readonly public: Condition<Id>; readonly hosted: readonly Hosted<Id>[] }
	| { readonly kind: 'third-parties' }
	| { readonly kind: 'anyone' }
	| { readonly kind: 'workspace-admins' };

/** One of several services: used while its switch is on and, where there is such a condition, that holds too. */
interface Hosted<Id extends string> {
	readonly switch: Id;
	readonly address: Id;
	readonly while?: Condition<Id>;
}

export type Recipient<Id extends string> = RecipientKind<Id> & {
	/** Its text is `recipient_<name>`; absent: the flow's own word for its recipient. */
	readonly name?: SharedRecipientName;
	/** It reaches the server or stays in a browser: no closed network stops it on its way. */
	readonly isInReach?: true;
	/** It is reached only through a recipient before it, of this flow or of another: where that one is not reached, nothing comes here. */
	readonly isHandedOn?: true;
};

/** A sentence of its own that a reader of the flow must know. */
export interface Caveat<Id extends string> {
	/** Names it among the flow's. */
	readonly id: string;
	/** Absent: it always holds. */
	readonly when?: Condition<Id>;
	/** Told instead where `when` cannot be settled, because a setting could not be read. */
	readonly unsettled?: true;
	/** Absent: told in every state but not-applicable. */
	readonly states?: readonly ('on' | 'off' | 'unknown')[];
	readonly text: Text;
}

/** When a flow is on, as settings say it. */
export interface Switches<Id extends string> {
	/** On when this holds. */
	readonly when: Condition<Id>;
	/**
	 * Even where `when` does not hold, off is not known while this does:
	 * something that no setting shows may switch the flow on.
	 */
	readonly unknownWhen?: Condition<Id>;
}

/** The sentences that every flow has, in English. */
export const FLOW_PARTS = ['name', 'recipient', 'purpose', 'what-stops', 'turn-off'] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

/** The English words of a flow, besides its caveats. */
export interface FlowWords<OwnSent extends string, OwnPage extends string> extends Readonly<Record<FlowPart, Text>> {
	/** What people call it: two to four plain words, such as "Daily usage report". */
	readonly 'name': Text;
	/** Who receives; stands within a sentence. */
	readonly 'recipient': Text;
	/** Who receives instead, where a setting names somebody else than Rocket.Chat. */
	readonly 'recipient-elsewhere'?: Text;
	/** What it is for: one sentence. */
	readonly 'purpose': Text;
	/** What stops working without it. */
	readonly 'what-stops': Text;
	/** How to turn it off; `{place}` is its page in the administration. */
	readonly 'turn-off': Text;
	/** Why it is never known to be off, where `unknownWhen` holds: what it is that no setting shows. */
	readonly 'not-shown'?: Text;
	/** What this flow alone sends. */
	readonly sends?: Readonly<Record<OwnSent, Text>>;
	/** Pages of the administration that only this flow names, as Rocket.Chat's interface calls them. */
	readonly pages?: Readonly<Record<OwnPage, Text>>;
}

/** All that a flow says, apart from what belongs to it alone. `Id` are the settings that it may look at. */
interface Facts<FlowId extends string, Id extends string, Sent extends string, Page extends string> extends Switches<Id>, Lifespan {
	readonly id: FlowId;
	/** Everybody who receives, in the order in which it reaches them. */
	readonly recipients: readonly [Recipient<Id>, ...Recipient<Id>[]];
	/** Hosts that it reaches wherever nothing leads it elsewhere, and that no recipient names. */
	readonly hosts?: readonly string[];
	/**
	 * Who opens a connection: the server to the recipients, browsers, phones and mail programs to them, or somebody to this server; always,
	 * or while a condition is not known to fail. None where what is sent stays in a browser, or goes by the mail server of the flow `email`;
	 * absent: the server alone.
	 */
	readonly connects?: readonly (Connection | { readonly by: Connection; readonly while: Condition<Id> })[];
	/** For which purpose: its place in the record of processing activities. */
	readonly activity: Activity;
	/** What it carries, and how far that raises the cell of its party. */
	readonly carries: Readonly<Partial<Record<Category, 'limited' | 'yes'>>>;
	/** What a variable of the server's environment can do to the flow, which no setting shows. */
	readonly environment?: Readonly<Partial<Record<Variable, 'switches-on' | 'switches-off' | 'leads-elsewhere'>>>;
	/**
	 * True where the settings exist only with the licence's module: that all of the flow's own are missing then says that the module is.
	 * Without it, that proves something only of a server which may be older than the flow.
	 */
	readonly comesWithModule?: true;
	/**
	 * True where it is not proven with which release it came: `since` is then the first that may have it, and that all settings which
	 * came with it are missing says that this server does not.
	 */
	readonly releaseUnproven?: true;
	/**
	 * True for a public service that is on by default or in use on every server:
	 * that it is on contradicts no declaration, since nobody switched it on.
	 */
	readonly onByDefault?: true;
	/** The shared words have their texts under `sent_<word>`, the flow's own in its `words`. */
	readonly sends: readonly Sent[];
	readonly kept: FlowKeeping;
	/** False where no setting stops it. */
	readonly optional: boolean;
	/** True where people log in by it, or by what it brings: who has no other way, an admin too, is kept out without it. */
	readonly isForLogin?: true;
	/** The administration's pages that lead to the switch; empty where there is none. */
	readonly place: readonly PlaceOf<Page>[];
	/** The group of settings on its first page, where that page is this flow's own; shared pages have theirs in `PLACE_GROUPS`. */
	readonly pageGroup?: string;
	/** The settings, each with its value, that together switch it off; absent where no setting does that alone. */
	readonly offBy?: Readonly<Partial<Record<Id, boolean | string>>>;
	/** All that hold are told, in this order. */
	readonly caveats?: readonly Caveat<Id>[];
	/** Settings that are told beside the flow although no condition needs them. */
	readonly alsoReads?: readonly Id[];
	/** Needs a premium licence module, always or from that release on: the stored value is not the effective one without it. */
	readonly premium?: true | Release;
	/** Where the condition was read: Rocket.Chat's source path and version. */
	readonly source: string;
}

/** One flow as its file declares it: `Own…` are the settings, words and pages that only this flow has. */
export interface DeclaredFlow<FlowId extends string, OwnSetting extends string, OwnSent extends string, OwnPage extends string>
	extends Facts<FlowId, SharedSettingId | NoInfer<OwnSetting>, SharedSentWord | NoInfer<OwnSent>, SharedPlaceName | NoInfer<OwnPage>> {
	/** The settings that only this flow reads. */
	readonly settings?: Readonly<Record<OwnSetting, ServerSetting>>;
	readonly words: FlowWords<OwnSent, OwnPage>;
}

/** One way in which data can leave a workspace: one declaration, from which views, reports, docs and tests derive. */
export interface Flow<FlowId extends string, Id extends string, Sent extends string, Page extends string> extends Facts<FlowId, Id, Sent, Page> {
	readonly settings?: Readonly<Partial<Record<Id, ServerSetting>>>;
	readonly words: Readonly<Record<FlowPart, Text>> & {
		readonly 'recipient-elsewhere'?: Text;
		readonly 'not-shown'?: Text;
		readonly sends?: Readonly<Partial<Record<Sent, Text>>>;
		readonly pages?: Readonly<Partial<Record<Page, Text>>>;
	};
}

/**
 * Declares a flow. Its id and the names of what is its own stay literals, so that a setting, a word or a page that nobody
 * declares does not compile, and is told by its name.
 */
export function flow<const FlowId extends string, const OwnSetting extends string = never, const OwnSent extends string = never, const OwnPage extends string = never>(
	declaration: DeclaredFlow<FlowId, OwnSetting, OwnSent, OwnPage>,
): DeclaredFlow<FlowId, OwnSetting, OwnSent, OwnPage> {
	return declaration;
}
