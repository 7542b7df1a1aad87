/** Milliseconds that the processor works on something: unlike those that pass, they do not grow with what else the machine does. */
export function processorTime(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
