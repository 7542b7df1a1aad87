/**
 * The app sandbox calls the code with a parameter named `globalThis` whose value is `undefined`
 * (Apps-Engine, deno-runtime/handlers/app/construct.ts), and zod reads a property of it while it loads.
 * There the name is an assignable parameter, so this module, imported first, gives it an object.
 * Everywhere else the name is the real global object and nothing happens.
 */
if (typeof globalThis === 'undefined') {
	// @ts-expect-error TypeScript knows only the read-only global, not the sandbox's parameter.
	globalThis = {};
}

export {};
