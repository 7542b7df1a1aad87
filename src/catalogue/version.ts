/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 011781dd1b9a3423594b8f2f411f2772
 */
export const CATALOGUE_VERSION = '2026.11.8';
