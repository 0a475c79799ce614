import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import { Alias, Attested, Citation, Occurrence, RelationWitness } from '#ingest/model/citation.ts';
import { failureKinds } from '#ingest/model/failure.ts';
import { Finding } from '#ingest/model/finding.ts';
import { Identity, Part } from '#ingest/model/identity.ts';
import { DocumentFacts, Recipient, RecordPart, Signature } from '#ingest/model/record.ts';
import { Confidence, Relation, RelationKind } from '#ingest/model/relation.ts';
import { Edit } from '#ingest/model/source.ts';
import { Span } from '#ingest/model/span.ts';
import { Bound, Deadline, Party, Passage, Rhythm, Task, TimeUnit } from '#ingest/model/task.ts';
import {
  Addition,
  Additions,
  AddOutcome,
  Cascade,
  CascadeEntry,
  CascadeLevel,
  Chain,
  ChainFinding,
  ClaimedValue,
  DecisionList,
  DecisionState,
  DecisionView,
  Difference,
  DirectiveChoice,
  DocumentSummary,
  DocumentText,
  DocumentView,
  EdgeKind,
  EdgeWitness,
  Effect,
  EffectEvent,
  EffectState,
  Facet,
  FacetName,
  Graph,
  GraphEdge,
  GraphNode,
  Hit,
  HitRule,
  ListAnswer,
  ListEntry,
  Matrix,
  MatrixAnswer,
  MatrixCell,
  MatrixColumn,
  MatrixDays,
  MatrixRow,
  MatrixTotals,
  MatrixUnit,
  MissingWork,
  MissingWorks,
  NumberedWork,
  Paths,
  PossibleWork,
  Proposal,
  Reading,
  RepeatedPassage,
  Repeats,
  Repetition,
  SavedNews,
  SavedSearch,
  SearchAnswer,
  SearchOrder,
  Similar,
  SimilarDocument,
  Snippet,
  Speaker,
  StatementList,
  StatementView,
  Stats,
  Suggestion,
  Suggestions,
  TaskList,
  UndecidedWork,
  UndecidedWorks,
  UnitAsked,
  UnitStep,
  UseOfWork,
  Version,
  WayOfNaming,
  WithinScope,
  WorkLevel,
  WorkView,
} from '#services/library/shapes.ts';
import { ErrorAnswer, ErrorDetail } from './errors.ts';
import { nameSchemas } from './schema-names.ts';

/** Schemas that the OpenAPI document names, so that clients made from it get named types. */
const named: Readonly<Record<string, TSchema>> = {
  Addition,
  Additions,
  AddOutcome,
  Alias,
  Attested,
  Bound,
  Cascade,
  CascadeEntry,
  CascadeLevel,
  Chain,
  ChainFinding,
  DecisionList,
  DecisionState,
  DecisionView,
  UndecidedWork,
  UndecidedWorks,
  Citation,
  ClaimedValue,
  Confidence,
  Deadline,
  Difference,
  DocumentFacts,
  DocumentSummary,
  DocumentText,
  DocumentView,
  EdgeKind,
  EdgeWitness,
  Edit,
  Effect,
  EffectEvent,
  EffectState,
  ErrorAnswer,
  ErrorDetail,
  Facet,
  FacetName,
  Finding,
  Graph,
  GraphEdge,
  GraphNode,
  Hit,
  HitRule,
  ListAnswer,
  ListEntry,
  DirectiveChoice,
  Matrix,
  MatrixAnswer,
  MatrixCell,
  MatrixColumn,
  MatrixDays,
  MatrixRow,
  MatrixTotals,
  MatrixUnit,
  UnitAsked,
  UnitStep,
  MissingWork,
  MissingWorks,
  NumberedWork,
  Identity,
  IdentityPart: Part,
  Occurrence,
  Party,
  Passage,
  Paths,
  PossibleWork,
  Proposal,
  Reading,
  Recipient,
  RecordPart,
  Relation,
  RelationKind,
  RelationWitness,
  RepeatedPassage,
  Repeats,
  Repetition,
  Rhythm,
  SavedNews,
  SavedSearch,
  SearchAnswer,
  SearchOrder,
  Signature,
  Similar,
  SimilarDocument,
  Snippet,
  Span,
  Speaker,
  StatementList,
  StatementView,
  Stats,
  Suggestion,
  Suggestions,
  Task,
  TaskList,
  TimeUnit,
  UseOfWork,
  Version,
  WayOfNaming,
  WithinScope,
  WorkLevel,
  WorkView,
};

/** Collects the routes that follow into an OpenAPI 3.1 document at /openapi.json, and shows it at /docs. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Vankien',
        version,
        description: [
          'Search in Vietnamese Party and State documents, the chains of documents that carry one another out, and the tasks they give.',
          'Offsets (`span`, `start`, `end`) count UTF-16 code units into the text of the document; `end` is exclusive.',
          'Every request that fails is answered with an `ErrorAnswer`:',
          failureTable(),
        ].join('\n\n'),
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      tags: [
        { name: 'documents', description: 'The documents of the collection, and taking more of them in.' },
        { name: 'search', description: 'Finding documents by their words and features.' },
        { name: 'saved', description: 'Searches that are kept under a name, what is new to them, and their feeds.' },
        { name: 'graph', description: 'Which document rests on which.' },
        { name: 'tasks', description: 'Who has to do what by when.' },
        { name: 'service', description: 'The collection and the service as a whole.' },
      ],
    },
    // Upload bodies are read as a stream, so their schema only documents them.
    transform: ({ schema, url, route }) => ({ schema: { ...schema, ...(route.config?.documentedBody ?? {}) }, url }),
    transformObject: (document) => ('openapiObject' in document ? nameSchemas(document.openapiObject, named) : document.swaggerObject),
  });
  await app.register(async (docs) => {
    // The plug-in's own routes: pages and assets that anybody who reads may see.
    docs.addHook('onRoute', (route) => {
      route.config = { ...route.config, role: 'reader' };
    });
    await docs.register(swaggerUi, {
      routePrefix: '/docs',
      theme: { title: 'Vankien' },
      uiConfig: { docExpansion: 'list', deepLinking: true, layout: 'BaseLayout' },
      staticCSP: {
        'default-src': "'none'",
        'script-src': "'self'",
        // Its script sets the style of what it draws.
        'style-src': "'self' 'unsafe-inline'",
        'img-src': "'self' data:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
      },
    });
  });
  app.get('/openapi.json', { config: { role: 'reader' }, schema: { hide: true } }, async () => app.swagger());
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the OpenAPI document shows as the body of a route that reads its body as a stream. */
    documentedBody?: { consumes: string[]; body: object };
  }
}

function failureTable(): string {
  const rows = Object.entries(failureKinds).map(([code, kind]) => `| \`${code}\` | ${kind.status} | ${kind.english} |`);
  return ['| code | status | what to do |', '| --- | --- | --- |', ...rows].join('\n');
}
