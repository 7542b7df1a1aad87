import { Margins } from '@rocket.chat/fuselage';
import { kitContext } from '@rocket.chat/fuselage-ui-kit';
import { Surface as SurfaceProvider } from '@rocket.chat/fuselage-ui-kit/dist/esm/surfaces/Surface';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Component, useEffect, useMemo, useRef } from 'react';
import { prepare, type Surface } from './forms';
import { Renderer } from './Renderer';

export interface Action {
	actionId: string;
	blockId: string;
	value?: string;
}

interface Props {
	surface: Surface;
	blocks: unknown[];
	appId: string;
	viewId?: string;
	values?: Map<string, { value: unknown }>;
	errors?: Record<string, string>;
	onAction: (action: Action) => Promise<void>;
	onValue?: (actionId: string, blockId: string, value: unknown) => void;
}

const renderer = new Renderer();

/** Blocks, drawn by the real UI kit. */
export function Blocks({ surface, blocks, appId, viewId, values, errors, onAction, onValue }: Props): ReactElement {
	const drawn = useMemo(() => renderer.render(prepare(blocks, surface), { engine: 'rocket.chat' }), [blocks, surface]);
	const focused = useRef<HTMLElement | null>(null);
	const all = useRef<HTMLDivElement>(null);
	const context: ComponentProps<typeof kitContext.Provider>['value'] = {
		appId,
		...(viewId === undefined ? {} : { viewId }),
		values: textValues(values),
		errors: errors ?? {},
		state: ({ actionId, blockId, value }) => onValue?.(actionId, blockId, value),
		action: async ({ actionId, blockId, value }) => {
			const pressed = focused.current;
			await onAction({ actionId, blockId, ...(value === undefined || value === '' ? {} : { value: typeof value === 'string' ? value : JSON.stringify(value) }) });
			// The kit disables what was pressed until it is answered, and the focus is lost with that.
			setTimeout(() => {
				if (document.activeElement === document.body) {
					(pressed?.isConnected === true ? pressed : all.current)?.focus({ preventScroll: true });
				}
			}, 50);
		},
	};

	// An update may draw the focused element anew: whoever uses the keyboard stays in the view.
	useEffect(() => {
		if (focused.current?.isConnected === false && document.activeElement === document.body) {
			all.current?.focus({ preventScroll: true });
		}
	}, [drawn]);

	return (
		<Fence>
			<kitContext.Provider value={context}>
				<SurfaceProvider type={surface === 'message' ? 'message' : 'modal'}>
					<div
						className={`blocks blocks-${surface}`}
						ref={all}
						tabIndex={-1}
						onFocus={({ target }) => (focused.current = target)}
						onBlur={({ relatedTarget }) => (focused.current = relatedTarget === null ? focused.current : null)}
					>
						<Margins blockEnd="x16">{drawn}</Margins>
					</div>
				</SurfaceProvider>
			</kitContext.Provider>
		</Fence>
	);
}

/** The kit knows values of text fields and selects; other elements keep their own. */
function textValues(values: Map<string, { value: unknown }> | undefined): Record<string, { value: string }> {
	return Object.fromEntries(
		[...(values ?? [])].flatMap(([actionId, { value }]) => (typeof value === 'string' ? [[actionId, { value }]] : [])),
	);
}

/** Blocks on which the kit breaks are an error to be seen, not an empty page. */
class Fence extends Component<{ children: ReactNode }, { failure: string | null }> {
	override state: { failure: string | null } = { failure: null };

	static getDerivedStateFromError(error: unknown): { failure: string } {
		return { failure: error instanceof Error ? error.message : String(error) };
	}

	override render(): ReactNode {
		return this.state.failure === null ? (
			this.props.children
		) : (
			<div className="problems" role="alert">
				<strong>The UI kit could not draw this:</strong> {this.state.failure}
			</div>
		);
	}
}
