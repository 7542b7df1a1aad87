import { z } from 'zod';
import { LANGUAGE_NAMES } from '../contract';
import { Mistake } from '../mistake';
import type { Session } from './session';

/**
 * What the page may ask for: the form of each request, and what is done with it.
 * `as` is a username throughout.
 */

/** The window of the page that asks: what opens then, opens there. */
const inWindow = { window: z.string().max(100).exactOptional() };

const viewState = z.record(z.string(), z.record(z.string(), z.unknown()));
export type ViewState = z.infer<typeof viewState>;

const words = z.object({ as: z.string(), text: z.string(), roomId: z.string(), threadId: z.string().exactOptional() });
const view = z.object({ as: z.string(), viewId: z.string(), state: viewState, roomId: z.string().exactOptional() });

const requests = {
	workspace: request(z.object({ name: z.string() }), ({ name }, session) => session.pick(name)),
	say: request(words, async ({ as, ...message }, session) => session.say({ sender: as, ...message })),
	command: request(words.extend(inWindow), ({ window, ...call }, session) =>
		session.act((engine) => {
			engine.server.forgetReads();
			return engine.command({ ...call, triggerId: session.triggerFor(engine, call.as, window) });
		}),
	),
	action: request(
		z.object({
			as: z.string(),
			actionId: z.string(),
			blockId: z.string().exactOptional(),
			value: z.string().exactOptional(),
			viewId: z.string().exactOptional(),
			messageId: z.string().exactOptional(),
			roomId: z.string().exactOptional(),
			...inWindow,
		}),
		({ window, ...call }, session) => session.act((engine) => engine.blockAction({ ...call, triggerId: session.triggerFor(engine, call.as, window) })),
	),
	submit: request(view, (call, session) => session.act((engine) => engine.viewSubmit(call))),
	close: request(view, (call, session) => session.act((engine) => engine.viewClosed(call))),
	button: request(z.object({ as: z.string(), actionId: z.string(), context: z.string(), roomId: z.string(), ...inWindow }), ({ window, ...call }, session) =>
		session.act((engine) => engine.actionButton({ ...call, triggerId: session.triggerFor(engine, call.as, window) })),
	),
	setting: request(z.object({ id: z.string(), value: z.unknown() }), ({ id, value }, session) =>
		session.act(async (engine) => engine.server.setSetting(id, value)),
	),
	fault: request(
		z.object({ id: z.string(), fault: z.enum(['throws', 'hangs', 'undefined', 'null-record']).nullable() }),
		({ id, fault }, session) => session.setFault(id, fault),
	),
	uploads: request(z.object({ mode: z.enum(['on', 'off', 'fails']) }), ({ mode }, session) => session.setUploads(mode)),
	language: request(z.object({ as: z.string(), language: z.enum(LANGUAGE_NAMES).nullable() }), ({ as, language }, session) =>
		session.act(async (engine) => engine.server.changeUser(as, { language })),
	),
	pseudo: request(z.object({ on: z.boolean() }), ({ on }, session) => session.setPseudo(on)),
	app: request(z.object({ values: z.record(z.string(), z.unknown()) }), ({ values }, session) =>
		session.act((engine) => engine.saveAppSettings(values)),
	),
};

export type Requests = { [Name in keyof typeof requests]: z.input<(typeof requests)[Name]['form']> };

export async function serve(name: string, body: unknown, session: Session): Promise<void> {
	if (!isRequest(name)) {
		throw new Mistake(`The workbench does not know the request "${name}".`);
	}
	await requests[name].run(body, session);
}

function isRequest(name: string): name is keyof typeof requests {
	return Object.hasOwn(requests, name);
}

function request<Form extends z.ZodType>(form: Form, handle: (asked: z.output<Form>, session: Session) => Promise<unknown>) {
	return {
		form,
		run(body: unknown, session: Session): Promise<unknown> {
			const asked = form.safeParse(body);
			if (!asked.success) {
				const wrong = asked.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
				throw new Mistake(`That request is not in order. ${wrong.join('; ')}.`);
			}
			return handle(asked.data, session);
		},
	};
}
