import { elasticAnswer } from './answers.ts';
import { type Arrived, bodyText, type Exchange, type Fault, withBody } from './exchange.ts';

/** One operation of a bulk request; `lines` are its one or two lines of NDJSON. */
export interface BulkOperation {
  readonly action: 'index' | 'create' | 'update' | 'delete';
  readonly index: string;
  readonly id: string;
  /** Its place in the request, from 0. */
  readonly at: number;
  readonly lines: readonly string[];
}

export interface BulkError {
  readonly status: number;
  readonly type: string;
  readonly reason: string;
}

/** The errors of single items, as Elasticsearch words them. */
export const bulkErrors = {
  rejected: { status: 429, type: 'es_rejected_execution_exception', reason: 'rejected execution of primary operation' },
  unavailable: { status: 503, type: 'unavailable_shards_exception', reason: 'primary shard is not active Timeout: [1m]' },
  parsing: { status: 400, type: 'document_parsing_exception', reason: '[1:10] failed to parse field [date] of type [date] in document' },
  strict: {
    status: 400,
    type: 'strict_dynamic_mapping_exception',
    reason: '[1:2] mapping set to strict, dynamic introduction of [x] is not allowed',
  },
  conflict: { status: 409, type: 'version_conflict_engine_exception', reason: 'version conflict, current version [9] is higher' },
  denied: { status: 403, type: 'security_exception', reason: 'action [indices:data/write/bulk[s]] is unauthorized' },
  blocked: {
    status: 429,
    type: 'cluster_block_exception',
    reason: 'index [d] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark];',
  },
} as const satisfies Record<string, BulkError>;

/**
 * Errors inside a 200: `choose` says which operations fail and how (null: this one is done). The chosen ones are taken out
 * of the request before it is passed on; with `applied` they are left in, so that the reply claims an error of what was done.
 */
export function failItems(choose: (operation: BulkOperation) => BulkError | null, { applied = false } = {}): Fault {
  return async (exchange) => {
    const operations = bulkOperations(exchange.request);
    const errors = operations.map(choose);
    const passed = operations.filter((_, at) => applied || errors[at] === null);
    const reply = passed.length > 0 ? await passPart(exchange, passed) : elasticAnswer(200, { took: 1, errors: true, items: [] });
    const answered = JSON.parse(bodyText(reply.body, reply.headers)) as { errors?: boolean; items?: unknown[] };
    if (reply.status !== 200) {
      exchange.reply(reply);
      return;
    }
    const items = [...(answered.items ?? [])];
    if (items.length !== passed.length)
      throw new Error(`The bulk of ${passed.length} operations was answered with ${items.length} items; is there a filter_path?`);
    const merged = operations.map((operation, at) => {
      const error = errors[at] ?? null;
      const item = applied || error === null ? items.shift() : null;
      return error === null ? item : failedItem(operation, error);
    });
    const failed = answered.errors === true || errors.some((error) => error !== null);
    exchange.reply(withBody(reply, JSON.stringify({ ...answered, errors: failed, items: merged })));
  };
}

/** Takes the chosen operations out of the request, and so their items out of the answer: it tells of fewer than were asked for. */
export function dropItems(choose: (operation: BulkOperation) => boolean): Fault {
  return async (exchange) => {
    const passed = bulkOperations(exchange.request).filter((operation) => !choose(operation));
    exchange.reply(passed.length > 0 ? await passPart(exchange, passed) : elasticAnswer(200, { took: 1, errors: false, items: [] }));
  };
}

/** The operations of a bulk request; its path names the index where an operation does not. */
export function bulkOperations(request: Arrived): readonly BulkOperation[] {
  const lines = request.body.split('\n').filter((line) => line.trim() !== '');
  const inPath = /^\/([^/?]+)\/_bulk/.exec(request.path)?.[1] ?? '';
  const operations: BulkOperation[] = [];
  for (let at = 0; at < lines.length; ) {
    const head = Object.entries(JSON.parse(lines[at]!) as Record<string, { _index?: string; _id?: string }>)[0];
    if (!head) throw new Error(`Line ${at + 1} of the bulk names no action.`);
    const action = head[0] as BulkOperation['action'];
    const next = at + (action === 'delete' ? 1 : 2);
    const { _index = decodeURIComponent(inPath), _id = '' } = head[1];
    operations.push({ action, index: _index, id: _id, at: operations.length, lines: lines.slice(at, next) });
    at = next;
  }
  return operations;
}

async function passPart(exchange: Exchange, operations: readonly BulkOperation[]) {
  const { request } = exchange;
  const unchanged = operations.length === bulkOperations(request).length;
  if (unchanged) return exchange.passOn();
  if (request.headers['content-encoding']) throw new Error('A packed bulk cannot be passed on in part: its headers say that it is packed.');
  return exchange.passOn(Buffer.from(operations.flatMap((operation) => operation.lines.map((line) => `${line}\n`)).join('')));
}

function failedItem(operation: BulkOperation, { status, type, reason }: BulkError): unknown {
  const { action, index, id } = operation;
  return { [action]: { _index: index, _id: id, status, error: { type, reason: `[${id}]: ${reason}`, index } } };
}
