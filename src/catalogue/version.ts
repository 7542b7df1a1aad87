/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 677594a25c4f25dfecafc8fa9c181aa5
 */
export const CATALOGUE_VERSION = '2026.11.10';
