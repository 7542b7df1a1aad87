/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: db6a2c8161d5601021e8cfd08a0fee92
 */
export const CATALOGUE_VERSION = '2026.11.11';
