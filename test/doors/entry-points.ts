import { GOALS, PARTIES } from '../../src/catalogue/vocabulary';
import { WORDS } from '../../src/doors/status/words';
import { ACCEPT_ACTION, ASK_ACTION, LINK_ACTION, OPEN_STATUS_ACTION, PANEL_ACTIONS, PANEL_PAGES } from '../../src/show/as/panel-actions';
import { FORMATS } from '../../src/show/formats';

/** Words that do what each of the command's words can, and some that it does not have. */
export const ASKED = [
	'',
	...WORDS.map(({ word }) => word),
	'flows on',
	'flows off',
	'explain gravatar',
	...GOALS.map((goal) => `plan ${goal}`),
	'changes since 2020-01-01',
	'monitor on',
	'monitor off',
	'accept gravatar Agreed',
	'accept list',
	'accept end gravatar',
	...FORMATS.map(({ id }) => `export ${id}`),
	`export plan ${GOALS[0]}`,
	'token create stolen 365',
	'token list',
	'token revoke nightly',
	'HELP',
	'nonsense',
];

/** A value of each kind that a button of the panel carries. */
const VALUES: Readonly<Record<(typeof PANEL_ACTIONS)[number], readonly string[]>> = {
	'export': FORMATS.map(({ id }) => id),
	'refresh': ['refresh'],
	'show': PANEL_PAGES,
	'explain': ['gravatar', 'push-gateway'],
	'why': PARTIES,
	'plan': GOALS,
	'export-plan': GOALS,
	'end-accepted': ['gravatar'],
};

/** Every button and selection, with every value that it has, and some that the app does not have. */
export const PRESSES: readonly (readonly [actionId: string, value: string])[] = [
	...PANEL_ACTIONS.flatMap((action) => VALUES[action].map((value) => [action, value] as const)),
	...ASKED.map((words) => [ASK_ACTION, words] as const),
	[OPEN_STATUS_ACTION, ''],
	[ACCEPT_ACTION, 'gravatar'],
	[ACCEPT_ACTION, 'gravatar panel'],
	['no-such-action', 'x'],
	['__proto__', 'constructor'],
];

/** Answers nobody, whoever presses: the client itself opens the page. */
export const SILENT = [LINK_ACTION];

/** Methods of HTTP, and one that the engine might find where every object has it. */
export const METHODS = ['get', 'head', 'post', 'put', 'delete', 'options', 'patch', 'trace', 'constructor'];
/** Every address of the door for scripts. */
export const PATHS = [...FORMATS.filter(({ isForScripts }) => isForScripts).map(({ extension }) => `report.${extension}`), 'report.schema.json'];
