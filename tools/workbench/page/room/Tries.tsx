import type { ReactElement } from 'react';
import { english } from '../english';

/** What one can try first: its name, and what one then sees. */
const tries = {
	ask: ['Ask as admin', '/privacy-status: what leaves this workspace, to whom, and what to do first'],
	notice: ['Read the notice as a member', '/privacy-notice: what everybody here may know'],
	settings: ['Settings page', 'what an admin sees of the app, and states, in Rocket.Chat’s administration'],
	export: ['Export', '/privacy-status export html: a report to print and to keep'],
} as const;

export type Try = keyof typeof tries;

interface Props {
	/** One line of buttons, once something was tried. */
	compact: boolean;
	onTry: (picked: Try) => void;
}

/** The first screen's way in: nothing needs to be known to press one of these. */
export function Tries({ compact, onTry }: Props): ReactElement {
	return (
		<section className={`tries${compact ? ' compact' : ''}`} aria-label="Four things to try" {...english}>
			<h3>{compact ? 'Try' : 'Four things to try'}</h3>
			<div>
				{Object.entries(tries).map(([id, [name, about]]) => (
					<button key={id} type="button" onClick={() => onTry(id as Try)}>
						<strong>{name}</strong> {!compact && <span className="hint">{about}</span>}
					</button>
				))}
			</div>
		</section>
	);
}
