import { fold } from '#services/analysis/folding.ts';

/** A body as words name it: through which of its organs it speaks (null where they do not say), and which body it is; folded. */
interface Body {
  readonly organ: 'standing' | 'committee' | null;
  readonly core: string;
}

/** A Party committee is named by its own name or as the committee of its organisation (đảng bộ). */
const organisations: readonly (readonly [RegExp, string])[] = [
  [/dang bo tinh/u, 'tinh uy'],
  [/dang bo thanh pho/u, 'thanh uy'],
  [/dang bo huyen/u, 'huyen uy'],
  [/dang bo quan/u, 'quan uy'],
  [/dang bo thi xa/u, 'thi uy'],
  [/dang bo/u, 'dang uy'],
];

function bodyNamed(words: string): Body {
  let text = fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:tai )?hoi nghi (?:lan thu \S+ |trung uong \S+ )?/u, '')
    .replace(/^bch /u, 'ban chap hanh ')
    .replace(/^btv /u, 'ban thuong vu ')
    .replace(/\bubnd\b/u, 'uy ban nhan dan')
    .replace(/\bhdnd\b/u, 'hoi dong nhan dan')
    .replace(/\btw\b/u, 'trung uong');
  let organ: Body['organ'] = null;
  const speaks = /^(?:(?<standing>ban thuong vu|thuong truc)|(?<committee>ban chap hanh)|chu tich(?= uy ban| hoi dong))(?: |$)/u.exec(text);
  if (speaks !== null) {
    organ = speaks.groups?.standing !== undefined ? 'standing' : speaks.groups?.committee !== undefined ? 'committee' : null;
    text = text.slice(speaks[0].length);
  }
  for (const [name, own] of organisations) {
    if (!name.test(text)) continue;
    text = text.replace(name, own);
    break;
  }
  return { organ, core: text.trim() };
}

/**
 * Whether two ways of naming a body can mean the same one: "Tỉnh ủy" and "Ban Thường vụ Tỉnh ủy Bến Tre", "Ban Chấp hành Trung ương" and "Hội nghị lần thứ tư
 * Ban Chấp hành Trung ương Đảng". Another organ of one committee is another body, and so is an office of it ("Văn phòng Tỉnh ủy").
 */
export function mayBeOneIssuer(a: string, b: string): boolean {
  const [one, other] = [bodyNamed(a), bodyNamed(b)];
  if (isCentreAtLarge(one) || isCentreAtLarge(other)) return true;
  if (one.organ !== null && other.organ !== null && one.organ !== other.organ) return false;
  return begins(one.core, other.core) || begins(other.core, one.core);
}

/** "Trung ương" alone stands for whichever body of the centre. */
function isCentreAtLarge({ organ, core }: Body): boolean {
  return organ === null && /^trung uong(?: dang)?$/u.test(core);
}

function begins(whole: string, start: string): boolean {
  return start === '' || whole === start || whole.startsWith(`${start} `);
}
