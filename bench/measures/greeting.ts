/**
 * From the click on the address to the bot's first words on the screen: our page beside the stock Web Chat page, on the same
 * server. Web Chat is no dependency of ours: `--webchat` names its bundle (`npm pack botframework-webchat`, dist/webchat.js).
 */
import { existsSync, readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { startTarget } from '../parts/target.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

/** A page that the test hands over has no address; its socket to this machine would be refused. */
const NOT_LOCAL = '--disable-features=LocalNetworkAccessChecks';

/** As Web Chat's own samples have it, on our Direct Line. */
const STOCK = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>html,body,#chat{height:100%;margin:0}</style>
<script src="/stock/webchat.js"></script></head><body><div id="chat" role="main"></div><script>
fetch('/api/chat/token',{method:'POST',headers:{'Content-Type':'application/json'},body:'{}'}).then(r=>r.json()).then(({token})=>
WebChat.renderWebChat({directLine:WebChat.createDirectLine({token,domain:location.origin+'/v3/directline'}),locale:'zh-CN'},document.getElementById('chat')));
</script></body></html>`;

/** Remembers the first words that come over a socket, on whichever page. */
const LISTEN = `(() => { const Own = WebSocket; window.WebSocket = class extends Own { constructor(...a) { super(...a);
  this.addEventListener('message', ({ data }) => { try { const said = JSON.parse(data).activities?.find((one) => one.text);
  window.greeting ??= said?.text.slice(0, 8); } catch {} }); } }; })();`;

/** Runs in the page. */
const seen = (): number | false => {
  const { greeting } = window as unknown as { readonly greeting?: string };
  // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not visible
  return greeting !== undefined && document.body.innerText.includes(greeting) && performance.now();
};

const visible = async (browser: Browser, url: string, webchat: string): Promise<number> => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(LISTEN);
  await page.route('**/stock/', (route) => route.fulfill({ contentType: 'text/html', body: STOCK }));
  await page.route('**/stock/webchat.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', path: webchat }),
  );
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(seen, undefined, { polling: 'raf' });
  const at = Number(await handle.jsonValue());
  await context.close();
  return at;
};

export interface GreetingFigures {
  readonly ours: readonly number[];
  readonly stock: readonly number[];
}

/** A fresh browser context each time: nothing is cached. */
export const measureGreeting = async (webchat: string, rounds: number): Promise<GreetingFigures> => {
  if (!CHROMIUM) throw new Error('no Chromium on this machine');
  readFileSync(webchat);
  const target = await startTarget('ours');
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', NOT_LOCAL] });
  const [ours, stock]: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const pair = [
      await visible(browser, `${target.base}/`, webchat),
      await visible(browser, `${target.base}/stock/`, webchat),
    ] as const;
    if (round < 0) continue;
    ours.push(pair[0]);
    stock.push(pair[1]);
  }
  await browser.close();
  await target.stop();
  return { ours, stock };
};
