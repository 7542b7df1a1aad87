import * as z from 'zod/mini';

import { REJECTABLE_SETTINGS, REJECTION_REASONS } from '../catalogue/rejections';
import type { RejectableSetting, Rejection } from '../catalogue/rejections';

const rejectionsSchema = z.array(z.strictObject({ setting: z.enum(REJECTABLE_SETTINGS), reason: z.enum(REJECTION_REASONS), detail: z.string() }));

/** Reads what `rejected_values` holds; what this app cannot have written counts as nothing. Never throws. */
export function parseRejections(stored: string): readonly Rejection[] {
	try {
		return rejectionsSchema.safeParse(JSON.parse(stored || '[]')).data ?? [];
	} catch {
		return [];
	}
}

/** What `rejected_values` holds after a save: one rejection for each setting, the newest. */
export function withRejection(known: readonly Rejection[], setting: RejectableSetting, rejection: Rejection | null): readonly Rejection[] {
	return [...known.filter((other) => other.setting !== setting), ...(rejection === null ? [] : [rejection])];
}

/** The form in which `rejected_values` is stored; nothing at all while there is nothing to tell. */
export function storedRejections(rejections: readonly Rejection[]): string {
	return rejections.length === 0 ? '' : JSON.stringify(rejections);
}
