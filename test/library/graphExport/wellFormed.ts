/**
 * Holds a text to the rules of XML 1.0 that readers insist on, as far as our files need them: one root, tags that open and close in turn, values in quotation
 * marks, no letter that XML does not hold, no `&` but of an entity, no attribute twice. Returns what is wrong first, or null.
 */
export function faultOf(xml: string): string | null {
  const alien = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml.toWellFormed());
  if (alien !== null || !xml.isWellFormed()) return `a letter that XML does not hold at ${alien?.index}`;
  const pieces = /<\?xml [^?]*\?>|<(\/?)([\p{L}_][\p{L}\p{N}:._-]*)((?:\s+[\p{L}_][\p{L}\p{N}:._-]*="[^"<]*")*)\s*(\/?)>|[^<]+/uy;
  const open: string[] = [];
  let roots = 0;
  let at = 0;
  while (at < xml.length) {
    pieces.lastIndex = at;
    const found = pieces.exec(xml);
    if (found === null) return `no tag at ${JSON.stringify(xml.slice(at, at + 60))}`;
    at = pieces.lastIndex;
    const [piece, closing, name, attributes = '', empty] = found;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(piece)) return `a bare & in ${JSON.stringify(piece.slice(0, 60))}`;
    if (name === undefined) {
      if (open.length === 0 && !piece.startsWith('<?xml ') && piece.trim() !== '') return 'text outside of the root';
      continue;
    }
    const names = [...attributes.matchAll(/([^\s="]+)="[^"]*"/gu)].map((match) => match[1]);
    if (new Set(names).size < names.length) return `an attribute twice in ${piece}`;
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing`;
    } else {
      if (open.length === 0) roots += 1;
      if (empty !== '/') open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is not closed`;
  return roots === 1 ? null : `${roots} roots`;
}
