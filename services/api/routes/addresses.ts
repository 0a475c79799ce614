import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import type { Library } from '#services/library/library.ts';
import { AddressedWork } from '#services/library/shapes.ts';
import { answers, described } from '../answers.ts';
import { NoQuery, Words } from './parameters.ts';

const closed = { additionalProperties: false } as const;

const toNumber = {
  scope: Words('whose number it is: `tw`, a province (`tien-giang`), a place within it (`tien-giang.cai-lay`)'),
  type: Words('code of the type, as in `kl`; any will do'),
  number: Words('the number, as in `01-kl-tw`'),
};
const ToNumber = Type.Object(toNumber, closed);
const ToWork = Type.Object(
  { ...toNumber, when: Words('any date or term that is said of the document: `2021-05-18`, `xiii`, `2020-2025`') },
  closed,
);

const Choices = Type.Object({ choices: Type.Array(AddressedWork) }, closed);
const workAnswers = () => ({
  ...answers(AddressedWork, 'The document under this address; `address` is where it is found now.', 'not-found'),
  300: described(Choices, 'Several documents could be meant, each with its own address.'),
});

/** Stable addresses of documents, held or not. They stand at the root of the service, for they are given to others. */
export const addresses: FastifyPluginAsyncTypebox<{ library: Library }> = async (app, { library }) => {
  async function at(address: string, reply: FastifyReply) {
    const [first, ...others] = await library.at(address);
    if (first !== undefined && others.length === 0) {
      reply.header('link', `<${first.address}>; rel="canonical"`);
      return first;
    }
    return reply.code(300).send({ choices: first === undefined ? [] : [first, ...others] });
  }

  app.get(
    '/vb/:scope/:type/:number/:when',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'workAtAddress',
        tags: ['graph'],
        summary: 'The document under a stable address, as /vb/tw/kl/01-kl-tw/2021-05-18',
        description:
          'An address outlives new readings of the documents: any date or term that is said of a document leads to it. Addresses are taken wherever a number is.',
        params: ToWork,
        querystring: NoQuery,
        response: workAnswers(),
      },
    },
    async ({ params: { scope, type, number, when } }, reply) => await at(`/vb/${scope}/${type}/${number}/${when}`, reply),
  );

  app.get(
    '/vb/:scope/:type/:number',
    {
      config: { role: 'reader' },
      schema: {
        operationId: 'worksOfNumber',
        tags: ['graph'],
        summary: 'The document of a number, or all that bear it, by the beginning of their address',
        params: ToNumber,
        querystring: NoQuery,
        response: workAnswers(),
      },
    },
    async ({ params: { scope, type, number } }, reply) => await at(`/vb/${scope}/${type}/${number}`, reply),
  );
};
