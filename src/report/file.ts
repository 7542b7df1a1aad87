/** A file that the app hands over, or answers a script with. */
export interface ReportFile {
	/** Tells what it is and the date, and nothing of the workspace. */
	readonly name: string;
	/** Media type. */
	readonly type: string;
	readonly content: string;
}
