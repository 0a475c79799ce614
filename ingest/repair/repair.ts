import type { RawText, RepairedText } from '#ingest/model/source.ts';
import { confusions } from './confusions.ts';
import { applied, type Draft, editsOf, forward, originMap, together, untouched } from './draft.ts';
import { flat } from './flat.ts';
import { form } from './form.ts';
import { gaps } from './gaps.ts';
import { glance } from './glance.ts';
import { glyphs } from './glyphs.ts';
import { joins } from './joins.ts';
import { legacy } from './legacy.ts';
import { bullets, composed, letters } from './letters.ts';
import { lines } from './lines.ts';
import { escapes, marks } from './marks.ts';
import { moved, scan } from './scan.ts';
import { spaces } from './spaces.ts';
import { symbols } from './symbols.ts';
import { wording } from './wording.ts';

/**
 * The text made whole: letters, lines and symbols mended, a line a block (no blank lines, no blanks at a line's ends, single spaces inside).
 * Every step is a function from a text to the changes it asks for; the draft keeps the exact map back to the raw text.
 * What is ambiguous stays as it is; a change that could be wrong is an edit marked as a guess. Never throws.
 */
export function repair(raw: RawText): RepairedText {
  let draft: Draft = untouched(raw.text);
  let seen = glance(draft.text);
  if (seen.legacy) {
    draft = applied(draft, legacy(draft.text));
    seen = glance(draft.text);
  }
  draft = applied(draft, letters(draft.text, seen.unusual));
  draft = applied(draft, escapes(draft.text));
  draft = applied(draft, marks(draft.text, raw.mediaType));
  if (seen.privateUse) draft = applied(draft, bullets(draft.text));
  // After the marks: what they parted may belong together.
  if (seen.decomposed) draft = applied(draft, composed(draft.text));
  draft = applied(draft, gaps(draft.text));
  draft = applied(draft, form(draft.text));
  draft = applied(draft, flat(draft.text));
  draft = applied(draft, lines(draft.text, forward(draft, raw.pages)));
  let found = scan(draft.text);
  const mendedGlyphs = glyphs(draft.text, found);
  draft = applied(draft, mendedGlyphs);
  found = moved(found, mendedGlyphs);
  const single = spaces(draft.text);
  draft = applied(draft, single);
  found = moved(found, single);
  draft = applied(
    draft,
    together(
      confusions(draft.text, found),
      together(wording(draft.text, found), together(symbols(draft.text, found), joins(draft.text, found))),
    ),
  );
  return { text: draft.text, edits: editsOf(draft, raw.text), origin: originMap(draft, raw.pages) };
}
