import type { ReactElement } from 'react';

/** What Rocket.Chat's validators refuse. */
export function Problems({ what, problems }: { what: string; problems: string[] }): ReactElement {
	return (
		<div className="problems" role="alert">
			<strong>Rocket.Chat would refuse {what}:</strong>
			<ul>
				{problems.map((problem) => (
					<li key={problem}>{problem}</li>
				))}
			</ul>
		</div>
	);
}
