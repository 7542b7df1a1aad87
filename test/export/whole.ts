import type { Workspace } from '../../tools/host';
import { definitionsFor } from '../../tools/host/server/definitions';
import type { SettingDefinition } from '../../tools/host/server/definitions';

/** Stands in every secret, and may stand nowhere else. */
export const CANARY = 'Canary-Larkspur-7731';

/** Those whose whole list is here. */
export const VERSIONS = ['7.7.1', '8.6.1', '9.0'] as const;

/** How the settings are set: as on a fresh server, or each otherwise. */
export const SETTINGS = {
	'fresh': ({ default: value }: SettingDefinition): unknown => value,
	'every switch changed': ({ id, type, default: value }: SettingDefinition): unknown => {
		if (type === 'boolean') {
			return value !== true;
		}
		return type === 'string' && value === '' ? `https://${id.toLowerCase().replace(/_/g, '-')}.example.org` : value;
	},
};

const isSecret = ({ type, secret }: SettingDefinition): boolean => secret || type === 'password';

/** Every setting of a version with its value; a secret that is text holds the canary. */
export function valuesOf(version: string, how: keyof typeof SETTINGS): Map<SettingDefinition, unknown> {
	return new Map(
		[...definitionsFor(version).values()].map((definition) => [definition, isSecret(definition) && typeof definition.default === 'string' ? `${CANARY}-${definition.id}` : SETTINGS[how](definition)]),
	);
}

const group = (id: string) => ({ _id: id, type: 'group' });

/** As `GET /api/v1/settings?count=0` answers: what is hidden is not in it. */
export function answerOf(values: Map<SettingDefinition, unknown>, pages = 1): string {
	const shown = [...values].filter(([{ hidden }]) => !hidden).map(([{ id, enterprise }, value]) => ({ _id: id, value, ...(enterprise && { enterprise, invalidValue: '' }) }));
	const size = Math.ceil(shown.length / pages);
	return Array.from({ length: pages }, (_, page) => shown.slice(page * size, (page + 1) * size))
		.map((settings, page) => JSON.stringify({ settings, count: settings.length, offset: page * size, total: shown.length, success: true }))
		.join('\n');
}

/** As `mongoexport` writes: one line each, extended JSON, hidden ones too, and the groups of the administration among them. */
export function mongoexportOf(values: Map<SettingDefinition, unknown>): string {
	const lines = [...values].map(([{ id, type, hidden, secret, default: packageValue }, value]) => ({
		_id: id,
		type,
		hidden,
		secret,
		value: typeof value === 'number' ? { $numberDouble: String(value) } : value,
		packageValue: typeof packageValue === 'number' ? { $numberInt: String(packageValue) } : packageValue,
		_updatedAt: { $date: '2026-11-01T00:00:00Z' },
	}));
	return [group('Accounts'), ...lines].map((line) => JSON.stringify(line)).join('\n');
}

/** The same in our own form. */
export function workspaceOf(version: string, values: Map<SettingDefinition, unknown>): Workspace {
	return { description: 'The same.', server: { version }, settings: Object.fromEntries([...values].map(([{ id }, value]) => [id, value])) };
}
