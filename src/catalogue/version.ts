/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: ff8090ab4a1d3a88afbbbb7b88a150d6
 */
export const CATALOGUE_VERSION = '2026.11.13';
