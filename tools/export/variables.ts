import { LISTED_VERSIONS, OLDEST_VERSION, compareVersions, knownDefinition } from '../host/server/definitions';
import { filledIn, looksLikeEnv, readEnv } from './env';
import type { Variables } from './env';
import type { Found, FoundSetting } from './found';
import { isRecord, OldVersion } from './shape';

export const PREFIX = 'OVERWRITE_SETTING_';

/** What of a server's environment an app may read, whatever its id. */
const READ_BY_APPS = /^(?:NODE_ENV|ROOT_URL|INSTANCE_IP|RC_APPS_\w+)$/;

/** One server's environment, and what is said of it elsewhere. */
export interface Server {
	readonly variables: Variables;
	readonly image?: unknown;
}

/** What the environments of one or several servers of a workspace say. */
export function fromServers(kind: Found['kind'], all: readonly Server[]): Found | null {
	const servers = all.filter(({ variables, image }) => versionOf(image) !== null || isRocketChat(image) || [...variables.keys()].some((name) => name.startsWith(PREFIX)));
	const pairs = servers.flatMap(({ variables }) => [...variables]);
	const settings: FoundSetting[] = pairs
		.filter(([name]) => name.startsWith(PREFIX))
		// Some versions take an empty one for set and others for not set.
		.map(([name, value]) => ({ id: name.slice(PREFIX.length), value: value === '' ? undefined : (value ?? undefined), from: 'environment' }));
	const firstOnly = pairs.filter(([name]) => knownDefinition(name, LISTED_VERSIONS[0]) !== undefined).length;
	if (settings.length === 0) {
		return null;
	}
	const versions = new Set(servers.map(({ image }) => versionOf(image)).filter((version) => version !== null));
	const [version, ...others] = versions;
	return {
		kind,
		settings,
		environment: Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null && READ_BY_APPS.test(pair[0]))),
		hidden: pairs.flatMap(([name, value]) => (name === 'SETTINGS_HIDDEN' ? (value ?? '').split(',').map((id) => id.trim()) : [])),
		...(version !== undefined && others.length === 0 && { version }),
		notes: [
			...(servers.length > 1 ? [`It describes ${servers.length} servers; where they differ, a setting counts as not readable.`] : []),
			...(firstOnly > 0
				? [`${firstOnly === 1 ? '1 variable names a setting' : `${firstOnly} variables name settings`} without ${PREFIX}: it sets only the first value of a new server, so it does not count.`]
				: []),
		],
	};
}

/** Rocket.Chat's version by the name of its image. */
function versionOf(image: unknown): string | null {
	const [, version] = isRocketChat(image) ? (/:v?(\d+\.\d+(?:\.\d+)?(?:-rc\.\d+)?)(?:$|[-+@][^.])/.exec(image) ?? []) : [];
	if (version !== undefined && compareVersions(version, OLDEST_VERSION) < 0) {
		throw new OldVersion(version);
	}
	return version ?? null;
}

function isRocketChat(image: unknown): image is string {
	return typeof image === 'string' && /rocket\.?chat(?::|@|$)/i.test(image);
}

/** Every service of a Compose file. */
export function composeServers(services: Readonly<Record<string, unknown>>): Server[] {
	return Object.values(services)
		.filter(isRecord)
		.map(({ environment, image }) => ({ variables: composed(environment), image }));
}

/** Compose fills in `$NAME` and writes a dollar as two. */
function composed(environment: unknown): Variables {
	const fill = (text: string): string | null => (filledIn(text.replaceAll('$$', '')) === null ? null : text.replaceAll('$$', '$'));
	return new Map([...variablesOf(environment)].map(([name, value]) => [name, value === null ? null : fill(value)]));
}

/** A map, a list of `NAME=value`, or a list of `{ name, value }`; what has no value takes it from elsewhere. */
export function variablesOf(environment: unknown): Map<string, string | null> {
	const pairs = Array.isArray(environment) ? environment.map(pairOf) : isRecord(environment) ? Object.entries(environment) : [];
	return new Map(pairs.map(([name, value]): [string, string | null] => [name, isText(value) ? String(value) : null]));
}

function isText(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function pairOf(item: unknown): [name: string, value: unknown] {
	if (isRecord(item)) {
		return [typeof item['name'] === 'string' ? item['name'] : '', item['value']];
	}
	const text = typeof item === 'string' ? item : '';
	const at = text.indexOf('=');
	return at === -1 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

/** Containers as `docker inspect` shows them. */
export function inspectedServers(items: readonly Readonly<Record<string, unknown>>[]): Server[] {
	return items.map(({ Config: config }) => (isRecord(config) ? { variables: variablesOf(config['Env']), image: config['Image'] } : { variables: new Map() }));
}

/** ConfigMaps, and what runs containers; of a list, its items. */
export function kubernetesServers(items: readonly Readonly<Record<string, unknown>>[]): Server[] {
	return items.flatMap(({ kind, data, items: inner, spec }): Server[] => {
		if (Array.isArray(inner)) {
			return kubernetesServers(inner.filter(isRecord).filter((item) => !Array.isArray(item['items'])));
		}
		return kind === 'ConfigMap' ? [{ variables: configured(data) }] : containersOf(spec).map(({ env, image }) => ({ variables: variablesOf(env), image }));
	});
}

/** A ConfigMap holds variables, or whole files of them. */
function configured(data: unknown): Variables {
	const variables = variablesOf(data);
	for (const [name, value] of [...variables]) {
		if (/env$/i.test(name) && value !== null && looksLikeEnv(value)) {
			for (const [inner, text] of readEnv(value)) {
				variables.set(inner, text);
			}
		}
	}
	return variables;
}

function containersOf(spec: unknown): Readonly<Record<string, unknown>>[] {
	const template = isRecord(spec) && isRecord(spec['template']) ? spec['template']['spec'] : spec;
	return isRecord(template) && Array.isArray(template['containers']) ? template['containers'].filter(isRecord) : [];
}
