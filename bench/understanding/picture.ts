/** A confusion table as an SVG picture: truth down, guess across, darker is more. */
import type { Confusion } from '../../src/nlu/measure/score.ts';

const CELL = 22;
const LEFT = 190;
const TOP = 190;

const plain = (text: string): string => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);

function cell(count: number, total: number, x: number, y: number, right: boolean): string {
  if (count === 0) return '';
  const share = count / total;
  const hue = right ? 150 : 10;
  const light = Math.round(92 - share * 55);
  const ink = light < 60 ? '#fff' : '#222';
  return (
    `<rect x="${x}" y="${y}" width="${CELL - 1}" height="${CELL - 1}" fill="hsl(${hue} 55% ${light}%)"/>` +
    `<text x="${x + CELL / 2}" y="${y + CELL / 2 + 4}" text-anchor="middle" fill="${ink}">${count}</text>`
  );
}

export function pictureOf(confusion: Confusion, labels: readonly string[], title: string): string {
  const size = labels.length * CELL;
  const rows = labels.map((truth, i) => {
    const row = confusion.get(truth) ?? new Map<string, number>();
    const total = [...row.values()].reduce((a, b) => a + b, 0) || 1;
    const cells = labels.map((guess, j) =>
      cell(row.get(guess) ?? 0, total, LEFT + j * CELL, TOP + i * CELL, truth === guess),
    );
    const y = TOP + i * CELL + CELL / 2 + 4;
    return `<text x="${LEFT - 6}" y="${y}" text-anchor="end">${plain(truth)}</text>${cells.join('')}`;
  });
  const heads = labels.map((guess, j) => {
    const x = LEFT + j * CELL + CELL / 2 + 4;
    return `<text transform="translate(${x} ${TOP - 6}) rotate(-90)">${plain(guess)}</text>`;
  });
  const width = LEFT + size + 20;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + size + 20}" font-family="sans-serif" font-size="11">` +
    `<rect width="100%" height="100%" fill="#fff"/><text x="10" y="20" font-size="14">${plain(title)}</text>` +
    `<rect x="${LEFT}" y="${TOP}" width="${size}" height="${size}" fill="#f6f6f6"/>${heads.join('')}${rows.join('')}</svg>\n`
  );
}
