/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 73e59f2bbdce0b0eb5d521f278039f61
 */
export const CATALOGUE_VERSION = '2026.11.15';
