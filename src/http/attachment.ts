/** An answer that the browser saves as a file and nobody keeps on the way. */
import type { Reply } from './route.ts';

export const attachment = (name: string, type: string, body: string): Reply => ({
  status: 200,
  body,
  headers: {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  },
});
