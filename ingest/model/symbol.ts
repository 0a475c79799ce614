/** A document's number, taken apart (số và ký hiệu). */
export interface DocumentSymbol {
  /** As printed: "01", "8", "12a". */
  readonly number: string;
  /** Year inside the number, for State norms (91/2017/NĐ-CP); null elsewhere. */
  readonly year: string | null;
  /** Letters of the type as printed ("QĐi"), null for a letter (1590/VPCP-KGVX) or a law (36/2024/QH15). */
  readonly letters: string | null;
  /** Code of the issuing body, "TW" for "TƯ". */
  readonly issuer: string;
  readonly side: 'party' | 'state';
  /** Canonical writing: NUMBER-TYPE/ISSUER for the Party's, NUMBER/YEAR/TYPE-ISSUER or NUMBER/TYPE-ISSUER for the State's. */
  readonly key: string;
}
