/** In which forms a comparison can be had, as `--as` names them; the first is the usual one. */
export const FORMS = ['text', 'csv', 'html'] as const;
export type Form = (typeof FORMS)[number];
