import type { ExportKind } from './read-export';

/** One setting as a file holds it. */
export interface FoundSetting {
	readonly id: string;
	/** Undefined where the file names the setting and does not say its value. */
	readonly value: unknown;
	/** Where the value was written down: in a database or an answer it is the server's own, in the environment the server reads it, in a list a person wrote it. */
	readonly from: 'server' | 'environment' | 'person';
	/** The default that the database holds. */
	readonly packageValue?: unknown;
	/** The database says that this server hides it. */
	readonly isHidden?: boolean;
}

/** What was recognised of a file, before it is known which of its settings exist. */
export interface Found {
	readonly kind: Exclude<ExportKind, 'own-form'>;
	readonly settings: readonly FoundSetting[];
	/** What of the environment an app may read. */
	readonly environment?: Readonly<Record<string, string>>;
	/** Ids that the environment hides. */
	readonly hidden?: readonly string[];
	/** Rocket.Chat's version, where the file names it. */
	readonly version?: string;
	/** How many settings the server said it has, where it did. */
	readonly total?: number;
	/** What else there is to say, one line each. */
	readonly notes?: readonly string[];
}
