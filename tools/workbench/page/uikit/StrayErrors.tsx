import type { ReactElement } from 'react';

/** Errors of a view that belong to no input of it. */
export function StrayErrors({ errors }: { errors: [string, string][] }): ReactElement | null {
	return errors.length === 0 ? null : (
		<ul className="problems" role="alert">
			{errors.map(([actionId, text]) => (
				<li key={actionId}>{text}</li>
			))}
		</ul>
	);
}
