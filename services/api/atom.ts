import { createHash } from 'node:crypto';

/** A feed in the form of RFC 4287. Times are ISO, UTC; addresses absolute. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly self: string;
  /** When the newest entry was. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly updated: string;
  readonly author: string | null;
  readonly category: string | null;
  readonly summary: string | null;
}

export const atomType = 'application/atom+xml; charset=utf-8';

/** The feed as XML. All text is plain text (`type="text"`, the standard of RFC 4287): nothing in it is read as markup. */
export function atomOf({ id, title, subtitle, self, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
    `  <id>${escaped(id)}</id>`,
    `  <title>${escaped(title)}</title>`,
    ...(subtitle === null ? [] : [`  <subtitle>${escaped(subtitle)}</subtitle>`]),
    `  <updated>${escaped(updated)}</updated>`,
    '  <author><name>Vankien</name></author>',
    '  <generator>Vankien</generator>',
    `  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    ...entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}

function entryLines({ id, title, link, updated, author, category, summary }: FeedEntry): string[] {
  return [
    '  <entry>',
    `    <id>${escaped(id)}</id>`,
    `    <title>${escaped(title)}</title>`,
    `    <updated>${escaped(updated)}</updated>`,
    `    <link rel="alternate" type="application/json" href="${escaped(link)}"/>`,
    ...(author === null ? [] : [`    <author><name>${escaped(author)}</name></author>`]),
    ...(category === null ? [] : [`    <category term="${escaped(category)}"/>`]),
    ...(summary === null ? [] : [`    <summary>${escaped(summary)}</summary>`]),
    '  </entry>',
  ];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or an attribute in double quotes. Characters that XML 1.0 cannot hold at all become U+FFFD. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/gu, (character) => entities[character] ?? '');
}

/** An id that is the same wherever and whenever it is made: a name-based UUID (RFC 9562, version 5) of `name`, for what is known under a name of our own. */
export function stableId(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')}`;
}

/** The UUID under which names of ours are made. */
const namespace = Buffer.from('6f1d0a52b7c94e0f9a3bd5c2e8471690', 'hex');
