import { HttpStatusCode } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApi, IApiEndpoint, IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';

import reportSchema from '../../../docs/report.schema.json';
import { organisationOf } from '../../settings/organisation';
import { FORMATS, toFile } from '../../show/formats';
import type { ReportFormat } from '../../show/formats';
import { limited } from '../../workspace/timeout';
import { lookFor } from '../asking/look';
import type { AppFacts, FactsOwner } from '../asking/request';
import { document } from './answers';
import { answerScript } from './door';
import type { Reader } from './door';

/** Answers one reader. */
type Answer = (reader: Reader, app: AppFacts, read: IRead) => Promise<IApiResponse>;

/** The app stands among an endpoint's own fields: there the engine finds it, and lends it the log of each request (deno-runtime/lib/wrapAppForRequest.ts). */
interface Owned {
	readonly app: FactsOwner;
}

/** The address that a person tries first. */
export const REPORT_PATH = 'report.json';

/**
 * The scripts' door: `/api/apps/private/<app id>/<id of the installation>/<path>`, open to tokens of the app's own alone. To any other address
 * the engine answers 404 before the app's process sees anything of the request (AppApi.runExecutor, 1.53 to 1.62).
 */
export function reportApi(app: FactsOwner): IApi {
	const reports = FORMATS.filter(({ isForScripts }) => isForScripts).map(({ id, extension }) => endpoint(`report.${extension}`, app, (reader, facts, lent) => answerReport(id, reader, facts, lent)));
	const schema = endpoint('report.schema.json', app, async () => document('application/schema+json', `${JSON.stringify(reportSchema, null, 2)}\n`));
	return { visibility: ApiVisibility.PRIVATE, security: ApiSecurity.UNSECURE, endpoints: [...reports, schema] };
}

/** One address, with every method there is: the door tells them apart, and the engine answers one that is lacking with 500. */
function endpoint(path: string, app: FactsOwner, answer: Answer): IApiEndpoint & Owned {
	async function call(this: Owned, request: IApiRequest, _endpoint: IApiEndpointInfo, read: IRead): Promise<IApiResponse> {
		if (!(await this.app.isServing())) {
			// As the engine answers for a disabled app.
			return { status: HttpStatusCode.NOT_FOUND };
		}
		const facts = this.app.facts();
		const lent = limited(read);
		return answerScript(request, facts, lent, (reader) => answer(reader, facts, lent));
	}
	return { path, app, get: call, head: call, post: call, put: call, delete: call, options: call, patch: call };
}

/** The same document that the maker of the token would be handed in chat; without one, in the workspace's language. */
async function answerReport(format: ReportFormat, { user, own }: Reader, app: AppFacts, lent: IRead): Promise<IApiResponse> {
	const { posture, translate } = await lookFor({ user, read: lent }, app, own);
	const { type, content } = toFile(format, posture, organisationOf(own.values), translate);
	return document(type, content);
}
