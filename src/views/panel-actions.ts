/** What a person can do in the panel: the action ids of its buttons. */
export const PANEL_ACTIONS = ['export-json', 'refresh'] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** The entry of the room menu. */
export const ROOM_MENU_ACTION = 'open-panel';
