/** What is wrong with the cluster at this moment, in a sentence; null where it can be worked with (yellow or green). */
export async function whatIsWrong(url: string): Promise<string | null> {
  const { origin, username, password } = new URL(url);
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  try {
    const answer = await fetch(`${origin}/_cluster/health?wait_for_status=yellow&timeout=1s`, {
      headers: username === '' ? {} : { authorization: `Basic ${credentials}` },
      signal: AbortSignal.timeout(5000),
    });
    const body = await answer.text();
    // 408: it answers, and the cluster is still red.
    if (answer.status === 408) return 'the cluster is red';
    return answer.ok ? null : `it answered ${answer.status}: ${body.slice(0, 200)}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `it does not answer: ${cause instanceof Error ? cause.message : message}`;
  }
}
