/**
 * Patterns that could be slow on long texts and are never given any: whoever calls them cuts the text first. `longest` is the most code units they are
 * given; at that length the worst string known must be over at once. `source` is the beginning of the pattern.
 */
export interface Bounded {
  readonly file: string;
  readonly source: string;
  readonly longest: number;
  readonly because: string;
}

export const bounded: readonly Bounded[] = [
  {
    file: 'ingest/read/html.ts',
    source: '<meta[^>]',
    longest: 4096,
    because: 'only the first 4096 bytes of a page are searched for its charset',
  },
  {
    file: 'ingest/resolve/phrases.ts',
    source: '(?<![\\p{L}])(?<phrase>',
    longest: 180,
    because: 'only the last 180 code units before a name are searched for a phrase (REACH)',
  },
  {
    file: 'ingest/resolve/phrases.ts',
    source: '(?<![\\p{L}])(?:gắn với',
    longest: 180,
    because: 'only the last 180 code units before a name are searched for a phrase (REACH)',
  },
  {
    file: 'ingest/resolve/standing.ts',
    source: '[,;]?\\s*(?:(?:và|hoặc|cùng)',
    longest: 60,
    because: 'only the last 60 code units before a name are looked at for what separates it from the one before (SEPARATOR)',
  },
  {
    file: 'ingest/repair/flat.ts',
    source: '(?<!\\s)\\s*(?=ĐẢNG CỘNG SẢN VIỆT NAM',
    longest: 1500,
    because: 'the head of a text on one line lies within its first 1500 code units (HEAD)',
  },
  {
    file: 'ingest/resolve/speaker.ts',
    source: '\\(?(?:KHÓA|KHOÁ|NHIỆM KỲ|KỲ HỌP)',
    longest: 200,
    because: 'only lines shorter than 200 code units are asked whether a body decides there',
  },
  {
    file: 'ingest/repair/gaps.ts',
    source: '(?:^|[^\\p{L}])(?<noun>',
    longest: 24,
    because: 'only the 24 code units before a single letter are searched for the noun that it belongs to',
  },
];
