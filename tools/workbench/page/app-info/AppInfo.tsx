import { Box, Button, ButtonGroup, IconButton, Tabs, Tag } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PageApp, PageAppSetting } from '../../contract';
import { english } from '../english';
import { ask, read } from '../server';
import { isSame, valueOf, type Drafts } from './drafts';
import { Sections } from './Sections';

interface Props {
	app: PageApp;
	language: string | null;
	onBack: () => void;
}

/**
 * The page of the app in Rocket.Chat's marketplace, at its tab Settings: `views/marketplace/AppDetailsPage`. There is one form over
 * all sections, and *Cancel* and *Save changes* stand below it as soon as something is changed. A save posts every setting, so that a
 * page that was left open posts what it once read; and what was posted stays on the page until it is opened anew, whatever the app made of it.
 */
export function AppInfo({ app, language, onBack }: Props): ReactElement {
	const [settings, setSettings] = useState<PageAppSetting[] | null>(null);
	const [drafts, setDrafts] = useState<Drafts>({});
	const [isSaving, setSaving] = useState(false);
	const [said, setSaid] = useState('');
	const [problem, setProblem] = useState('');
	const content = useRef<HTMLDivElement>(null);

	const load = useCallback(
		async () => read<PageAppSetting[]>(`/api/app-settings${language === null ? '' : `?language=${encodeURIComponent(language)}`}`),
		[language],
	);
	useEffect(() => {
		load().then(setSettings, (error: unknown) => setProblem(messageOf(error)));
	}, [load]);

	const isChanged = (settings ?? []).some((setting) => !isSame(valueOf(setting, drafts), setting.value));
	const change = useCallback((id: string, draft: unknown) => {
		setDrafts((before) => ({ ...before, [id]: draft }));
		setSaid('');
	}, []);
	const cancel = () => {
		setDrafts({});
		setProblem('');
		// What was pressed goes away with what it took back.
		content.current?.focus({ preventScroll: true });
	};
	const save = async () => {
		if (isSaving || !isChanged || settings === null) {
			return;
		}
		setSaving(true);
		setProblem('');
		const posted = settings.map((setting) => ({ ...setting, value: valueOf(setting, drafts) }));
		const refused = await ask('app', { values: Object.fromEntries(posted.map(({ id, value }) => [id, value])) });
		setSaving(false);
		if (refused === null) {
			setSettings(posted);
			setDrafts({});
			setSaid(`${app.name} settings saved`);
			content.current?.focus({ preventScroll: true });
		} else {
			setProblem(refused);
		}
	};

	return (
		<div
			className="app-info"
			onKeyDown={(event) => {
				if (event.key === 'Escape' && !event.defaultPrevented) {
					onBack();
				}
			}}
		>
			<header className="room-head">
				<IconButton small icon="arrow-back" type="button" aria-label="Back" title="Back" onClick={onBack} />
				<h2 {...english}>App Info</h2>
			</header>
			<div className="app-info-content" ref={content} tabIndex={-1} role="group" aria-label="App Info: content">
				<AppHead app={app} />
				<Tabs>
					<Tabs.Item selected type="button">
						<span {...english}>Settings</span>
					</Tabs.Item>
				</Tabs>
				<div className="app-settings">
					{settings === null ? (
						<p {...english}>Reading …</p>
					) : (
						<Sections settings={settings} drafts={drafts} onDraft={change} />
					)}
				</div>
			</div>
			<p role="status" className="app-info-said" {...english}>
				{said}
			</p>
			<p role="alert" className="app-info-said wrong" {...english}>
				{problem}
			</p>
			{isChanged && (
				<footer className="app-info-foot">
					<ButtonGroup>
						<Button type="button" onClick={cancel}>
							Cancel
						</Button>
						<Button type="button" primary disabled={isSaving} onClick={() => void save()}>
							Save changes
						</Button>
					</ButtonGroup>
				</footer>
			)}
		</div>
	);
}

/** What stands above the tabs, as large as Rocket.Chat draws it: the settings begin that much lower. */
function AppHead({ app: { name, version, author } }: { app: PageApp }): ReactElement {
	return (
		<div className="app-head">
			<img src="/icon.png" width={124} height={124} alt="" />
			<div>
				<Box fontScale="h1" color="default">
					{name}
				</Box>
				<Tag>Enabled</Tag>
				<p className="hint" {...english}>
					{author} | Version {version}
				</p>
			</div>
		</div>
	);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
