/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 6000db236bfc162cad56a7631526cc11
 */
export const CATALOGUE_VERSION = '2026.11.7';
