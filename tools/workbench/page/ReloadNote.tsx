import type { ReactElement } from 'react';
import type { PageReload, Part } from '../contract';
import { english } from './english';

const names: Readonly<Record<Part, string>> = { app: 'the app', page: 'this page' };

/** Says when app or page are being made anew, and what keeps them from it. */
export function ReloadNote({ reload: { making, problems, count } }: { reload: PageReload }): ReactElement {
	return (
		<div className="reload" {...english}>
			<p role="status" className={making.length > 0 ? 'reload-making' : 'unseen'}>
				{making.length > 0 ? `The sources changed: making ${making.map((part) => names[part]).join(' and ')} anew …` : count > 0 && problems.length === 0 ? 'What changed is in place.' : ''}
			</p>
			<div role="alert">
				{problems.map(({ part, text }) => (
					<div key={part} className="problems">
						<strong>The change of {names[part]} cannot be put in place. The former one goes on.</strong>
						<pre>{text}</pre>
					</div>
				))}
			</div>
		</div>
	);
}
