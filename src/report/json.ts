import type { Translate } from '../language/translate';
import type { Posture } from '../posture/posture';
import { toReport } from './report';

/** A file that the app hands over. */
export interface ReportFile {
	readonly name: string;
	readonly content: string;
}

/** The report as a JSON document. Its name tells the date and nothing of the workspace. */
export function toJsonFile(posture: Posture, translate: Translate): ReportFile {
	return {
		name: `privacy-status-${posture.generatedAt.slice(0, 10)}.json`,
		content: `${JSON.stringify(toReport(posture, translate), null, 2)}\n`,
	};
}
