import { readFileSync } from 'node:fs';
import path from 'node:path';

import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** The schema as it is published: what somebody else's tools would read. */
export const PUBLISHED = readFileSync(path.join(__dirname, '..', '..', 'docs', 'report.schema.json'), 'utf8');

const validator = new Ajv2020({ strict: true, allErrors: true });
addFormats(validator);
const validate = validator.compile(JSON.parse(PUBLISHED) as object);

/** What a validator that knows nothing of this app objects to, by the published schema; empty if nothing. */
export function objections(report: unknown): string[] {
	return validate(report) ? [] : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`.trim());
}
