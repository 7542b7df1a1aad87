import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';

import type { Changes } from './changes';
import { copy } from './copy';
import type { SettingDefinition } from './definitions';
import { customDefinition, definitionsFor, knownDefinition, upgradedDefinitions } from './definitions';
import { licenceSettings } from './licence';
import type { ReadFault, ServerView, Workspace } from '../types';

/** What the app declares itself to read of hidden settings: the real server looks into the manifest, not at what was granted. */
export interface ReadRight {
	declared: boolean;
	hiddenSettings: readonly string[];
}

const TYPES: Record<string, SettingType> = {
	boolean: SettingType.BOOLEAN,
	code: SettingType.CODE,
	color: SettingType.COLOR,
	font: SettingType.FONT,
	int: SettingType.NUMBER,
	select: SettingType.SELECT,
	string: SettingType.STRING,
};

export class ServerSettings {
	private readonly definitions: Map<string, SettingDefinition>;

	private readonly values = new Map<string, unknown>();

	private faults: Map<string, ReadFault>;

	private reads = new Set<string>();

	/** What only this instance of a cluster has. */
	private own: ReadonlyMap<string, unknown> = new Map();

	private readonly hiddenByEnvironment: ReadonlySet<string>;

	private readonly absentAnswers: 'throws' | 'null';

	private readonly isPartOnly: boolean;

	private readonly version: string;

	private hanging: (() => void)[] = [];

	constructor(
		workspace: Workspace,
		private readonly changes: Changes,
		private readonly now: () => Date,
	) {
		const { version, upgradedFrom, absent = [], others = 'default', packageValues = {}, absentAnswers = 'throws', hiddenByEnvironment = [] } = workspace.server;
		this.version = version;
		this.definitions = upgradedFrom === undefined ? definitionsFor(version) : upgradedDefinitions(version, upgradedFrom);
		for (const id of Object.keys(workspace.settings ?? {})) {
			this.hold(id);
		}
		for (const id of absent) {
			this.definitions.delete(id);
		}
		if (others !== 'default') {
			this.keepOnly({ ...licenceSettings(workspace.licence), ...workspace.settings });
		}
		for (const [id, packageValue] of Object.entries(packageValues)) {
			const definition = this.definitions.get(id) ?? customDefinition(id);
			if (definition !== undefined) {
				this.definitions.set(id, { ...definition, default: packageValue });
			}
		}
		this.isPartOnly = others === 'unanswered';
		this.hiddenByEnvironment = new Set(hiddenByEnvironment);
		this.absentAnswers = absentAnswers;
		this.faults = new Map(Object.entries(workspace.faults ?? {}));
		for (const [id, value] of Object.entries({ ...licenceSettings(workspace.licence), ...workspace.settings })) {
			this.set(id, value);
		}
	}

	/** The same settings as another instance of a cluster reads them: with faults of its own, and values that it alone has. */
	readElsewhere(faults: Record<string, ReadFault>, own: Record<string, unknown>): ServerSettings {
		return Object.assign(Object.create(ServerSettings.prototype) as ServerSettings, this, {
			faults: new Map([...this.faults, ...Object.entries(faults)]),
			own: new Map(Object.entries(own)),
			reads: new Set(),
			hanging: [],
		});
	}

	set(id: string, value: unknown): void {
		const custom = this.definitions.has(id) ? undefined : customDefinition(id);
		if (custom !== undefined) {
			this.definitions.set(id, custom);
		}
		if (!this.definitions.has(id)) {
			throw new Error(
				knownDefinition(id, this.version) === undefined
					? `Rocket.Chat has no setting "${id}", as far as is known here.`
					: `This server has no setting "${id}": its version lacks it, or the workspace says it is absent.`,
			);
		}
		this.values.set(id, copy(value));
		this.changes.announce();
	}

