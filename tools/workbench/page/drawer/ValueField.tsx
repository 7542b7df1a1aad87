import type { ReactElement } from 'react';
import { useState } from 'react';

interface Props {
	label: string;
	type: string;
	value: unknown;
	onChange: (value: unknown) => Promise<void>;
}

/** The control for one of the server's values: what the type asks for, and JSON for what has no control of its own. */
export function ValueField({ label, type, value, onChange }: Props): ReactElement {
	const structured = typeof value === 'object' && value !== null;
	const [draft, setDraft] = useState(asText(value));
	const [wrong, setWrong] = useState(false);

	if (typeof value === 'boolean' || type === 'boolean') {
		return (
			<label className="check">
				<input type="checkbox" role="switch" aria-label={label} checked={value === true} onChange={(event) => void onChange(event.target.checked)} />
				<span aria-hidden="true">{value === true ? 'on' : 'off'}</span>
			</label>
		);
	}

	const numeric = typeof value === 'number' || type === 'int' || type === 'number';
	const save = () => {
		const parsed = parse(draft, numeric, structured);
		setWrong(parsed === null);
		if (parsed !== null) {
			void onChange(parsed.value);
		}
	};
	const common = {
		'aria-label': label,
		'aria-invalid': wrong,
		value: draft,
		onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
	};
	return (
		<form
			className="value"
			onSubmit={(event) => {
				event.preventDefault();
				save();
			}}
		>
			{type === 'code' ? <textarea rows={4} {...common} /> : <input type={numeric ? 'number' : 'text'} {...common} />}
			<button type="submit">Save</button>
			{wrong && <span role="alert">That is no {numeric ? 'number' : 'JSON'}.</span>}
		</form>
	);
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}

function parse(draft: string, numeric: boolean, structured: boolean): { value: unknown } | null {
	if (numeric) {
		const value = Number(draft);
		return draft.trim() === '' || !Number.isFinite(value) ? null : { value };
	}
	if (!structured) {
		return { value: draft };
	}
	try {
		return { value: JSON.parse(draft) as unknown };
	} catch {
		return null;
	}
}
