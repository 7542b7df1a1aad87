import type { ReactElement } from 'react';
import { english } from '../english';

/** What Rocket.Chat's validators refuse. */
export function Problems({ what, problems }: { what: string; problems: string[] }): ReactElement {
	return (
		<div className="problems" role="alert" {...english}>
			<strong>Rocket.Chat would refuse {what}:</strong>
			<ul>
				{problems.map((problem) => (
					<li key={problem}>{problem}</li>
				))}
			</ul>
		</div>
	);
}
