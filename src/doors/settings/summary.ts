import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';

import type { Rejection } from '../../catalogue/rejections';
import { translator } from '../../language/translate';
import { judge } from '../../posture/judge';
import type { Posture } from '../../posture/posture';
import { readAppSettings } from '../../settings/read-app-settings';
import type { AppSettings } from '../../settings/read-app-settings';
import { storedRejections } from '../../settings/rejections';
import { statusSummary } from '../../views/summary';
import { readWorkspace } from '../../workspace/read-workspace';
import type { Signals } from '../../workspace/signals';
import type { Sight } from '../look';
import type { AppFacts } from '../request';

/** The summary of the settings page, in the workspace's language: whoever opens that page is not known. */
export function summaryOf(posture: Posture, { settings }: Signals, rejections: readonly Rejection[]): string {
	const language = settings.Language;
	return statusSummary(posture, rejections, translator(language.readable ? String(language.value) : undefined));
}

/** Reads the workspace and tells what is true now. */
export async function freshSummary(read: IRead, app: AppFacts): Promise<string> {
	const environment = read.getEnvironmentReader();
	const own = await readAppSettings(environment.getSettings());
	const signals = await readWorkspace(environment, own);
	return summaryOf(judge(signals, app.now(), app.version), signals, own.rejections);
}

/** Puts the truth into "Current status". A failure costs only the summary: nothing else depends on it. */
export async function refreshSummary(app: AppFacts, summary: () => Promise<string> | string): Promise<void> {
	try {
		await app.ownSettings.store('status_summary', await summary());
	} catch (reason) {
		app.logger.error(`summary failed: ${reason instanceof Error ? reason.name : typeof reason}`);
	}
}

/**
 * Engines before 1.57 store, with every setting of an app, the status that the app had when the server started, and so forget
 * that it was enabled since (AppSettingsManager.updateAppSetting, 1.53.1). There the app writes none of its own accord after it
 * was enabled; what an admin saves, they store in any case. Those engines lack an accessor that came with 1.57.
 */
function keepsStatus(read: IRead): boolean {
	return 'getExperimentalReader' in read;
}

/**
 * After an answer that an admin read: what they were told of rejected values is told, and the summary is as new as the answer.
 * One that says the same at the same minute is left as it is: storing it costs as much as a third of the answer.
 */
export async function summarise(read: IRead, app: AppFacts, { posture, signals }: Pick<Sight, 'posture' | 'signals'>, { rejections, statusSummary }: Pick<AppSettings, 'rejections' | 'statusSummary'>): Promise<void> {
	app.ownSettings.wereTold(rejections);
	if (!keepsStatus(read)) {
		return;
	}
	const summary = summaryOf(posture, signals, []);
	if (summary !== statusSummary) {
		await refreshSummary(app, () => summary);
	}
	if (rejections.length > 0) {
		await app.ownSettings.store('rejected_values', storedRejections([]));
	}
}
