/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: f75b10244763e598ddbeecef387c6177
 */
export const CATALOGUE_VERSION = '2026.11.6';
