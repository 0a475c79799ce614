import type { Cascade, Effect, GraphEdge, MissingWorks, Paths, StatementList, WorkView } from '#services/library/shapes.ts';
import { count, safe } from './format.ts';
import { active, choiceLines, findingLines, label, passive, withinLines, witnessLines } from './tree.ts';

const byId = (works: readonly WorkView[]): ReadonlyMap<string, WorkView> => new Map(works.map((work) => [work.id, work]));
const nameIn = (works: ReadonlyMap<string, WorkView>, id: string) => {
  const work = works.get(id);
  return work === undefined ? safe(id) : label(work);
};

/** A page of statements: who says what of which work. */
export function* statementLines(
  list: StatementList,
  asked: { readonly of: string; readonly other?: string | undefined; readonly direction: 'up' | 'down' },
): Generator<string> {
  const { direction } = asked;
  if (list.choices.length > 0) yield* choiceLines(list.choices, asked.of);
  if (list.choicesOther.length > 0) yield* choiceLines(list.choicesOther, asked.other ?? '');
  if (list.work === null) return;
  yield `${label(list.work)}: ${count(list.total, 'statement')}`;
  const works = byId(list.works);
  for (const { from, to, kind, quote, name, page, attested, confidence } of list.statements) {
    const [words, far] = direction === 'up' ? [active[kind], to] : [passive[kind], from];
    const how = [attested ? 'said by a third' : [], confidence === 'assumed' && kind !== 'cites' ? 'assumed' : []].flat();
    yield `  ${words}: ${nameIn(works, far)}`;
    yield `    “${safe(quote)}” (${[safe(name), `page ${page}`, ...how].join(', ')})`;
  }
  yield* withinLines(list.within);
  if (list.next !== null) yield `\nThere are more; go on with --after ${safe(list.next)}`;
  yield* findingLines(list);
}

