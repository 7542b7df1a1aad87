import type { Signals } from '../workspace/signals';
import type { HostKind } from './host';
import type { readLicence } from './licence';
import type { FlowAnswer } from './flows';
import type { judgeRegistration } from './registration';
import type { judgeReporting } from './reporting';

/** What `Site_Url` says: the host's kind, or that it proves nothing. */
export type SiteHost = HostKind | 'not-an-address' | 'empty' | 'unread';

/** The judged signals from which the model, its conflicts and its confidence follow. */
export interface JudgedSignals {
	readonly settings: Signals['settings'];
	readonly site: SiteHost;
	readonly registration: ReturnType<typeof judgeRegistration>;
	readonly licence: ReturnType<typeof readLicence>;
	readonly reporting: ReturnType<typeof judgeReporting>;
	/** Whether pushes go through Rocket.Chat. */
	readonly pushGateway: FlowAnswer;
	/** Flows to public third parties that somebody switched on, or that could not be read. */
	readonly publicFlows: readonly FlowAnswer[];
}
