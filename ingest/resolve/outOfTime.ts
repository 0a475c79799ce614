import type { Finding } from '#ingest/model/finding.ts';
import type { Span } from '#ingest/model/span.ts';
import { mergedOn, placeNamed, successorOf } from '#ingest/vocabulary/places.ts';

const district = /^(?:HUYỆN|QUẬN|THỊ) (?:ỦY|UỶ)|(?:^|\s)(?:HUYỆN|QUẬN|THỊ XÃ)\s\p{Lu}/u;

/**
 * What a head names that was no more on its date: provinces that went up in others and bodies of the district level, both since 01/7/2025
 * (Nghị quyết 202/2025/QH15). A scan may have misread the date, or an old form was used. `headWords` gives the bodies' words in capitals, `date` an ISO day.
 */
export function outOfTime(headWords: () => string, date: string, span: Span | undefined): Finding[] {
  if (date < mergedOn) return [];
  const head = headWords();
  if (head === '') return [];
  const findings: Finding[] = [];
  const at = span === undefined ? {} : { span };
  const province = placeNamed(head.toLowerCase());
  const successor = province === null ? null : successorOf(province);
  if (successor !== null)
    findings.push({
      code: 'dissolved-province',
      severity: 'info',
      message: `${province} went up in ${successor} on ${mergedOn}; the document is dated ${date}.`,
      ...at,
    });
  if (district.test(head))
    findings.push({
      code: 'abolished-district',
      severity: 'info',
      message: `The district level ended on ${mergedOn}; the document is dated ${date}.`,
      ...at,
    });
  return findings;
}
