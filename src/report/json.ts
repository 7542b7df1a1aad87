import type { Translate } from '../language/translate';
import type { Posture } from '../posture/posture';
import type { ReportFile } from './file';
import { toReport } from './report';

/** The report as a JSON document. */
export function toJsonFile(posture: Posture, translate: Translate): ReportFile {
	return {
		name: `privacy-status-${posture.generatedAt.slice(0, 10)}.json`,
		type: 'application/json',
		content: `${JSON.stringify(toReport(posture, translate), null, 2)}\n`,
	};
}
