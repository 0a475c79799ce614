import { defineConfig } from 'vitest/config';

const each = { testTimeout: 60_000, hookTimeout: 120_000, pool: 'forks' } as const;

/** Suites of the library and its doors that run over both engines; the stores themselves are held to one contract in test/store. */
const overBothEngines = [
  'test/library/{add,audit,auditDraft,decisions,kill,likeness,list,order,readers,reading,rebuild,saved}.test.ts',
  'test/library/chains/*.test.ts',
  'test/library/graphExport/{dossier,formats,tables}.test.ts',
  'test/api/{answers,audit,chains,export,graphExport,hostile.queries,likeness,lists,matrix,routes,saved}.test.ts',
  'test/cli/{audit,chainFile,chains,commands,decisions,matrix,saved}.test.ts',
  'test/gold/chains.test.ts',
];

export default defineConfig({
  test: {
    globalSetup: ['test/support/elasticsearch/globalSetup.ts'],
    maxWorkers: 2,
    projects: [
      { test: { ...each, name: 'embedded', include: ['test/**/*.test.ts'], provide: { engine: 'embedded' } } },
      { test: { ...each, name: 'elasticsearch', include: overBothEngines, provide: { engine: 'elasticsearch' } } },
    ],
  },
});
