import type { ExportKind } from './read-export';

interface Kind {
	/** Stands within a sentence. */
	readonly title: string;
	/** What such an export never holds; null where it holds what the app would read. */
	readonly lacks: string | null;
	/** Whether it may hold all settings of a server, so that what is missing in it is missing there. */
	readonly mayBeWhole: boolean;
}

const ENVIRONMENT_LACKS = 'what was set in the administration, since it holds only what OVERWRITE_SETTING_ variables set';
const ANSWER_LACKS = 'hidden settings (among them whether the workspace is registered) and the environment';

/** What there is to say of each kind. */
export const KINDS: Readonly<Record<ExportKind, Kind>> = {
	'settings-answer': { title: 'the answer of GET /api/v1/settings', lacks: ANSWER_LACKS, mayBeWhole: true },
	'settings-list': { title: 'a list of settings', lacks: ANSWER_LACKS, mayBeWhole: true },
	'mongoexport': { title: 'a mongoexport of rocketchat_settings', lacks: 'the environment', mayBeWhole: true },
	'flat': { title: 'a map of settings', lacks: 'the environment', mayBeWhole: true },
	'env': { title: 'a file of environment variables', lacks: ENVIRONMENT_LACKS, mayBeWhole: false },
	'compose': { title: 'a Docker Compose file', lacks: ENVIRONMENT_LACKS, mayBeWhole: false },
	'kubernetes': { title: 'objects of Kubernetes', lacks: ENVIRONMENT_LACKS, mayBeWhole: false },
	'docker-inspect': { title: 'the answer of docker inspect', lacks: ENVIRONMENT_LACKS, mayBeWhole: false },
	'own-form': { title: "a workspace in this project's own form", lacks: null, mayBeWhole: true },
};
