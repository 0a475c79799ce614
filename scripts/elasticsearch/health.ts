import { request as plain } from 'node:http';
import { request as secured } from 'node:https';
import { text } from 'node:stream/consumers';

const ANSWERS_WITHIN_MS = 5000;

/**
 * What is wrong with the cluster at this moment, in a sentence; null where it can be worked with (yellow or green).
 * Name and password may be in the address; `ca` is the certificate to trust, as PEM.
 */
export async function whatIsWrong(url: string, ca?: string): Promise<string | null> {
  try {
    const { status, body } = await ask(new URL(url), ca);
    // 408: it answers, and the cluster is still red.
    if (status === 408) return 'the cluster is red';
    return status === 200 ? null : `it answered ${status}: ${body.slice(0, 200)}`;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return `it does not answer: ${message || code}`;
  }
}

/** Not by fetch, which cannot be given a certificate to trust. */
async function ask(url: URL, ca: string | undefined): Promise<{ status: number; body: string }> {
  const health = new URL('/_cluster/health?wait_for_status=yellow&timeout=1s', url);
  const auth = url.username === '' ? {} : { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` };
  const options = { ...auth, ...(ca === undefined ? {} : { ca }), agent: false, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) };
  return new Promise((resolve, reject) => {
    (health.protocol === 'https:' ? secured : plain)(health, options, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    })
      .on('error', reject)
      .end();
  });
}
