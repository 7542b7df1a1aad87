import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { PageAppSetting } from '../../contract';
import { Markdown } from '../markdown/Markdown';
import { ask, read } from '../server';
import { ValueField } from './ValueField';

/** The app's own settings page, in the order and the sections that it gives. */
export function AppSettings({ language, onTell }: { language: string | null; onTell: (problem: string) => void }): ReactElement {
	const [settings, setSettings] = useState<PageAppSetting[] | null>(null);

	const load = useCallback(
		async () => setSettings(await read<PageAppSetting[]>(`/api/app-settings${language === null ? '' : `?language=${language}`}`)),
		[language],
	);
	useEffect(() => {
		load().catch((error: unknown) => onTell(error instanceof Error ? error.message : String(error)));
	}, [load, onTell]);

	if (settings === null) {
		return <p role="status">Reading …</p>;
	}
	const sections = [...new Set(settings.map(({ section }) => section))];
	return (
		<div className="app-settings">
			{settings.length === 0 && <p>The app has no settings.</p>}
			{sections.map((section) => (
				<details key={section} open={section === sections[0]}>
					<summary>{section === '' ? 'General' : section}</summary>
					{settings
						.filter((setting) => setting.section === section)
						.map(({ id, type, value, label, description, multiline, options }) => (
							<div key={id} className="setting">
								<p className="setting-head">
									<strong>{label}</strong> <code>{id}</code>
								</p>
								<ValueField
									key={JSON.stringify(value)}
									label={label}
									type={type}
									value={value}
									options={options}
									multiline={multiline}
									onChange={async (changed) => {
										// The real form posts every setting, not only the changed one.
										const all = Object.fromEntries(settings.map((setting) => [setting.id, setting.id === id ? changed : setting.value]));
										const problem = await ask('app', { values: all });
										if (problem !== null) {
											onTell(problem);
										}
										await load();
									}}
								/>
								{description !== '' && <Markdown text={description} dialect="gfm" />}
							</div>
						))}
				</details>
			))}
		</div>
	);
}
