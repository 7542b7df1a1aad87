import { Box } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import type { PageAppSetting } from '../../contract';
import { Description } from '../markdown/Description';
import { ask, read } from '../server';
import { DraftField } from './DraftField';
import { isSame, valueOf, type Drafts } from './drafts';

interface Props {
	language: string | null;
	onTell: (problem: string) => void;
}

/**
 * The app's own settings page, as Rocket.Chat draws it: sections in the app's order with the first one open, and one form
 * over all of them. It posts every setting, so that a page that was left open posts what it once read. After that it
 * shows what the server has now, where Rocket.Chat's page shows what was posted until it is loaded anew.
 */
export function AppSettings({ language, onTell }: Props): ReactElement {
	const [settings, setSettings] = useState<PageAppSetting[] | null>(null);
	const [drafts, setDrafts] = useState<Drafts>({});
	const [isSaving, setSaving] = useState(false);
	const [said, setSaid] = useState('');
	const [problem, setProblem] = useState('');

	const load = useCallback(async () => {
		const fresh = await read<PageAppSetting[]>(`/api/app-settings${language === null ? '' : `?language=${encodeURIComponent(language)}`}`);
		setSettings(fresh);
		setDrafts({});
		return fresh;
	}, [language]);
	useEffect(() => {
		load().catch((error: unknown) => onTell(messageOf(error)));
	}, [load, onTell]);

	if (settings === null) {
		return <p role="status">Reading …</p>;
	}
	const changed = settings.filter((setting) => setting.id in drafts && !isSame(drafts[setting.id], setting.value));
	const sections = [...new Set(settings.map(({ section }) => section))];

	const change = (id: string, draft: unknown) => {
		setDrafts((before) => ({ ...before, [id]: draft }));
		setSaid('');
	};
	const save = async () => {
		if (isSaving || changed.length === 0) {
			return;
		}
		setSaving(true);
		setProblem('');
		setSaid('Saving …');
		try {
			const posted = new Map(settings.map((setting) => [setting.id, valueOf(setting, drafts)]));
			const refused = await ask('app', { values: Object.fromEntries(posted) });
			if (refused !== null) {
				throw new Error(refused);
			}
			const fresh = await load();
			const other = changed.filter(({ id }) => !isSame(fresh.find((setting) => setting.id === id)?.value, posted.get(id)));
			setSaid(other.length === 0 ? 'Saved.' : `Saved. The app stored something else than was entered: ${other.map(({ label }) => label).join(', ')}.`);
		} catch (error) {
			setSaid('');
			setProblem(messageOf(error));
		} finally {
			setSaving(false);
		}
	};
	const reset = () => {
		setDrafts({});
		setProblem('');
		setSaid(changed.length === 0 ? '' : 'Nothing is changed any more.');
	};

	return (
		<form
			className="app-settings"
			onSubmit={(event) => {
				event.preventDefault();
				void save();
			}}
		>
			{settings.length === 0 && <p>The app has no settings.</p>}
			{sections.map((section, index) => (
				<details key={section} open={index === 0}>
					<summary>
						<h3>{section === '' ? 'General' : section}</h3>
					</summary>
					{settings
						.filter((setting) => setting.section === section)
						.map((setting) => (
							<Setting key={setting.id} setting={setting} draft={setting.id in drafts ? drafts[setting.id] : setting.value} onDraft={(draft) => change(setting.id, draft)} />
						))}
				</details>
			))}
			<footer className="app-settings-foot">
				{/* The one that was pressed keeps the focus, so it is never switched off wholly. */}
				<button type="button" aria-disabled={changed.length === 0 || isSaving} onClick={reset}>
					Reset
				</button>
				<button type="submit" className="primary" aria-disabled={changed.length === 0 || isSaving}>
					Save changes
				</button>
				<p role="status">{said}</p>
				<p role="alert" className="wrong">
					{problem}
				</p>
			</footer>
		</form>
	);
}

function Setting({ setting, draft, onDraft }: { setting: PageAppSetting; draft: unknown; onDraft: (draft: unknown) => void }): ReactElement {
	const { id, label, description } = setting;
	const field = `app-setting-${id}`;
	// A description that is a whole document is there to be read, not to be read out with each visit of the field.
	const isPhrase = description !== '' && !description.includes('\n');
	return (
		<div className="setting">
			<label htmlFor={field} title={id}>
				{label}
			</label>
			<DraftField id={field} describedBy={isPhrase ? `${field}-description` : undefined} setting={setting} draft={draft} onDraft={onDraft} />
			{description !== '' && (
				<Box id={`${field}-description`} className="setting-description" withRichContent>
					<Description text={description} />
				</Box>
			)}
		</div>
	);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
