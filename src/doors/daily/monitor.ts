import { say } from '../../language/statement';
import type { AppSettings } from '../../settings/stated';
import { lines } from '../../show/tell/passage';
import { forgetAlertReader, keepAlertReader } from '../../store/alerts';
import { answer } from '../asking/answer';
import type { Parsed } from '../asking/parsed';
import type { Request } from '../asking/request';

export function parseMonitor([typed]: readonly string[]): Parsed<boolean> {
	const word = typed?.toLowerCase();
	return word === 'on' || word === 'off' ? { wanted: word === 'on' } : { answer: [lines(say('monitor_which'))] };
}

/** Whoever asks for messages gets them; the daily look itself is switched on in the settings, which no command changes. */
export async function monitor(request: Request, { values }: AppSettings, isOn: boolean): Promise<void> {
	const { user, persistence } = request;
	if (!isOn) {
		await forgetAlertReader(persistence, user.id);
		await answer(request, lines(say('monitor_off')));
		return;
	}
	const isKept = await keepAlertReader(persistence, user.id);
	const idle = values.monitoring === 'off' ? [say('monitor_idle', { label: say('ps_monitoring') })] : [];
	await answer(request, isKept ? lines(say('monitor_on'), ...idle, ...(values.alert_room === null ? [] : [say('monitor_room')])) : lines(say('monitor_failed')));
}
