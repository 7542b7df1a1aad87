/** What a person can do in the panel: the action ids of its buttons and of its one selection. */
export const PANEL_ACTIONS = ['export', 'refresh', 'show', 'explain', 'notice'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** The parts of the panel that are folded when they are long; `show` carries one of them as its value. */
export const PANEL_PAGES = ['overview', 'flows-on', 'flows-unknown', 'legal'] as const;
export type PanelPage = (typeof PANEL_PAGES)[number];

/** A button that opens a web page tells the app of it too; there is nothing to do then. */
export const LINK_ACTION = 'open-page';

/** The entry of the user menu. */
export const USER_MENU_ACTION = 'open-notice';

/** The entry of the room menu. */
export const ROOM_MENU_ACTION = 'open-panel';
