/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 58d8d9526532665bf19159bf9836af9a
 */
export const CATALOGUE_VERSION = '2026.11.12';
