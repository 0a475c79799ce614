import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A pattern of the sources, with the places (path:line) that hold it. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly places: readonly string[];
}

export interface Collected {
  readonly patterns: readonly Pattern[];
  /** Places whose pattern is not made when their module is loaded, so that it could not be looked at. */
  readonly unseen: readonly string[];
}

const root = join(import.meta.dirname, '../..');

/**
 * Every regular expression of the modules under `folders` (relative to the project): literals by the syntax tree, those made of strings by
 * listening to the constructor while the modules are loaded. Call it before any of them is loaded: each module is run once only.
 */
export async function collectPatterns(folders: readonly string[]): Promise<Collected> {
  const files = folders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root })).sort();
  const found = new Map<string, { source: string; flags: string; places: Set<string> }>();
  const add = (source: string, flags: string, place: string) => {
    const known = found.get(`/${source}/${flags}`) ?? { source, flags, places: new Set() };
    known.places.add(place);
    found.set(`/${source}/${flags}`, known);
  };
  const made = files.flatMap((file) => literals(file, add));
  const heard = await hearConstructor(files, add);
  return {
    patterns: [...found.values()].map(({ source, flags, places }) => ({ source, flags, places: [...places] })),
    unseen: made.filter((place) => !heard.has(place)),
  };
}

/** Tells `add` of each literal of a file; gives the places where the constructor is called. */
function literals(file: string, add: (source: string, flags: string, place: string) => void): string[] {
  const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const made: string[] = [];
  const placeOf = (node: ts.Node) => `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node.text.slice(1, end), node.text.slice(end + 1), placeOf(node));
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(tree) === 'RegExp')
      made.push(placeOf(node));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return made;
}

/** Loads the files while every call of the constructor is told to `add`; gives the places that called it. */
async function hearConstructor(
  files: readonly string[],
  add: (source: string, flags: string, place: string) => void,
): Promise<ReadonlySet<string>> {
  const genuine = globalThis.RegExp;
  const heard = new Set<string>();
  const hear = (pattern: RegExp): RegExp => {
    const place = callingPlace(files);
    if (place !== null) {
      heard.add(place);
      add(pattern.source, pattern.flags, place);
    }
    return pattern;
  };
  globalThis.RegExp = new Proxy(genuine, {
    construct: (target, args, newTarget) => hear(Reflect.construct(target, args, newTarget) as RegExp),
    apply: (target, self, args) => hear(Reflect.apply(target, self, args) as RegExp),
  });
  try {
    for (const file of files) await import(pathToFileURL(join(root, file)).href);
  } finally {
    globalThis.RegExp = genuine;
  }
  return heard;
}

/** The nearest place of the call stack that lies in one of the files; types are stripped in place, so that lines are those of the source. */
function callingPlace(files: readonly string[]): string | null {
  const known = new Set(files);
  for (const line of new Error('where').stack?.split('\n') ?? []) {
    const at = /\(?(?<path>file:\/\/[^()]+):(?<line>\d+):\d+\)?$/u.exec(line)?.groups;
    if (at === undefined) continue;
    const file = relative(root, fileURLToPath(at.path ?? '')).replaceAll('\\', '/');
    if (known.has(file)) return `${file}:${at.line}`;
  }
  return null;
}
