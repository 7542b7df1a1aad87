/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: bd532146e74b4cff307b31130c9a88f9
 */
export const CATALOGUE_VERSION = '2026.11.14';
