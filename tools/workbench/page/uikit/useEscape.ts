import { useEffect, useRef } from 'react';

/** Surfaces that Escape can close; the last one opened goes first. */
const stack: object[] = [];

/**
 * Calls back on Escape, wherever the focus is, unless something smaller takes the key: an open menu or list, a drawer,
 * or a surface that lies above.
 */
export function useEscape(onEscape: () => void): void {
	const latest = useRef(onEscape);
	latest.current = onEscape;

	useEffect(() => {
		const self = {};
		let taken = false;
		stack.push(self);

		// While the key goes down the list of a select is still open; when it comes back up, the list has closed itself.
		const look = (event: KeyboardEvent) => {
			taken = document.querySelector('#position-container .rcx-options, [role=menu], .drawer') !== null || stack.at(-1) !== self;
			// The kit's select swallows the key even when its list is closed.
			const inSelect = event.target instanceof Element && event.target.closest('.rcx-select') !== null;
			if (event.key === 'Escape' && inSelect && !taken) {
				taken = true;
				latest.current();
			}
		};
		const act = (event: KeyboardEvent) => {
			if (event.key === 'Escape' && !event.defaultPrevented && !taken) {
				latest.current();
			}
		};
		document.addEventListener('keydown', look, true);
		document.addEventListener('keydown', act);
		return () => {
			stack.splice(stack.indexOf(self), 1);
			document.removeEventListener('keydown', look, true);
			document.removeEventListener('keydown', act);
		};
	}, []);
}
