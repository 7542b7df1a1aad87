import type { SharedPlaceName, PlaceOf } from '../places';
import type { SharedSentWord } from '../sent';
import type { SharedSettingId } from '../shared-settings';
import { ALL } from './all';
import type { Flow } from './flow';

type Declared = (typeof ALL)[number];
type KeysOf<Each> = Each extends undefined ? never : Extract<keyof Each, string>;

export type FlowId = Declared['id'];

/** A setting of the server that one flow alone reads. */
export type OwnSettingId = KeysOf<Declared['settings']>;

/** What is sent: each word has its text under `sent_<word>`. */
export type SentWord = SharedSentWord | KeysOf<Declared['words']['sends']>;

/** A page of the administration: each has its name under `place-name_<name>`. */
export type PlaceName = SharedPlaceName | KeysOf<Declared['words']['pages']>;
export type Place = PlaceOf<PlaceName>;

export type KnownFlow = Flow<FlowId, SharedSettingId | OwnSettingId, SentWord, PlaceName>;

/** Every flow: what leaves, what is open and what comes in, in the order in which they are told. */
export const FLOWS: readonly KnownFlow[] = ALL;
