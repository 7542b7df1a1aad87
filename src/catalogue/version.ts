/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: a117694e823fc8f99846138df013387d
 */
export const CATALOGUE_VERSION = '2026.11';
