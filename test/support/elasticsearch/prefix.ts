const send = async (url: string, method: string, path: string, body?: unknown): Promise<Response> => {
  const { origin, username, password } = new URL(url);
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return fetch(`${origin}${path}`, {
    method,
    headers: {
      'content-type': typeof body === 'string' ? 'application/x-ndjson' : 'application/json',
      ...(username === '' ? {} : { authorization: `Basic ${credentials}` }),
    },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
};

async function json<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`Elasticsearch answered ${response.status}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** Removes all indices (with their aliases, those closed or blocked too) and index templates whose names begin with `prefix`. */
export async function clearPrefix(url: string, prefix: string): Promise<void> {
  // By their names: a cluster does not delete by wildcard unless it was told to.
  const indices = await json<Record<string, unknown>>(await send(url, 'GET', `/${prefix}*/_alias?expand_wildcards=all`));
  const names = Object.keys(indices);
  if (names.length > 0) {
    const list = names.join(',');
    const blocks = { 'index.blocks.read_only': null, 'index.blocks.read_only_allow_delete': null, 'index.blocks.metadata': null };
    await json(await send(url, 'PUT', `/${list}/_settings?expand_wildcards=all`, blocks));
    await json(await send(url, 'DELETE', `/${list}?ignore_unavailable=true`));
  }
  for (const kind of ['_index_template', '_component_template']) {
    const answer = await send(url, 'DELETE', `/${kind}/${prefix}*`);
    // 404: there is none of this kind.
    if (answer.status !== 404) await json(answer);
  }
}

/** Takes all entries out of the indices whose names begin with `prefix`, and leaves the indices. They hold ten thousand together at most. */
export async function emptyPrefix(url: string, prefix: string): Promise<void> {
  const asked = { size: 10_000, query: { match_all: {} }, _source: false };
  const { hits } = await json<{ hits: { hits: { _index: string; _id: string }[] } }>(
    await send(url, 'POST', `/${prefix}*/_search?expand_wildcards=open`, asked),
  );
  if (hits.hits.length === 0) return;
  const lines = hits.hits.map(({ _index, _id }) => `${JSON.stringify({ delete: { _index, _id } })}\n`);
  const { errors } = await json<{ errors: boolean }>(await send(url, 'POST', '/_bulk?refresh=true', lines.join('')));
  if (errors) throw new Error(`Not all entries of ${prefix} could be taken out.`);
}
