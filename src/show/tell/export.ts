import type { FlowId } from '../../catalogue/flows';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { FlowFinding, Posture } from '../../posture/posture';
import { recipientOf } from './flows';

/** The flow that tells where files are kept. */
const FILE_STORE: FlowId = 'file-storage';

/** The flows by which the message that brings a file may travel. */
const PUSHES: readonly FlowId[] = ['push-gateway', 'push-native'];

/** Where exported files are kept, and how the message that brings them may travel. */
export function fileStoreStatements({ flows }: Posture): Statement[] {
	const mayPush = flows.some(({ id, state }) => PUSHES.includes(id) && (state === 'on' || state === 'unknown'));
	return [placeOf(flows.find(({ id }) => id === FILE_STORE)), ...(mayPush ? [say('export_before-push')] : [])];
}

function placeOf(store: FlowFinding | undefined): Statement {
	switch (store?.state) {
		case 'on':
			return say('export_before_outside', { store: store.recipients.map(recipientOf) });
		case 'off':
			return say('export_before_own');
		default:
			return say('export_before_unknown');
	}
}
