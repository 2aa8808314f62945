/** The few words of the widget, in the language of the host page. */
import en from '../../../locales/en/widget.json' with { type: 'json' };
import zhCN from '../../../locales/zh-CN/widget.json' with { type: 'json' };
import zhTW from '../../../locales/zh-TW/widget.json' with { type: 'json' };

export interface Labels {
  readonly open: string;
  readonly title: string;
}

const bundleFor = (tag: string): typeof en | undefined => {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(tag)) return zhTW;
  if (/^zh\b/i.test(tag)) return zhCN;
  return /^en\b/i.test(tag) ? en : undefined;
};

export const labelsFor = (tags: readonly string[]): Labels => {
  const found = tags.map(bundleFor).find((bundle) => bundle !== undefined) ?? en;
  return { open: found.open[0] ?? '', title: found.title[0] ?? '' };
};
