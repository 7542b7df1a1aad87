import type { PageAppSetting } from '../../contract';

/** What was entered and not saved, by the setting's id. */
export type Drafts = Readonly<Record<string, unknown>>;

/** What the form posts for a setting: what was entered, or the value that it was loaded with. */
export function valueOf({ id, value }: PageAppSetting, drafts: Drafts): unknown {
	return id in drafts ? drafts[id] : value;
}

export function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
