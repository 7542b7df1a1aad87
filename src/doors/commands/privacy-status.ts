import { FLOWS } from '../../catalogue/flows';
import type { FlowId } from '../../catalogue/flows';
import type { FlowState } from '../../catalogue/words';
import { toJsonFile } from '../../report/json';
import type { AppSettings } from '../../settings/read-app-settings';
import { explainMessages, flowsMessages } from '../../views/flows';
import { legalMessages } from '../../views/legal';
import { helpMessage, statusMessage, unknownFlowMessage, unknownFormatMessage, unknownStateMessage, unknownWordMessage } from '../../views/messages';
import { statusPanel } from '../../views/panel';
import { answering, askersLanguage, openPanel, tell, tellAll } from '../answer';
import { handOver } from '../hand-over';
import { look } from '../look';
import type { Request } from '../request';
import { Command } from './command';
import { EXPORT_FORMATS, parseStatusRequest } from './words';

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
				await this.exportReport(request, own);
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
				await tell(request, unknownFormatMessage(wanted.typed, EXPORT_FORMATS, await askersLanguage(request)));
				break;
			case 'unknown':
				await tell(request, unknownWordMessage(wanted.typed, wanted.suggestion, await askersLanguage(request)));
				break;
		}
	}

	private async showStatus(request: Request, own: AppSettings): Promise<void> {
		const { posture, translate, appUser } = await look(request, this.app, own);
		await Promise.all([
			openPanel(request, this.app, statusPanel(posture, translate, this.app.id)),
			tell(request, statusMessage(posture, translate), appUser),
		]);
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

	private async exportReport(request: Request, own: AppSettings): Promise<void> {
		const sight = await look(request, this.app, own);
		const { posture, translate } = sight;
		await tell(request, translate(await handOver(request, this.app, toJsonFile(posture, translate), sight)));
	}
}
