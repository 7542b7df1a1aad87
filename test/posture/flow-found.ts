import type { FlowId } from '../../src/catalogue/flows';
import type { Report } from '../../src/show/as/report-schema';
import type { Workspace } from '../../tools/host';
import { flowIn, reportOf } from './flow-told';

/** What the report says of one flow: each setting with what is shown of it, and nothing as an empty text. */
export type FoundFlow = Omit<Report['flows'][number], 'caveat' | 'licenceNote' | 'settings'> & {
	readonly caveat: string;
	readonly licenceNote: string;
	readonly settings: Readonly<Record<string, string>>;
};

/** One flow of a server of that version, whose settings differ from a fresh one's by these. */
export async function foundFlow(id: FlowId, server: string | Workspace['server'], settings: Record<string, unknown> = {}, more: Omit<Partial<Workspace>, 'server' | 'settings'> = {}): Promise<FoundFlow> {
	const workspace: Workspace = {
		description: 'A server with the settings of one test.',
		server: typeof server === 'string' ? { version: server } : server,
		settings: { Site_Url: 'https://chat.example.org', ...settings },
		...more,
	};
	const flow = flowIn(await reportOf(workspace), id);
	return { ...flow, caveat: flow.caveat ?? '', licenceNote: flow.licenceNote ?? '', settings: Object.fromEntries(flow.settings.map((setting) => [setting.id, setting.shown])) };
}

/** A workspace whose air gap is declared, with an offline licence. */
export const AIR_GAP: Omit<Partial<Workspace>, 'server' | 'settings'> = {
	licence: { form: 'v3', offline: true },
	app: { declared_deployment: 'air-gapped', hosting_provider: 'self' },
};
