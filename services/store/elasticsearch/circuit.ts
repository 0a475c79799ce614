import { CircuitState, circuitBreaker, ExponentialBackoff, handleWhen, type IBreaker, noJitterGenerator } from 'cockatiel';
import { Failure } from '#ingest/model/failure.ts';

/** So many calls in a row must fail before the cluster is left alone; one that waited all its time in vain counts for two. */
const mostFailures = 5;
/** How long it is left alone at first, and at most when it stays away, in milliseconds. */
const firstPause = 1000;
const longestPause = 10_000;

/** Lets calls through while the cluster answers; fails them at once for a while after it did not. */
export interface Circuit {
  /** @throws Failure `index-unavailable` at once while the circuit is open, else whatever `call` throws. */
  run<T>(call: () => Promise<T>): Promise<T>;
  isOpen(): boolean;
}

/** How what a call throws is to be taken. */
export interface Signs {
  /** Whether it is the cluster that fails, which counts, and not this one request. */
  isTrouble(thrown: unknown): boolean;
  isTimeout(thrown: unknown): boolean;
  /** What was seen. */
  sentence(thrown: unknown): string;
}

export function circuitFor({ isTrouble, isTimeout, sentence }: Signs): Circuit {
  let weight = 1;
  const noted = (thrown: unknown) => {
    weight = isTimeout(thrown) ? 2 : 1;
    return isTrouble(thrown);
  };
  let failures = 0;
  const breaker: IBreaker = {
    state: null,
    success() {
      failures = 0;
    },
    failure() {
      failures += weight;
      return failures >= mostFailures;
    },
  };
  const policy = circuitBreaker(handleWhen(noted), {
    breaker,
    halfOpenAfter: new ExponentialBackoff({ generator: noJitterGenerator, initialDelay: firstPause, maxDelay: longestPause }),
  });
  let since: Date | null = null;
  let why = '';
  policy.onBreak((reason) => {
    since ??= new Date();
    if ('error' in reason) why = sentence(reason.error);
  });
  policy.onReset(() => {
    since = null;
  });
  const open = () =>
    new Failure('index-unavailable', `Elasticsearch has not been answering since ${since?.toISOString() ?? 'a moment ago'}: ${why}`);
  return {
    async run(call) {
      // Cockatiel would let all others wait for the one call that tries whether the cluster is back.
      if (policy.state === CircuitState.HalfOpen) throw open();
      let called = false;
      try {
        return await policy.execute(() => {
          called = true;
          return call();
        });
      } catch (thrown) {
        throw called ? thrown : open();
      }
    },
    isOpen: () => policy.state === CircuitState.Open || policy.state === CircuitState.HalfOpen,
  };
}
