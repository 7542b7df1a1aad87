import { FLOWS } from '../../catalogue/flows';
import type { FlowId } from '../../catalogue/flows';
import { REPORT_FORMATS } from '../../catalogue/words';
import type { FlowState, ReportFormat } from '../../catalogue/words';
import { toFile } from '../../report/formats';
import type { AppSettings } from '../../settings/read-app-settings';
import { insteadOfFile } from '../../views/export';
import { explainMessages, flowsMessages } from '../../views/flows';
import { legalMessages } from '../../views/legal';
import { helpMessage, statusMessage, unknownFlowMessage, unknownFormatMessage, unknownStateMessage, unknownWordMessage } from '../../views/messages';
import { statusPanel } from '../../views/panel';
import { rejectionLine } from '../../views/summary';
import { answering, askersLanguage, openPanel, tell, tellAll } from '../answer';
import { handOver } from '../hand-over';
import { look } from '../look';
import type { Request } from '../request';
import { summarise } from '../settings/summary';
import { answerTokenRequest } from '../tokens';
import { Command } from './command';
import { parseStatusRequest } from './words';

/** `/privacy-status`: what this deployment exposes, for admins. */
export class PrivacyStatusCommand extends Command {
	public override readonly command = 'privacy-status';

	public override readonly i18nDescription = 'ps_command_status_description';

	public override readonly i18nParamsExample = 'ps_command_status_params';

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		await answering(request, this.app, (own) => this.answer(request, own, words));
	}

	private async answer(request: Request, own: AppSettings, words: readonly string[]): Promise<void> {
		const wanted = parseStatusRequest(words);
		switch (wanted.kind) {
			case 'status':
				await this.showStatus(request, own);
				break;
			case 'export':
				await this.exportReport(request, own, wanted.format);
				break;
			case 'flows':
				await this.listFlows(request, own, wanted.state);
				break;
			case 'explain':
				await this.explainFlow(request, own, wanted.flow);
				break;
			case 'legal':
				await this.showLegal(request, own);
				break;
			case 'token':
				await answerTokenRequest(request, this.app, wanted.wanted);
				break;
			case 'help':
				await tell(request, helpMessage(await askersLanguage(request)));
				break;
			case 'flows-unknown':
				await tell(request, unknownStateMessage(wanted.typed, await askersLanguage(request)));
				break;
			case 'explain-unknown':
				await tell(request, unknownFlowMessage(wanted.typed, wanted.suggestion, FLOWS[0]?.id ?? '', await askersLanguage(request)));
				break;
			case 'export-unknown':
				await tell(request, unknownFormatMessage(wanted.typed, REPORT_FORMATS, await askersLanguage(request)));
				break;
			case 'unknown':
				await tell(request, unknownWordMessage(wanted.typed, wanted.suggestion, await askersLanguage(request)));
				break;
		}
	}

	private async showStatus(request: Request, own: AppSettings): Promise<void> {
		const sight = await look(request, this.app, own);
		const { posture, translate, appUser } = sight;
		const rejections = this.app.ownSettings.untold(own.rejections).map(rejectionLine);
		await Promise.all([
			openPanel(request, this.app, statusPanel(posture, translate, this.app.id)),
			tell(request, [...rejections.map(translate), statusMessage(posture, translate)].join('\n\n'), appUser),
		]);
		await summarise(request.read, this.app, sight, own);
	}

	private async listFlows(request: Request, own: AppSettings, state: FlowState | null): Promise<void> {
		const { posture, translate } = await look(request, this.app, own);
		await tellAll(request, flowsMessages(posture, state, translate));
	}

	private async explainFlow(request: Request, own: AppSettings, id: FlowId): Promise<void> {
		const { posture, translate } = await look(request, this.app, own);
		await tellAll(request, posture.flows.filter((flow) => flow.id === id).flatMap((flow) => explainMessages(flow, translate)));
	}

	private async showLegal(request: Request, own: AppSettings): Promise<void> {
		const { posture, translate } = await look(request, this.app, own);
		await tellAll(request, legalMessages(posture, own, translate));
	}

	private async exportReport(request: Request, own: AppSettings, format: ReportFormat): Promise<void> {
		const sight = await look(request, this.app, own);
		const { posture, translate } = sight;
		const file = toFile(format, posture, own, translate);
		const { isDone, outcome } = await handOver(request, this.app, file, sight);
		await tellAll(request, [translate(outcome), ...(isDone ? [] : insteadOfFile(file.content, posture, translate))]);
	}
}
