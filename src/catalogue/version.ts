/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: b723cfeae66fb43f0583c24252e6bd28
 */
export const CATALOGUE_VERSION = '2026.11.18';
