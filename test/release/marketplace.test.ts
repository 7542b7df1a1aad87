import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { LANGUAGES } from '../../src/language/languages';

const ROOT = path.resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

const listing = read('docs/marketplace.md');
const readme = read('README.md');
const manifest = JSON.parse(read('app.json')) as {
	name: string;
	version: string;
	description: string;
	author: { homepage: string; support: string };
	permissions: { name: string }[];
};

/** What stands below a heading, up to the next of its level. */
function below(heading: string): string {
	const [, text] = new RegExp(`^## ${heading}\\n+([^]*?)(?=\\n+## |\\n*$(?![^]))`, 'm').exec(listing) ?? [];
	if (text === undefined) {
		throw new Error(`docs/marketplace.md has no ${heading}.`);
	}
	return text;
}

const items = (heading: string): string[] => below(heading).split('\n').map((line) => line.replace(/^(?:-|\d\.) /, ''));

/** Rocket.Chat's categories, as its REST reference shows them (`GET /api/apps/categories`; RocketChat/Rocket.Chat-Open-API, August 2026). */
const CATEGORIES = [
	'Add-on', 'Analytics', 'Bots', 'Communication', 'Content Management', 'Customer Support', 'Design', 'Developer Tools', 'Enterprise',
	'File Management', 'Finance', 'Health & Wellness', 'Human Resources', 'Marketing', 'Media & News', 'Office Management', 'Omnichannel', 'Other',
	'Premium', 'Productivity', 'Project Management', 'Sales', 'Security & Compliance', 'Social & Fun', 'Team Culture', 'Voice & Video',
];

test('the name is the app’s, in two words at most', () => {
	expect(below('Name')).toBe(manifest.name);
	expect(manifest.name.split(' ').length).toBeLessThanOrEqual(2);
});

test.each([
	['Short description', 1, 45],
	['About', 50, 70],
	['Long description', 500, 600],
	['Privacy policy summary', 1, 1000],
])('%s has %i to %i characters, in one paragraph', (heading, least, most) => {
	const text = below(heading);
	expect(text).not.toContain('\n');
	expect(text.length).toBeGreaterThanOrEqual(least);
	expect(text.length).toBeLessThanOrEqual(most);
});

test('the line about the app is the same in the listing, in the manifest and in the README', () => {
	expect(manifest.description.startsWith(`${below('About')} `)).toBe(true);
	expect(readme.split('\n')[2]).toBe(below('About'));
});

test('what is said of the network is what the manifest says', () => {
	expect(manifest.permissions.filter(({ name }) => name.startsWith('networking'))).toEqual([]);
	for (const text of [manifest.description, below('Long description'), below('Privacy policy summary')]) {
		expect(text).toMatch(/no network permission/);
	}
});

test('the categories are some that the marketplace has', () => {
	expect(items('Categories').length).toBeGreaterThan(0);
	expect(items('Categories').filter((category) => !CATEGORIES.includes(category))).toEqual([]);
});

test('the languages are those that the app speaks', () => {
	expect(items('Languages')).toEqual([...LANGUAGES]);
	const words: Record<number, string> = { 11: 'eleven', 12: 'twelve', 13: 'thirteen', 14: 'fourteen' };
	expect(readme).toContain(`${words[LANGUAGES.length] ?? '?'} languages`);
});

test('the links are those of the manifest', () => {
	const { homepage, support } = manifest.author;
	expect(items('Links')).toEqual([`Documentation: ${homepage}#readme`, `Support: ${support}`, `Website: ${homepage}`]);
	expect(items('Links').filter((link) => !/^\w+: https:\/\//.test(link))).toEqual([]);
});

test.each(['Public changelog', 'Internal changelog'])('the %s begins with this version', (heading) => {
	expect(below(heading).split('\n')[0]).toBe(`### ${manifest.version}`);
});

test('the internal changelog names every permission that an earlier version did not have', () => {
	for (const name of ['api', 'persistence', 'user.read']) {
		expect(manifest.permissions.map((permission) => permission.name)).toContain(name);
		expect(below('Internal changelog')).toContain(`\`${name}\``);
	}
});

test('there are at most five pictures of 1200 by 600, each with a caption', () => {
	const pictures = items('Screenshots').map((line) => /^`marketplace\/([\w-]+\.png)`: (.+\.)$/.exec(line));
	const names = pictures.map((match) => match?.[1] ?? '');
	expect(names.length).toBeLessThanOrEqual(5);
	expect(names).toEqual(readdirSync(path.join(ROOT, 'docs/marketplace')).sort());
	for (const name of names) {
		const png = readFileSync(path.join(ROOT, 'docs/marketplace', name));
		expect([name, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([name, 1200, 600]);
	}
});

const SMALLER = path.join(ROOT, 'docs/marketplace-960x540');

// The portal's two rule pages ask for different sizes.
test('the same pictures are there of 960 by 540', () => {
	expect(readdirSync(SMALLER).sort()).toEqual(readdirSync(path.join(ROOT, 'docs/marketplace')).sort());
	for (const name of readdirSync(SMALLER)) {
		const png = readFileSync(path.join(SMALLER, name));
		expect([name, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([name, 960, 540]);
	}
});

test('the guide for the air gap counts the permissions that the window will list', () => {
	const words: Record<number, string> = { 12: 'twelve', 13: 'thirteen', 14: 'fourteen', 15: 'fifteen', 16: 'sixteen' };
	expect(read('docs/air-gap.md')).toContain(`There are ${words[manifest.permissions.length] ?? '?'}; \`networking\` is not among them.`);
});

test('the documents that the README sends users to hold no steps of internal testing', () => {
	const documents = [...(readme.split('\n## Contributing')[0] ?? '').matchAll(/\]\((docs\/[\w-]+\.md)/g)].map(([, name]) => name ?? '');
	expect(documents).toEqual(expect.arrayContaining(['docs/air-gap.md', 'docs/compatibility.md', 'docs/scripts.md', 'docs/settings.md', 'docs/verdict.md']));
	const testing = /npm test|npm run (?:bench|lint|types|watch)|\bjest\b|`test\//i;
	expect(documents.filter((name) => testing.test(read(name)))).toEqual([]);
});

test('the README has the sections that the marketplace’s guideline asks for', () => {
	const sections = [...readme.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
	expect(sections).toEqual(
		expect.arrayContaining([
			'About', 'How it works', 'Compatibility', 'Price', 'Who can use it', 'How it integrates', 'Capabilities', 'Install', 'Configure', 'Get started',
			'Uninstall', 'Questions', 'What user data is used for, and what not', 'What the app stores and sends', 'Permissions, and why', 'For scripts', 'Support', 'Contributing', 'Licence',
		]),
	);
});
