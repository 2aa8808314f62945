/** Starts the desk page. */
import { render } from 'preact';
import { Desk } from './parts/Desk.tsx';

const root = document.getElementById('desk');
if (root) render(<Desk />, root);
