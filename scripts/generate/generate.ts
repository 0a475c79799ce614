import { bodyLines } from './body.ts';
import type { Day } from './calendar.ts';
import { annexLines, closeLines, personOf, recipientsOf, type Signed } from './close.ts';
import { type Draft, habitsOf } from './draft.ts';
import { headLines, type Layout, layouts, overLines } from './head.ts';
import { bare } from './marks.ts';
import type { Office, Signing } from './offices/office.ts';
import { officeOn } from './offices/offices.ts';
import { type Random, randomOf } from './random.ts';
import { type Reference, referencesFor, symbolOf } from './references.ts';
import { themeOf } from './title.ts';
import type { GeneratedDocument } from './truth.ts';
import { truthOf } from './truthOf.ts';
import type { Province } from './vocabulary/names.ts';
import { type Topic, topics } from './vocabulary/topics.ts';
import { type Code, kindOf } from './vocabulary/types.ts';

export interface GenerateOptions {
  /** How text extraction lays out the head; chosen by the seed where not given. */
  readonly layout?: Layout;
  /** Length of lines at which the body is broken; 0 leaves each paragraph on one line. Chosen by the seed where not given. */
  readonly width?: number;
  /** How long the accounts are, from 1; chosen by the seed where not given. */
  readonly breadth?: number;
  /** Which document it is and what it may cite; drawn by the seed where not given. */
  readonly given?: Given;
}

/** A document of a world that is known beforehand. `about` is what its title says behind "về"; `former` an older document of the same body and type. */
export interface Given {
  readonly office: Office;
  readonly province: Province;
  readonly date: Day;
  readonly code: Code;
  readonly number: string;
  readonly about: string;
  /** No two with one noun and number. */
  readonly references: readonly Reference[];
  readonly former: Reference;
  /** Whether the writer dates each document where it is named first. */
  readonly careful: boolean;
}

/** One document by the rules of form, with what a careful reader finds in it. The same seed and options give the same document. */
export function generate(seed: number, options: GenerateOptions = {}): GeneratedDocument {
  const random = randomOf(seed);
  const { given } = options;
  const date: Day = given?.date ?? { day: random.int(1, 28), month: random.int(1, 12), year: random.int(2017, 2025) };
  const { office, province } = given ?? officeOn(date, random);
  const code = given?.code ?? random.pick(office.codes);
  const signing = random.pick(office.signings.filter(({ capacity }) => light.has(code) || !/^T(?:\/L|L\.|UQ)/u.test(capacity ?? '')));
  const number = given?.number ?? numberOf(office, random);
  const key = symbolOf(office, code, number, date);
  const layout = options.layout ?? random.pick(layouts);
  const meeting = code === 'KL' && given === undefined && random.chance(0.5);
  const references = given?.references ?? referencesFor(date, province, { key, code, number }, random);
  const topic = random.pick(topics);
  const former = given?.former ?? formerOf({ office, code, date, topic, number }, random);
  const draft: Draft = {
    random,
    office,
    speaker: office.chief !== undefined && ['QĐ', 'TT', 'CT'].includes(code) ? office.chief : signing.speaker,
    code,
    key,
    date,
    dated: layout !== 'none' || meeting,
    meeting,
    breadth: options.breadth ?? random.pick([1, 1, 1, 2, 4]),
    topic,
    careful: given?.careful ?? false,
    references: random.some(
      references.filter((reference) => reference.key !== former.key && !(reference.code === code && reference.number === former.number)),
      random.int(5, 12),
    ),
    habits: habitsOf(office.side === 'party', random),
    said: new Map(),
    named: new Set(),
    aliases: [],
    attested: [],
    tasks: new Map(),
  };
  const theme = given === undefined ? themeOf(draft, former) : { title: `về ${given.about}`, leading: null, relation: null };
  const letter = code === 'CV';
  const width = options.width ?? random.pick([0, 0, 72, 90]);
  const title = overLines(theme.title, letter ? 44 : 70, (words) => bare(words).length);
  const head = headLines({ office, number: key, date, typeName: kindOf(code).name, title, letter }, layout, random);
  const body = bodyLines(draft, theme, former);
  const signers = signersOf(office, signing, random);
  const recipients = recipientsOf(draft, letter);
  const close = [...closeLines(draft, recipients, signers), ...(layout !== 'none' && random.chance(0.08) ? annexLines(draft) : [])];
  const lines = [
    ...head,
    '',
    ...body.flatMap((line) => (width === 0 || line.startsWith('|') ? [line] : overLines(line, width, (words) => bare(words).length))),
    '',
    ...close,
  ];
  const { text, truth } = truthOf(draft, lines.join('\n'), { layout, title: theme.title, signers, recipients, name: nameOf(seed, code) });
  return { name: nameOf(seed, code), text, truth };
}

/** Documents until they hold `bytes` of UTF-8 together, the seeds counted on from `seed`. */
export function collection(bytes: number, seed = 1): GeneratedDocument[] {
  const documents: GeneratedDocument[] = [];
  for (let held = 0, next = seed; held < bytes; next += 1) {
    const document = generate(next);
    documents.push(document);
    held += Buffer.byteLength(document.text);
  }
  return documents;
}

/** What may be signed by order or by delegation. */
const light: ReadonlySet<Code> = new Set<Code>(['CV', 'TB', 'HD']);

function nameOf(seed: number, code: Code): string {
  return `${String(seed).padStart(6, '0')}-${code}.txt`;
}

function numberOf(office: Office, random: Random): string {
  return String(office.level === 'central' && office.side === 'party' ? random.int(1, 250) : random.int(1, 2800)).padStart(2, '0');
}

/** Who signs; now and then two, where the chair and the secretary of a meeting sign together. */
function signersOf(office: Office, signing: Signing, random: Random): Signed[] {
  const first: Signed = { ...signing, name: personOf(random) };
  if (office.side !== 'party' || !random.chance(0.05)) return [first];
  return [first, { capacity: null, position: 'THƯ KÝ', speaker: signing.speaker, name: personOf(random) }];
}

/** An older document of the same body and type, for what this one amends or replaces. */
function formerOf(
  { office, code, date, topic, number }: { office: Office; code: Code; date: Day; topic: Topic; number: string },
  random: Random,
): Reference {
  const year = date.year - random.int(1, 3);
  const old = String(Number(number) + random.int(3, 90));
  const side = office.side === 'party' || office.side === 'youth' ? 'party' : 'state';
  const day = { day: random.int(1, 28), month: random.int(1, 12), year };
  const key = symbolOf(office, code, old, day);
  return {
    key,
    code,
    noun: kindOf(code).noun,
    printed: key,
    number: old,
    side,
    date: day,
    issuer: office.named,
    term: null,
    about: random.pick(topic.about),
  };
}
