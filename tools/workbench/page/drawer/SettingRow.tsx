import type { ReactElement } from 'react';
import type { ReadFault } from '../../../host/types';
import type { PageSetting } from '../../contract';
import { ValueField } from './ValueField';

interface Props {
	setting: PageSetting;
	onChange: (value: unknown) => Promise<void>;
	onFault: (fault: ReadFault | null) => Promise<void>;
}

const faults: { fault: ReadFault; label: string }[] = [
	{ fault: 'throws', label: 'throws' },
	{ fault: 'hangs', label: 'never answers' },
	{ fault: 'undefined', label: 'gives undefined' },
	{ fault: 'null-record', label: 'gives an empty record' },
];

/** One setting of the server: its value, and what happens when the app reads it. */
export function SettingRow({ setting, onChange, onFault }: Props): ReactElement {
	const { id, type, value, default: usual, hidden, secret, read, fault } = setting;
	const changed = JSON.stringify(value) !== JSON.stringify(usual);
	return (
		<li className="setting">
			<p className="setting-head">
				<code>{id}</code> <span className="tag">{type}</span>
				{hidden && <span className="tag">hidden</span>}
				{secret && <span className="tag">secret</span>}
				{read && <span className="tag strong">read by the app</span>}
				{changed && <span className="tag strong">changed</span>}
			</p>
			<ValueField key={JSON.stringify(value)} label={`Value of ${id}`} type={type} value={value} onChange={onChange} />
			<div className="setting-foot">
				{changed && (
					<button type="button" className="link" onClick={() => void onChange(usual)}>
						Back to the default
					</button>
				)}
				<div className="check hint">
					<span aria-hidden="true">A read of it</span>
					<select
						aria-label={`A read of ${id}`}
						value={fault ?? ''}
						onChange={(event) => {
							const picked = faults.find((candidate) => candidate.fault === event.target.value)?.fault ?? null;
							void onFault(picked);
						}}
					>
						<option value="">works</option>
						{faults.map(({ fault: name, label }) => (
							<option key={name} value={name}>
								{label}
							</option>
						))}
					</select>
				</div>
			</div>
		</li>
	);
}
