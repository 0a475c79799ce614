import type { QueryFilters } from '#services/query/query.ts';
import type { SearchRequest, TaskFilter } from '#services/store/port.ts';
import type { AuditRequest } from './audit/audit.ts';
import type { CascadeRequest } from './chains/cascade.ts';
import type { EffectRequest } from './chains/effect.ts';
import type { MatrixRequest } from './chains/matrix.ts';
import type { MissingRequest } from './chains/missing.ts';
import type { PartsRequest } from './chains/parts.ts';
import type { PathsRequest } from './chains/paths.ts';
import type { StatementsAsked } from './chains/statements.ts';
import type { TraceRequest } from './chains/trace.ts';
import type { Decisions } from './decisions/decisions.ts';
import type { UndecidedRequest } from './decisions/undecided.ts';
import type { ChainFile } from './graphExport/chainFile.ts';
import type { DraftFile, DraftFormat } from './graphExport/draftFile.ts';
import type { GraphFormat } from './graphExport/formats.ts';
import type { ChainQuestion } from './graphExport/questions.ts';
import type { RepeatsRequest } from './likeness/repeats.ts';
import type { ListLine } from './list/read.ts';
import type { AddedRequest } from './saved/added.ts';
import type { SavedSearches } from './saved/saved.ts';
import type {
  Additions,
  AddOutcome,
  AddressedWork,
  AuditPage,
  Cascade,
  DoctorReport,
  DocumentSummary,
  DocumentText,
  DocumentView,
  DraftReport,
  Effect,
  Graph,
  ListEntry,
  Matrix,
  MissingWorks,
  PartsMatrix,
  Paths,
  Repeats,
  SearchAnswer,
  Similar,
  StatementList,
  Stats,
  Suggestions,
  TaskList,
  UndecidedWorks,
} from './shapes.ts';

/** A file offered to the library. `source` says where it came from ("/path/x.docx", "upload:x.docx") and tells versions of one file apart from other files. */
export interface IncomingFile {
  readonly name: string;
  readonly source: string;
  readonly read: () => Promise<Uint8Array>;
}

/** All that one can ask of a collection. The doors call this and nothing beneath it. Methods throw `Failure` and nothing else. */
export interface Library {
  /** Takes files in, one after the other; a file that cannot be taken is an outcome, not an end. What is reported as added or updated is on disk, and brought into the index later where that is away. */
  add(files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>): AsyncGenerator<AddOutcome>;
  /** A page of the documents that match, with facets, passages, and what to ask instead where few do. */
  search(words: string, filters: QueryFilters, page: SearchRequest): Promise<SearchAnswer>;
  /** What the collection holds that may be meant by words that are still being typed; at most `limit`. */
  suggest(typed: string, limit: number): Promise<Suggestions>;
  /** Every document in which all words stand (all there are, where `words` is null) and that passes the filters, by id, as the collection is now: for exports. */
  all(words: string | null, filters: QueryFilters): AsyncGenerator<DocumentSummary>;
  /** What matches, what was taken in last first: for feeds. */
  added(words: string | null, filters: QueryFilters, request: AddedRequest): Promise<Additions>;
  /** Searches that are kept under a name. */
  readonly saved: SavedSearches;
  /** The answers to the lines of a list (`readList`), each as soon as it is known, in their order. */
  lookUp(lines: readonly ListLine[]): AsyncGenerator<ListEntry>;
  /** `ref` is an id or a document number; `not-found` with the nearest known numbers where nothing bears it. Several bearers: all are returned. */
  show(ref: string): Promise<readonly DocumentView[]>;
  text(id: string): Promise<DocumentText>;
  /** Documents that speak of the same as the one with this id, likest first, and what makes them similar. */
  similar(id: string, most: number): Promise<Similar>;
  /** Passages of the document with this id that stand nearly the same elsewhere, with the words that differ. */
  repeats(id: string, request: RepeatsRequest): Promise<Repeats>;
  original(id: string, revision?: number): Promise<{ name: string; mediaType: string; bytes: Uint8Array }>;
  /** What a document rests on, and what came of it. */
  trace(request: TraceRequest): Promise<Graph>;
  /** A page of all that is stated of a document, or of two. */
  statements(request: StatementsAsked): Promise<StatementList>;
  /** The chains of documents from one to another. */
  paths(request: PathsRequest): Promise<Paths>;
  /** The tree of what came of a document, by level, with the days between. */
  cascade(request: CascadeRequest): Promise<Cascade>;
  /** Whether a document is in force, by what it was changed or ended, and what still cites it after that. */
  effect(request: EffectRequest): Promise<Effect>;
  /** Units against directives: what each issued about each, or that nothing held here shows it. */
  matrix(request: MatrixRequest): Promise<Matrix>;
  /** Units against the parts of one directive: which of their documents take up which part. */
  partsMatrix(request: PartsRequest): Promise<PartsMatrix>;
  /** A page of the documents that others name and nobody holds. */
  missing(request: MissingRequest): Promise<MissingWorks>;
  /** A page of the works that the texts leave open, with those that they could be: the list to decide. */
  undecided(request: UndecidedRequest): Promise<UndecidedWorks>;
  /** What persons decided about works. */
  readonly decisions: Decisions;
  /** The answer to a question about chains as a file, or the works that it could mean. */
  chainFile(question: ChainQuestion, format: GraphFormat): Promise<ChainFile>;
  /** The report on a draft as a file. */
  draftFile(report: DraftReport, format: DraftFormat): DraftFile;
  /** The works that an address leads to, or that a number or id could mean, each with its address. */
  at(of: string): Promise<readonly AddressedWork[]>;
  /** A page of what is odd or contradicts itself in the collection, with the words of both sides. */
  audit(request: AuditRequest): Promise<AuditPage>;
  /** How a draft stands to the collection, citation by citation; nothing of it is stored. A file that cannot be read is a failure. */
  auditDraft(file: IncomingFile): Promise<DraftReport>;
  tasks(filter: TaskFilter, page: { from: number; size: number }): Promise<TaskList>;
  stats(): Promise<Stats>;
  doctor(): Promise<DoctorReport>;
  /** Makes the index anew from the ledger and the original files, while the old one answers; reports how many documents are done. */
  rebuild(progress?: (done: number, total: number) => void): Promise<{ documents: number; failures: number }>;
  /** Lets the index that answered before the last rebuild answer again; `not-found` where none is kept. Tells how many documents it lacked. */
  goBack(): Promise<{ caughtUp: number }>;
  /** True where the collection answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}
