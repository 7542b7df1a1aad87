import type { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { IMarketplaceInfo } from '@rocket.chat/apps-engine/server/marketplace';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { AppInstallationSource, AppLogStorage, AppMetadataStorage, AppSourceStorage } from '@rocket.chat/apps-engine/server/storage';

import { maybe } from './bridges/stand-in';
import { copy } from './server/copy';
import { newObjectId } from './server/ids';
import type { Logbook } from './server/logbook';

/** Where engines keep what they have installed; those of a cluster have one. */
export interface Storage {
	readonly apps: InstalledApps;
	readonly packages: Packages;
	readonly log: StoredLog;
}

/** Rocket.Chat's collection `apps`: what it gives out is always a copy, as from a database. */
export class InstalledApps extends AppMetadataStorage {
	/** How often a setting of an app's was written. */
	readonly settingWrites: { readonly id: string; readonly at: number }[] = [];

	private readonly items = new Map<string, IAppStorageItem>();

	constructor() {
		super('memory');
	}

	async create(item: IAppStorageItem): Promise<IAppStorageItem> {
		if ([...this.items.values()].some((present) => present.id === item.id || present.info.nameSlug === item.info.nameSlug)) {
			throw new Error('App already exists.');
		}
		const now = new Date();
		item.createdAt = now;
		item.updatedAt = now;
		const created = { ...copy(item), _id: newObjectId() };
		this.items.set(item.id, created);
		return copy(created);
	}

	async retrieveOne(id: string): Promise<IAppStorageItem | null> {
		return copy(this.find(id)) ?? null;
	}

	async retrieveAll(): Promise<Map<string, IAppStorageItem>> {
		return new Map([...this.items].map(([id, item]) => [id, copy(item)]));
	}

	async retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
		return new Map([...(await this.retrieveAll())].filter(([, item]) => item.installationSource === AppInstallationSource.PRIVATE));
	}

	async remove(id: string): Promise<{ success: boolean }> {
		return { success: this.items.delete(id) };
	}

	/** What older engines call for every change, with the whole item (until 1.56). */
	async update(item: IAppStorageItem): Promise<IAppStorageItem> {
		return this.updatePartialAndReturnDocument(item, { unsetPermissionsGranted: item.permissionsGranted === undefined });
	}

	async updatePartialAndReturnDocument(item: Partial<IAppStorageItem>, options: { unsetPermissionsGranted?: boolean } = {}): Promise<IAppStorageItem> {
		const updated = this.change(item._id ?? item.id ?? '', (present) => {
			Object.assign(present, copy(item));
			if (options.unsetPermissionsGranted === true) {
				delete present.permissionsGranted;
			}
		});
		return maybe(copy(updated));
	}

	async updateStatus(_id: string, status: AppStatus): Promise<boolean> {
		return this.change(_id, (item) => Object.assign(item, { status })) !== undefined;
	}

	async updateSetting(_id: string, setting: ISetting): Promise<boolean> {
		this.settingWrites.push({ id: setting.id, at: Date.now() });
		return this.change(_id, (item) => Object.assign(item.settings, { [setting.id]: copy(setting) })) !== undefined;
	}

	async updateAppInfo(_id: string, info: IAppInfo): Promise<boolean> {
		return this.change(_id, (item) => Object.assign(item, { info: copy(info) })) !== undefined;
	}

	async updateMarketplaceInfo(_id: string, marketplaceInfo: IMarketplaceInfo[]): Promise<boolean> {
		return this.change(_id, (item) => Object.assign(item, { marketplaceInfo: copy(marketplaceInfo) })) !== undefined;
	}

	private find(id: string): IAppStorageItem | undefined {
		return [...this.items.values()].find((item) => item._id === id || item.id === id);
	}

	private change(id: string, apply: (item: IAppStorageItem) => unknown): IAppStorageItem | undefined {
		const item = this.find(id);
		if (item !== undefined) {
			apply(item);
			item.updatedAt = new Date();
		}
		return item;
	}
}

export class Packages extends AppSourceStorage {
	private readonly zips = new Map<string, Buffer>();

	async store(item: IAppStorageItem, zip: Buffer): Promise<string> {
		this.zips.set(item.id, Buffer.from(zip));
		return `memory:${item.id}`;
	}

	async fetch(item: IAppStorageItem): Promise<Buffer> {
		return maybe(this.zips.get(item.id));
	}

	async update(item: IAppStorageItem, zip: Buffer): Promise<string> {
		return this.store(item, zip);
	}

	async remove(item: IAppStorageItem): Promise<void> {
		this.zips.delete(item.id);
	}
}

/** What an admin reads under the app's Logs. */
export class StoredLog extends AppLogStorage {
	private readonly stored: ILoggerStorageEntry[] = [];

	constructor(private readonly logbook: Logbook) {
		super('memory');
	}

	async storeEntries(entry: ILoggerStorageEntry): Promise<ILoggerStorageEntry> {
		this.stored.push(entry);
		for (const { severity, args } of entry.entries) {
			this.logbook.add({ appId: entry.appId, method: entry.method, severity, text: JSON.stringify(args) });
		}
		return entry;
	}

	/** The name of `findPaginated` in older engines. */
	async find(query: Record<string, unknown>): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
		return this.findPaginated(query);
	}

	async findPaginated(query: Record<string, unknown>): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
		const logs = this.stored.filter((entry) => Object.entries(query).every(([field, value]) => Reflect.get(entry, field) === value));
		return { logs, total: logs.length };
	}

	async getEntriesFor(appId: string): Promise<ILoggerStorageEntry[]> {
		return this.stored.filter((entry) => entry.appId === appId);
	}

	async removeEntriesFor(appId: string): Promise<void> {
		const kept = this.stored.filter((entry) => entry.appId !== appId);
		this.stored.splice(0, this.stored.length, ...kept);
	}
}
