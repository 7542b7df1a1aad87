import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { english } from './english';

interface Item {
	id: string;
	label: string;
}

interface Props {
	label: string;
	children: ReactNode;
	className?: string;
	items: Item[];
	/** What stands there instead of an empty menu. */
	empty: string;
	/** The language of the items, where it is not that of what is around the button. */
	speaks?: { language: string; direction: 'ltr' | 'rtl' };
	onPick: (id: string) => void;
}

/** A button that opens a menu; arrows, Home, End and Escape work as anywhere. */
export function MenuButton({ label, children, className = '', items, empty, speaks, onPick }: Props): ReactElement {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const menu = useRef<HTMLDivElement>(null);

	const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
	const close = () => {
		setOpen(false);
		button.current?.focus();
	};

	useEffect(() => {
		if (open) {
			menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
		}
	}, [open]);

	const onKeyDown = (event: KeyboardEvent) => {
		const all = entries();
		const at = all.findIndex((entry) => entry === document.activeElement);
		const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
		if (event.key === 'Escape') {
			event.preventDefault();
			close();
		} else if (target !== undefined) {
			event.preventDefault();
			all.at(target % all.length)?.focus();
		}
	};

	return (
		<div
			className={`menu-button ${className}`}
			onBlur={(event) => {
				if (!event.currentTarget.contains(event.relatedTarget)) {
					setOpen(false);
				}
			}}
		>
			<button ref={button} type="button" className="plain" aria-haspopup="menu" aria-expanded={open} aria-label={label} onClick={() => setOpen(!open)}>
				{children}
			</button>
			{open && (
				<div ref={menu} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
					{items.length === 0 && (
						<button type="button" role="menuitem" aria-disabled="true" onClick={close} {...english}>
							{empty}
						</button>
					)}
					{items.map((item) => (
						<button
							key={item.id}
							type="button"
							role="menuitem"
							tabIndex={-1}
							lang={speaks?.language}
							dir={speaks?.direction}
							onClick={() => {
								close();
								onPick(item.id);
							}}
						>
							{item.label}
						</button>
					))}
				</div>
			)}
		</div>
	);
}
