import type { Flow } from './flow';
import { ROCKET_CHAT_SERVICES } from './rocket-chat-services';

const ALL = [...ROCKET_CHAT_SERVICES] as const;

export type FlowId = (typeof ALL)[number]['id'];

/** Every outbound flow, in the order in which they are told. */
export const FLOWS: readonly Flow<FlowId>[] = ALL;
