import { APP_VARIABLE_PREFIX, TOKEN_VARIABLE } from '../../src/catalogue/identity';
import { SERVER_SETTINGS, SETTING_IDS } from '../../src/catalogue/server-settings';
import { ROOM_MENU_ACTION, USER_MENU_ACTION } from '../../src/show/as/panel-actions';
import { licenceCanaries, readWorkspace } from '../../tools/host';
import type { Engine, Workspace } from '../../tools/host';
import { Records } from '../../tools/host/server/records';
import { ASKED, METHODS, PATHS, PRESSES } from './entry-points';
import { lastTold, told, withApp } from './installed';
import { callDoor, GIVEN, hashOf, makeToken } from './scripts';
import { settled, soon } from './status-shown';

/** Each place has a canary of its own, so that one that is found says where it came from. */
const places: string[] = [];

function canary(place: string): string {
	places.push(place);
	return `canary${places.length - 1}x`;
}

/** The places of all canaries in a text. */
function found(text: string): string[] {
	return [...new Set([...text.toLowerCase().matchAll(/canary(\d+)x/g)].map(([, number]) => places[Number(number)] ?? 'a lost one'))];
}

function seeded(): Workspace {
	const workspace = readWorkspace('self-managed-registered');
	return {
		...workspace,
		server: {
			...workspace.server,
			environment: {
				[TOKEN_VARIABLE]: hashOf(GIVEN),
				ROOT_URL: `https://${canary('ROOT_URL')}.example`,
				INSTANCE_IP: canary('INSTANCE_IP'),
				[`${APP_VARIABLE_PREFIX}OTHER`]: canary('a variable that is none of the app’s settings'),
				MONGO_URL: `mongodb://user:${canary('MONGO_URL')}@db.internal`,
			},
		},
		users: ['', 'de', 'ar'].flatMap((language) =>
			(['admin', 'member'] as const).map((kind) => ({ username: `${kind}${language}`, name: `${kind} ${language}`, roles: kind === 'admin' ? ['admin', 'user'] : ['user'], ...(language === '' ? {} : { language }) })),
		),
	};
}

/** The server itself sends the last one in a header. */
const NO_CANARY = ['Language', 'Enterprise_License', 'Enterprise_License_Status', 'Iframe_X_Frame_Options'];

/** A canary in every setting of the server that holds a text, whether the app reads it or not; where its host may be shown, beside that. */
function seed(engine: Engine): void {
	const known = new Set<string>(SETTING_IDS);
	for (const { id, type, value } of engine.server.settings()) {
		const shown = known.has(id) ? SERVER_SETTINGS[id as keyof typeof SERVER_SETTINGS].shown : undefined;
		if (['boolean', 'int', 'range', 'timespan', 'multiSelect', 'roomPick', 'action', 'date'].includes(type) || NO_CANARY.includes(id)) {
			continue;
		}
		const [one, two, three, four] = ['user info', 'password', 'path', 'query'].map((part) => canary(`${id}: ${part}`));
		if (id === 'Site_Url') {
			engine.server.setSetting(id, `https://${one}:${two}@chat.example.org/${three}?${four}`);
		} else if (id === 'FileUpload_MediaTypeWhiteList') {
			engine.server.setSetting(id, `${one},text/*,application/*`);
		} else if (shown === 'host') {
			engine.server.setSetting(id, `https://${one}:${two}@host.example/${three}?${four}`);
		} else if (shown !== 'value' || !/^[a-z][\w-]*$/i.test(String(value))) {
			engine.server.setSetting(id, shown === 'value' ? `${one} is no choice, but *prose* of somebody: ${two}` : `${one} ${three}`);
		}
	}
}

/** Everything that anybody can see or find of the app, by where that is. The engine's own lines are not the app's. */
function everything(engine: Engine): Readonly<Record<string, string>> {
	const { server } = engine;
	return {
		messages: JSON.stringify(server.messages().filter(({ sender, kind }) => kind === 'ephemeral' || sender === 'privacy-status.bot')),
		surfaces: JSON.stringify(server.interactions()),
		files: server.files().map(({ name, content }) => name + content.toString('utf8')).join('\n'),
		persistence: JSON.stringify(server.persistence()),
		page: JSON.stringify(engine.appSettings()),
		log: JSON.stringify(server.logs()),
	};
}

