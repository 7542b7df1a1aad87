/** For what the workbench itself says: English, and laid out as such, whatever the app's language is. */
export const english = { lang: 'en', dir: 'ltr' } as const;
