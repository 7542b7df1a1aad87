import { say } from '../language/translate';
import type { Statement, Translate } from '../language/translate';
import type { FlowFinding, Posture } from '../posture/posture';
import { recipientOf } from './flows';
import { statusMessage } from './messages';
import { MESSAGE_LIMIT } from './split';

/** Where exported files are kept, and how the message that brings them may travel. */
export function fileStoreStatements({ flows }: Posture): Statement[] {
	const store = flows.find(({ id }) => id === 'file-storage');
	const mayPush = flows.some(({ id, state }) => ['push-gateway', 'push-native'].includes(id) && (state === 'on' || state === 'unknown'));
	return [placeOf(store), ...(mayPush ? [say('export_before-push')] : [])];
}

function placeOf(store: FlowFinding | undefined): Statement {
	switch (store?.state) {
		case 'on':
			return say('export_before_outside', { store: recipientOf(store) });
		case 'off':
			return say('export_before_own');
		default:
			return say('export_before_unknown');
	}
}

/** What is told where no file could be handed over: the file itself where it fits one message, else the short answer. */
export function insteadOfFile(content: string, posture: Posture, translate: Translate): string[] {
	const text = content.replace(/^\uFEFF/, '').trimEnd();
	const fits = text.length < MESSAGE_LIMIT - 100 && !text.includes('```');
	return [translate('export_instead'), fits ? `\`\`\`\n${text}\n\`\`\`` : statusMessage(posture, translate)];
}
