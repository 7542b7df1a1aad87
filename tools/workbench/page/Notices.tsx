import type { ReactElement } from 'react';
import { useCallback, useState } from 'react';

interface Notice {
	id: number;
	text: string;
}

/** What went wrong, until somebody has read it. */
export function useNotices(): { notices: Notice[]; tell: (text: string) => void; dismiss: (id: number) => void } {
	const [notices, setNotices] = useState<Notice[]>([]);
	const tell = useCallback((text: string) => {
		setNotices((before) => [...before.filter((notice) => notice.text !== text), { id: Date.now() + before.length, text }].slice(-3));
	}, []);
	const dismiss = useCallback((id: number) => setNotices((before) => before.filter((notice) => notice.id !== id)), []);
	return { notices, tell, dismiss };
}

export function Notices({ notices, onDismiss }: { notices: Notice[]; onDismiss: (id: number) => void }): ReactElement {
	return (
		<div className="notices" role="alert" dir="auto">
			{notices.map(({ id, text }) => (
				<p key={id} className="notice">
					<span>{text}</span>
					<button type="button" className="plain" aria-label="Dismiss" onClick={() => onDismiss(id)}>
						✕
					</button>
				</p>
			))}
		</div>
	);
}
