import type { ReactElement, ReactNode } from 'react';
import { FocusScope } from 'react-aria';
import { english } from '../english';

/** A panel of the workbench's own, over the page. */
export function Drawer({ title, children, onClose }: { title: string; children: ReactNode; onClose: () => void }): ReactElement {
	return (
		<div
			className="drawer-ground"
			onMouseDown={(event) => {
				if (event.target === event.currentTarget) {
					onClose();
				}
			}}
		>
			<FocusScope contain restoreFocus autoFocus>
				<section
					{...english}
					className="drawer"
					role="dialog"
					aria-modal="true"
					aria-label={title}
					onKeyDown={(event) => {
						if (event.key === 'Escape') {
							event.preventDefault();
							onClose();
						}
					}}
				>
					<header>
						<h2>{title}</h2>
						<button type="button" className="plain" aria-label="Close" onClick={onClose}>
							✕
						</button>
					</header>
					{children}
				</section>
			</FocusScope>
		</div>
	);
}