/** Chains with the words of every step. */
export function* pathLines(paths: Paths, first: string, second: string): Generator<string> {
  if (paths.choicesFrom.length > 0) yield* choiceLines(paths.choicesFrom, first);
  if (paths.choicesTo.length > 0) yield* choiceLines(paths.choicesTo, second);
  if (paths.choicesFrom.length + paths.choicesTo.length > 0) return;
  const works = byId(paths.works);
  if (paths.shortest === 0) yield `${nameIn(works, paths.from!)}: both are this document.`;
  else if (paths.chains.length === 0) {
    yield `No chain leads from ${safe(first)} to ${safe(second)} or back${paths.truncated ? ', as far as could be looked' : ''}.`;
  }
  const edges = new Map(paths.edges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
  for (const [index, chain] of paths.chains.entries()) {
    yield `${index === 0 ? '' : '\n'}${index + 1}. ${count(chain.steps, 'step')}:`;
    yield `  ${nameIn(works, chain.works[0]!)}`;
    for (const [at, to] of chain.works.slice(1).entries()) {
      const edge = edges.get(JSON.stringify([chain.works[at], to]))!;
      yield `  ${kindsOf(edge)}: ${nameIn(works, to)}`;
      yield* witnessLines(edge, works, '    ');
    }
  }
  if (paths.chains.length > 0 && paths.truncated) yield '\nThere are more chains than were shown; raise --limit or --steps.';
  yield* findingLines(paths);
}

const kindsOf = (edge: GraphEdge) => edge.kinds.map(({ kind }) => active[kind]).join(', ');

const levelNames = { central: 'centre', province: 'province', district: 'district', base: 'grass roots' } as const;

/** The tree of a directive, then its levels. */
export function* cascadeLines(cascade: Cascade): Generator<string> {
  const works = byId(cascade.entries);
  for (const { depth, link, timing, days, further, ...work } of cascade.entries) {
    const indent = '  '.repeat(depth);
    if (link === null) {
      yield label(work);
      continue;
    }
    const when = {
      after: `${count(days ?? 0, 'day')} later`,
      'same-day': 'on the same day',
      before: `! ${count(days ?? 0, 'day')} before`,
      unknown: 'after how long is unknown',
    };
    yield `${indent}${link.kinds.map(({ kind }) => passive[kind]).join(', ')}, ${when[timing]}: ${label(work)}`;
    yield* witnessLines({ ...link, kinds: link.kinds.slice(0, 1) }, works, `${indent}    `);
    if (further.length > 0)
      yield `${indent}    it acts on these too: ${further.map((one) => `${works.get(one.work)?.key ?? safe(one.work)} (${one.kind})`).join(', ')}`;
  }
  if (cascade.entries.length === 1) yield '  Nothing held here came of it.';
  yield* withinLines(cascade.within);
  if (cascade.levels.length > 0) yield '\nBy level:';
  for (const { level, documents, held, scopes, days } of cascade.levels) {
    const name = level === null ? 'level unknown' : levelNames[level];
    const time = days === null ? 'days unknown' : `days: ${days.least} to ${days.most}, median ${days.median}, of ${days.documents}`;
    yield `  ${name}: ${count(documents, 'document')} of ${count(scopes, 'place')}, ${held} in the collection; ${time}`;
  }
  if (cascade.truncated) yield '\nThere is more than was shown; raise it with --limit, or page it with: vankien statements';
  yield* findingLines(cascade);
}

/** Whether a document is in force, why, and what still cites it. */
export function* effectLines({ work, message, events, works, still, truncated, ...rest }: Effect): Generator<string> {
  const known = byId(work === null ? works : [work, ...works]);
  yield safe(message ?? '');
  for (const { by, date, when, partly, link } of events) {
    const how = [date ?? 'date unknown', when === 'later' ? 'after the day asked for' : [], partly ? 'in part' : []].flat().join(', ');
    yield `  ${link.kinds.map(({ kind }) => passive[kind]).join(', ')} (${how}): ${nameIn(known, by)}`;
    yield* witnessLines(link, known, '    ');
  }
  if (truncated) yield '  More act on it than were looked at.';
  if (still.from !== null) {
    yield `\n${count(still.total, 'statement')} ${still.total === 1 ? 'rests' : 'rest'} on it or ${still.total === 1 ? 'cites' : 'cite'} it from ${still.from} on:`;
    for (const { from, kind, date, quote, name, page } of still.statements) {
      yield `  ${date ?? ''} ${passive[kind]}: ${nameIn(known, from)}`;
      yield `    “${safe(quote)}” (${safe(name)}, page ${page})`;
    }
    if (still.next !== null)
      yield `  There are more: vankien statements ${work === null ? '' : `"${safe(work.id)}"`} --down --from ${still.from}`;
  }
  yield* findingLines(rest);
}

/** The documents to obtain. */
export function* missingLines({ total, works }: MissingWorks, offset: number): Generator<string> {
  const shown = works.length === total ? '' : `, shown ${works.length === 0 ? 'none' : `${offset + 1} to ${offset + works.length}`}`;
  yield `${count(total, 'document')} ${total === 1 ? 'is' : 'are'} named and not in the collection${shown}`;
  for (const [index, work] of works.entries()) {
    const { use, said, saidMore, cited, maybe } = work;
    yield `\n${offset + index + 1}. ${label({ ...work, held: [] }).replace(', not in the collection', '')}`;
    const places = use.places.map(({ place, works: there }) => `${safe(place)} ${there}`).join(', ');
    const more = use.placesMore === 0 ? '' : `, and ${count(use.placesMore, 'place')} more`;
    const grounds = `ground of ${count(use.grounds, 'document')}, ${use.held} of them held`;
    yield `   named ${count(cited, 'time')}; ${grounds}${places === '' ? '' : `; by ${places}${more}`}${use.truncated ? '; not all were looked at' : ''}`;
    for (const { date, title, issuer, documents, speakers } of said) {
      const told = [date, issuer, title === null ? null : `“${title}”`].filter((part) => part !== null);
      const names = speakers.map(({ name }) => safe(name)).join(', ');
      yield `   ${told.length === 0 ? 'its number alone' : safe(told.join(', '))}: ${names}${documents > speakers.length ? ` and ${documents - speakers.length} more` : ''}`;
    }
    if (saidMore > 0) yield `   and in ${count(saidMore, 'other way')}`;
    if (maybe.length > 0) yield `   ? it could be: ${maybe.map((other) => safe(other.work)).join('; ')}`;
  }
}
