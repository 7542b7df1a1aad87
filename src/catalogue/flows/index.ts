import { BRIDGES } from './bridges';
import { BROWSERS } from './browsers';
import { FILES } from './files';
import type { Flow } from './flow';
import { IDENTITY } from './identity';
import { MESSAGE_CONTENT } from './message-content';
import { MOBILE_AND_MAIL } from './mobile-and-mail';
import { OMNICHANNEL } from './omnichannel';
import { ROCKET_CHAT_SERVICES } from './rocket-chat-services';
import { SERVER } from './server';

const ALL = [
	...ROCKET_CHAT_SERVICES,
	...MOBILE_AND_MAIL,
	...BROWSERS,
	...SERVER,
	...MESSAGE_CONTENT,
	...IDENTITY,
	...FILES,
	...OMNICHANNEL,
	...BRIDGES,
] as const;

export type FlowId = (typeof ALL)[number]['id'];

/** Every outbound flow, in the order in which they are told. */
export const FLOWS: readonly Flow<FlowId>[] = ALL;
