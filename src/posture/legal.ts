import { CATEGORIES, LEGAL_CATEGORIES } from '../catalogue/categories';
import type { Category } from '../catalogue/categories';
import { LEGAL_ROUTES } from '../catalogue/legal';
import type { LegalRow } from '../catalogue/legal';
import type { DeploymentModel } from '../catalogue/vocabulary';
import type { Statement } from '../language/statement';
import { isInternal } from './host';
import type { Deployment, FlowFinding, LegalAnswer } from './posture';

/** The model on which the legal answers rest. Where it is contradicted or not clear, whoever asks has to find out first. */
export function legalModel({ model, confidence }: Pick<Deployment, 'model' | 'confidence'>): DeploymentModel {
	return confidence === 'unclear' ? 'unknown' : model;
}

/** Who holds each category of data, whom a request must go to, and by what process. */
export function judgeLegal(deployment: Deployment): LegalAnswer[] {
	const routes = LEGAL_ROUTES[legalRow(deployment)];
	return LEGAL_CATEGORIES.map((category) => ({ category, ...routes[category] }));
}

function legalRow(deployment: Deployment): LegalRow {
	const model = legalModel(deployment);
	if (model !== 'self-managed' && model !== 'air-gapped') {
		return model;
	}
	const { registration, licence } = deployment;
	const isStranger = registration.state === 'unregistered' && registration.confidence === 'certain' && licence.kind === 'none';
	return isStranger ? 'self-managed-without-account' : 'self-managed';
}

/** A service of Rocket.Chat's, and what it gets. */
export interface ReceivingService {
	readonly name: Statement;
	readonly categories: readonly Category[];
}

/** What Rocket.Chat's services receive, apart from what its machines may hold: by the flows to them. */
export interface Received {
	readonly sent: readonly ReceivingService[];
	/** An isolated network stops it. */
	readonly attempted: readonly ReceivingService[];
	/** Whether it is sent could not be found out. */
	readonly unknown: readonly ReceivingService[];
}

/** What Rocket.Chat's services receive from the workspace, each service once in each list. */
export function receivedByRocketChat(flows: readonly FlowFinding[]): Received {
	const reaching = flows.flatMap(({ state, carries, recipients }) =>
		recipients.filter(({ party }) => party === 'rocket-chat').map(({ name, host, isBlocked, isKnown }) => ({ state: state === 'on' && !isKnown ? ('unknown' as const) : state, isBlocked, name, host, categories: carries.map(({ category }) => category) })),
	);
	const on = reaching.filter(({ state }) => state === 'on');
	return {
		sent: gathered(on.filter(({ isBlocked }) => !isBlocked)),
		attempted: gathered(on.filter(({ isBlocked }) => isBlocked)),
		unknown: gathered(reaching.filter(({ state }) => state === 'unknown')),
	};
}

/** One entry for each service, with everything that it gets: what goes to one host goes to one service. */
function gathered(reached: readonly (ReceivingService & { readonly host: string | null })[]): ReceivingService[] {
	const services = new Map<string, ReceivingService>();
	for (const { name, host, categories } of reached) {
		const id = host ?? JSON.stringify(name);
		const known = services.get(id) ?? { name, categories: [] };
		services.set(id, { ...known, categories: CATEGORIES.filter((category) => known.categories.includes(category) || categories.includes(category)) });
	}
	return [...services.values()];
}

/** The workspace's host where others can use it; null for one that means something only on its own machine or inside its own network. */
export function hostToHandOut(host: string | null): string | null {
	return host === null || isInternal(host) ? null : host;
}
