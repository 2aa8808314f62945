/**
 * `/widget.js`: the one-line embed for other sites. A button at the corner; the chat opens in a frame of its own.
 * Runs under a strict policy of the host page: it needs `script-src` and `frame-src` for this origin and nothing else.
 * It has no style or event attributes, and its style lives in a shadow root, so neither page disturbs the other.
 */
import { type Labels, labelsFor } from './labels.ts';
import { WIDGET_CSS } from './style.ts';

const script = document.currentScript;
const OPEN = 'calmdesk-open';

const icon = (path: string): SVGElement => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

const styled = (root: ShadowRoot): void => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDGET_CSS);
  root.adoptedStyleSheets = [sheet];
};

const buttonFor = (labels: Labels): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-expanded', 'false');
  const text = document.createElement('span');
  text.textContent = labels.open;
  button.append(
    icon('M4 5.500h16v11H9.500L5 20v-3.500H4zM8 9.500c1.300-1.500 2.700-1.500 4 0s2.700 1.500 4 0'),
    text,
  );
  return button;
};

const frameFor = (origin: string, locale: string | undefined, labels: Labels): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ framed: '1', ...(locale ? { locale } : {}) });
  frame.src = `${origin}/?${query}`;
  frame.title = labels.title;
  frame.allow = 'clipboard-write';
  return frame;
};

const start = (from: HTMLScriptElement): void => {
  const { origin } = new URL(from.src);
  const { locale } = from.dataset;
  const labels = labelsFor(locale ? [locale] : navigator.languages);
  const host = document.createElement('calmdesk-widget');
  const root = host.attachShadow({ mode: 'open' });
  styled(root);
  const button = buttonFor(labels);
  const box = document.createElement('div');
  box.hidden = true;
  root.append(button, box);
  let frame: HTMLIFrameElement | undefined;
  const show = (open: boolean): void => {
    // The chat is asked for when it is wanted: the host page stays as fast as it was.
    if (open && !frame) {
      frame = frameFor(origin, locale, labels);
      box.append(frame);
    }
    box.hidden = !open;
    button.hidden = open;
    button.setAttribute('aria-expanded', String(open));
    (open ? frame : button)?.focus();
    host.dispatchEvent(new CustomEvent(OPEN, { detail: open, bubbles: true }));
  };
  button.addEventListener('click', () => show(true));
  addEventListener('message', ({ source, origin: sender, data }) => {
    const ours = frame && source === frame.contentWindow && sender === origin;
    if (ours && data?.calmdesk === 'close') show(false);
  });
  document.body.append(host);
};

if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else addEventListener('DOMContentLoaded', () => start(script));
}
