/** The widget's style, for its shadow root. Colours as on the chat page. */
export const WIDGET_CSS = `
:host { all: initial; position: fixed; inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px; z-index: 2147483000; }
button { display: inline-flex; align-items: center; gap: 10px; min-block-size: 52px; padding: 10px 22px 10px 18px; border: 0; border-radius: 999px; background: #2c6a64; color: #fff; font: 500 16px/1.4 system-ui, -apple-system, "Segoe UI", "PingFang SC", "PingFang TC", "Microsoft YaHei", "Microsoft JhengHei", "Noto Sans CJK SC", sans-serif; cursor: pointer; box-shadow: 0 2px 6px rgb(20 40 40 / 18%), 0 10px 28px rgb(20 40 40 / 18%); }
button:hover { background: #235751; }
button:focus-visible { outline: 3px solid #2c6a64; outline-offset: 3px; }
svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
[hidden] { display: none; }
div { position: fixed; inset-block-end: max(20px, env(safe-area-inset-bottom)); inset-inline-end: 20px; inline-size: min(420px, calc(100vw - 40px)); block-size: min(700px, calc(100dvh - 40px)); border-radius: 22px; overflow: hidden; background: Canvas; box-shadow: 0 2px 8px rgb(20 40 40 / 20%), 0 18px 50px rgb(20 40 40 / 25%); }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
@media (max-width: 560px) { div { inset: 0; inline-size: 100%; block-size: 100dvh; border-radius: 0; } }
@media (prefers-color-scheme: dark) { button { background: #8accc0; color: #0d2220; } button:hover { background: #a3dbd0; } }
`;
