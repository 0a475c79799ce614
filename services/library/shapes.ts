/** The shapes that the library answers with: what the API serves, the command line prints with --json, and the page reads. One file of `shapes/` an idea. */
export * from './shapes/documents.ts';
export * from './shapes/graph.ts';
export * from './shapes/keeping.ts';
export * from './shapes/list.ts';
export * from './shapes/repeats.ts';
export * from './shapes/saved.ts';
export * from './shapes/search.ts';
export * from './shapes/similar.ts';
export * from './shapes/tasks.ts';
