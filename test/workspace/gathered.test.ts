import { Gathered, Joined } from '../../src/workspace/gathered';
import type { SettingsRead } from '../../src/workspace/read-settings';

const pass = async (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
	jest.useFakeTimers({ now: 0 });
});

afterEach(() => {
	jest.useRealTimers();
});

/** A source that answers with what is true when it is asked, after some time. */
class Source {
	truth = 'old';

	begun = 0;

	constructor(private readonly takes: number) {}

	readonly read = async (): Promise<string> => {
		this.begun += 1;
		const { truth } = this;
		await new Promise((resolve) => setTimeout(resolve, this.takes));
		return truth;
	};
}

describe('what is gathered', () => {
	test('is read at once for one alone, and once more for all who ask meanwhile: they see what became true before they asked', async () => {
		const source = new Source(100);
		const gathered = new Gathered<string>();
		const first = gathered.get(source.read);
		expect(source.begun).toBe(1);
		await pass(50);
		source.truth = 'new';
		const others = Array.from({ length: 49 }, async () => gathered.get(source.read));
		await pass(1000);
		expect(await first).toBe('old');
		expect(new Set(await Promise.all(others))).toEqual(new Set(['new']));
		expect(source.begun).toBe(2);
		void gathered.get(source.read);
		expect(source.begun).toBe(3);
	});

	test('is not held up by a reading that never ends', async () => {
		const gathered = new Gathered<string>();
		void gathered.get(() => new Promise(() => undefined));
		const next = gathered.get(async () => 'answered');
		await pass(250);
		expect(await next).toBe('answered');
	});

	test('is read anew after a failure, by who waited for it too', async () => {
		const gathered = new Gathered<string>();
		const failing = gathered.get(async () => Promise.reject(new Error('No.')));
		const waiting = gathered.get(async () => 'answered');
		await expect(failing).rejects.toThrow('No.');
		await pass(0);
		expect(await waiting).toBe('answered');
		expect(await gathered.get(async () => 'again')).toBe('again');
	});
});

describe('what is joined', () => {
	const found = (): SettingsRead => ({ settings: {}, isCutShort: false }) as SettingsRead;
	const after = (milliseconds: number) => async (): Promise<SettingsRead> => new Promise((resolve) => setTimeout(() => resolve(found()), milliseconds));

	test('is one reading for all who ask while it is under way, and none for who asks later', async () => {
		const joined = new Joined();
		const one = joined.get(after(100));
		await pass(99);
		const other = joined.get(after(100));
		await pass(1);
		expect(await other).toBe(await one);
		const later = joined.get(after(100));
		await pass(100);
		expect(await later).not.toBe(await one);
	});

	test('is never a reading that began two seconds ago', async () => {
		const joined = new Joined();
		const one = joined.get(after(5000));
		await pass(1999);
		const other = joined.get(after(10));
		await pass(1);
		const third = joined.get(after(10));
		await pass(10_000);
		expect(await other).toBe(await one);
		expect(await third).not.toBe(await one);
	});

	test('is none that failed', async () => {
		const joined = new Joined();
		await expect(joined.get(async () => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
		const next = joined.get(after(0));
		await pass(0);
		expect((await next).isCutShort).toBe(false);
	});
});
