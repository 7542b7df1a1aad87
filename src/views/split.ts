/**
 * A message longer than this is cut or refused by a workspace that keeps the default `Message_MaxAllowedSize` of 5000.
 */
export const MESSAGE_LIMIT = 4500;

/**
 * Packs sections into as few messages as hold them, in order. A section is never cut, unless it alone is too long:
 * then it goes on, from one line to the next, in the following message.
 *
 * @param limit characters that a message may have
 */
export function intoMessages(sections: readonly string[], limit: number = MESSAGE_LIMIT): string[] {
	const messages: string[] = [];
	for (const part of sections.flatMap((section) => intoParts(section, limit))) {
		const last = messages[messages.length - 1];
		if (last !== undefined && last.length + part.length + SEPARATOR.length <= limit) {
			messages[messages.length - 1] = `${last}${SEPARATOR}${part}`;
		} else {
			messages.push(part);
		}
	}
	return messages;
}

const SEPARATOR = '\n\n';

function intoParts(section: string, limit: number): string[] {
	if (section.length <= limit) {
		return [section];
	}
	const parts: string[] = [];
	for (const line of section.split('\n')) {
		const last = parts[parts.length - 1];
		if (last !== undefined && last.length + line.length + 1 <= limit) {
			parts[parts.length - 1] = `${last}\n${line}`;
		} else {
			parts.push(line);
		}
	}
	return parts;
}
