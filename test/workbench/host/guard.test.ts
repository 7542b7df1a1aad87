import { refusal } from '../../../tools/workbench/host/guard';

const port = 3333;
const own = { host: '127.0.0.1:3333', 'content-type': 'application/json' };

test.each([
	{ what: 'a look at the page', method: 'GET', headers: own },
	{ what: 'a look at it under its other name', method: 'GET', headers: { host: 'LOCALHOST:3333' } },
	{ what: 'a request of the page itself', method: 'POST', headers: { ...own, origin: 'http://127.0.0.1:3333', 'sec-fetch-site': 'same-origin' } },
	{ what: 'a request from a command line', method: 'POST', headers: own },
])('$what is served', ({ method, headers }) => {
	expect(refusal({ method, headers }, port)).toBeNull();
});

test.each([
	{ what: 'a name that was rebound to this machine', method: 'GET', headers: { host: 'evil.example:3333' } },
	{ what: 'another port of this machine', method: 'GET', headers: { host: '127.0.0.1:8080' } },
	{ what: 'no name at all', method: 'GET', headers: {} },
	{ what: 'a page from elsewhere', method: 'POST', headers: { ...own, origin: 'https://evil.example' } },
	{ what: 'a page on another port', method: 'POST', headers: { ...own, origin: 'http://127.0.0.1:8080' } },
	{ what: 'a page without an origin', method: 'POST', headers: { ...own, origin: 'null' } },
	{ what: 'a cross-site request', method: 'POST', headers: { ...own, 'sec-fetch-site': 'cross-site' } },
	{ what: 'a form', method: 'POST', headers: { ...own, 'content-type': 'application/x-www-form-urlencoded' } },
])('$what is refused', ({ method, headers }) => {
	expect(refusal({ method, headers }, port)).toMatch(/^The workbench /);
});
