import { Button, ButtonGroup, ContextualbarAction, ContextualbarFooter } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { Blocks } from './Blocks';
import { textOf, viewButton } from './forms';
import { Problems } from './Problems';
import { StrayErrors } from './StrayErrors';
import { useEscape } from './useEscape';
import { useView, type SurfaceProps } from './view';

/** Where the bar covers the room instead of standing beside it; page.css has the same number. */
const covers = '(max-width: 900px)';

/** The contextual bar. */
export function Bar(props: SurfaceProps): ReactElement {
	const { surface, onAction } = props;
	const { values, setValue, submit, close, strayErrors } = useView(props);
	const element = useRef<HTMLElement>(null);
	const title = textOf(surface.title);
	const submitButton = viewButton(surface.submit);
	const closeButton = viewButton(surface.close);

	useEffect(() => {
		if (window.matchMedia(covers).matches) {
			element.current?.focus();
		}
	}, []);

	const leave = () => {
		close();
		document.querySelector<HTMLElement>('.composer input')?.focus();
	};
	useEscape(leave);

	return (
		<aside className="bar rcx-vertical-bar" aria-label={title} ref={element} tabIndex={-1}>
			<header className="bar-head">
				<h2>{title}</h2>
				<ContextualbarAction name="cross" aria-label="Close" onClick={leave} />
			</header>
			{/* Whoever uses the keyboard scrolls this by it. */}
			<div className="bar-content" tabIndex={0} role="group" aria-label={`${title}: content`}>
				{surface.problems.length > 0 && <Problems what="this view" problems={surface.problems} />}
				<StrayErrors errors={strayErrors} />
				<Blocks
					key={surface.viewId}
					surface="contextual_bar"
					blocks={surface.blocks}
					appId={surface.appId}
					viewId={surface.viewId}
					values={values}
					errors={surface.errors}
					onAction={(action) => onAction(action, surface.viewId)}
					onValue={setValue}
				/>
			</div>
			{(submitButton !== null || closeButton !== null) && (
				<ContextualbarFooter>
					<ButtonGroup stretch>
						{closeButton !== null && (
							<Button danger={closeButton.style === 'danger'} onClick={close}>
								{closeButton.text}
							</Button>
						)}
						{submitButton !== null && (
							<Button primary={submitButton.style !== 'danger'} danger={submitButton.style === 'danger'} onClick={submit}>
								{submitButton.text}
							</Button>
						)}
					</ButtonGroup>
				</ContextualbarFooter>
			)}
		</aside>
	);
}
