import type { ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

import { limited } from '../../workspace/timeout';
import type { Readings } from './readings';

/** Who asks, from where, and what the platform lends for answering. Every door makes one first. */
export interface Request {
	readonly user: IUser;
	/** The room to answer in; a button in a contextual bar came without one until 2026 (Rocket.Chat PR 39858). */
	readonly room: IRoom | undefined;
	readonly threadId: string | undefined;
	/** Lets the app open or replace one surface, once: the client forgets it when used, and after five seconds. */
	readonly triggerId: string | undefined;
	readonly read: IRead;
	readonly modify: IModify;
	readonly persistence: IPersistence;
}

/** What the app itself brings to a request. */
export interface AppFacts {
	readonly id: string;
	readonly version: string;
	readonly logger: ILogger;
	/** What is being read for others who asked just now. */
	readonly readings: Readings;
	/** The clock. */
	now(): Date;
	/** A name that no other surface has. */
	newViewId(): string;
	/** The whole path of one of the app's endpoints on this server; null where the engine has not said it. */
	endpointPath(path: string): string | null;
	/** That many random bytes, in hexadecimal: of the kind that secrets are made from. */
	randomHex(bytes: number): string;
}

/** The app, as a door holds it that outlives a request: each request has a log of its own, so the facts are asked anew. */
export interface FactsOwner {
	facts(): AppFacts;
	/** Whether the app may answer at all. */
	isServing(): Promise<boolean>;
}

/** What the platform knows of the asker; between its two processes, what is missing arrives as null. */
type Arrived = { [Part in 'room' | 'threadId' | 'triggerId']?: Request[Part] | null } & Pick<Request, 'user'>;

/** Makes the request of what an interaction or a command carries; from now on the server has to answer in time. */
export function makeRequest({ user, room, threadId, triggerId }: Arrived, read: IRead, modify: IModify, persistence: IPersistence): Request {
	return { user, room: room ?? undefined, threadId: threadId ?? undefined, triggerId: triggerId ?? undefined, ...limited({ read, modify, persistence }) };
}
