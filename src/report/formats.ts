import type { Organisation } from '../catalogue/organisation';
import type { ReportFormat } from '../catalogue/words';
import type { Translate } from '../language/translate';
import type { Posture } from '../posture/posture';
import { toReportCsv } from './csv';
import type { ReportFile } from './file';
import { toHtml } from './html';
import { toJsonFile } from './json';
import { toMarkdown } from './markdown';
import { markingValues } from './marked-values';
import { outlineOf } from './outline';
import { toRegister } from './register';
import { toReport } from './report';

/**
 * The report as a file.
 *
 * @param organisation what the organisation states itself: the register of processing activities names it
 */
export function toFile(format: ReportFormat, posture: Posture, organisation: Organisation, translate: Translate): ReportFile {
	if (format === 'json') {
		return toJsonFile(posture, translate);
	}
	const report = toReport(posture, markingValues(translate));
	const day = report.generatedAt.slice(0, 10);
	switch (format) {
		case 'markdown':
			return { name: `privacy-status-${day}.md`, type: 'text/markdown', content: toMarkdown(outlineOf(report, translate), translate) };
		case 'csv':
			return { name: `privacy-status-${day}.csv`, type: 'text/csv', content: toReportCsv(report, translate) };
		case 'html':
			return { name: `privacy-status-${day}.html`, type: 'text/html', content: toHtml(outlineOf(report, translate), translate) };
		case 'register':
			return { name: `privacy-status-register-${day}.csv`, type: 'text/csv', content: toRegister(report, posture.keeping, organisation, translate) };
	}
}
