import { FAMILY_MARKERS } from '../catalogue/server-settings';
import type { SettingId } from '../catalogue/server-settings';
import type { ServerFamily } from '../catalogue/vocabulary';
import { say } from '../language/statement';
import type { Signals } from '../workspace/signals';
import type { Evidence, Posture } from './posture';
import { observed } from './observed';

/**
 * Apps get no server version: the family is inferred from settings that came or went with a release and are neither hidden nor secret.
 * An absent id gives the same refusal as a broken read, so markers that do not agree leave the family unknown.
 */
export function inferServerFamily(settings: Signals['settings']): Posture['server'] {
	const { from610, from70, goneIn80 } = FAMILY_MARKERS;
	const has610 = presence(settings, from610);
	const has70 = presence(settings, from70);
	const old = goneIn80.map((id) => presence(settings, id));
	const hasOld = old.includes('present');
	const lacksOld = old.every((state) => state === 'absent');
	// A server of which nothing can be read lacks every marker alike; its address is public everywhere, so this tells the two apart.
	const answers = presence(settings, 'Site_Url') === 'present';

	let family: ServerFamily = 'unknown';
	if (has610 === 'present' && has70 === 'present' && hasOld) {
		family = '7.x';
	} else if (has610 === 'present' && has70 === 'present' && lacksOld) {
		family = '8+';
	} else if (has610 === 'present' && has70 === 'absent' && hasOld) {
		family = '6.10-6.13';
	} else if (has610 === 'absent' && has70 === 'absent' && hasOld && answers) {
		family = '6.0-6.9';
	}
	const markers: SettingId[] = [from610, from70, ...goneIn80];
	return { family, evidence: markers.map((id) => evidenceOf(settings, id)) };
}

type Presence = 'present' | 'absent' | 'unknown';

function presence(settings: Signals['settings'], id: SettingId): Presence {
	const signal = settings[id];
	if (signal.readable || signal.reason === 'wrong-type') {
		return 'present';
	}
	return signal.reason === 'refused' ? 'absent' : 'unknown';
}

function evidenceOf(settings: Signals['settings'], id: SettingId): Evidence {
	const state = presence(settings, id);
	return { source: `setting:${id}`, observed: observed(settings, id), statement: say(`family_marker_${state}`) };
}
