import { CATEGORIES } from '../../catalogue/categories';
import type { Category } from '../../catalogue/categories';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { FlowFinding, Posture } from '../../posture/posture';
import { paragraphs } from './document';
import type { Block, Picture, PictureBox, Writer } from './document';
import { flowsIn } from './flows';

/** More boxes than these nobody takes in, or finds room for on a page: the rest becomes one of them. */
const MOST_AROUND = 11;
const MOST_INSIDE = 3;

/** One who receives, before there is a box. */
interface Receiver {
	readonly name: Statement;
	readonly line: PictureBox['line'];
	readonly categories: readonly Category[];
}

/** Who receives what by the flows that are on, the workspace in the middle; what could not be found out is one more. */
export function pictureOf(posture: Posture, writer: Writer): Block {
	const { sentence, label, names, direction } = writer;
	const unknown = flowsIn(posture, 'unknown');
	const receivers = gathered(flowsIn(posture, 'on').flatMap(receiversOf), ({ name }) => label(name));
	const isInside = ({ line }: Receiver): boolean => line === 'inside';
	const shown = [
		...limited(receivers.filter((receiver) => !isInside(receiver)), MOST_AROUND),
		...limited(receivers.filter(isInside), MOST_INSIDE),
		...(unknown.length === 0 ? [] : [{ name: say('report_flows-unknown', { count: unknown.length }), line: 'unknown', categories: unknown.flatMap(carried) } as const]),
	];
	if (shown.length === 0) {
		return paragraphs(sentence(say('report_flows-none')));
	}
	const kinds = ({ categories }: Receiver): Statement[] => CATEGORIES.filter((category) => categories.includes(category)).map((category) => say(`category_${category}`));
	const noted = (receiver: Receiver): Statement[] => (kinds(receiver).length === CATEGORIES.length ? [say('category_all')] : kinds(receiver));
	const picture: Picture = {
		title: label('report_picture'),
		description: shown.map((receiver) => label(say(receiver.line === 'attempted' || receiver.line === 'inside' ? `flow_short-${receiver.line}` : 'flow_short', { name: receiver.name, categories: kinds(receiver) }))).join('; '),
		direction,
		legend: sentence(say('report_picture-legend')),
		workspace: posture.workspaceHost === null ? { name: label('report_picture-workspace'), note: '' } : { name: posture.workspaceHost, note: label('report_picture-workspace') },
		ring: label('reach_inside'),
		boxes: shown.map((receiver) => ({ name: label(receiver.name), note: names(noted(receiver)), line: receiver.line, weight: weightOf(receiver) })),
	};
	return { kind: 'picture', picture };
}

/** Rocket.Chat's services are one receiver. */
function receiversOf(flow: FlowFinding): Receiver[] {
	return flow.recipients.map(({ name, party, isBlocked }) => ({
		name: party === 'rocket-chat' ? say('party_rocket-chat') : name,
		line: party === null ? 'inside' : isBlocked || flow.effect === 'attempted' ? 'attempted' : 'sent',
		categories: carried(flow),
	}));
}

function carried({ carries }: FlowFinding): Category[] {
	return carries.map(({ category }) => category);
}

/** Those of one name are one; what is sent to it by any flow is sent. */
function gathered(receivers: readonly Receiver[], nameOf: (receiver: Receiver) => string): Receiver[] {
	const found = new Map<string, Receiver>();
	for (const receiver of receivers) {
		const key = `${String(receiver.line === 'inside')} ${nameOf(receiver)}`;
		const same = found.get(key);
		found.set(key, same === undefined ? receiver : together(receiver.name, [same, receiver]));
	}
	return [...found.values()];
}

function together(name: Statement, receivers: readonly Receiver[]): Receiver {
	const [first] = receivers;
	return { name, line: receivers.some(({ line }) => line === 'sent') ? 'sent' : (first?.line ?? 'sent'), categories: receivers.flatMap(({ categories }) => categories) };
}

/** Those who get most first. */
function limited(receivers: readonly Receiver[], most: number): Receiver[] {
	const sorted = [...receivers].sort((one, other) => Number(other.line === 'sent') - Number(one.line === 'sent') || weightOf(other) - weightOf(one));
	const rest = sorted.slice(most - 1);
	return rest.length < 2 ? sorted : [...sorted.slice(0, most - 1), together(say('panel_cell-more', { count: rest.length }), rest)];
}

function weightOf({ categories }: Receiver): PictureBox['weight'] {
	return categories.includes('user-content') ? 3 : categories.includes('account-data') ? 2 : 1;
}
