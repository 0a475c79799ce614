/**
 * Words that carry their own marks while a document is being put together: `open id middle words close`. Marks may lie in one another.
 * Settled at the end in one pass, so that every place is exact whatever was put before it. Control characters stand in no document.
 */
const open = '\u0001';
const middle = '\u0002';
const close = '\u0003';

export interface Place {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export function mark(id: string, words: string): string {
  return `${open}${id}${middle}${words}${close}`;
}

/** The text without marks, and where the marked words stand in it (UTF-16 code units, end exclusive), in the order in which they begin. */
export function settle(marked: string): { text: string; places: Place[] } {
  const places: { id: string; start: number; end: number }[] = [];
  const opened: { id: string; start: number; end: number }[] = [];
  let text = '';
  let from = 0;
  for (let at = 0; at < marked.length; at += 1) {
    const code = marked.charCodeAt(at);
    if (code !== 1 && code !== 3) continue;
    text += marked.slice(from, at);
    if (code === 1) {
      const end = marked.indexOf(middle, at);
      const place = { id: marked.slice(at + 1, end), start: text.length, end: text.length };
      places.push(place);
      opened.push(place);
      at = end;
    } else opened.pop()!.end = text.length;
    from = at + 1;
  }
  return { text: text + marked.slice(from), places };
}

/** The words alone. */
export function bare(marked: string): string {
  return marked.replace(/\u0001[^\u0002]*\u0002|\u0003/gu, '');
}

/** With a capital first letter. */
export function capital(marked: string): string {
  let at = 0;
  while (marked[at] === open) at = marked.indexOf(middle, at) + 1;
  return marked.slice(0, at) + marked.charAt(at).toUpperCase() + marked.slice(at + 1);
}
