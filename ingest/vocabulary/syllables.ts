/**
 * How a Vietnamese syllable (âm tiết) is spelt: onset (âm đầu), rime (vần), tone (thanh). After the tables of Quyết định 1989/QĐ-BGDĐT (2018) and
 * the school grammar of rimes. Rimes are written without tone; those that only foreign words have are left out.
 */
const onsets = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];

const rimes: ReadonlySet<string> = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
   i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu y ych yn ynh yt yu ya yêm yên yêng yêt yêu
   o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oong ooc
   ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uân uâng uât uây uê uêch uênh uêu uơ
   uy uya uych uynh uyên uyêt uyu uyn uyt uyp ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu`.split(/\s+/u),
);

/** Tone marks as combining characters: grave (huyền), acute (sắc), hook (hỏi), tilde (ngã), dot below (nặng). */
const toneMark = /[\u0300\u0301\u0309\u0303\u0323]/gu;
/** Rimes that end in a stop take the tones sắc and nặng only. */
const stopped = /(?:p|t|c|ch)$/u;
const front = /^[eêiy]/u;

/** The letters without their tone, NFC: "luận" → "luân". */
export function withoutTone(letters: string): string {
  return letters.normalize('NFD').replace(toneMark, '').normalize('NFC');
}

/** The tone of a syllable as its combining mark, "" for the level tone (ngang); null where there are several. */
export function toneOf(letters: string): string | null {
  const marks = letters.normalize('NFD').match(toneMark);
  return marks === null ? '' : marks.length === 1 ? marks[0]! : null;
}

/** The letters without tone and without the marks of vowels and Đ, lower-case: "Đảng" → "dang". As long as the word (NFC). */
export function bareLetters(letters: string): string {
  return letters.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

const known = new Map<string, boolean>();
const mostKnown = 4096;

/** True for letters (any case, NFC) that the rules of spelling let stand as one syllable, whether or not Vietnamese has it. */
export function isSyllable(letters: string): boolean {
  if (letters.length === 0 || letters.length > 7) return false;
  const word = letters.toLowerCase();
  const answer = known.get(word);
  if (answer !== undefined) return answer;
  if (known.size >= mostKnown) known.clear();
  const fits = isSpelt(word);
  known.set(word, fits);
  return fits;
}

function isSpelt(word: string): boolean {
  const tone = toneOf(word);
  if (tone === null) return false;
  const plain = withoutTone(word);
  return onsets.some((onset) => {
    if (!plain.startsWith(onset)) return false;
    const rime = plain.slice(onset.length);
    if (!rimes.has(rime) || !fits(onset, rime)) return false;
    return !stopped.test(rime) || tone === '\u0301' || tone === '\u0323';
  });
}

/** Which onset is written before which rime: k, gh, ngh stand before e ê i y only, c, g, ng before the others. */
function fits(onset: string, rime: string): boolean {
  switch (onset) {
    case 'k':
    case 'gh':
    case 'ngh':
      return front.test(rime);
    case 'c':
    case 'ng':
      return !front.test(rime);
    case 'g':
      return !/^[eêy]/u.test(rime);
    case 'gi':
      return !/^[iy]/u.test(rime);
    case 'qu':
      return !/^[uư]/u.test(rime);
    case '':
      return true;
    default:
      return rime !== 'ya';
  }
}
