import { UNSEEN_CONNECTIONS } from '../../catalogue/unseen';
import { say } from '../../language/statement';
import type { Translate } from '../../language/translate';
import type { Egress } from '../../posture/egress';
import { toCsv } from './csv';
import { legible } from './legible';

/** Named for scripts, the same in every language. */
const COLUMNS = ['host', 'hostIs', 'port', 'direction', 'flow', 'name', 'state', 'effect', 'party', 'reach', 'recipient'];

/** What a cell says where nothing is known. */
const UNKNOWN = 'unknown';

/** Every connection as a table: a row for each host, or for each recipient of whom none is known. */
export function toEgressCsv(connections: readonly Egress[], translate: Translate): string {
	const rows = connections.map(({ host, hostIs, port, direction, flow, recipient }) => [
		host ?? '',
		hostIs,
		String(port ?? UNKNOWN),
		direction === 'in' ? 'in' : `out-by-${direction}`,
		flow.id,
		translate(flow.name),
		flow.state,
		flow.effect ?? UNKNOWN,
		recipient.party ?? recipient.reach,
		recipient.reach,
		translate(recipient.name),
	]);
	return toCsv([COLUMNS, ...rows.map((row) => row.map(legible))]);
}

/** The known hosts outside, one a line and each once, as firewalls take them; what has none is a remark, and so is what an app cannot see. */
export function toHostList(connections: readonly Egress[], translate: Translate): string {
	const outward = connections.filter(({ direction, recipient }) => direction !== 'in' && recipient.reach !== 'inside');
	const hosts = outward.flatMap(({ host }) => host ?? []);
	const others = outward.filter(({ host }) => host === null).map(({ flow, recipient }) => `# ${legible(translate(say('egress_not-listed', { flow: flow.name, recipient: recipient.name })))}`);
	const unseen = [say('report_unseen'), ...UNSEEN_CONNECTIONS.map((id) => say(`unseen_${id}`))].map((statement, at) => `#${at === 0 ? '' : ' -'} ${legible(translate(statement))}`);
	return `${[...new Set([...others, ...unseen, ...hosts.sort()])].join('\n')}\n`;
}
