import { pack, unpack } from '#services/store/packing.ts';
import type { StoredDocument } from '#services/store/port.ts';
import { type LinkWitness, rankOf } from '#services/works/link.ts';
import { idOfText, type Naming, type NamingList, namingId, namingList } from '#services/works/naming.ts';
import { type Stated, statedIn } from '#services/works/stated.ts';

/**
 * What a document says of documents, as one entry of the index of the graph, so that it comes and goes as a whole: `namings`, each that it uses once, and
 * `statements`. Both are nested: the server keeps them as entries of their own within it.
 */
export function graphBody({ id, revision, record }: StoredDocument): object {
  const { own, stated } = statedIn(id, record);
  const refs = new Map<Naming, string>();
  const used = new Map<string, Naming>();
  // The document's own way of naming itself is in use whether it speaks of itself or not.
  for (const naming of [own, ...stated.flatMap(({ subject, object }) => [subject, object])]) {
    if (refs.has(naming)) continue;
    const named = namingId(naming);
    refs.set(naming, refOf(naming.symbol, named));
    used.set(named, naming);
  }
  return {
    document: id,
    revision,
    symbols: [...new Set(Array.from(used.values(), ({ symbol }) => symbol))],
    namings: Array.from(used, ([named, naming]) => ({ symbol: naming.symbol, id: named, naming: textOf(naming), document: id })),
    statements: stated.map((one) => statementBody(one, refs, `${id}${parting}${revision}`)),
  };
}

function statementBody({ subject, object, witness }: Stated, refs: ReadonlyMap<Naming, string>, document: string): object {
  const { kind, confidence, date, position } = witness;
  return {
    ...{ subject: refs.get(subject), object: refs.get(object), order: orderOf(witness), date },
    ...{ document, position, said: saidAs(kind, confidence) },
  };
}

/** Stands between the parts of a value; it sorts before all that ids hold, so that "a" with what follows stays before "ab". */
const parting = '\t';

/** A naming as the ends of statements hold it: with its symbol, so that whoever meets it knows whose namings to ask for. */
export function refOf(symbol: string, naming: string): string {
  // The digits of its id in fewer letters: there are more ends of statements than of anything else.
  return `${symbol}${parting}${Buffer.from(naming, 'hex').toString('base64url')}`;
}

/** The symbol and the id of the naming that `refOf` gave. */
export function namingOf(ref: string): readonly [symbol: string, naming: string] {
  const [symbol, id] = partsOf(ref);
  return [symbol, Buffer.from(id, 'base64url').toString('hex')];
}

/** The symbol of a naming that `refOf` gave. */
export function symbolIn(ref: string): string {
  return partsOf(ref)[0];
}

/** The two parts of a value, of which the second holds no `parting`. */
export function partsOf(value: string): readonly [string, string] {
  const at = value.lastIndexOf(parting);
  return [value.slice(0, at), value.slice(at + 1)];
}

/** Kind and sureness of a statement as one value: there are few. */
export function saidAs(kind: LinkWitness['kind'], confidence: LinkWitness['confidence']): string {
  return `${kind} ${confidence}`;
}

/** After every date. */
const noDate = '~';

/** The first two keys of the order of statements as one: rank, a digit, and date. */
function orderOf({ kind, date }: Pick<LinkWitness, 'kind' | 'date'>): string {
  return `${rankOf(kind)}${date ?? noDate}`;
}

/** The date in what `orderOf` gave. */
export function dateIn(order: string): string | null {
  const date = order.slice(1);
  return date === noDate ? null : date;
}

/** A keyword may have 32,766 bytes; a title may be longer. */
const longestPlain = 8000;

/**
 * A naming as a value that the server counts by: a list, so that names of fields do not stand in each, its symbol first, so that values that stand
 * side by side are alike. A long one is packed.
 */
function textOf(naming: Naming): string {
  const list = namingList(naming);
  const text = JSON.stringify(list);
  return Buffer.byteLength(text) <= longestPlain ? text : pack(list).toString('base64');
}

/** The naming in what `textOf` gave, with its id. */
export function namingIn(given: string): { readonly id: string; readonly naming: Naming } {
  const text = given.startsWith('[') ? given : JSON.stringify(unpack(Buffer.from(given, 'base64')));
  const list = JSON.parse(text) as NamingList;
  const [symbol, key, type, scope, scopeHow, term, termHow, date, dateHow, issuer, title, holder, speaker, spoken, place] = list;
  const identity = {
    key,
    type,
    scope: { value: scope, how: scopeHow },
    term: { value: term, how: termHow },
    date: { value: date, how: dateHow },
  };
  return { id: idOfText(text), naming: { symbol, identity, issuer, title, holder, speaker, spoken, place } };
}
