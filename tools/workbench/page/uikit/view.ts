import { useCallback, useState } from 'react';
import type { PageSurface, ViewState } from '../../contract';
import type { Action } from './Blocks';
import { initialValues } from './forms';

export interface SurfaceProps {
	surface: PageSurface;
	onAction: (action: Action, viewId: string) => Promise<void>;
	onSubmit: (viewId: string, state: ViewState) => Promise<void>;
	onClose: (viewId: string, state: ViewState) => Promise<void>;
}

/** What is typed and chosen in a view, as its client keeps it: initial values first, then what was changed. */
export function useView({ surface, onSubmit, onClose }: SurfaceProps) {
	const { viewId } = surface;
	const [changed, setChanged] = useState({ viewId, values: new Map<string, { blockId: string; value: unknown }>() });
	// Another view may take the same place.
	const values = new Map([...initialValues(surface.blocks), ...(changed.viewId === viewId ? changed.values : [])]);

	const setValue = useCallback(
		(actionId: string, blockId: string, value: unknown) => {
			setChanged((before) => ({ viewId, values: new Map(before.viewId === viewId ? before.values : []).set(actionId, { blockId, value }) }));
		},
		[viewId],
	);

	const state: ViewState = {};
	for (const [actionId, { blockId, value }] of values) {
		state[blockId] = { ...state[blockId], [actionId]: value };
	}
	return {
		values,
		setValue,
		submit: () => void onSubmit(viewId, state),
		close: () => void onClose(viewId, state),
		/** Errors that name no input of this view: the kit would show them nowhere. */
		strayErrors: Object.entries(surface.errors).filter(([actionId]) => !JSON.stringify(surface.blocks).includes(JSON.stringify(actionId))),
	};
}
