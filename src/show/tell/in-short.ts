import { RUN_BY_ROCKET_CHAT } from '../../catalogue/baseline';
import { say } from '../../language/statement';
import type { Statement } from '../../language/statement';
import type { InShort } from '../../posture/in-short';
import { legalModel } from '../../posture/legal';
import type { Deployment } from '../../posture/posture';
import { SELF_HOSTED } from '../../settings/organisation';
import type { Organisation } from '../../settings/organisation';
import { items, lines } from './passage';
import type { Passage } from './passage';
import { statedLine } from './quoted';
import { confidenceWithBasis } from './verdict';

/** What a member asks first, in at most five sentences. */
export function inShortPassage(facts: InShort | null, deployment: Deployment, organisation: Organisation): Passage {
	return [...lines(say('in-short_heading')), ...items([...(facts === null ? [say('in-short_readers-general')] : factsOf(facts)), ...hostOf(deployment, organisation), ask(organisation)])];
}

/** Ways that are named before the others are only counted. */
const NAMED = 6;

function factsOf({ readers, ways, attempted, unknown, retention }: InShort): Statement[] {
	const told = [
		...ways.slice(0, NAMED),
		...(ways.length > NAMED ? [say('in-short_more', { count: ways.length - NAMED })] : []),
		...(attempted > 0 ? [say('ways_attempted', { count: attempted })] : []),
		...(unknown > 0 ? [say('in-short_unknown', { count: unknown })] : []),
	];
	return [
		say('in-short_readers', { means: readers }),
		say('in-short_out', { ways: told.length === 0 ? say('in-short_nothing') : told }),
		say('in-short_kept', { retention }),
	];
}

/** Who runs the machines: what the admins stated, or else Rocket.Chat where that is what was found. */
function hostOf(deployment: Deployment, { hostingProvider: provider, hostingLocation: place }: Organisation): Statement[] {
	const stated = [...(provider === null ? [] : [provider.toLowerCase() === SELF_HOSTED ? say('notice-own_hosting-self') : statedLine(provider)]), ...(place === null ? [] : [statedLine(place)])];
	if (stated.length > 0) {
		return [say('in-short_host', { stated })];
	}
	return isRunByRocketChat(deployment) ? [say('in-short_host-rocket-chat', { confidence: confidenceWithBasis(deployment) })] : [];
}

/** As far as was found out, and nothing contradicts it. */
export function isRunByRocketChat(deployment: Deployment): boolean {
	return RUN_BY_ROCKET_CHAT.includes(legalModel(deployment));
}

function ask({ contactEmail }: Organisation): Statement {
	return say('in-short_ask', { contact: contactEmail ?? say('in-short_ask-admins') });
}
