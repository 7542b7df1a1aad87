import { pushGatewayInUse } from '../catalogue/conditions';
import type { SettingId } from '../catalogue/settings';
import type { Signals } from '../workspace/signals';
import { evaluate } from './condition';
import type { Verdict } from './condition';
import { hostOf, isUnderRocketChat } from './host';

/**
 * Whether pushes go through a gateway of Rocket.Chat's: the gateway is in use, and one of its addresses
 * (one a line in `Push_gateway`) is under Rocket.Chat's domain.
 */
export function pushesThroughRocketChat(settings: Signals['settings']): Verdict {
	const inUse = evaluate(pushGatewayInUse, settings);
	if (inUse.state !== true) {
		return inUse;
	}
	const gateway = settings.Push_gateway;
	if (!gateway.readable) {
		return { state: 'unknown', decidedBy: inUse.decidedBy, unreadable: ['Push_gateway'] };
	}
	const hosts = String(gateway.value).trim().split(/\s+/).map(hostOf);
	const decidedBy: SettingId[] = [...inUse.decidedBy, 'Push_gateway'];
	if (hosts.some((host) => host !== null && isUnderRocketChat(host))) {
		return { state: true, decidedBy, unreadable: [] };
	}
	// What is no address tells nothing of where the pushes go.
	return hosts.includes(null) ? { state: 'unknown', decidedBy: inUse.decidedBy, unreadable: ['Push_gateway'] } : { state: false, decidedBy, unreadable: [] };
}
