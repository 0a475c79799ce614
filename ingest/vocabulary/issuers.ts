import { assembly, bodyCodes, type IssuerCode } from './issuerCodes.ts';
import { remembered } from './remembered.ts';

const byCode = new Map(bodyCodes.map((row) => [row.code.toUpperCase(), row]));
const ofAssembly = new Set(assembly.map(({ code }) => code));

/** "TƯ" is an older writing of TW; legislature numbers (QH15, UBTVQH15) are parts of the number, not of the body. */
export function canonicalIssuer(printed: string): string {
  return printed.replace(/T\.?Ư(?=$|-)/u, 'TW');
}

/** The body behind a code as printed ("TW", "BTGTU", "QH15", "ThU"; a joint "BTGTW-VPTW" by its first), or null for an unknown one. */
export const issuerOf: (printed: string) => IssuerCode | null = remembered((printed) => {
  const code = canonicalIssuer(printed).toUpperCase();
  return byCode.get(code) ?? byCode.get(code.split('-')[0]!.replace(/(?<!\d)\d+$/u, '')) ?? null;
});

/** True for a code of the Party's side: a known one, or one that ends as they all do (…TW, …TU, …HU). */
export function isPartyIssuer(printed: string): boolean {
  const known = issuerOf(printed);
  if (known !== null) return known.side === 'party';
  return /(?:TW|TU|HU|ĐU|ĐUK)$/u.test(canonicalIssuer(printed).toUpperCase());
}

/**
 * The legislature in the code of a body of the National Assembly ("QH15" → 15; khóa Quốc hội), or null. Councils and committees of the
 * Assembly number anew with every legislature, and so does the Assembly itself.
 */
export function legislatureOf(printed: string): number | null {
  const groups = /^(?<body>\p{L}{2,})(?<legislature>\d{1,2})(?=$|-)/u.exec(printed)?.groups;
  return groups !== undefined && ofAssembly.has(groups.body!) ? Number(groups.legislature) : null;
}
