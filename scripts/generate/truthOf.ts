import type { Relation } from '#ingest/model/relation.ts';
import type { AnnotatedCitation } from '../evaluate/annotation.ts';
import { isoOf } from './calendar.ts';
import type { Signed } from './close.ts';
import type { Draft } from './draft.ts';
import type { Layout } from './head.ts';
import { bare, type Place, settle } from './marks.ts';
import type { MentionPlace, TrueTask, Truth } from './truth.ts';

/** Strongest first, as the definitions of the annotations order them. */
const strength: readonly Relation[] = ['amends', 'replaces', 'reviews', 'implements', 'basis', 'related', 'cites'];

interface Outside {
  readonly name: string;
  readonly layout: Layout;
  readonly title: string;
  readonly signers: readonly Signed[];
  readonly recipients: readonly string[];
}

/** The text without marks, and what it says, gathered from the marks in it. */
export function truthOf(
  draft: Draft,
  marked: string,
  { name, layout, title, signers, recipients }: Outside,
): { text: string; truth: Truth } {
  const { text, places } = settle(marked);
  const mentions = places.flatMap(({ id, start, end }): (MentionPlace & { code: string })[] => {
    const said = draft.said.get(id);
    return said === undefined ? [] : [{ ...said, start, end }];
  });
  const headed = layout !== 'none';
  const truth: Truth = {
    file: name,
    document: {
      type: draft.code,
      number: headed ? draft.key : null,
      issuer: headed ? fullName(draft) : draft.speaker,
      place: headed ? draft.office.place : null,
      date: headed || draft.meeting ? isoOf(draft.date) : null,
      dateSource: headed ? 'header' : draft.meeting ? 'meeting' : null,
      title: bare(title),
    },
    signatures: signers.map(({ capacity, position, name: person }) => ({ capacity, position, name: person })),
    recipients,
    aliases: draft.aliases,
    citations: citationsOf(mentions),
    attested: draft.attested.filter(({ from, to }) => from !== draft.key && to !== draft.key),
    tasks: places.flatMap((place) => taskOf(draft, text, place)),
    places: mentions.map(({ code: _, ...place }) => place),
  };
  return { text, truth };
}

/** A council or its committee is named in full by the head: "Ủy ban nhân dân tỉnh" with the province's name. */
function fullName({ speaker, office }: Draft): string {
  return /^(?:Ủy ban|Hội đồng) nhân dân \p{Ll}+(?: \p{Ll}+)?$/u.test(speaker) ? `${speaker} ${office.place}` : speaker;
}

function taskOf(draft: Draft, text: string, { id, start, end }: Place): TrueTask[] {
  const facts = draft.tasks.get(id);
  if (facts === undefined) return [];
  // The quote stays within the first sentence.
  const words = (text.slice(start, end).split(/(?<=\p{L}{2})\.\s/u)[0] ?? '').split(/\s+/u);
  return [
    {
      quote: words
        .slice(0, Math.min(12, words.length))
        .join(' ')
        .replace(/[.;,:]$/u, ''),
      ...facts,
    },
  ];
}

/** One citation for each key, in the order of first mentions; what any mention states is stated, the first word counts. */
export function citationsOf(
  mentions: readonly (MentionPlace & { readonly code?: string })[],
  types: ReadonlyMap<string, string> = new Map(),
): AnnotatedCitation[] {
  const byKey = new Map<string, AnnotatedCitation>();
  for (const { key, code, date, issuer, term, relation } of mentions) {
    const known = byKey.get(key);
    byKey.set(key, {
      key,
      type: known?.type ?? code ?? types.get(key) ?? null,
      date: known?.date ?? date,
      issuer: known?.issuer ?? issuer,
      term: known?.term ?? term,
      mentions: (known?.mentions ?? 0) + 1,
      relation:
        known === undefined
          ? relation
          : strength.indexOf(relation) < strength.indexOf(known.relation as Relation)
            ? relation
            : known.relation,
    });
  }
  return [...byKey.values()];
}
