/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 2e447c68478f67f3e5b2b3c64d6cecfd
 */
export const CATALOGUE_VERSION = '2026.11.16';
