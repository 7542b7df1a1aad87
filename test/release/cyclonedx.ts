import { readFileSync } from 'node:fs';
import path from 'node:path';

import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const FOLDER = path.join(path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');
const BASE = 'http://cyclonedx.org/schema/';

/** What CycloneDX's own schema of version 1.6 says against a bill of materials. */
export function objectionsTo(bill: unknown): string[] {
	const ajv = new Ajv({ allErrors: true, strict: false });
	addFormats(ajv);
	// Formats of later drafts, which this Ajv does not know: of addresses that no bill of ours holds.
	ajv.addFormat('idn-email', true).addFormat('iri-reference', true);
	for (const part of ['spdx', 'jsf-0.82', 'cryptography-defs'].map((name) => `${name}.SNAPSHOT.schema.json`)) {
		ajv.addSchema({ ...schemaIn(part), $id: `${BASE}${part}` });
	}
	const validate = ajv.compile(schemaIn('bom-1.6.SNAPSHOT.schema.json'));
	return validate(bill) ? [] : (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

function schemaIn(file: string): object {
	return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as object;
}
