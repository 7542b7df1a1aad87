import { Box, Field, NumberInput, PasswordInput, Select, TextAreaInput, TextInput, ToggleSwitch } from '@rocket.chat/fuselage';
import type { FormEvent, ReactElement } from 'react';
import type { PageAppSetting } from '../../contract';
import { Description } from '../markdown/Description';

interface Props {
	setting: PageAppSetting;
	/** What is entered, or else what is stored. */
	draft: unknown;
	onDraft: (draft: unknown) => void;
}

/**
 * One of the app's settings, in the widgets that Rocket.Chat takes for its type (`views/admin/settings/Setting/inputs`). A
 * text of several lines has four rows, however long it is. Unlike the server's own settings, those of apps get no button that resets one.
 */
export function Setting({ setting, draft, onDraft }: Props): ReactElement {
	const { id, type, label, description } = setting;
	const names = { field: `app-setting-${id}`, label: `app-setting-${id}-label` };
	const title = (
		<Field.Label id={names.label} htmlFor={names.field} title={id}>
			{label}
		</Field.Label>
	);
	const hint = description !== '' && (
		<Field.Hint>
			<Box withRichContent>
				<Description text={description} />
			</Box>
		</Field.Hint>
	);
	const input = <Input names={names} setting={setting} draft={draft} onDraft={onDraft} />;
	switch (type) {
		case 'boolean':
			return (
				<Field className="app-setting">
					<Field.Row>
						{title}
						{input}
					</Field.Row>
					{hint}
				</Field>
			);
		case 'code':
			return (
				<Field className="app-setting">
					<Field.Row>{title}</Field.Row>
					{hint}
					<Field.Row>{input}</Field.Row>
				</Field>
			);
		default:
			return (
				<Field className="app-setting">
					<Field.Row>{title}</Field.Row>
					<Field.Row>{input}</Field.Row>
					{hint}
				</Field>
			);
	}
}

function Input({ names, setting: { type, options, multiline }, draft, onDraft }: Props & { names: { field: string; label: string } }): ReactElement {
	const text = asText(draft);
	const common = { id: names.field, value: text, onChange: (event: FormEvent<HTMLElement>) => onDraft(entered(event)) };
	switch (type) {
		case 'boolean':
			return <ToggleSwitch id={names.field} checked={draft === true} onChange={() => onDraft(draft !== true)} />;
		case 'select':
			return (
				<Select
					id={names.field}
					// The kit’s button takes no label of a `label` element.
					aria-labelledby={names.label}
					value={text}
					options={options.map((option) => [option.key, option.label] as const)}
					onChange={(key) => onDraft(key)}
				/>
			);
		case 'int':
			return (
				<NumberInput
					id={names.field}
					value={text}
					onChange={(event: FormEvent<HTMLElement>) => onDraft(entered(event) === '' ? '' : Number(entered(event)))}
				/>
			);
		case 'password':
			return <PasswordInput {...common} autoComplete="off" />;
		case 'code':
			// Rocket.Chat has an editor here; its numbers of lines and colours are missing.
			return <TextAreaInput {...common} rows={10} fontFamily="mono" />;
		default:
			return multiline ? <TextAreaInput {...common} rows={4} /> : <TextInput {...common} />;
	}
}

/** The kit takes the target of an event for any element; it is the field. */
function entered({ currentTarget }: FormEvent<HTMLElement>): string {
	return currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement ? currentTarget.value : '';
}

function asText(value: unknown): string {
	return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
