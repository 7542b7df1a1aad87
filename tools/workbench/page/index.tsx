import '@rocket.chat/icons/dist/rocketchat.css';
import '@rocket.chat/fuselage/dist/fuselage.css';
import './page.css';
import { render } from 'react-dom';
import { App } from './App';

const root = document.getElementById('page');
if (root === null) {
	throw new Error('The page has no place to draw into.');
}
render(<App />, root);
