import { Accordion, FieldGroup } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { PageAppSetting } from '../../contract';
import { valueOf, type Drafts } from './drafts';
import { Setting } from './Setting';

interface Props {
	settings: PageAppSetting[];
	drafts: Drafts;
	onDraft: (id: string, draft: unknown) => void;
}

/** The sections in the app's order, each one folded but the first: `tabs/AppSettings/AppSettings.tsx`. */
export function Sections({ settings, drafts, onDraft }: Props): ReactElement {
	const sections = [...new Set(settings.map(({ section }) => section))];
	return (
		<Accordion>
			{sections.map((section, index) => (
				<Accordion.Item key={section} title={section === '' ? 'general' : section} defaultExpanded={index === 0}>
					<FieldGroup>
						{settings
							.filter((setting) => setting.section === section)
							.map((setting) => (
								<Setting key={setting.id} setting={setting} draft={valueOf(setting, drafts)} onDraft={(draft) => onDraft(setting.id, draft)} />
							))}
					</FieldGroup>
				</Accordion.Item>
			))}
		</Accordion>
	);
}
