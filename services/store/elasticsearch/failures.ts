import { errors } from '@elastic/elasticsearch';
import { Failure, type FailureCode } from '#ingest/model/failure.ts';

/** What the server says of an error, in the body of its answer or of one item of a bulk answer. */
export interface ServerError {
  readonly status: number;
  readonly type: string;
  readonly reason: string;
}

/** Anything that the client throws, as a Failure. What it says can be shown: it never holds a user, a password or a key. */
export function storeFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const [code, sentence] = meaningOf(thrown);
  return new Failure(code, sentence, { cause: thrown });
}

/**
 * Whether it is the cluster that fails at the moment, not this one request: it counts for the circuit, and trying again may help. An index that was
 * made read-only (a full disk) does not count: nobody should wait for it to be mended before he may search.
 */
export function isTrouble(thrown: unknown): boolean {
  if (storeFailure(thrown).code !== 'index-unavailable') return false;
  const error = errorBehind(thrown instanceof Failure ? thrown.cause : thrown);
  return error === null || !isReadOnly(error);
}

function errorBehind(cause: unknown): ServerError | null {
  if (cause instanceof ToldError) return cause.told;
  return cause instanceof errors.ResponseError ? serverErrorOf(cause.statusCode ?? 0, cause.body) : null;
}

/** A block of an index against writing; one of the whole cluster that has no master yet has status 503, and passes. */
const isReadOnly = (error: ServerError) => error.type === 'cluster_block_exception' && error.status !== 503;

/** Whether an error of a single item is one that passes: too much at once, or shards that are not there at the moment. */
export const isPassing = (error: ServerError) => passingStatuses.has(error.status) && !isReadOnly(error);

type Meaning = readonly [FailureCode, string];

function meaningOf(thrown: unknown): Meaning {
  if (thrown instanceof errors.ResponseError) return meaningOfAnswer(thrown);
  if (thrown instanceof errors.ProductNotSupportedError) {
    return [
      'index-unavailable',
      'What answered does not call itself Elasticsearch; something on the way to it may have answered in its place.',
    ];
  }
  if (thrown instanceof errors.DeserializationError) return ['index-unavailable', 'The answer of Elasticsearch arrived garbled.'];
  if (isTimeout(thrown)) {
    return ['index-unavailable', 'Elasticsearch did not answer in the time allowed.'];
  }
  if (thrown instanceof errors.NoLivingConnectionsError || thrown instanceof errors.ConnectionError) {
    return ['index-unavailable', connectionSentence(thrown)];
  }
  return ['internal', `The index failed: ${thrown instanceof Error ? withoutAccount(thrown.message) : String(thrown)}.`];
}

export function isTimeout(thrown: unknown): boolean {
  return thrown instanceof errors.TimeoutError || thrown instanceof errors.RequestAbortedError;
}

/** Parts of OpenSSL's and Node's messages by which a certificate that is not trusted is known. */
const certificateSigns = /certificate|altnames|CERT_|self.signed/iu;

function connectionSentence(thrown: Error): string {
  const message = withoutAccount(thrown.message).replace(/\.$/u, '');
  if (!certificateSigns.test(message)) return `Elasticsearch cannot be reached (${message}).`;
  return `The certificate of Elasticsearch is not trusted (${message}). Name its authority in VANKIEN_ELASTICSEARCH_CA.`;
}

/** Addresses may hold a user and a password before the host. */
const withoutAccount = (message: string) => message.replace(/\/\/[^\s/@]*@/gu, '//');

function meaningOfAnswer(thrown: errors.ResponseError): Meaning {
  const status = thrown.statusCode ?? 0;
  const error = serverErrorOf(status, thrown.body);
  if (error !== null) return meaningOfError(error);
  // No body of Elasticsearch's: a proxy or a gateway speaks.
  if (status === 401 || status === 403) return ['index-refused', `The way to Elasticsearch is refused (status ${status}).`];
  if (status === 413) return ['internal', 'A request is larger than what stands before Elasticsearch lets through (status 413).'];
  return ['index-unavailable', `Elasticsearch did not answer; what did gave status ${status}.`];
}

/** The error in an answer, or in one item of it; null where the body is not of the form that Elasticsearch gives. */
export function serverErrorOf(status: number, body: unknown): ServerError | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error === 'string') return { status, type: '', reason: error };
  if (typeof error !== 'object' || error === null) return null;
  const { type, reason, root_cause: roots } = error as { type?: unknown; reason?: unknown; root_cause?: unknown };
  const root = Array.isArray(roots) ? (roots[0] as { type?: unknown; reason?: unknown } | undefined) : undefined;
  return { status, type: String(type ?? ''), reason: String(root?.reason ?? reason ?? '') };
}

