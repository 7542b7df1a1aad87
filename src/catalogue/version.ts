/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: c7ad0bc94b6c7199f95e8c3d8467dbee
 */
export const CATALOGUE_VERSION = '2026.11.5';
