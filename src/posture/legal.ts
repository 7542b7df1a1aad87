import { LEGAL_CATEGORIES } from '../catalogue/categories';
import { LEGAL_ROUTES } from '../catalogue/legal';
import type { DeploymentModel } from '../catalogue/vocabulary';
import type { Deployment, LegalAnswer } from './posture';

/**
 * The deployment model on which the legal answers rest. Where the model is contradicted, whoever asks has to find out first;
 * only an air gap's contradictions do not change that the server is run by somebody else than Rocket.Chat.
 */
export function legalModel({ model, conflicts }: Pick<Deployment, 'model' | 'conflicts'>): DeploymentModel {
	return conflicts.length > 0 && model !== 'air-gapped' ? 'unknown' : model;
}

/** Who holds each category of data, whom a request must go to, and by what process. */
export function judgeLegal(deployment: Pick<Deployment, 'model' | 'conflicts'>): LegalAnswer[] {
	const routes = LEGAL_ROUTES[legalModel(deployment)];
	return LEGAL_CATEGORIES.map((category) => ({ category, ...routes[category] }));
}
