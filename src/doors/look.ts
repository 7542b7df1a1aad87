import { translatorFor } from '../language/reader';
import type { Translate } from '../language/translate';
import { judge } from '../posture/judge';
import type { Posture } from '../posture/posture';
import { readWorkspace } from '../workspace/read-workspace';
import type { Signal } from '../workspace/signals';
import type { AppFacts, Request } from './request';

/** What an answer is made from. */
export interface Sight {
	readonly posture: Posture;
	/** Whether the workspace takes files, as its setting says. */
	readonly uploads: Signal;
	readonly translate: Translate;
}

/** Reads the workspace once and decides: what every answer to an allowed person starts from. */
export async function look({ user, read }: Request, app: AppFacts): Promise<Sight> {
	const signals = await readWorkspace(read.getEnvironmentReader());
	const language = signals.settings.Language;
	return {
		posture: judge(signals, app.now(), app.version),
		uploads: signals.settings.FileUpload_Enabled,
		translate: translatorFor(user, language.readable ? String(language.value) : undefined),
	};
}
