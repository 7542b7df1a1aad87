import { say } from '../../language/statement';
import type { AppSettings } from '../../settings/stated';
import { lines } from '../../show/tell/passage';
import { alertReaders, forgetAlertReader, keepAlertReader } from '../../store/alerts';
import { answer } from '../asking/answer';
import { unlessLost } from '../asking/failure';
import type { Parsed } from '../asking/parsed';
import type { AppFacts, Request } from '../asking/request';

export function parseMonitor([typed]: readonly string[]): Parsed<boolean> {
	const word = typed?.toLowerCase();
	return word === 'on' || word === 'off' ? { wanted: word === 'on' } : { answer: [lines(say('monitor_which'))] };
}

/** Whoever asks for messages gets them; the daily look itself is switched on in the settings, which no command changes. */
export async function monitor(request: Request, app: AppFacts, { values }: AppSettings, isOn: boolean): Promise<void> {
	const { user, read, persistence } = request;
	const isKept = async (): Promise<boolean | undefined> => (await alertReaders(read.getPersistenceReader()))?.includes(user.id);
	// What is answered to a change does not say whether it was done.
	const change = async (): Promise<boolean> => {
		await (isOn ? keepAlertReader(persistence, user.id) : forgetAlertReader(persistence, user.id));
		return (await isKept()) === isOn;
	};
	if ((await isKept()) !== isOn && (await unlessLost('remembering who gets messages', change(), app)) !== true) {
		await answer(request, lines(say('monitor_lost')));
		return;
	}
	if (!isOn) {
		await answer(request, lines(say('monitor_off')));
		return;
	}
	const idle = values.monitoring === 'off' ? [say('monitor_idle', { label: say('ps_monitoring') })] : [];
	await answer(request, lines(say('monitor_on'), ...idle, ...(values.alert_room === null ? [] : [say('monitor_room')])));
}
