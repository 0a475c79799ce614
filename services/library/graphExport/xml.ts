/** A piece of XML that is whole in itself. */
export interface Xml {
  readonly xml: string;
}
type Content = Xml | string | number | null;
type Attributes = Readonly<Record<string, string | number | boolean | null>>;

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Characters that XML 1.0 (section 2.2) does not hold in any form, and half letters. */
const unheld = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** A text between tags. What XML cannot hold becomes U+FFFD, so that it is seen that something stood there. */
function xmlText(text: string): string {
  return clean(text).replace(/[&<>\r]/gu, (letter) => entities[letter]!);
}

/** A value between quotation marks; line ends and tabs are kept, which would else be read as spaces. */
function xmlValue(text: string): string {
  return clean(text).replace(/[&<>"\t\n\r]/gu, (letter) => entities[letter]!);
}

/** The text with U+FFFD for each character that XML does not hold. */
export function clean(text: string): string {
  return text.toWellFormed().replace(unheld, '\ufffd');
}

/** An element. Attributes and contents that are null are left out; texts are escaped. Names are ours and need no care. */
export function el(name: string, attributes: Attributes, ...contents: readonly Content[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${xmlValue(String(value))}"`));
  const inner = contents.map((content) => (content === null ? '' : typeof content === 'object' ? content.xml : xmlText(String(content))));
  return { xml: inner.length === 0 ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inner.join('')}</${name}>` };
}

/** Pieces one after the other, each on a line of its own. */
export function lines(pieces: readonly Xml[]): Xml {
  return { xml: pieces.map(({ xml }) => `\n${xml}`).join('') };
}
