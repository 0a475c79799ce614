import type { DutyForm, PartyMention } from '#ingest/model/duty.ts';
import { quantifiers } from '#ingest/vocabulary/bodies.ts';
import { delegations, idleOpenings, labels, openLabels, owners, type Tells, workLabels } from '#ingest/vocabulary/duties.ts';
import { afterBrackets } from '../parties/joint.ts';
import { partiesAt } from '../parties.ts';
import type { Word } from '../words.ts';

/** The words before a colon at a sentence's head, and what they announce. `end` is the index of the first word after the colon. */
export interface Label {
  readonly tells: Tells;
  readonly form: DutyForm | null;
  readonly parties: readonly PartyMention[];
  /** True for a label of the work itself: `Nội dung:`, `Nhiệm vụ:`. */
  readonly work: boolean;
  readonly end: number;
}

/** A label is short: what stands before a later colon is a sentence. */
const LABEL_WORDS = 45;
const PLAIN_LABEL_WORDS = 14;

/** The label at the head of a sentence; null where it has none, or the colon is the sentence's last sign and the words before it are no label. */
export function labelOf(text: string, words: readonly Word[]): Label | null {
  const colon = colonOf(words);
  if (colon === null) return null;
  const work = workLabels.has(words, 0);
  const known = labels.longest(words, 0);
  const whole = known !== null && afterBrackets(words, known.length) === colon;
  if (known !== null && (whole || openLabels.has(words, 0)) && !tellsOtherTime(words)) {
    const named = known.value === 'lead' || known.value === 'joint' ? partiesAt(text, words, colon + 1, 'called') : null;
    return { tells: known.value, form: null, parties: named?.parties ?? [], work, end: colon + 1 };
  }
  if (idleOpenings.has(words, 0)) return { tells: 'idle', form: null, parties: [], work, end: colon + 1 };
  const addressed = words[0]!.folded === 'đối' && words[1]?.folded === 'với';
  if (addressed) return { tells: 'duty', form: 'addressed', parties: addressees(text, words, colon), work, end: colon + 1 };
  const owner = owners.longest(words, 0);
  const owned = owner === null ? null : partiesAt(text, words, owner.length, 'called');
  if (owned !== null && afterBrackets(words, owned.end) === colon)
    return { tells: 'duty', form: 'subject', parties: owned.parties, work, end: colon + 1 };
  // `Các ông (bà): Chánh Văn phòng …` addresses those who are listed; the colon ends no label.
  if (words[0]!.folded === 'các' || words[0]!.folded === 'ông') {
    const address = quantifiers.longest(words, 0);
    if (address !== null && address.length === colon + 1) return null;
  }
  const delegated = delegations.longest(words, 0);
  const list = partiesAt(text, words, delegated?.length ?? 0, delegated === null ? 'clause' : 'called');
  if (list !== null && afterBrackets(words, list.end) === colon) {
    return { tells: 'duty', form: delegated === null ? 'subject' : 'delegated', parties: list.parties, work, end: colon + 1 };
  }
  const charge = list === null ? null : delegations.longest(words, list.end);
  // Who speaks, and that it charges: "Ban Thường vụ giao: Ban Tổ chức …; Văn phòng …".
  if (list !== null && charge !== null && list.end + charge.length === colon && colon < words.length - 1) {
    return { tells: 'duty', form: null, parties: [], work, end: colon + 1 };
  }
  if (list !== null || colon > PLAIN_LABEL_WORDS || colon === words.length - 1) return null;
  return { tells: 'duty', form: null, parties: [], work, end: colon + 1 };
}

function colonOf(words: readonly Word[]): number | null {
  for (let at = 1; at < Math.min(words.length, LABEL_WORDS); at += 1) {
    const { folded, sign } = words[at]!;
    if (!sign) continue;
    if (folded === ':') return at;
    if (folded === ';' || folded === '“' || folded === '"' || folded === '.') return null;
  }
  return null;
}

/** `Thời gian tới:` and `Thời gian qua:` tell no time of a duty. */
function tellsOtherTime(words: readonly Word[]): boolean {
  return words[2]?.folded === 'tới' || words[2]?.folded === 'qua';
}

/** Those whom `Đối với …:` addresses: a list of bodies, or all the words up to the colon where they go on behind one name. */
function addressees(text: string, words: readonly Word[], colon: number): readonly PartyMention[] {
  const list = partiesAt(text, words, 2, 'called');
  if (list === null || list.end > colon) return [];
  if (list.end === colon) return list.parties;
  const kind = list.parties[0]!.kind;
  const span = { start: words[2]!.start, end: words[colon - 1]!.end };
  return [{ span, name: text.slice(span.start, span.end), kind }];
}
