import type { Changes } from './changes';
import type { LogLine } from '../types';

/** The app's stored log and what the sandbox and the engine wrote to the console. */
export class Logbook {
	private readonly lines: LogLine[] = [];

	constructor(private readonly changes: Changes) {}

	add(line: LogLine): void {
		this.lines.push(line);
		this.changes.announce();
	}

	listed(): LogLine[] {
		return this.lines.map((line) => ({ ...line }));
	}
}
