/**
 * A Jest reporter that leaves the counts of a run in the file named by PRIVACY_STATUS_TALLY, for the sum at the end of
 * `npm test`. A test file that could not be run counts as one failure.
 */
const fs = require('node:fs');

class TallyReporter {
	/**
	 * @param {unknown} _contexts
	 * @param {import('@jest/reporters').AggregatedResult} results
	 */
	onRunComplete(_contexts, results) {
		const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numTotalTestSuites } = results;
		const file = process.env['PRIVACY_STATUS_TALLY'];
		const tally = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, files: numTotalTestSuites };
		if (file) {
			fs.writeFileSync(file, JSON.stringify(tally));
		}
	}
}

module.exports = TallyReporter;
