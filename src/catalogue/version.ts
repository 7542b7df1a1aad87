/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 36d7b685630c005e483dbd5fc873bdd6
 */
export const CATALOGUE_VERSION = '2026.11.1';
