import type {
	IConfigurationExtend,
	IEnvironmentRead,
	IHttp,
	IModify,
	IPersistence,
	IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { ApiEndpoint, ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import { StartupType } from '@rocket.chat/apps-engine/definition/scheduler';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { UIActionButtonContext } from '@rocket.chat/apps-engine/definition/ui';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit';
import type {
	IUIKitResponse,
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewCloseInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import type { IUIKitSurfaceViewParam } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';

interface Call {
	context: SlashCommandContext;
	read: IRead;
	modify: IModify;
	persistence: IPersistence;
	args: string[];
}

const marks = (...ids: string[]): RocketChatAssociationRecord[] => ids.map((id) => new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, id));

function outcome(attempt: Promise<unknown>): Promise<unknown> {
	return attempt.then((value) => ({ value: value ?? null })).catch((error: unknown) => ({ error: error instanceof Error ? error.message : JSON.stringify(error) }));
}

/** Patience is counted in later questions that the server has answered, not in time: a busy machine is slow with all of them. */
async function patience(read: IRead): Promise<unknown> {
	for (let answered = 0; answered < 10; answered++) {
		await read.getUserReader().getAppUser();
	}
	return { waited: true };
}

function view(id: string, title: string, type = UIKitSurfaceType.MODAL): IUIKitSurfaceViewParam {
	return {
		id,
		type,
		title: { type: 'plain_text', text: title },
		blocks: [
			{ type: 'actions', blockId: 'doing', elements: [{ type: 'button', appId: '', blockId: 'doing', actionId: 'press', value: 'pressed', text: { type: 'plain_text', text: 'Press' } }] },
			{
				type: 'input',
				blockId: 'asking',
				label: { type: 'plain_text', text: 'Word' },
				element: { type: 'plain_text_input', appId: '', blockId: 'asking', actionId: 'word', initialValue: 'initial' },
			},
		],
	};
}

/** What the probe can be told to do; each answers with one value, which comes back as JSON in an ephemeral message. */
const TASKS: Record<string, (call: Call) => Promise<unknown>> = {
	args: async ({ args }) => args,
	whoami: async ({ context }) => context.getSender(),
	room: async ({ context }) => context.getRoom(),
	read: async ({ read, args }) => {
		const settings = read.getEnvironmentReader().getServerSettings();
		const answers = await Promise.all(args.map(async (id): Promise<[string, unknown]> => [id, await Promise.race([outcome(settings.getValueById(id)), patience(read)])]));
		return Object.fromEntries(answers);
	},
	record: async ({ read, args: [id = ''] }) => read.getEnvironmentReader().getServerSettings().getOneById(id),
	env: async ({ read, args: [name = ''] }) => outcome(read.getEnvironmentReader().getEnvironmentVariables().getValueByName(name)),
	own: async ({ read, args: [id = ''] }) => read.getEnvironmentReader().getSettings().getValueById(id) as Promise<unknown>,
	whispernowhere: async ({ context, modify }) => {
		const message = modify.getCreator().startMessage().setRoom({ id: 'no-such-room' } as IRoom).setText('lost').getMessage();
		return outcome(modify.getNotifier().notifyUser(context.getSender(), message));
	},
	say: async ({ context, modify, args }) => outcome(modify.getCreator().finish(modify.getCreator().startMessage().setRoom(context.getRoom()).setText(args.join(' ')))),
	saynowhere: async ({ modify }) => outcome(modify.getCreator().finish(modify.getCreator().startMessage().setRoom({ id: 'no-such-room' } as IRoom).setText('lost'))),
	direct: async ({ context, read, modify, args }) => {
		const own = await read.getUserReader().getAppUser();
		if (own === undefined) {
			return 'no app user';
		}
		const builder = modify.getCreator().startRoom().setType(RoomType.DIRECT_MESSAGE).setCreator(own).setMembersToBeAddedByUsernames([context.getSender().username]);
		const id = await modify.getCreator().finish(builder);
		const found = await read.getRoomReader().getDirectByUsernames([own.username, context.getSender().username]);
		const room = await read.getRoomReader().getById(id);
		if (room !== undefined) {
			await modify.getCreator().finish(modify.getCreator().startMessage().setRoom(room).setSender(own).setText(args.join(' ')));
		}
		return { id, found: found?.id };
	},
	upload: async ({ context, modify, args: [filename = '', content = ''] }) =>
		outcome(
			modify
				.getCreator()
				.getUploadCreator()
				.uploadBuffer(Buffer.from(content), { filename, room: context.getRoom() })
				.then(({ id, name, type }) => ({ id, name, type })),
		),
	open: async ({ context, modify, args: [id = 'window', title = 'Title'] }) =>
		modify.getUiController().openSurfaceView(view(id, title), { triggerId: context.getTriggerId() ?? '' }, context.getSender()),
	bar: async ({ context, modify }) =>
		modify.getUiController().openSurfaceView(view('bar', 'Bar', UIKitSurfaceType.CONTEXTUAL_BAR), { triggerId: context.getTriggerId() ?? '' }, context.getSender()),
	opentwice: async ({ context, modify }) => {
		for (const id of ['first', 'second']) {
			await modify.getUiController().openSurfaceView(view(id, id), { triggerId: context.getTriggerId() ?? '' }, context.getSender());
		}
	},
	keep: async ({ persistence, args: [value = '', ...ids] }) => persistence.createWithAssociations({ value, at: new Date(0) }, marks(...ids)),
	find: async ({ read, args }) => read.getPersistenceReader().readByAssociations(marks(...args)),
	drop: async ({ persistence, args }) => persistence.removeByAssociations(marks(...args)),
	replace: async ({ persistence, args: [value = '', ...ids] }) => persistence.updateByAssociations(marks(...ids), { value }, true),
	keeptext: async ({ persistence }) => outcome(persistence.createWithAssociations('text' as unknown as object, marks('text'))),
	later: async ({ modify, args: [when = '1 second'] }) => modify.getScheduler().scheduleOnce({ id: 'work', when, data: { what: 'once' } }),
	forget: async ({ modify, args: [id = ''] }) => modify.getScheduler().cancelJob(id),
	console: async ({ args }) => console.log(args.join(' ')),
	missing: async ({ context, read }) => [await outcome(read.getRoomReader().getCreatorUserById(context.getRoom().id)), await outcome(read.getThreadReader().getThreadById('a-thread'))],
	throw: async ({ args }) => {
		throw new Error(args.join(' '));
	},
};

class Probe implements ISlashCommand {
	command = 'probe';

	i18nDescription = 'probe_description';

	i18nParamsExample = 'probe_params';

	providesPreview = false;

	permission = 'view-privileged-setting';

	constructor(private readonly app: App) {}

	async executor(context: SlashCommandContext, read: IRead, modify: IModify, _http: IHttp, persistence: IPersistence): Promise<void> {
		const [task = '', ...args] = context.getArguments();
		this.app.getLogger().info('running', task);
		const answer = await TASKS[task]?.({ context, read, modify, persistence, args });
		const message = modify.getCreator().startMessage().setRoom(context.getRoom()).setText(JSON.stringify(answer ?? null));
		const threadId = context.getThreadId();
		if (threadId) {
			message.setThreadId(threadId);
		}
		await modify.getNotifier().notifyUser(context.getSender(), message.getMessage());
	}
}

class Status extends ApiEndpoint {
	override path = 'status';

	async get(request: IApiRequest): Promise<IApiResponse> {
		return this.success({ user: request.user?.username ?? null, query: request.query });
	}

	async post(): Promise<IApiResponse> {
		throw new Error('post fails');
	}
}

class Closed extends ApiEndpoint {
	override path = 'closed/:part';

	authRequired = true;

	async get(request: IApiRequest): Promise<IApiResponse> {
		return { status: 200, headers: { 'Content-Type': 'text/plain' }, content: `${request.params.part} for ${request.user?.username}` };
	}
}

export class ProbeApp extends App {
	override async onEnable(environment: IEnvironmentRead): Promise<boolean> {
		return (await environment.getSettings().getValueById('refuse')) !== true;
	}

	override async onPreSettingUpdate({ newSetting }: ISettingUpdateContext): Promise<ISetting> {
		return typeof newSetting.value === 'string' ? { ...newSetting, value: newSetting.value.trim() } : newSetting;
	}

	override async onSettingUpdated(setting: ISetting): Promise<void> {
		this.getLogger().info('updated', setting.id);
	}

	async executeBlockActionHandler(context: UIKitBlockInteractionContext, _read: IRead, _http: IHttp, _persistence: IPersistence, modify: IModify): Promise<IUIKitResponse> {
		const { container, value, triggerId, user } = context.getInteractionData();
		await modify.getUiController().updateSurfaceView(view(container.id, `was ${value}`), { triggerId }, user);
		return context.getInteractionResponder().successResponse();
	}

	async executeViewSubmitHandler(context: UIKitViewSubmitInteractionContext): Promise<IUIKitResponse> {
		const { view: submitted } = context.getInteractionData();
		this.getLogger().info('submitted', submitted.state);
		const word = (submitted.state as Record<string, Record<string, string>> | undefined)?.asking?.word;
		switch (word) {
			case 'bad':
				return context.getInteractionResponder().viewErrorResponse({ viewId: submitted.id, errors: { word: 'Not this one.' } });
			case 'again':
				return context.getInteractionResponder().updateModalViewResponse({ ...view(submitted.id, 'again'), blocks: [] });
			default:
				return context.getInteractionResponder().successResponse();
		}
	}

	async executeViewClosedHandler(context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
		return context.getInteractionResponder().successResponse();
	}

	async executeActionButtonHandler(context: UIKitActionButtonInteractionContext, _read: IRead, _http: IHttp, _persistence: IPersistence, modify: IModify): Promise<IUIKitResponse> {
		const { triggerId, user, buttonContext, room } = context.getInteractionData() as { triggerId: string; user: IUser; buttonContext: string; room?: IRoom };
		await modify.getUiController().openSurfaceView(view('button', `${buttonContext} ${room?.slugifiedName ?? 'nowhere'}`), { triggerId }, user);
		return context.getInteractionResponder().successResponse();
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		for (const [id, packageValue] of Object.entries({ greeting: 'Hello', refuse: false })) {
			const type = typeof packageValue === 'boolean' ? SettingType.BOOLEAN : SettingType.STRING;
			await configuration.settings.provideSetting({ id, type, packageValue, required: false, public: false, i18nLabel: id });
		}
		await configuration.settings.provideSetting({ id: 'internal', type: SettingType.STRING, packageValue: 'kept', required: false, public: false, hidden: true, i18nLabel: 'internal' });
		configuration.ui.registerButton({ actionId: 'look', context: UIActionButtonContext.ROOM_ACTION, labelI18n: 'look', when: { hasOneRole: ['admin'] } });
		configuration.ui.registerButton({ actionId: 'mine', context: UIActionButtonContext.USER_DROPDOWN_ACTION, labelI18n: 'mine' });
		await configuration.api.provideApi({ visibility: ApiVisibility.PUBLIC, security: ApiSecurity.UNSECURE, endpoints: [new Status(this), new Closed(this)] });
		await configuration.scheduler.registerProcessors([
			{
				id: 'tick',
				startupSetting: { type: StartupType.RECURRING, interval: '1 day', data: { what: 'tick' } },
				processor: async (job, _read, _modify, _http, persistence) => {
					await persistence.createWithAssociations({ ...job }, marks('ticks'));
				},
			},
			{
				id: 'work',
				processor: async (job, _read, _modify, _http, persistence) => {
					await persistence.createWithAssociations({ ...job }, marks('works'));
				},
			},
		]);
		await configuration.slashCommands.provideSlashCommand(new Probe(this));
	}
}
