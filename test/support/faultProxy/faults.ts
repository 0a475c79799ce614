import { bodyText, type Exchange, type Fault, type Reply, withBody } from './exchange.ts';

/** What a fault proxy can do wrong. Errors of single items of a bulk are in bulk.ts. */

/** Never answers; the request is not passed on. */
export const hang: Fault = () => {};

/** Passes on, and answers never. */
export const hangAfter: Fault = async (exchange) => {
  await exchange.passOn();
};

/** Waits, in milliseconds, then goes on as `then` says, or passes on. */
export function delay(milliseconds: number, then: Fault = pass): Fault {
  return async (exchange) => {
    await exchange.wait(milliseconds);
    await then(exchange);
  };
}

/** Does nothing wrong: to count, or to except requests from a fault told before. */
export async function pass(exchange: Exchange): Promise<void> {
  exchange.reply(await exchange.passOn());
}

/** Breaks the connection before anything is passed on. */
export const cut: Fault = (exchange) => exchange.cut();

/** Passes on, so that the request is applied, then breaks the connection without a byte of the reply. */
export const loseReply: Fault = async (exchange) => {
  await exchange.passOn();
  exchange.cut();
};

/** Sends half of the reply's bytes, then breaks the connection. */
export const cutReply: Fault = async (exchange) => {
  const reply = await exchange.passOn();
  exchange.replyUntil(reply, Math.floor(reply.body.length / 2));
};

/**
 * Spoils the reply under its own status and headers: `bytes` are of the right length but not even UTF-8,
 * `text` is of the right length but no JSON, `half` is half of the reply under the length of that half.
 */
export function garble(how: 'bytes' | 'text' | 'half'): Fault {
  const spoil = (body: Buffer): Buffer => {
    if (how === 'bytes') return Buffer.from(body.map((byte, at) => 0x80 | ((byte ^ (at * 37)) & 0x7f)));
    if (how === 'text') return Buffer.from('lorem ipsum '.repeat(Math.ceil(body.length / 12)).slice(0, body.length));
    return body.subarray(0, Math.floor(body.length / 2));
  };
  return async (exchange) => {
    const reply = await exchange.passOn();
    exchange.reply({ ...reply, body: spoil(reply.body) });
  };
}

/** Answers itself; the request is not passed on. */
export function answer(reply: Reply | ((exchange: Exchange) => Reply)): Fault {
  return (exchange) => exchange.reply(typeof reply === 'function' ? reply(exchange) : reply);
}

/** Passes on, so that the request is applied, and gives another answer than came. */
export function answerAfter(reply: Reply): Fault {
  return async (exchange) => {
    await exchange.passOn();
    exchange.reply(reply);
  };
}

/** Passes on and rewrites the JSON of the reply, and its status where one is given. */
export function change(rewrite: (body: unknown) => unknown, status?: number): Fault {
  return async (exchange) => {
    const reply = await exchange.passOn();
    const body = JSON.stringify(rewrite(JSON.parse(bodyText(reply.body, reply.headers))));
    exchange.reply({ ...withBody(reply, body), status: status ?? reply.status });
  };
}
