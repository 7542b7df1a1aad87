import type { Runtime } from '../../tools/host';

/** Set for each project that needs an engine (jest.config.js). */
declare const RUNTIME: Runtime;

/** In what the sandboxes of this project run. */
export const runtime: Runtime = RUNTIME;
