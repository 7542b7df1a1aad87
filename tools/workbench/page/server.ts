import { useEffect, useState } from 'react';
import type { Outcome, PageState, Requests } from '../contract';

/** This window among several of one person: what it asks to open, opens here alone. A page that is loaded anew is the same window. */
const thisWindow = window.sessionStorage.getItem('window') ?? String(Math.random()).slice(2, 12);
window.sessionStorage.setItem('window', thisWindow);

/** What may open something. */
const opening = new Set<keyof Requests>(['command', 'action', 'button']);

/** Asks the workbench's server for something; the answer is what went wrong, or null. */
export async function ask<Name extends keyof Requests>(name: Name, body: Requests[Name]): Promise<string | null> {
	try {
		const response = await fetch(`/api/${name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(opening.has(name) ? { ...body, window: thisWindow } : body),
		});
		const outcome = (await response.json()) as Outcome;
		return outcome.problem;
	} catch {
		return 'The workbench does not answer. Is it still running?';
	}
}

export async function read<Content>(path: string): Promise<Content> {
	const response = await fetch(path);
	if (!response.ok) {
		throw new Error(await response.text());
	}
	return (await response.json()) as Content;
}

/**
 * What this user's client shows, kept up to date; null before the first word from the server. A page that was made anew
 * meanwhile is loaded instead.
 */
export function useServerState(as: string | null): { state: PageState | null; connected: boolean } {
	const [state, setState] = useState<PageState | null>(null);
	const [connected, setConnected] = useState(true);

	useEffect(() => {
		const source = new EventSource(`/api/state?${new URLSearchParams({ window: thisWindow, ...(as === null ? {} : { as }) }).toString()}`);
		source.onmessage = (event: MessageEvent<string>) => {
			const next = JSON.parse(event.data) as PageState;
			if (next.page !== document.documentElement.dataset['version']) {
				source.close();
				window.location.reload();
				return;
			}
			setConnected(true);
			setState(next);
		};
		source.onerror = () => setConnected(false);
		return () => source.close();
	}, [as]);

	return { state, connected };
}
