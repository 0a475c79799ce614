-- How records lie in SQLite. Made once, in one transaction, by services/store/sqlite/open.ts, which also writes
-- application_id and user_version (mappingVersion of fields.ts). Keys ending in _folded are foldedSymbol() of services/analysis.

-- One row a document: what lists and summaries read. A number of a row is never given twice: the word index knows documents by it.
CREATE TABLE document (
  row INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  source TEXT NOT NULL,
  versions TEXT NOT NULL,
  hash TEXT NOT NULL,
  pipeline TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT,
  number TEXT,
  issuer TEXT,
  place TEXT,
  date TEXT,
  title TEXT,
  identity TEXT NOT NULL,
  citations INTEGER NOT NULL,
  tasks INTEGER NOT NULL,
  findings INTEGER NOT NULL
) STRICT;

-- The whole record in the packets of services/store/packing.ts, apart, so that lists do not read over it. What is asked most often comes first.
CREATE TABLE content (
  row INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  claims BLOB NOT NULL,
  tasks BLOB NOT NULL,
  record BLOB NOT NULL
) STRICT;

-- Every number a document bears, cites or speaks of, by folded form: for suggestions.
-- "written" is writtenSymbol(): the folded number with its zeros, as somebody begins to type it.
CREATE TABLE symbol (
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  folded TEXT NOT NULL,
  written TEXT NOT NULL,
  key TEXT NOT NULL,
  cited INTEGER NOT NULL,
  PRIMARY KEY (document, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX symbol_by_folded ON symbol (folded, cited, key);
CREATE INDEX symbol_by_written ON symbol (written, key);

-- The graph: see services/store/sqlite/graph/README.md.
-- A way in which documents are spoken of (services/works/naming.ts), once for all who speak so: "hash" is its id, "value" all else of it but the symbol, "documents" how many
-- use it.
CREATE TABLE naming (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash BLOB NOT NULL UNIQUE,
  symbol TEXT NOT NULL,
  value TEXT NOT NULL,
  documents INTEGER NOT NULL
) STRICT;
CREATE INDEX naming_by_symbol ON naming (symbol);

-- Which work a naming means and how certainly (its place among certainties of stated.ts), and the moment at which that last changed.
CREATE TABLE placing (
  naming INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  identified INTEGER NOT NULL,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX placing_by_change ON placing (changed);

-- The works that namings mean (services/works/work.ts), by their id as text. A number of a row is never given twice. Where just one naming means a work, and there is
-- no more to tell, it is told by "naming", else by "value".
CREATE TABLE work (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  naming INTEGER,
  value TEXT
) STRICT;

-- What a put that need not be visible at once leaves to be made anew: the works of a symbol, of which "work" is one that a naming meant which is gone (0 where none);
-- or, where "recount" is 1, only the numbers of one work. A "work" of -1 has all that is named counted anew before (graph/mend.ts).
CREATE TABLE unresolved (
  symbol TEXT NOT NULL,
  work INTEGER NOT NULL,
  recount INTEGER NOT NULL,
  PRIMARY KEY (symbol, work)
) STRICT, WITHOUT ROWID;

-- What each document states: "own" is the naming of itself, "ends" one entry for each of its "count" statements (graph/ends.ts), whose words are the rows of witness from "first" on.
-- The numbers after that count the pairs of documents of which it states a relation, under the strongest of each.
CREATE TABLE stating (
  row INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  own INTEGER NOT NULL,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  amends INTEGER NOT NULL,
  replaces INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  implements INTEGER NOT NULL,
  basis INTEGER NOT NULL,
  related INTEGER NOT NULL,
  cites INTEGER NOT NULL,
  ends BLOB NOT NULL
) STRICT;

-- The words of a statement: the claim at "position" of the record of "document". "date" is null where its ends tell it, or there is none.
CREATE TABLE witness (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  page INTEGER NOT NULL,
  rule TEXT NOT NULL,
  own INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  date TEXT,
  quote TEXT NOT NULL
) STRICT;

-- What persons decided about works: JSON of services/works/decision.ts.
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  symbol TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_symbol ON decision (symbol);

-- Goes up with every change of the graph, so that those who have loaded it know when to look for more.
CREATE TABLE moment (
  number INTEGER NOT NULL
) STRICT;
INSERT INTO moment VALUES (0);

-- The tasks of content, by what they are found. "exact" and "folded" are the words of those who lead the task, in both forms: a space before and after each word, "|" between two names.
CREATE TABLE task (
  document INTEGER NOT NULL REFERENCES document (row) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  exact TEXT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadline (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "end" TEXT,
  recurs TEXT,
  PRIMARY KEY (document, position, place),
  FOREIGN KEY (document, position) REFERENCES task (document, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_by_end ON deadline ("end") WHERE "end" IS NOT NULL;

-- Which exact syllables there are to a folded one, for phrases typed half with and half without tones.
CREATE TABLE syllable (
  folded TEXT NOT NULL,
  exact TEXT NOT NULL,
  PRIMARY KEY (folded, exact)
) STRICT, WITHOUT ROWID;

-- What of a document is filtered, counted and sorted by, apart from all else, so that a search loads it in one go: see services/store/sqlite/postings/features.ts.
CREATE TABLE feature (
  row INTEGER PRIMARY KEY REFERENCES document (row) ON DELETE CASCADE,
  id TEXT NOT NULL,
  date TEXT,
  accepted TEXT NOT NULL,
  features BLOB NOT NULL
) STRICT;

-- The values of facets, numbered from 0 within their facet ("facet" is its place among facetNames of fields.ts).
CREATE TABLE facet_value (
  facet INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (facet, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX facet_value_by_text ON facet_value (facet, text);

-- The word index: see services/store/sqlite/postings/README.md. A segment holds the lists of the documents with the rows from "first" to "last";
-- "documents" of them had lists when it was written, "removed" of these have gone since.
CREATE TABLE segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  removed INTEGER NOT NULL
) STRICT;

-- The words of a segment in blocks (services/store/sqlite/postings/terms.ts), each with the letter of its field: "word" is the first of a block. The lists of its words
-- are the "bytes" bytes of the stream of the segment from the byte "at" on.
CREATE TABLE term (
  segment INTEGER NOT NULL,
  word TEXT NOT NULL,
  at INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  terms BLOB NOT NULL,
  PRIMARY KEY (segment, word)
) STRICT, WITHOUT ROWID;

-- The streams in pieces: see services/store/sqlite/postings/stream.ts.
CREATE TABLE chunk (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Rows that have gone, in that order, for those who have loaded them before.
CREATE TABLE removal (
  number INTEGER PRIMARY KEY,
  row INTEGER NOT NULL
) STRICT;
