import type { FlowId } from '../../src/catalogue/flows';
import type { Report } from '../../src/show/as/report-schema';
import type { Workspace } from '../../tools/host';
import { flowIn, reportOf } from './flow-told';

type Reported = Report['flows'][number];

/** What a flow says of a workspace, in English. */
interface Told extends Pick<Reported, 'state' | 'effect' | 'reason'> {
	/** Each with its host, where one is known. */
	readonly recipients: readonly string[];
	readonly parties: readonly Reported['recipients'][number]['party'][];
	readonly caveat: string;
	readonly sends: string;
}

/** A workspace of one version, with these settings and nothing else to tell of it. */
export const workspace = (version: string, settings: Workspace['settings'] = {}, others: Partial<Workspace> = {}): Workspace => ({
	description: `Rocket.Chat ${version}`,
	server: { version },
	settings: { Site_Url: 'https://chat.example.org', ...settings },
	...others,
});

/** What makes a workspace air-gapped by declaration, with nothing that contradicts it. */
export const AIR_GAP: Partial<Workspace> = { licence: { form: 'v3', offline: true }, app: { declared_deployment: 'air-gapped', hosting_provider: 'self' } };

/** One flow of a workspace as the report tells it. */
export async function told(id: FlowId, of: Workspace): Promise<Told> {
	const { state, effect, reason, recipients, caveat, sends } = flowIn(await reportOf(of), id);
	return {
		state,
		effect,
		reason,
		recipients: recipients.map(({ recipient, host }) => (host === null ? recipient : `${recipient} (${host})`)),
		parties: recipients.map(({ party }) => party),
		caveat: caveat ?? '',
		sends: sends.join('; '),
	};
}
