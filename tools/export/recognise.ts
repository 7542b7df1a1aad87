import { OLDEST_VERSION, customDefinition, knownDefinition, LISTED_VERSIONS } from '../host/server/definitions';
import type { Found, FoundSetting } from './found';
import { isRecord } from './shape';
import { composeServers, fromServers, inspectedServers, kubernetesServers, PREFIX } from './variables';

type Fields = Readonly<Record<string, unknown>>;

/** What a file was recognised as; or what it is instead, to stand behind its name. */
export type Recognised = Found | { readonly own: Fields } | { readonly isNot: string };

const NONE_OVERWRITTEN = `holds no variable that begins with ${PREFIX}`;

/** What the values of a file are, by their form alone. */
export function recognise(values: readonly unknown[]): Recognised {
	// One answer, several in a list, one a line, or lists of settings one behind the other.
	const items = values.flat(2).filter(isRecord);
	const [first] = items;
	if (first === undefined) {
		return { isNot: values.length === 0 ? 'is empty' : 'holds nothing that has a name and a value' };
	}
	if (items.some(({ success, status, error }) => success === false || (status === 'error' && error !== undefined))) {
		return { isNot: 'is an answer by which Rocket.Chat refuses, for example since nobody is logged in' };
	}
	if (items.every(({ settings }) => Array.isArray(settings))) {
		return fromPages(items);
	}
	if (items.every(({ _id }) => typeof _id === 'string')) {
		return fromDocuments(items);
	}
	if (items.every(({ kind, apiVersion }) => typeof kind === 'string' || typeof apiVersion === 'string')) {
		return fromServers('kubernetes', kubernetesServers(items)) ?? { isNot: `describes objects of Kubernetes and ${NONE_OVERWRITTEN}` };
	}
	if (items.every(({ Config: config }) => isRecord(config))) {
		return fromServers('docker-inspect', inspectedServers(items)) ?? { isNot: `is an answer of docker inspect and ${NONE_OVERWRITTEN}` };
	}
	if (items.length > 1) {
		return { isNot: 'holds several things that are no settings' };
	}
	return fromOne(first);
}

function fromOne(item: Fields): Recognised {
	const { services, server, settings, flows, schemaVersion } = item;
	if (schemaVersion !== undefined && Array.isArray(flows)) {
		return { isNot: 'is a report, which was judged already' };
	}
	if (isRecord(services)) {
		return fromServers('compose', composeServers(services)) ?? { isNot: `is a Docker Compose file and ${NONE_OVERWRITTEN}` };
	}
	if (isRecord(server) || isRecord(settings)) {
		return { own: item };
	}
	const named = fromMap(item);
	return named.some(({ id }) => isKnown(id)) ? { kind: 'flat', settings: named } : { isNot: 'holds no setting of Rocket.Chat' };
}

/** Ids, with or without the prefix that they have in the environment. */
export function fromMap(map: Fields): FoundSetting[] {
	return Object.entries(map).map(([name, value]) =>
		name.startsWith(PREFIX) && typeof value === 'string' ? { id: name.slice(PREFIX.length), value: value === '' ? undefined : value, from: 'environment' } : { id: name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name, value, from: 'person' },
	);
}

function fromPages(pages: readonly Fields[]): Recognised {
	const documents = pages.flatMap(({ settings }): unknown[] => (Array.isArray(settings) ? settings : [])).filter(isRecord);
	const totals = pages.map(({ total }) => total).filter((total) => typeof total === 'number');
	const found = fromDocuments(documents);
	return 'kind' in found ? { ...found, kind: 'settings-answer', ...(totals.length > 0 && { total: Math.max(...totals) }) } : found;
}

/** What only the database says of a setting. */
const OF_DATABASE = ['packageValue', '_updatedAt', 'ts', 'createdAt', 'i18nLabel', 'sorter'];

function fromDocuments(documents: readonly Fields[]): Recognised {
	// The groups of the administration are kept among the settings, and have no value.
	const settings = documents.filter(({ _id, type, value }) => type !== 'group' && (value !== undefined || isKnown(String(_id))));
	if (!settings.some(({ _id }) => isKnown(String(_id)))) {
		return { isNot: documents.length === 0 ? 'is an answer without any setting' : 'holds records, and none of them is a setting of Rocket.Chat' };
	}
	return {
		kind: documents.some((document) => OF_DATABASE.some((field) => field in document)) ? 'mongoexport' : 'settings-list',
		settings: settings.map(({ _id, value, hasValue, packageValue, hidden }) => ({
			id: String(_id),
			// A newer server answers with an empty text for a secret, and says beside it whether there is one.
			value: hasValue === true && value === '' ? undefined : value,
			from: 'server',
			...(packageValue !== undefined && { packageValue }),
			...(hidden === true && { isHidden: true }),
		})),
	};
}

function isKnown(id: string): boolean {
	return knownDefinition(id, LISTED_VERSIONS.at(-1) ?? OLDEST_VERSION) !== undefined || customDefinition(id) !== undefined;
}
