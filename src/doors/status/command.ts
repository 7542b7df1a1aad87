import { answering } from '../asking/answer';
import { Command } from '../asking/command';
import type { FactsOwner, Request } from '../asking/request';
import type { StatusPage } from '../settings-page/status-page';
import { again, respond } from './words';

/** `/privacy-status`: what this deployment exposes, for admins. */
export class PrivacyStatusCommand extends Command {
	public override readonly command = 'privacy-status';

	public override readonly i18nDescription = 'ps_command_status_description';

	public override readonly i18nParamsExample = 'ps_command_status_params';

	public constructor(
		owner: FactsOwner,
		private readonly statusPage: StatusPage,
	) {
		super(owner);
	}

	protected override async run(request: Request, words: readonly string[]): Promise<void> {
		const { app, statusPage } = this;
		await answering(request, app, (own) => respond({ request, app, own, statusPage }, words), again(words));
	}
}
