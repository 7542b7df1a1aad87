import type { ReactElement } from 'react';
import type { PageAppSetting } from '../../contract';

interface Props {
	id: string;
	describedBy: string | undefined;
	setting: PageAppSetting;
	draft: unknown;
	onDraft: (draft: unknown) => void;
}

const fewestLines = 4;
const mostLines = 24;

/** The control for one of the app's settings, by its type; what is entered is only a draft. */
export function DraftField({ id, describedBy, setting, draft, onDraft }: Props): ReactElement {
	const { type, options, multiline } = setting;
	const common = { id, 'aria-describedby': describedBy };
	const onText = (event: { target: { value: string } }) => onDraft(event.target.value);
	const text = asText(draft);

	switch (type) {
		case 'boolean':
			return (
				<span className="check">
					<input type="checkbox" role="switch" {...common} checked={draft === true} onChange={(event) => onDraft(event.target.checked)} />
					<span aria-hidden="true">{draft === true ? 'on' : 'off'}</span>
				</span>
			);
		case 'select':
			return (
				<select {...common} value={text} onChange={onText}>
					{options.every(({ key }) => key !== text) && <option value={text}>{text}</option>}
					{options.map(({ key, label }) => (
						<option key={key} value={key}>
							{label}
						</option>
					))}
				</select>
			);
		case 'int':
			return (
				<input
					type="number"
					{...common}
					value={text}
					onChange={({ target }) => onDraft(Number.isFinite(target.valueAsNumber) ? target.valueAsNumber : target.value)}
				/>
			);
		case 'password':
			return <input type="password" autoComplete="off" {...common} value={text} onChange={onText} />;
		default:
			return multiline || type === 'code' ? (
				<textarea className={type === 'code' ? 'code' : ''} rows={linesOf(text)} {...common} value={text} onChange={onText} />
			) : (
				<input type="text" {...common} value={text} onChange={onText} />
			);
	}
}

/** A guess for browsers that cannot fit a field to its content by style. */
function linesOf(text: string): number {
	const lines = text.split('\n').reduce((count, line) => count + Math.max(1, Math.ceil(line.length / 80)), 0);
	return Math.min(mostLines, Math.max(fewestLines, lines));
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
