/** Builds the pages into dist/web: `/` (chat), `/desk` and the one-line embed `/widget.js`. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * botframework-directlinejs carries a second transport (Direct Line App Service Extension) and polyfills for old
 * browsers. The page uses neither: without them it is half the size.
 */
const UNUSED = /^(?:core-js\/features\/promise|url-search-params-polyfill|\.\/directLineStreaming)$/;

const leaveOut: Plugin = {
  name: 'calmdesk-leave-out',
  enforce: 'pre',
  resolveId: (id, importer) =>
    UNUSED.test(id) && importer?.includes('botframework-directlinejs') ? '\0left-out' : undefined,
  load: (id) => (id === '\0left-out' ? 'export const DirectLineStreaming = undefined;' : undefined),
};

/** The widget is one classic script: it must run from a plain script tag and leave no names in the host page. */
const classicWidget: Plugin = {
  name: 'calmdesk-classic-widget',
  generateBundle: (_, bundle) => {
    const widget = bundle['widget.js'];
    if (widget?.type !== 'chunk') return;
    if (widget.imports.length > 0) throw new Error('widget.js must not import other chunks');
    widget.code = `(()=>{${widget.code}})();\n`;
  },
};

export default defineConfig({
  root: here,
  base: '/',
  // The dependency scan must not wander into the server's files.
  publicDir: false,
  plugins: [leaveOut, classicWidget],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        chat: `${here}index.html`,
        desk: `${here}desk/index.html`,
        widget: `${here}widget/widget.ts`,
      },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
