import { translator } from '../../src/language/translate';
import { judge } from '../../src/posture/judge';
import { asMessages, MESSAGE_LIMIT } from '../../src/show/as/chat';
import { insteadOfFile } from '../../src/show/as/instead-of-file';
import { fileStoreStatements } from '../../src/show/tell/export';
import { defaultSignals } from '../posture/signals';

const translate = translator('en');
const posture = judge(defaultSignals(), new Date(0), '0.0.0');

describe('where no file can be handed over', () => {
	test('a file that fits one message is given whole, without its byte order mark', () => {
		const { lead, answer } = insteadOfFile('\uFEFF"a","b"\r\n', posture);
		expect([...asMessages([lead], translate), ...asMessages(answer, translate)]).toEqual(['Here it is as text instead:', '```\n"a","b"\n```']);
	});

	test('one that fits a few messages is given in these, cut between its lines', () => {
		const rows = Array.from({ length: 200 }, (_, at) => `"row ${at}","${'x'.repeat(40)}"`);
		const messages = asMessages(insteadOfFile(`${rows.join('\r\n')}\r\n`, posture).answer, translate);
		expect(messages.length).toBeGreaterThan(1);
		expect(messages.every((message) => message.length <= MESSAGE_LIMIT && message.startsWith('```\n') && message.endsWith('\n```'))).toBe(true);
		expect(messages.join('\n').split(/\r?\n/).filter((line) => line !== '```')).toEqual(rows);
	});

	test.each([
		['longer than a few messages', 'x\n'.repeat(2 * MESSAGE_LIMIT)],
		['too long', 'x'.repeat(MESSAGE_LIMIT)],
		['able to end the code block', 'a\n```\nb'],
	])('one that is %s gives way to the short answer', (_, content) => {
		const { lead, answer } = insteadOfFile(content, posture);
		const [text = ''] = asMessages(answer, translate);
		expect(asMessages([lead], translate)).toEqual(['It is too long for messages. Here is the short answer instead:']);
		expect(text).toContain('*Deployment:*');
		expect(text.length).toBeLessThan(MESSAGE_LIMIT);
	});
});

describe('before the first file', () => {
	const said = (...given: Parameters<typeof defaultSignals>): string[] => fileStoreStatements(judge(defaultSignals(...given), new Date(0), '0.0.0')).map((statement) => translate(statement));

	test('an own store is not called outside, and an unread one neither way', () => {
		expect(said({ FileUpload_Storage_Type: 'GridFS' })[0]).toContain("this workspace's own file store");
		expect(said({ FileUpload_Storage_Type: 'AmazonS3' })[0]).toContain("apart from this workspace's own database and disk");
		expect(said({}, ['FileUpload_Storage_Type'])[0]).toContain('could not be found out');
	});

	test('push notifications are named where they are on or unknown', () => {
		const push = 'may travel as a push notification';
		expect(said({ Push_enable: false }).join(' ')).not.toContain(push);
		const allowed = { Push_enable_gateway: true, Register_Server: true, Cloud_Service_Agree_PrivacyTerms: true };
		expect(said(allowed, ['Push_enable']).join(' ')).toContain(push);
		expect(said({ ...allowed, Push_enable: true }).join(' ')).toContain(push);
	});
});
