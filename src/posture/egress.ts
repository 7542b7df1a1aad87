import { FLOWS } from '../catalogue/flows';
import type { KnownFlow } from '../catalogue/flows';
import { HTTPS_PORT } from '../catalogue/hosts';
import type { Connection } from '../catalogue/vocabulary';
import { hostsDeclared } from './matching';
import type { FlowFinding, FoundRecipient, Posture } from './posture';

/** What is known of a host: it is told; a setting names it, of which no more is shown; no setting names it, so it may be any; or nothing. */
export type HostKnowledge = 'known' | 'not-shown' | 'free' | 'unknown';

/** One connection that a firewall may see. */
export interface Egress {
	readonly flow: FlowFinding;
	readonly recipient: FoundRecipient;
	readonly direction: Connection;
	/** Null where none can be told. */
	readonly host: string | null;
	readonly hostIs: HostKnowledge;
	/** Null where it is not known. */
	readonly port: number | null;
}

/** Every connection by a flow that is on, or of which that could not be found out. What a recipient hands on is no connection from here. */
export function egressOf({ flows }: Posture): Egress[] {
	return flows
		.filter(({ state }) => state === 'on' || state === 'unknown')
		.flatMap((flow) => {
			const known = FLOWS.find(({ id }) => id === flow.id);
			return known === undefined ? [] : connectionsOf(flow, known);
		});
}

function connectionsOf(flow: FlowFinding, known: KnownFlow): Egress[] {
	return flow.connects.flatMap((direction) =>
		flow.recipients.flatMap((recipient, at): Egress[] => {
			if (known.recipients[at]?.isHandedOn === true) {
				return [];
			}
			const hosts = direction === 'in' ? [] : hostsOf(recipient, known, at);
			return hosts.length === 0
				? [{ flow, recipient, direction, host: null, hostIs: unnamed(recipient, known.recipients[at]), port: null }]
				: hosts.map((host): Egress => ({ flow, recipient, direction, host, hostIs: 'known', port: isNamedByCatalogue(host, known) ? HTTPS_PORT : null }));
		}),
	);
}

/** Those that this workspace names, or else those that are the same everywhere. */
function hostsOf({ host, reach }: FoundRecipient, { recipients, hosts = [] }: KnownFlow, at: number): readonly string[] {
	const declared = recipients[at];
	if (host !== null || declared === undefined) {
		return host === null ? [] : [host];
	}
	switch (declared.kind) {
		case 'public':
			return declared.hosts;
		case 'rocket-chat-unreadable':
			return hosts;
		case 'by-choice':
			// A service with several.
			return reach === 'public' ? hosts : [];
		default:
			return [];
	}
}

function isNamedByCatalogue(host: string, { recipients, hosts = [] }: KnownFlow): boolean {
	return recipients.some((recipient) => recipient.kind !== 'rocket-chat-by-setting' && hostsDeclared(recipient).includes(host)) || hosts.includes(host);
}

function unnamed({ isKnown, reach }: FoundRecipient, declared: KnownFlow['recipients'][number] | undefined): HostKnowledge {
	switch (declared?.kind) {
		case 'third-parties':
		case 'anyone':
		case 'workspace-admins':
			return 'free';
		case 'by-switches':
			// No setting names the hosts of a public service.
			return isKnown && reach !== 'public' ? 'not-shown' : 'unknown';
		case 'by-setting':
		case 'by-choice':
			return isKnown ? 'not-shown' : 'unknown';
		default:
			return 'unknown';
	}
}
