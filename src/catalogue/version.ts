/**
 * Raised by `npm run docs` whenever a fact in the catalogue changes, so that two reports can be compared.
 *
 * facts: 20006064b65ecd4734de296f4c874757
 */
export const CATALOGUE_VERSION = '2026.11.4';
