import { copy } from './copy';
import { newObjectId } from './ids';

/** Associations arrive from the sandbox as plain objects, not as instances of the engine's class. */
export interface Association {
	model: string;
	id: string;
}

interface PersistedRecord {
	id: string;
	appId: string;
	associations: Association[];
	data: object;
}

function same(one: Association, other: Association): boolean {
	return one.model === other.model && one.id === other.id;
}

function plain(associations: readonly unknown[]): Association[] {
	return associations.map((association) => {
		const { model, id } = association as Partial<Association>;
		return { model: String(model), id: String(id) };
	});
}

function assertObject(data: unknown): asserts data is object {
	if (typeof data !== 'object') {
		throw new Error('Attempted to store an invalid data type, it must be an object.');
	}
}

/** The collection `apps_persistence` behind `app/apps/server/bridges/persistence.ts` (7.7.1). */
export class Records {
	private records: PersistedRecord[] = [];

	listed(): PersistedRecord[] {
		return this.records.map(copy);
	}

	create(appId: string, data: object, associations: readonly unknown[] = []): string {
		assertObject(data);
		const id = newObjectId();
		this.records.push({ id, appId, associations: plain(associations), data: copy(data) });
		return id;
	}

	/** `$all`: every given association has to be there, more may be. An empty `$all` matches nothing. */
	byAssociations(appId: string, associations: readonly unknown[]): object[] {
		return this.matching(appId, associations).map(({ data }) => copy(data));
	}

	removeByAssociations(appId: string, associations: readonly unknown[]): object[] | undefined {
		const found = this.matching(appId, associations);
		if (found.length === 0) {
			return undefined;
		}
		this.records = this.records.filter((record) => !found.includes(record));
		return found.map(({ data }) => data);
	}

	/** Equality of arrays in MongoDB: the same associations in the same order. Gives the id only of a record that it created. */
	updateByAssociations(appId: string, associations: readonly unknown[], data: object, upsert: boolean): string {
		assertObject(data);
		const wanted = plain(associations);
		const found = this.records.find(
			(record) =>
				record.appId === appId &&
				record.associations.length === wanted.length &&
				record.associations.every((association, at) => {
					const other = wanted[at];
					return other !== undefined && same(association, other);
				}),
		);
		if (found !== undefined) {
			found.data = copy(data);
			return '';
		}
		return upsert ? this.create(appId, data, associations) : '';
	}

	/** As if that much time had passed since all of it was kept: a sandbox has a clock of its own, which nobody can move. */
	age(milliseconds: number): void {
		const older = (text: string): string => {
			const date = new Date(Date.parse(text) - milliseconds).toISOString();
			return text.length > 10 ? date : date.slice(0, 10);
		};
		const aged = (data: unknown): unknown =>
			JSON.parse(JSON.stringify(data), (_key, value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/.test(value) ? older(value) : value));
		for (const record of this.records) {
			record.data = aged(record.data) as object;
		}
	}

	purge(appId: string): void {
		this.records = this.records.filter((record) => record.appId !== appId);
	}

	private matching(appId: string, associations: readonly unknown[]): PersistedRecord[] {
		const wanted = plain(associations);
		return this.records.filter(
			(record) => record.appId === appId && wanted.length > 0 && wanted.every((association) => record.associations.some((present) => same(present, association))),
		);
	}
}
