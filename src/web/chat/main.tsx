/** Starts the chat page. */
import { render } from 'preact';
import { firstLocale } from '../base/locale.ts';
import { Chat } from './chat.ts';
import { keepFocus } from './keepFocus.ts';
import { followKeyboard } from './keyboard.ts';
import { App } from './parts/App.tsx';

const asked = new URLSearchParams(location.search);
const chat = new Chat(firstLocale(asked.get('locale')));
void chat.start();
followKeyboard();
keepFocus();
// A file that is on its way would be lost with the page; lines are not.
addEventListener('beforeunload', (event) => {
  if (chat.state.uploads.length > 0) event.preventDefault();
});

const root = document.getElementById('chat');
if (root) render(<App chat={chat} framed={asked.has('framed')} />, root);
