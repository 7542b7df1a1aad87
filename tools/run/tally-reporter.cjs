/** A Jest reporter that says last what counts: how many tests passed and failed. A test file that could not be run counts as one failure. */
module.exports = class {
	/**
	 * @param {unknown} _contexts
	 * @param {import('@jest/reporters').AggregatedResult} results
	 */
	onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
		// Jest's own summary comes after all other reporters, in the same turn.
		setImmediate(() => console.log(`\n${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`));
	}
};
