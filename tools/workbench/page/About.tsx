import type { ReactElement } from 'react';

/** What a visitor may take for Rocket.Chat's own, and what not. */
export function About(): ReactElement {
	return (
		<div className="prose">
			<h3>Rocket.Chat’s own code</h3>
			<ul>
				<li>the app’s package, made by the rc-apps command line; once its source has changed, of the same code and without rc-apps, which is quicker</li>
				<li>the Apps-Engine that installs and runs it</li>
				<li>the Deno sandbox that it runs in</li>
				<li>the Fuselage UI kit that draws panels, modals and blocks</li>
				<li>the parser that takes messages apart, and marked, with which its settings page does so with descriptions</li>
				<li>the validators that check each view (a refused view gets a red box)</li>
			</ul>
			<h3>Ours</h3>
			<ul>
				<li>a Rocket.Chat in memory behind the engine’s bridges: settings, users, rooms, messages, files. It stands in for the server and its database</li>
				<li>this page around the panels, and in it the elements that a parsed text becomes, callouts, and the labels of inputs</li>
				<li>the workspaces: data made up for what each of them shows</li>
			</ul>
			<p>Plain messages that you type stay in this page; only commands, buttons and panels reach the app. Nothing leaves this machine.</p>
		</div>
	);
}
