import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { asFailure, Failure, type FailureCode } from '#ingest/model/failure.ts';
import type { Library } from '#services/library/library.ts';
import { DocumentSummary, type DocumentView } from '#services/library/shapes.ts';
import { answers, described } from '../answers.ts';

const Choices = Type.Object({ choices: Type.Array(DocumentSummary) }, { additionalProperties: false });

/** Answers of a route about one document; a number that several bear is answered with the choice. */
export const ofOne = <T extends Parameters<typeof answers>[0]>(good: T, what: string, ...codes: FailureCode[]) => ({
  ...answers(good, what, 'not-found', ...codes),
  300: described(Choices, 'Several documents bear this number: ask again with the id of one of them.'),
});

/** Answers about the one document shown, or with the choice where there are several. */
export async function oneOf<T>(shown: readonly DocumentView[], reply: FastifyReply, answer: (document: DocumentView) => T | Promise<T>) {
  const [first, ...others] = shown;
  if (first === undefined) throw new Failure('not-found');
  if (others.length === 0) return await answer(first);
  return reply.code(300).send({ choices: shown.map(summaryOf) });
}

/** Asks with an id, which is quick; where there is no such id, reads it as a number. */
export async function byIdOrNumber<T>(library: Library, ref: string, reply: FastifyReply, ask: (id: string) => Promise<T>) {
  try {
    return await ask(ref);
  } catch (thrown) {
    if (asFailure(thrown).code !== 'not-found') throw thrown;
    const shown = await library.show(ref);
    if (shown.length === 1 && shown[0]?.id === ref) throw thrown;
    return await oneOf(shown, reply, (document) => ask(document.id));
  }
}

function summaryOf(document: DocumentView): DocumentSummary {
  const { id, revision, name, type, number, issuer, place, date, title, identity } = document;
  return { id, revision, name, type, number, issuer, place, date, title, identity };
}
