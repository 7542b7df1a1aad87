/** What a person can do in the panel: the action ids of its buttons and selections. */
export const PANEL_ACTIONS = ['export', 'refresh', 'show', 'explain', 'why', 'plan', 'export-plan', 'end-accepted'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** The pages of the panel; `show` carries one of them as its value. */
export const PANEL_PAGES = ['overview', 'flows-on', 'flows-unknown', 'changes', 'how', 'legal'] as const;
export type PanelPage = (typeof PANEL_PAGES)[number];

/** Opens the privacy notice, for everybody. */
export const NOTICE_ACTION = 'notice';

/** Opens the panel from a message. */
export const OPEN_STATUS_ACTION = 'open-status';

/** Asks in a message what its value says, as if it were typed behind `/privacy-status`. */
export const ASK_ACTION = 'ask';

/** Opens the form in which a flow is accepted, from the panel or below a message. */
export const ACCEPT_ACTION = 'accept';

/** Behind the flow's id where it was pressed in the panel, which then shows what became of it. */
export const IN_PANEL = 'panel';

/** A button that opens a web page tells the app of it too; there is nothing to do then. */
export const LINK_ACTION = 'open-page';

/** The entry of the user menu. */
export const USER_MENU_ACTION = 'open-notice';

/** The entry of the room menu. */
export const ROOM_MENU_ACTION = 'open-panel';
