/**
 * The rooms and who may look into which (see README, "The walk of a document"). Each rule's comment is the sentence for the offender.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const stages = ['read', 'repair', 'outline', 'extract', 'resolve'];
const doors = ['api', 'cli'];

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Imports point one way. Move what both need into the room that both may import.',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'model-is-the-ground',
      comment: 'The model holds nouns only: it may import the schema library and itself.',
      severity: 'error',
      from: { path: '^ingest/model/' },
      to: { pathNot: ['^ingest/model/', 'node_modules/typebox/'] },
    },
    {
      name: 'vocabulary-knows-only-the-model',
      comment: 'Vocabulary is tables: it may import the model and itself, never a stage.',
      severity: 'error',
      from: { path: '^ingest/vocabulary/' },
      to: { path: '^(ingest|services|scripts|test)/', pathNot: '^ingest/(model|vocabulary)/' },
    },
    ...stages.map((stage) => ({
      name: `stage-${stage}-stands-alone`,
      comment: `The stage ${stage} may import the model, the vocabulary and itself; stages meet in ingest/ingest.ts only.`,
      severity: 'error',
      from: { path: `^ingest/${stage}/` },
      to: { path: '^(ingest|services|scripts|test|mappings)/', pathNot: `^ingest/(model|vocabulary|${stage})/` },
    })),
    {
      name: 'ingest-is-a-pure-library',
      comment: 'ingest takes bytes and gives a record: no store, no door, no clock. Pass what it needs as an argument.',
      severity: 'error',
      from: { path: '^ingest/' },
      to: { path: '^(services|scripts|test|mappings)/' },
    },
    {
      name: 'analysis-is-shared-by-both-engines',
      comment:
        'services/analysis makes words from text: it may import the model and the vocabulary, and knows nothing of stages, stores or the library.',
      severity: 'error',
      from: { path: '^services/analysis/' },
      to: { path: '^(services|scripts|test|mappings|ingest)/', pathNot: '^(services/analysis|ingest/(model|vocabulary))/' },
    },
    {
      name: 'works-are-computed-from-what-is-said',
      comment:
        'services/works tells which mentions are one work and how works are linked: it may import the model, the vocabulary, analysis and itself.',
      severity: 'error',
      from: { path: '^services/works/' },
      to: { path: '^(services|scripts|test|mappings|ingest)/', pathNot: '^(services/(works|analysis)|ingest/(model|vocabulary))/' },
    },
    {
      name: 'query-names-no-engine',
      comment: 'services/query may import the model, analysis and itself; engines compile the query, not the other way round.',
      severity: 'error',
      from: { path: '^services/query/' },
      to: { path: '^(services|scripts|test|mappings|ingest)/', pathNot: '^(services/(query|analysis)|ingest/(model|vocabulary))/' },
    },
    {
      name: 'stores-know-no-library',
      comment: 'A store may import the model, the query, analysis, works and the mappings; never the library, a door or another adapter.',
      severity: 'error',
      from: { path: '^services/store/' },
      to: { path: '^(services|scripts|test|ingest)/', pathNot: '^(services/(store|query|analysis|works)|ingest/model)/' },
    },
    {
      name: 'adapters-do-not-meet',
      comment: 'The adapters of the engines know only the port.',
      severity: 'error',
      from: { path: '^services/store/([^/]+)/' },
      to: { path: '^services/store/[^/]+/', pathNot: '^services/store/$1/' },
    },
    {
      name: 'library-knows-only-the-port',
      comment: 'The library speaks to the port; adapters are chosen in services/compose.ts.',
      severity: 'error',
      from: { path: '^services/library/' },
      to: { path: ['^services/store/[^/]+/', '^services/(api|cli|web|compose|config)', '^(scripts|test)/', 'node_modules/fastify/'] },
    },
    ...doors.map((door) => ({
      name: `door-${door}-calls-the-library`,
      comment: `services/${door} may import the library, the model and the settings; never an adapter or another door (the command line starts the API through compose).`,
      severity: 'error',
      from: { path: `^services/${door}/` },
      to: {
        path: [
          '^services/store/[^/]+/',
          ...doors.filter((other) => other !== door).map((other) => `^services/${other}/`),
          '^(scripts|test)/',
        ],
      },
    })),
    {
      name: 'engine-clients-stay-in-their-adapters',
      comment: 'Only its own adapter (and the ledger, which is no index) imports an engine.',
      severity: 'error',
      from: { pathNot: ['^services/store/sqlite/', '^services/library/(ledger|lock|(saved|decisions)/table)', '^(test|scripts)/'] },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'elasticsearch-client-stays-in-its-adapter',
      comment: 'Only the adapter of Elasticsearch imports its client and the circuit breaker before it.',
      severity: 'error',
      from: { pathNot: ['^services/store/elasticsearch/', '^(test|scripts)/'] },
      to: { path: 'node_modules/(@elastic/elasticsearch|cockatiel)/' },
    },
    {
      name: 'nothing-runs-on-tests',
      comment: 'Product code never imports tests or scripts.',
      severity: 'error',
      from: { path: '^(ingest|services)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
