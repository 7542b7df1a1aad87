import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { PageSettings, PageState } from '../../contract';
import { ask, read } from '../server';
import { SettingRow } from './SettingRow';

interface Props {
	phase: PageState['phase'];
	lastCommand: string | null;
	onTell: (problem: string) => void;
	onAskAgain: (command: string) => void;
}

/** More rows than anybody reads: the search is there to narrow them down. */
const mostRows = 60;

/** The server's settings: change one, and ask the app again. */
export function WorkspaceSettings({ phase, lastCommand, onTell, onAskAgain }: Props): ReactElement {
	const [settings, setSettings] = useState<PageSettings | null>(null);
	const [search, setSearch] = useState('');
	const [onlyRead, setOnlyRead] = useState(false);
	const [said, setSaid] = useState('');

	const load = useCallback(async () => setSettings(await read<PageSettings>('/api/settings')), []);

	useEffect(() => {
		if (phase === 'ready') {
			load().catch((error: unknown) => onTell(error instanceof Error ? error.message : String(error)));
		}
	}, [phase, load, onTell]);

	const change = async (id: string, request: Promise<string | null>) => {
		const problem = await request;
		if (problem === null) {
			await load();
			setSaid(`${id} is changed.`);
		} else {
			onTell(problem);
		}
	};

	const words = search.toLowerCase().split(/\s+/).filter(Boolean);
	const found = (settings?.settings ?? []).filter(
		({ id, read: wasRead }) => (!onlyRead || wasRead) && words.every((word) => id.toLowerCase().includes(word)),
	);

	return (
		<>
			<div className="drawer-tools">
				<div className="field">
					<label htmlFor="search">Search by id</label>
					<input id="search" type="search" value={search} placeholder="Push_, Register_Server, Site_Url …" onChange={(event) => setSearch(event.target.value)} />
				</div>
				<label className="check">
					<input type="checkbox" checked={onlyRead} onChange={(event) => setOnlyRead(event.target.checked)} /> only what the app read last time
				</label>
				<div className="check">
					<label htmlFor="uploads">Files can be uploaded:</label>
					<select
						id="uploads"
						value={settings?.uploads ?? 'on'}
						onChange={(event) => {
							const mode = event.target.value;
							if (mode === 'on' || mode === 'off' || mode === 'fails') {
								void change('The upload of files', ask('uploads', { mode }));
							}
						}}
					>
						{settings?.uploads === 'always' && <option value="always">yes, whatever the settings say</option>}
						<option value="on">yes</option>
						<option value="off">no, switched off</option>
						<option value="fails">no, it fails</option>
					</select>
				</div>
				<p role="status" className="said">
					{said}{' '}
					{said !== '' && lastCommand !== null && (
						<button type="button" className="link" onClick={() => onAskAgain(lastCommand)}>
							Ask again: {lastCommand}
						</button>
					)}
				</p>
			</div>
			<p className="hint" role="status">
				{settings === null ? 'Reading …' : `${found.length} of ${settings.settings.length} settings${found.length > mostRows ? `; the first ${mostRows} are shown` : ''}`}
			</p>
			<ul className="settings">
				{found.slice(0, mostRows).map((setting) => (
					<SettingRow
						key={setting.id}
						setting={setting}
						onChange={(value) => change(setting.id, ask('setting', { id: setting.id, value }))}
						onFault={(fault) => change(setting.id, ask('fault', { id: setting.id, fault }))}
					/>
				))}
			</ul>
		</>
	);
}
