import { byLine, type Damage, isTabular } from './damage.ts';

/** Marks that converters to Markdown leave behind. */
export const markdown: Damage = {
  name: 'Markdown marks',
  ocr: false,
  damage: (text, random) =>
    byLine(text, (line) => {
      if (isTabular(line)) return line;
      if (/^[^\p{Ll}]+$/u.test(line) && /\p{Lu}{3}/u.test(line))
        return random.chance(0.5) ? `**${line}**` : `${random.pick(['#', '##'])} ${line}`;
      if (/^(?:[IVX]+|[A-F])[.-] /u.test(line)) return random.chance(0.5) ? `## ${line}` : `**${line}**`;
      if (/^Điều \d+\. /u.test(line)) return line.replace(/^(Điều \d+\.)/u, '**$1**');
      if (/^\d+\. /u.test(line)) return random.chance(0.4) ? line.replace('.', '\\.') : line;
      if (/^[-+] /u.test(line)) return random.chance(0.4) ? `*${line.slice(1)}` : line;
      if (/^(?:Nơi nhận|Kính gửi)/u.test(line)) return `***${line}***`;
      return random.chance(0.3) ? `${line}  ` : line;
    }),
};
