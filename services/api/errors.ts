import Type, { type Static } from 'typebox';
import { Failure, type FailureCode, failureKinds } from '#ingest/model/failure.ts';
import { Span } from '#ingest/model/span.ts';

/** One thing that is wrong with a request: where (a field, a file) and what; in words that were typed also the place, and what to write there. */
export const ErrorDetail = Type.Object(
  {
    path: Type.String(),
    message: Type.String(),
    messageVi: Type.Optional(Type.String({ description: 'the same in Vietnamese' })),
    span: Type.Optional(Span),
    proposal: Type.Optional(Type.String({ description: 'what to write in the place of the span' })),
  },
  { additionalProperties: false },
);
export type ErrorDetail = Static<typeof ErrorDetail>;

/** What every request that fails is answered with. */
export const ErrorAnswer = Type.Object(
  {
    error: Type.Object(
      {
        code: Type.Enum(Object.keys(failureKinds) as FailureCode[], { description: 'stable name of what went wrong' }),
        status: Type.Integer({ minimum: 400, maximum: 599, description: 'the HTTP status again' }),
        message: Type.String({ description: 'what went wrong and what to do, in English' }),
        messageVi: Type.String({ description: 'what to do, in Vietnamese' }),
        details: Type.Array(ErrorDetail, { description: 'the fields or files that are wrong' }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type ErrorAnswer = Static<typeof ErrorAnswer>;

/** A failure that can name the fields or files at fault. */
export class Refusal extends Failure {
  /** `summary` says in a sentence what the details say one by one; left out, they are put into one. */
  constructor(code: FailureCode, details: readonly ErrorDetail[], options?: { cause?: unknown; summary?: string }) {
    super(code, options?.summary ?? details.map((detail) => `${detail.path}: ${detail.message}.`).join(' '), { ...options, details });
  }
}

/** The failure as the client sees it. What went wrong inside (`internal`) stays in the log, where `requestId` finds it. */
export function answerTo(failure: Failure, requestId: string): ErrorAnswer {
  const { status, english, vietnamese } = failure.kind;
  const inside = failure.code === 'internal';
  return {
    error: {
      code: failure.code,
      status,
      message: inside ? english : failure.message,
      messageVi: vietnamese,
      details: inside ? [{ path: 'request', message: requestId }] : [...failure.details],
    },
  };
}

/** Errors of the web framework and its plug-ins, by their codes. */
const framework: Readonly<Record<string, FailureCode>> = {
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'bad-request',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'wrong-media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'file-too-large',
  FST_ERR_HANDLER_TIMEOUT: 'time-out',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrong-media-type',
  FST_PARTS_LIMIT: 'too-many-files',
  FST_FILES_LIMIT: 'too-many-files',
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
};

/** Any thrown thing as a failure: what the framework refused by its code, other refusals as `bad-request`, the rest as `internal`. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (!(thrown instanceof Error)) return new Failure('internal', null, { cause: thrown });
  const { code, statusCode } = thrown as Error & { code?: unknown; statusCode?: unknown };
  const known = typeof code === 'string' ? framework[code] : undefined;
  if (known === 'bad-request') return new Refusal(known, [{ path: 'url', message: 'is malformed or too long' }], { cause: thrown });
  if (known !== undefined) return new Failure(known, null, { cause: thrown });
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return new Refusal('bad-request', [{ path: 'request', message: firstSentence(thrown.message) }], { cause: thrown });
  return new Failure('internal', null, { cause: thrown });
}

function firstSentence(message: string): string {
  return message.replace(/\.\s.*$|\.$/su, '');
}
