/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 7b9fc4ae24799e1238d0d2152d85b546
 */
export const CATALOGUE_VERSION = '2026.11.17';
