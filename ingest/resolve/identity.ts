import { type Identity, type Part, unknownPart } from '#ingest/model/identity.ts';
import type { DocumentSymbol } from '#ingest/model/symbol.ts';
import { issuerOf, legislatureOf } from '#ingest/vocabulary/issuers.ts';
import { isMerged, mergedOn, placeNamed, unitNamed } from '#ingest/vocabulary/places.ts';
import { centralTermOn, localTermOn } from '#ingest/vocabulary/terms.ts';

/** Whose series a local number may belong to: the province, and the unit below it. */
export interface Locality {
  readonly province: string | null;
  /** Proper name of the unit below the province ("Châu Thành", "các cơ quan tỉnh"), with the code of its numbers. */
  readonly unit: string | null;
  readonly code: string | null;
  /** The district that a commune's document names above it: a number of "Huyện ủy" is its. */
  readonly above: string | null;
  /** The day of the document, ISO; null where it is unknown. */
  readonly on: string | null;
}

/** What the text says around a number, and what is known of the document that says it. */
export interface IdentityEvidence {
  readonly key: string | null;
  readonly symbol: DocumentSymbol | null;
  readonly type: string | null;
  readonly date: string | null;
  /** Central term ("XII") where stated. */
  readonly term: string | null;
  /** The issuing body as the words name it. */
  readonly issuer: string | null;
  /** The place of the document that speaks, for bodies that the words leave unnamed ("Tỉnh ủy" in a district's plan). */
  readonly own: Locality;
  /** True where the number is the speaking document's own: then its place is said, not inferred. */
  readonly isOwn: boolean;
}

const said = (value: string): Part => ({ value, how: 'said' });
const inferred = (value: string): Part => ({ value, how: 'inferred' });

/**
 * An identity from its evidence. The scope is said by a central body's code, said or inferred by place for the others;
 * the period is said (khóa XII; the year inside a State norm) or inferred from the date.
 */
export function identify(evidence: IdentityEvidence): Identity {
  const { key, symbol, type, date, term } = evidence;
  const central = key?.startsWith('NQTW') === true || (symbol !== null && issuerOf(symbol.issuer)?.level === 'central');
  const scope = central ? said('TW') : scopeOf(evidence);
  return { key, type, scope, term: termOf(term, symbol, date, central), date: date === null ? unknownPart : said(date) };
}

const belowProvince = /huyện|thị xã|thị (?:ủy|uỷ)|quận|phường|(?<![\p{L}])xã|thị trấn|khối|chi bộ|đảng (?:ủy|uỷ) cơ sở/iu;

function scopeOf({ symbol, date, issuer, own, isOwn }: IdentityEvidence): Part {
  const named = issuer === null ? null : placeNamed(issuer);
  const province = named ?? (isOwn || isOneBody(own, date) ? own.province : null);
  const part = (value: string) => (named !== null || isOwn ? said(value) : inferred(value));
  const level = symbol === null ? null : (issuerOf(symbol.issuer)?.level ?? null);
  const below = level === 'district' || level === 'base' || (issuer !== null && belowProvince.test(issuer) && !/tỉnh/iu.test(issuer));
  if (!below && level !== null) return province === null ? unknownPart : part(province);
  const ours = isOwn || (symbol !== null && own.code === symbol.issuer) ? own.unit : level === 'district' ? own.above : null;
  const unit = (issuer === null ? null : unitNamed(issuer)) ?? ours;
  return unit === null || province === null ? unknownPart : part(`${province}/${unit}`);
}

/**
 * Whether "Tỉnh ủy" can only mean the speaker's own province: where several were merged, their numbers of before the merger may all be meant by it
 * afterwards.
 */
function isOneBody({ province, on }: Locality, date: string | null): boolean {
  const isAfter = on !== null && on >= mergedOn && province !== null && isMerged(province);
  return !isAfter || (date !== null && date >= mergedOn);
}

function termOf(term: string | null, symbol: DocumentSymbol | null, date: string | null, central: boolean): Part {
  if (symbol?.year) return said(symbol.year);
  // Bodies of the National Assembly number anew with each legislature, and their codes bear its number: "QH15".
  const legislature = symbol === null ? null : legislatureOf(symbol.issuer);
  if (legislature !== null) return said(`QH${legislature}`);
  if (term !== null && central) return said(term);
  if (date === null) return unknownPart;
  if (symbol?.side === 'state') return inferred(date.slice(0, 4));
  const period = central ? centralTermOn(date) : localTermOn(date);
  return period === null ? unknownPart : inferred(period);
}