	setFault(id: string, fault: ReadFault | null): void {
		if (fault === null) {
			this.faults.delete(id);
		} else {
			this.faults.set(id, fault);
		}
	}

	valueOf(id: string): unknown {
		const values = [this.own, this.values].find((each) => each.has(id));
		return values === undefined ? this.definitions.get(id)?.default : values.get(id);
	}

	numberOf(id: string, otherwise: number): number {
		const value = this.valueOf(id);
		return typeof value === 'number' ? value : otherwise;
	}

	listed(): ReturnType<ServerView['settings']> {
		return [...this.definitions.values()].map((definition) => ({
			id: definition.id,
			type: definition.type,
			value: copy(this.valueOf(definition.id)),
			default: copy(definition.default),
			hidden: this.isHidden(definition),
			secret: definition.secret,
			...(definition.group !== undefined && { group: definition.group }),
			...(definition.section !== undefined && { section: definition.section }),
		}));
	}

	read(): string[] {
		return [...this.reads];
	}

	forgetReads(): void {
		this.reads.clear();
	}

	/**
	 * `app/apps/server/bridges/settings.ts`: everything that is not hidden, and what the app's own permission lists. Missing and refused
	 * give the same answer, unless the workspace says that this server answers null for what is missing.
	 */
	async readForApp(id: string, right: ReadRight): Promise<ISetting | null | undefined> {
		this.reads.add(id);
		const isUnanswered = this.isPartOnly && !this.definitions.has(id) && !this.hiddenByEnvironment.has(id);
		const fault = this.faults.get(id) ?? this.faults.get('*') ?? (isUnanswered ? 'hangs' : undefined);
		switch (fault) {
			case 'hangs':
				await new Promise<void>((resolve) => {
					this.hanging.push(resolve);
				});
				throw new Error('The server has stopped.');
			case 'throws':
				throw new Error('connection 1 to 127.0.0.1:27017 closed');
			case 'undefined':
				return undefined;
			case 'null-record':
				return null;
			default:
		}
		const definition = this.definitions.get(id);
		if (definition === undefined && this.absentAnswers === 'null') {
			return null;
		}
		if (definition === undefined || !this.mayRead(definition, right)) {
			throw new Error(`The setting "${id}" is not readable.`);
		}
		return this.forApp(definition);
	}

	stop(): void {
		for (const release of this.hanging.splice(0)) {
			release();
		}
	}

	/** What a workspace has a value of is in its database, whatever version put it there. */
	private hold(id: string): void {
		const found = this.definitions.has(id) ? undefined : knownDefinition(id, this.version);
		if (found !== undefined) {
			this.definitions.set(id, found);
		}
	}

	/** Nothing is known of what is not named, not even that it has its default. */
	private keepOnly(named: Record<string, unknown>): void {
		for (const id of [...this.definitions.keys()].filter((known) => !Object.hasOwn(named, known))) {
			this.definitions.delete(id);
		}
	}

	private mayRead(definition: SettingDefinition, right: ReadRight): boolean {
		return right.declared && (!this.isHidden(definition) || right.hiddenSettings.includes(definition.id));
	}

	private isHidden(definition: SettingDefinition): boolean {
		return definition.hidden || this.hiddenByEnvironment.has(definition.id);
	}

	/** `app/apps/server/converters/settings.js` (7.7.1), `enterprise`, `invalidValue` and `secret` left out as it does. The engine's type also wants `required`. */
	private forApp(definition: SettingDefinition): ISetting {
		const at = this.now();
		return {
			id: definition.id,
			// A type that the engine does not know passes unchanged.
			type: TYPES[definition.type] ?? (definition.type as SettingType),
			required: false,
			packageValue: copy(definition.default),
			value: copy(this.valueOf(definition.id)),
			public: definition.public,
			hidden: this.isHidden(definition),
			i18nLabel: definition.id,
			i18nDescription: `${definition.id}_Description`,
			createdAt: at,
			updatedAt: at,
		};
	}
}
