/** The shapes that the library answers with: what the API serves, the command line prints with --json, and the page reads. One file of `shapes/` an idea. */

export * from './shapes/audit.ts';
export * from './shapes/chains/addressed.ts';
export * from './shapes/chains/cascade.ts';
export * from './shapes/chains/decisions.ts';
export * from './shapes/chains/effect.ts';
export * from './shapes/chains/finding.ts';
export * from './shapes/chains/matrix.ts';
export * from './shapes/chains/missing.ts';
export * from './shapes/chains/parts.ts';
export * from './shapes/chains/paths.ts';
export * from './shapes/chains/statements.ts';
export * from './shapes/chains/work.ts';
export * from './shapes/documents.ts';
export * from './shapes/graph.ts';
export * from './shapes/keeping.ts';
export * from './shapes/list.ts';
export * from './shapes/repeats.ts';
export * from './shapes/saved.ts';
export * from './shapes/search.ts';
export * from './shapes/similar.ts';
export * from './shapes/tasks.ts';