test('no canary of any setting, variable, licence or error is found in any message, surface, file, answer, record, line or on the page', async () => {
	await withApp(seeded(), async (engine) => {
		seed(engine);
		const answers: string[] = [];
		const token = await makeToken(engine, 'nightly');
		for (const as of ['admin', 'adminde', 'adminar']) {
			for (const words of as === 'admin' ? ASKED : ASKED.filter((_, at) => at % 3 === 0)) {
				await engine.command({ as, text: `/privacy-status ${words}` });
			}
			for (const [actionId, value] of as === 'admin' ? PRESSES : PRESSES.filter((_, at) => at % 7 === 0)) {
				await engine.blockAction({ as, actionId, value, viewId: 'made-up' });
			}
			for (const id of as === 'admin' ? SETTING_IDS.filter((_, at) => at % 8 === 0) : []) {
				await engine.command({ as, text: `/privacy-status explain ${id}` });
			}
		}
		for (const as of ['admin', 'member', 'memberde', 'memberar']) {
			for (const text of ['/privacy-notice', '/privacy-notice text', '/server-lookup chat.example.org', '/server-lookup host.example', '/privacy-status']) {
				await engine.command({ as, text });
			}
			await engine.actionButton({ as, actionId: ROOM_MENU_ACTION, context: 'roomAction' });
			await engine.actionButton({ as, actionId: USER_MENU_ACTION, context: 'userDropdownAction' });
		}
		for (const path of PATHS) {
			answers.push(JSON.stringify(await callDoor(engine, token, { path })), JSON.stringify(await callDoor(engine, GIVEN, { path })));
			for (const method of METHODS) {
				answers.push(JSON.stringify(await engine.endpoint({ method, path })));
			}
		}
		await engine.saveAppSettings({ contact_email: 'nobody', members_may_read: 'notice-and-keeping', monitoring: 'daily' });
		await settled(engine);
		await soon(() => expect(engine.server.jobs().map(({ name }) => name)).toContainEqual(expect.stringMatching(/^daily-look/)));
		await engine.server.runJob('daily-look');

		// What fails says what it failed at to nobody.
		const fault = jest.spyOn(Records.prototype, 'byAssociations').mockImplementation(() => {
			throw new Error(`the database is away: mongodb://user:${canary('an error of the database')}@db.internal`);
		});
		try {
			for (const words of ['', 'text', 'token list', 'token create other', 'accept list', 'changes', 'export csv']) {
				await engine.command({ as: 'admin', text: `/privacy-status ${words}` });
			}
			answers.push(JSON.stringify(await callDoor(engine, token)));
		} finally {
			fault.mockRestore();
		}

		const seen: Readonly<Record<string, string>> = { ...everything(engine), answers: answers.join('\n') };
		expect(Object.entries(seen).flatMap(([where, text]) => found(text).map((from) => `${from} in the ${where}`))).toEqual([]);
		for (const secret of [...Object.values(licenceCanaries), GIVEN]) {
			// As a question and not as `toContain`: the whole output in a failure's message would bury it.
			expect(Object.entries(seen).filter(([where, text]) => !(where === 'log' && secret === GIVEN) && text.includes(secret)).map(([where]) => where)).toEqual([]);
		}
		// The search sees what it looks for, and something was made to look in.
		expect(found(`x${canary('here')}x`)).toEqual(['here']);
		expect(String(seen['files']).length).toBeGreaterThan(100_000);
		expect(answers.join('').length).toBeGreaterThan(100_000);
		expect(lastTold(engine, 'admin').text).not.toBe('');
	});
});

test('what only admins state for themselves reaches no member: who may ask, the room for messages, the policy, the own domains', async () => {
	await withApp('self-managed-registered', async (engine) => {
		const policy = { gravatar: { accepted: canary('the policy’s reason'), until: '2099-12-31' } };
		await engine.saveAppSettings({ allowed_roles: `admin, ${canary('a role')}`, alert_room: canary('a room'), own_domains: `${canary('a domain')}.example`, policy: JSON.stringify(policy), members_may_read: 'notice-and-keeping', monitoring: 'daily' });
		await settled(engine);
		await engine.command({ as: 'admin', text: `/privacy-status accept link-previews ${canary('a reason')}` });
		for (const text of ['/privacy-status', '/privacy-status text', '/privacy-notice', '/privacy-notice text', '/server-lookup chat.example.org', `/server-lookup intern.example`]) {
			await engine.command({ as: 'member', text });
		}
		for (const [actionId, value] of PRESSES) {
			await engine.blockAction({ as: 'member', actionId, value, viewId: 'made-up' });
		}
		expect(told(engine, 'member').length).toBeGreaterThan(3);
		const seen = JSON.stringify([engine.server.messages('member'), engine.server.interactions().filter(({ forUser }) => forUser === 'member')]);
		expect(found(seen)).toEqual([]);
		const tokenless = await Promise.all(PATHS.map(async (path) => JSON.stringify(await engine.endpoint({ method: 'GET', path }))));
		expect(found(tokenless.join())).toEqual([]);
		await engine.command({ as: 'admin', text: '/privacy-status accept list' });
		expect(found(lastTold(engine, 'admin').text)).toEqual(['the policy’s reason', 'a reason'].sort((one, other) => places.indexOf(one) - places.indexOf(other)));
	});
});
