import { onTestFinished } from 'vitest';
import { type AuditRequest, audit } from '#services/library/audit/audit.ts';
import type { AuditFinding } from '#services/library/shapes.ts';
import type { Store, StoredDocument } from '#services/store/port.ts';
import type { Decision } from '#services/works/decision.ts';
import { recordFrom } from '../support/pipeline.ts';
import { storeHolding } from '../support/storeHolding.ts';
import { idOf } from './chains/collection.ts';
import { plan } from './library.ts';

/** A text as an office writes it, read by the pipeline: `plan` of library.ts under the id of its place in the list. */
export type Written = Parameters<typeof plan>[0] & { readonly title?: string };

export function text({ title, ...options }: Written): string {
  const made = plan(options);
  return title === undefined ? made : made.replace('về chăm sóc cây xanh ven đường liên xã', title);
}

export async function written(...texts: readonly Written[]): Promise<StoredDocument[]> {
  return await Promise.all(
    texts.map(async (one, at) => {
      const record = await recordFrom(text(one), `van-ban-${at + 1}.txt`);
      return { id: idOf(at + 1), revision: 1, source: `test:${at + 1}`, versions: [], record };
    }),
  );
}

/** A store that holds these, closed after the test. */
export async function holdingTexts(texts: readonly Written[], decisions: readonly Decision[] = []): Promise<Store> {
  const index = await storeHolding(await written(...texts), decisions);
  onTestFinished(() => index.close());
  return index;
}

export async function allFindings(index: Store, request: Partial<AuditRequest> = {}): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  let after: string | undefined;
  do {
    const page = await audit(index, { size: 50, ...request, ...(after === undefined ? {} : { after }) });
    findings.push(...page.findings);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return findings;
}

/** A plan of the centre's that others cite, and plans that cite it. */
export const directive: Written = {
  ...{ number: '71-KH/TU', place: 'Bến Tre', date: '05 tháng 3 năm 2022', title: 'về bảo vệ rừng ngập mặn và nguồn nước ngọt' },
  body: 'Các huyện ủy tổ chức trồng rừng ngập mặn ở các xã ven biển.',
};
export function citing(number: string, body: string, date = '20 tháng 6 năm 2022', type?: string): Written {
  return { number, body, date, place: 'Bến Tre', title: 'về công tác năm của đơn vị', ...(type === undefined ? {} : { type }) };
}
