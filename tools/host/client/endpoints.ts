import type { RequestMethod } from '@rocket.chat/apps-engine/definition/accessors';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';

import type { Apis } from '../bridges/app';
import { copy } from '../server/copy';
import { userForApp } from '../server/people';
import type { RocketChat } from '../server/rocket-chat';
import type { EndpointCall } from '../types';

interface Answer {
	status: number;
	headers: Record<string, string>;
	content: unknown;
}

interface Route {
	appId: string;
	api: AppApi;
	params: Record<string, string>;
	hash?: string;
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Express's `:name` parts, the only pattern that app endpoints use. */
function match(pattern: string, path: string): Record<string, string> | undefined {
	const wanted = pattern.split('/').filter((part) => part !== '');
	const given = path.split('/').filter((part) => part !== '');
	if (wanted.length !== given.length) {
		return undefined;
	}
	const params: Record<string, string> = {};
	for (const [at, part] of wanted.entries()) {
		const value = given[at] ?? '';
		if (part.startsWith(':')) {
			params[part.slice(1)] = decodeURIComponent(value);
		} else if (part !== value) {
			return undefined;
		}
	}
	return params;
}

/** `app/apps/server/bridges/api.ts` with `app/api/server/middlewares/authentication.ts` and `app/cors/server/cors.ts` (7.7.1). */
export class Endpoints {
	constructor(
		private readonly server: RocketChat,
		private readonly manager: AppManager,
		private readonly apis: Apis,
		private readonly appId: () => string,
	) {}

	async call(call: EndpointCall): Promise<Answer> {
		const route = this.route(call.path);
		if (route === undefined) {
			return this.answer(404, {}, 'Not Found');
		}
		const headers = { ...lowerCased(call.headers ?? {}), ...(call.as !== undefined && this.server.people.logIn(call.as)) };
		const user = this.authenticate(headers);
		if (route.api.endpoint.authRequired === true && user === undefined) {
			return this.answer(401, {}, 'Unauthorized');
		}
		const request: IApiRequest = {
			// Express routes every method; the engine finds out whether the endpoint has it.
			method: call.method.toLowerCase() as RequestMethod,
			headers,
			query: { ...call.query },
			params: route.params,
			content: copy(call.content) ?? {},
			...(route.hash !== undefined && { privateHash: route.hash }),
			...(user !== undefined && { user: userForApp(user) }),
		};
		try {
			const answer = await this.manager.getApiManager().executeApi(route.appId, route.api.endpoint.path, request);
			return this.answer(answer.status, answer.headers ?? {}, answer.content as unknown);
		} catch (reason) {
			return this.answer(500, {}, reason instanceof Object && 'message' in reason ? reason.message : undefined);
		}
	}

	/** A whole path as a browser has it, or only the endpoint's own, which then may be public or private. */
	private route(path: string): Route | undefined {
		const [, visibility, appId, rest] = /^\/?api\/apps\/(public|private)\/([^/]+)\/(.*)$/.exec(path) ?? [];
		if (visibility === undefined || appId === undefined || rest === undefined) {
			return this.find(this.appId(), path, (api) => api.computedPath.split('/')[5]);
		}
		if (visibility === 'public') {
			return this.find(appId, rest, () => undefined);
		}
		const [hash = '', ...own] = rest.split('/');
		return this.find(appId, own.join('/'), () => hash);
	}

	private find(appId: string, path: string, hashOf: (api: AppApi) => string | undefined): Route | undefined {
		for (const api of this.apis.listed(appId)) {
			const params = match(api.endpoint.path, path);
			if (params !== undefined) {
				const hash = api.computedPath.startsWith('/api/apps/private/') ? hashOf(api) : undefined;
				return { appId, api, params, ...(hash !== undefined && { hash }) };
			}
		}
		return undefined;
	}

	/** Cookies never count here. Without both headers only a token of Rocket.Chat's OAuth server would, and this server has issued none. */
	private authenticate(headers: Record<string, string>): ReturnType<RocketChat['people']['byLogin']> {
		const { 'x-user-id': userId, 'x-auth-token': token } = headers;
		return userId && token ? this.server.people.byLogin(userId, token) : undefined;
	}

	/** The server's own headers come first, so that the app's replace them; the content type is Express's. The two script hashes of the policy are left out. */
	private answer(status: number, own: Record<string, string>, content: unknown): Answer {
		const headers: Record<string, string> = { 'x-xss-protection': '1', 'x-content-type-options': 'nosniff' };
		if (this.server.settings.valueOf('Iframe_Restrict_Access') === true) {
			headers['x-frame-options'] = String(this.server.settings.valueOf('Iframe_X_Frame_Options'));
		}
		if (this.server.settings.valueOf('Enable_CSP') === true) {
			headers['content-security-policy'] =
				"default-src 'self'; connect-src *; font-src 'self' data:; frame-src *; img-src * data: blob:; media-src * data:; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'";
		}
		if (content !== undefined && content !== null) {
			headers['content-type'] = typeof content === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
		}
		return { status, headers: { ...headers, ...lowerCased(own) }, content };
	}
}
