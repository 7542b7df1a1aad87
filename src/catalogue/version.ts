/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: e85989ca935f2d7d418e5c7aebb8fd3e
 */
export const CATALOGUE_VERSION = '2026.11.2';
