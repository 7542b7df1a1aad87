/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 9b7af06a49f0b2a5ebc51711b2561cfa
 */
export const CATALOGUE_VERSION = '2026.11.3';
