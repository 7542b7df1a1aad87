import type { IConfigurationExtend, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type {
	IUIKitResponse,
	IUIKitSurface,
	UIKitBlockInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';

/** An app that shows every kind of block which the workbench has to draw, and tells what arrives from them. */

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const marked = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (value: string) => ({ value, text: plain(`Option ${value}`) });

const ids = (blockId: string, actionId: string) => ({ appId: '', blockId, actionId });

const common: IUIKitSurface['blocks'] = [
	{
		type: 'section',
		text: marked(
			'*Bold*, _italic_, ~struck~, `code`, [a link](https://rocket.chat)\n- first\n- second\n\n1. one\n2. two\n```\nconst fenced = true;\n```\n> quoted',
		),
	},
	{ type: 'section', text: plain('Plain *with stars*'), fields: [marked('*Field* one'), plain('Field two')] },
	{
		type: 'section',
		blockId: 'with-button',
		text: marked('A section with a button'),
		accessory: { type: 'button', ...ids('with-button', 'accessory'), text: plain('Accessory'), value: 'from-accessory' },
	},
	{ type: 'divider' },
	{
		type: 'actions',
		blockId: 'doing',
		elements: [
			{ type: 'button', ...ids('doing', 'plain'), text: plain('Plain'), value: 'plain-value' },
			{ type: 'button', ...ids('doing', 'primary'), text: plain('Primary'), value: 'primary-value', style: 'primary' },
			{ type: 'button', ...ids('doing', 'danger'), text: plain('Danger'), value: 'danger-value', style: 'danger' },
			{ type: 'static_select', ...ids('doing', 'pick'), placeholder: plain('Pick one'), options: [option('a'), option('b')] },
			{ type: 'overflow', ...ids('doing', 'more'), options: [option('c'), option('d')] },
		],
	},
	{ type: 'context', elements: [marked('Context with *bold*'), plain('and plain')] },
	{
		type: 'image',
		imageUrl: 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=',
		altText: 'A picture',
		title: plain('Picture'),
	},
	{
		type: 'input',
		blockId: 'asking',
		label: plain('Word'),
		hint: plain('Type bad to see an error'),
		element: { type: 'plain_text_input', ...ids('asking', 'word'), initialValue: 'good' },
	},
	{
		type: 'input',
		blockId: 'choosing',
		label: plain('Choice'),
		element: { type: 'static_select', ...ids('choosing', 'choice'), placeholder: plain('Pick'), options: [option('x'), option('y')] },
	},
	{ type: 'section', text: marked(`A long word: ${'Donaudampfschiffahrtsgesellschaft'.repeat(6)}`) },
];

const callout = { type: 'callout', title: plain('Callout'), text: marked('with *bold* text'), variant: 'warning' } as unknown as IUIKitSurface['blocks'][number];

const broken = [
	{ type: 'section', text: plain('Before') },
	{ type: 'no_such_block', text: plain('lost') },
	{ type: 'actions', elements: [{ type: 'no_such_element', actionId: 'x' }] },
	{ type: 'section', text: plain('After') },
] as unknown as IUIKitSurface['blocks'];

function surface(id: string, type: UIKitSurfaceType, title: string, blocks: IUIKitSurface['blocks']): Omit<IUIKitSurface, 'appId'> & { appId: string } {
	return {
		appId: '',
		id,
		type,
		title: plain(title),
		blocks,
		submit: { type: 'button', ...ids('', 'submit'), text: plain('Submit') },
		close: { type: 'button', ...ids('', 'close'), text: plain('Never mind') },
	};
}

const views: Record<string, () => ReturnType<typeof surface>> = {
	modal: () => surface('modal', UIKitSurfaceType.MODAL, 'Gallery', [callout, ...common]),
	bar: () => surface('bar', UIKitSurfaceType.CONTEXTUAL_BAR, 'Gallery', common),
	broken: () => surface('broken', UIKitSurfaceType.CONTEXTUAL_BAR, 'Broken', broken),
};

class Gallery implements ISlashCommand {
	command = 'gallery';

	i18nDescription = 'Shows blocks';

	i18nParamsExample = 'modal | bar | broken | message';

	providesPreview = false;

	async executor(context: SlashCommandContext, _read: IRead, modify: IModify): Promise<void> {
		const [which = ''] = context.getArguments();
		const view = views[which];
		const message = modify.getCreator().startMessage().setRoom(context.getRoom()).setText(`Showing ${which}`);
		if (view === undefined) {
			message.setBlocks(common.filter(({ type }) => type !== 'input'));
		} else {
			await modify.getUiController().openSurfaceView(view(), { triggerId: context.getTriggerId() ?? '' }, context.getSender());
		}
		await modify.getNotifier().notifyUser(context.getSender(), message.getMessage());
	}
}

export class GalleryApp extends App {
	async executeBlockActionHandler(
		context: UIKitBlockInteractionContext,
		_read: IRead,
		_http: IHttp,
		_persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const { actionId, blockId, value, container, triggerId, user } = context.getInteractionData();
		const view = views[container.id]?.();
		if (view !== undefined) {
			const said = { type: 'section', text: plain(`Got ${actionId} of ${blockId}: ${String(value)}`) } as const;
			await modify.getUiController().updateSurfaceView({ ...view, blocks: [said, ...view.blocks] }, { triggerId }, user);
		}
		return context.getInteractionResponder().successResponse();
	}

	async executeViewSubmitHandler(context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
		const { view } = context.getInteractionData();
		const state = JSON.stringify(view.state);
		if (state.includes('"bad"')) {
			return context.getInteractionResponder().viewErrorResponse({ viewId: view.id, errors: { word: 'Not this word.', elsewhere: state } });
		}
		return context.getInteractionResponder().successResponse();
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		await configuration.slashCommands.provideSlashCommand(new Gallery());
	}
}
