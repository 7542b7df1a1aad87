/** The web client's split of what somebody typed (`client/lib/chats/flows/processSlashCommand.ts`, 7.7.1). Without the `s` flag: text after a line break is lost. */
export function splitCommand(text: string): { command: string; params: string } | undefined {
	const [, command, params] = /^\/([^\s]+)(.*)/.exec(text) ?? [];
	return command === undefined || params === undefined ? undefined : { command, params };
}

/** Stand-ins for what a quoted group protects while the text is split at white space. */
const GUARDS = { open: '\u0086', close: '\u0087', space: '\u2008', newline: '\u008B', return: '\u008C', tab: '\u008A' };

function split(text: string): string[] {
	return text
		.replace(/\n\r/g, '\n')
		.split(/[ \n\r\t]/)
		.filter((item) => item !== '');
}

/** Behaves as the server's `lib/utils/parseParameters.ts` (7.7.1): adjacent quoted groups are two items, curly quotes are no quotes. */
export function parseParameters(params: string): string[] {
	const groups = params.match(/((["'])(?:(?=(\\?))\3.)*?\2)/gs);
	if (params.trim() === '' || groups === null) {
		return split(params);
	}
	const guarded = groups.reduce((text, group) => {
		const inside = group.slice(1, -1).replace(/ /g, GUARDS.space).replace(/\n/g, GUARDS.newline).replace(/\r/g, GUARDS.return).replace(/\t/g, GUARDS.tab);
		return text.replace(group, `${GUARDS.open}${inside}${GUARDS.close}`);
	}, params);
	return split(guarded.replaceAll(`${GUARDS.close}${GUARDS.open}`, `${GUARDS.close} ${GUARDS.open}`)).map((item) =>
		item
			.replaceAll(GUARDS.space, ' ')
			.replaceAll(GUARDS.newline, '\n')
			.replaceAll(GUARDS.return, '\r')
			.replaceAll(GUARDS.tab, '\t')
			.replace(/[\u0086\u0087]/g, '')
			.replace(/\\"/g, '"'),
	);
}