/** An error that stood in an answer beside what was done. */
class ToldError extends Error {
  readonly told: ServerError;
  constructor(told: ServerError) {
    super(`${told.status} ${told.type}: ${told.reason}`);
    this.told = told;
  }
}

/** What an error that the server told means to the reader. */
export function failureOf(error: ServerError): Failure {
  const [code, sentence] = meaningOfError(error);
  return new Failure(code, sentence, { cause: new ToldError(error) });
}

/**
 * Types of errors that pass, with the status that the server gives to each where it gives one: to a document of `_mget` it gives none. Seen: a shard of
 * a new index that had not started yet; the others are those that the server itself tries again, or on another copy.
 */
const statusOfType: Readonly<Record<string, number>> = {
  no_shard_available_action_exception: 503,
  unavailable_shards_exception: 503,
  shard_not_found_exception: 503,
  illegal_index_shard_state_exception: 503,
  index_shard_closed_exception: 503,
  already_closed_exception: 503,
  node_not_connected_exception: 503,
  node_disconnected_exception: 503,
  node_closed_exception: 503,
  receive_timeout_transport_exception: 503,
  es_rejected_execution_exception: 429,
  circuit_breaking_exception: 429,
  security_exception: 403,
};

/** The error of one document in an answer to `_mget`, in which no status stands: its type tells it where it is one that passes. */
export function errorWithoutStatus({ type, reason }: { readonly type: string; readonly reason?: string | null | undefined }): ServerError {
  return { status: statusOfType[type] ?? 0, type, reason: reason ?? '' };
}

/** Too much at once, or shards, a master or a gateway that is not there at the moment. */
const passingStatuses: ReadonlySet<number> = new Set([429, 502, 503, 504]);

function meaningOfError(error: ServerError): Meaning {
  const { status, type, reason } = error;
  const seen = `Elasticsearch: ${status} ${type === '' ? '' : `${type}, `}${withoutAccount(reason).slice(0, 500)}`.replace(/\.?$/u, '.');
  if (type === 'cluster_block_exception' && /flood-stage|read-only-allow-delete/u.test(reason)) {
    return [
      'index-unavailable',
      `The disk of the cluster is full: Elasticsearch has made the index read-only until there is room. ${seen}`,
    ];
  }
  if (type === 'cluster_block_exception') return ['index-unavailable', `The cluster blocks this. ${seen}`];
  if (status === 401) return ['index-refused', 'Elasticsearch does not know the account that is set (status 401).'];
  if (status === 403) return ['index-refused', refusal(reason)];
  if (type === 'media_type_header_exception') return ['index-unsupported', `The server does not speak the language of version 9. ${seen}`];
  if (type === 'index_not_found_exception' || type === 'index_closed_exception') {
    return ['collection-damaged', `The index in Elasticsearch is gone or closed. ${seen}`];
  }
  if (/no write index is defined|more than one (?:index|write index)/u.test(reason)) {
    return ['collection-damaged', `The alias of the index no longer names one index. ${seen}`];
  }
  if (/^No search context found/u.test(reason)) {
    return [
      'time-out',
      `Elasticsearch no longer keeps the index as it was when this began: it went on too slowly, or a node was lost. ${seen}`,
    ];
  }
  if (passingStatuses.has(status)) return ['index-unavailable', `Elasticsearch is overloaded or not whole. ${seen}`];
  return ['internal', seen];
}

/** The right that is missing, from a sentence that names the user before it and the roles, which are left out. */
function refusal(reason: string): string {
  const action = /action \[([^\]]+)\]/u.exec(reason)?.[1];
  const indices = /on (?:restricted )?indices \[([^\]]+)\]/u.exec(reason)?.[1];
  const granted = /granted by the (\w+) privileges? \[([^\]]+)\]/u.exec(reason);
  const where = indices === undefined ? '' : ` on ${indices}`;
  const which = granted === null ? '' : `; it needs one of the ${granted[1]} privileges ${granted[2]}`;
  return action === undefined
    ? 'Elasticsearch refuses this to the account that is set (status 403).'
    : `The account may not do ${action}${where}${which}.`;
}

/** Whether an index could not be made since there is one of its name. */
export function isAlreadyThere(thrown: unknown): boolean {
  return thrown instanceof errors.ResponseError && serverErrorOf(0, thrown.body)?.type === 'resource_already_exists_exception';
}

/** Whether the server, or what stands before it, takes no request of such a size. */
export function isTooLarge(thrown: unknown): boolean {
  const answer = thrown instanceof Failure ? thrown.cause : thrown;
  return answer instanceof errors.ResponseError && answer.statusCode === 413;
}
