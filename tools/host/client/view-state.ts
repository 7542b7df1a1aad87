type ViewState = Record<string, Record<string, unknown>>;

interface Element {
	actionId: string;
	blockId: string;
	/** What a button sends when it is pressed. */
	value?: string;
	initial?: unknown;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

function initialOf(element: Record<string, unknown>): unknown {
	const { initialValue, initialOption, initialOptions, initialDate } = element;
	if (Array.isArray(initialOptions)) {
		return initialOptions.map((option: unknown) => (isRecord(option) ? option.value : option));
	}
	return initialValue ?? (isRecord(initialOption) ? initialOption.value : undefined) ?? initialDate;
}

/** Every element of a view or message that somebody can act on, with the block that it is in. */
export function elementsOf(blocks: readonly unknown[]): Element[] {
	return blocks.filter(isRecord).flatMap((block) => {
		const inside: unknown[] = [block.element, block.accessory, ...(Array.isArray(block.elements) ? (block.elements as unknown[]) : [])];
		return inside.filter(isRecord).flatMap((element): Element[] => {
			if (typeof element.actionId !== 'string') {
				return [];
			}
			const initial = initialOf(element);
			return [
				{
					actionId: element.actionId,
					blockId: typeof block.blockId === 'string' ? block.blockId : 'default',
					...(typeof element.value === 'string' && { value: element.value }),
					...(initial !== undefined && { initial }),
				},
			];
		});
	});
}

/** What the client submits: the values that the view was opened with, and over them what the person entered. */
export function stateOf(blocks: readonly unknown[], entered: ViewState = {}): ViewState {
	const state: ViewState = {};
	for (const { blockId, actionId, initial } of elementsOf(blocks)) {
		if (initial !== undefined) {
			state[blockId] = { ...state[blockId], [actionId]: initial };
		}
	}
	for (const [blockId, values] of Object.entries(entered)) {
		state[blockId] = { ...state[blockId], ...values };
	}
	return state;
}
