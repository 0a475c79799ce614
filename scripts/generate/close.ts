import type { Draft } from './draft.ts';
import type { Signing } from './offices/office.ts';
import type { Random } from './random.ts';
import { families, givens, middles } from './vocabulary/names.ts';
import { kindOf } from './vocabulary/types.ts';

export interface Signed extends Signing {
  readonly name: string;
}

export function personOf(random: Random): string {
  return `${random.pick(families)} ${random.pick(middles)} ${random.pick(givens)}`;
}

/** Names under Nơi nhận, without dashes and closing marks. */
export function recipientsOf(draft: Draft, letter: boolean): string[] {
  const { random, office } = draft;
  const first = letter ? ['Như trên'] : draft.code === 'QĐ' && office.side !== 'party' ? ['Như Điều 2'] : [];
  return [
    ...first,
    ...office.above,
    ...random.some(office.under, random.int(1, 3)),
    random.chance(0.5) ? office.archive : `${office.archive} (${random.int(2, 9)}b)`,
  ];
}

const columns = ['stacked', 'signature first', 'side by side'] as const;

/** Lines from `Nơi nhận:` or the first signature to the end. */
export function closeLines(draft: Draft, recipients: readonly string[], signers: readonly Signed[]): string[] {
  const { random, office } = draft;
  const end = office.side === 'party' || office.side === 'youth' ? ',' : ';';
  const left = [
    random.chance(0.8) ? 'Nơi nhận:' : 'Nơi nhận :',
    ...recipients.map((name, index) => `- ${name}${index === recipients.length - 1 ? '.' : end}`),
  ];
  const marked = random.pick(['', '', '', '(Đã ký)', '(đã ký)', '(Ký, đóng dấu)']);
  const rights = signers.map((signer) => signatureLines(signer, marked, random));
  const layout = random.pick(columns);
  if (layout === 'stacked' || signers.length > 1) return [...left, '', ...rights.flat()];
  const right = rights.flat();
  if (layout === 'signature first') return [...right, '', ...left];
  const width = Math.max(...left.map((line) => line.length)) + random.int(4, 12);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) =>
    `${(left[row] ?? '').padEnd(width)}${right[row] ?? ''}`.trimEnd(),
  );
}

function signatureLines({ capacity, position, name }: Signed, marked: string, random: Random): string[] {
  const gap = marked === '' ? Array.from({ length: random.int(0, 4) }, () => '') : [marked];
  return [...(capacity === null ? [] : capacity.split(/ (?=KT\. )/u)), ...(position === null ? [] : [position]), ...gap, name];
}

/** An annex behind the signature. It names its document by the number that is the document's own: no citation. */
export function annexLines({ random, code, key, habits, date, topic }: Draft): string[] {
  const rows = random.some(topic.things, 3).map((thing, index) => `${index + 1}. ${thing.charAt(0).toUpperCase()}${thing.slice(1)}`);
  return ['', 'PHỤ LỤC', `(Kèm theo ${kindOf(code).noun} số ${key} ngày ${habits.day(date)})`, ...rows];
}
