import { customDefinition, knownDefinition } from '../host/server/definitions';
import type { SettingDefinition } from '../host/server/definitions';
import type { ReadFault, Workspace } from '../host/types';
import type { Found, FoundSetting } from './found';
import { KINDS } from './kinds';
import type { Export, ExportKind } from './read-export';
import { inferVersions, isWhole, oneOf, versionWords } from './version';
import { asServerReads, byType, plain } from './values';

/** The settings of a file, sorted by what can be made of them. */
export interface Sorted {
	readonly values: ReadonlyMap<string, unknown>;
	readonly packageValues: ReadonlyMap<string, unknown>;
	/** Named in it, and without a value that can be judged. */
	readonly unclear: ReadonlySet<string>;
	readonly unknown: ReadonlySet<string>;
	/** How many were text and were read by their type. */
	readonly textual: number;
}

/** @param version where it is looked up what a setting is */
export function sort(settings: readonly FoundSetting[], version: string): Sorted {
	const values = new Map<string, unknown>();
	const packageValues = new Map<string, unknown>();
	const unclear = new Set<string>();
	const unknown = new Set<string>();
	let textual = 0;
	for (const setting of settings) {
		const definition = knownDefinition(setting.id, version) ?? customDefinition(setting.id);
		if (definition === undefined) {
			unknown.add(setting.id);
			continue;
		}
		const value = valueOf(setting, definition);
		if (value === undefined || (values.has(setting.id) && !isSame(values.get(setting.id), value))) {
			unclear.add(setting.id);
			continue;
		}
		textual += setting.from === 'person' && typeof setting.value === 'string' && typeof value !== 'string' ? 1 : 0;
		values.set(setting.id, value);
		const packageValue = plain(setting.packageValue);
		if (packageValue !== undefined) {
			packageValues.set(setting.id, packageValue);
		}
	}
	for (const id of unclear) {
		values.delete(id);
		packageValues.delete(id);
	}
	return { values, packageValues, unclear, unknown, textual };
}

/** Undefined where the file does not say which value is in force. For `null` the server takes the package's default, which not every file holds. */
function valueOf({ value: found, from, packageValue }: FoundSetting, definition: SettingDefinition): unknown {
	const value = plain(found);
	if (value === null) {
		return packageValue === undefined || packageValue === null ? undefined : null;
	}
	if (typeof value === 'number' && !Number.isFinite(value)) {
		return undefined;
	}
	if (typeof value !== 'string' || from === 'server') {
		return value;
	}
	return from === 'environment' ? asServerReads(value, definition) : byType(value, definition);
}

function isSame(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** What was recognised, as a workspace and what there is to say of it. */
export function assemble(found: Found, name: string): Export {
	const { server, notes, sorted } = serverOf(found, found.kind);
	const { values, unclear } = sorted;
	return {
		kind: found.kind,
		workspace: {
			description: `An export: ${KINDS[found.kind].title}, ${counted(values.size, 'setting')}.`,
			server,
			settings: Object.fromEntries(values),
			...(unclear.size > 0 && { faults: unanswered(unclear) }),
			// What is said of uploads is judged; that the answers come as files does not depend on it.
			uploads: 'always',
		},
		notes: [`${name} is ${KINDS[found.kind].title}, with ${counted(values.size, 'setting')} to judge.`, ...notes],
	};
}

/** No read of these is answered: neither that they are missing is known, nor that they have their default. */
export function unanswered(ids: Iterable<string>): Record<string, ReadFault> {
	return Object.fromEntries([...ids].map((id) => [id, 'hangs'] as const));
}

/** What is known of the server that the settings are of: nothing but these. */
export function serverOf({ settings, version: named, environment, hidden = [], total, notes = [] }: Omit<Found, 'kind'>, kind: ExportKind): { server: Workspace['server']; notes: string[]; sorted: Sorted } {
	const ids = new Set(settings.map(({ id }) => id));
	const hiddenHere = new Set([...hidden, ...settings.filter(({ isHidden }) => isHidden).map(({ id }) => id)]);
	const shown = new Set([...ids].filter((id) => !hiddenHere.has(id)));
	const isAll = KINDS[kind].mayBeWhole && (total === undefined || ids.size >= total) && isWhole(shown);
	const versions = inferVersions(shown, isAll);
	const version = named ?? oneOf(versions);
	const sorted = sort(settings, version);
	const hiddenByEnvironment = [...hiddenHere].filter((id) => knownDefinition(id, version)?.hidden === false);
	const words = versionWords(versions);
	return {
		server: {
			version,
			others: isAll ? 'absent' : 'unanswered',
			...(hiddenByEnvironment.length > 0 && { hiddenByEnvironment }),
			...(environment !== undefined && Object.keys(environment).length > 0 && { environment: { ...environment } }),
			...(sorted.packageValues.size > 0 && { packageValues: Object.fromEntries(sorted.packageValues) }),
		},
		notes: [
			versionNote(named, words),
			...notes,
			...(total !== undefined && total > ids.size ? [`The server has ${total} settings, and ${ids.size} are in it: ask for all pages, for example with count=0.`] : []),
			...sortedNotes(sorted),
			...lacksNotes(kind, isAll),
		],
		sorted,
	};
}

function versionNote(named: string | undefined, words: string | null): string {
	if (named !== undefined) {
		return `It names version ${named}; the answers find the version out by the settings that read, as the app does.`;
	}
	return words === null ? 'Which version of Rocket.Chat it is of could not be found out.' : `By its settings it is of ${words}.`;
}

export function sortedNotes({ unknown, unclear, textual }: Sorted): string[] {
	return [
		...(textual > 0 ? [`${counted(textual, 'value')} in it ${textual === 1 ? 'is' : 'are'} text where Rocket.Chat has something else, and read by the type of the setting.`] : []),
		...(unknown.size > 0 ? [`Kept aside, since no list of Rocket.Chat's settings here has them: ${named([...unknown])}.`] : []),
		...(unclear.size > 0 ? [`Counted as not readable, since no value that can be used is in it: ${named([...unclear])}.`] : []),
	];
}

function lacksNotes(kind: ExportKind, isAll: boolean): string[] {
	const { lacks } = KINDS[kind];
	return [
		...(lacks === null ? [] : [`Such an export does not hold ${lacks}.`]),
		isAll
			? 'It holds all that a server shows, so what is missing in it counts as missing there.'
			: 'It holds a part of the settings. Of all others the answers say that they could not be read, for lack of an answer in time; none is taken to have its default.',
	];
}

/** How many ids a line names. */
const MOST_NAMED = 5;

/** Count and the first few; what does not look like a setting's id may be anything, so it is only counted. */
export function named(ids: readonly string[]): string {
	const shown = ids.filter((id) => /^[A-Z][A-Za-z0-9]{0,30}(?:_[A-Za-z0-9]{1,40}){1,8}$/.test(id)).slice(0, MOST_NAMED);
	const rest = ids.length - shown.length;
	return `${counted(ids.length, 'setting')}${shown.length === 0 ? '' : ` (${shown.join(', ')}${rest === 0 ? '' : ` and ${counted(rest, 'other')}`})`}`;
}

export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
