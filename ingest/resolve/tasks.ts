import type { SentenceMention } from '#ingest/model/duty.ts';
import type { Outline } from '#ingest/model/outline.ts';
import { wordsOf } from '#ingest/model/span.ts';
import type { Deadline, Task } from '#ingest/model/task.ts';
import { oneLine } from '#ingest/vocabulary/spacing.ts';
import { addDeadlines, type CalendarContext, deadlineOf, isFirm } from './taskDeadlines.ts';
import { type Legacy, legaciesOf } from './taskHeirs.ts';
import {
  beginsWithLead,
  isElsewhere,
  isEnforcement,
  isFragment,
  isHorizon,
  isOfLayout,
  isQuota,
  isStanding,
  isTarget,
} from './taskKinds.ts';
import { isNamedBody, partiesOf } from './taskParties.ts';
import { isNumbered, type TaskParts, taskPartsOf } from './taskParts.ts';
import { placeOf } from './taskPlace.ts';
import { sectionsOf } from './taskSections.ts';
import { isTimeOfStep, stepOf } from './taskSteps.ts';
import { saysWhoOnly } from './taskWho.ts';

/** What the tasks of a document are read from. `year` is the document's, for dates that name none; `documentDate` is ISO. */
export interface TaskInput {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly SentenceMention[];
  readonly documentDate: string | null;
  readonly year: number | null;
}

/** A sentence that was read, and the task made of it, if any; lines below may still add to it or make it one. */
interface Candidate {
  readonly sentence: SentenceMention;
  /** The sentence that names the subject which goes on here: itself, or one before it in its block; null where none does. */
  readonly subject: SentenceMention | null;
  task: Task | null;
}

/**
 * The duties that the document lays for the time to come (nhiệm vụ), in reading order: each sentence that lays one on a named body in a part on tasks,
 * or has a deadline, period or rhythm. Definitions: the gold annotations.
 */
export function resolveTasks(input: TaskInput): Task[] {
  const { text, outline, sentences } = input;
  const parts = taskPartsOf(text, outline);
  const byBlock = outline.blocks.map((): SentenceMention[] => []);
  for (const sentence of sentences) byBlock[sentence.block]!.push(sentence);
  const legacies = legaciesOf(text, outline.blocks, byBlock, parts.hasChildren, parts.preamble);
  const sections = sectionsOf(text, outline.blocks, byBlock);
  sections.legacies.forEach((legacy, index) => {
    legacies[index] = legacy;
  });
  const candidates: Candidate[] = [];
  byBlock.forEach((inBlock, index) => {
    if (sections.tellers.has(index)) return;
    const context = contextOf(input, legacies[index]!, parts.years[index]!);
    for (const told of inBlock) {
      const sentence = inBlock.length === 1 && namesWork(candidates.at(-1), index) && saysWhoOnly(text, told) ? leadLine(told) : told;
      const ofStep = addsToDuty(sentence) && isTimeOfStep(text, outline.blocks, sentence);
      // What a step is given as its last day is one, even where the document was signed some days after it.
      const said = ofStep ? { ...context, documentDate: null } : context;
      if (addsToDuty(sentence) && addTo(targetOf(candidates, sentence, input, parts), sentence, input, said)) {
        if (ofStep) addToStep(candidates, sentence, input, parts, said);
        continue;
      }
      const previous = previousIn(candidates, index);
      const subject = sentence.assignees.length > 0 ? sentence : goesOn(wordsOf(text, sentence.words), sentence) ? previous?.subject : null;
      candidates.push({ sentence, subject: subject ?? null, task: taskOf(sentence, previous, legacies[index]!, parts, input, context) });
    }
  });
  return candidates.flatMap(({ task }) => (task === null ? [] : [task]));
}

/** True for the line right above that names a work and nobody who does it. */
function namesWork(above: Candidate | undefined, block: number): boolean {
  return above !== undefined && above.sentence.block === block - 1 && above.sentence.assignees.length === 0 && !above.sentence.leads;
}

function leadLine(sentence: SentenceMention): SentenceMention {
  return { ...sentence, tells: 'lead', label: null };
}

function contextOf(input: TaskInput, legacy: Legacy, partYear: number | null): CalendarContext {
  const heading = legacy.deadlines.find(({ when }) => when !== null && when.year !== null)?.when?.year;
  return { year: heading ?? partYear ?? input.year, documentDate: input.documentDate };
}

function previousIn(candidates: readonly Candidate[], block: number): Candidate | null {
  const previous = candidates.at(-1);
  return previous?.sentence.block === block ? previous : null;
}

/** Two words at least: a stamp's time ("13-02-2026 10:38:07"), a stray number or mark lays no duty. */
const saysSomething = /\p{L}{2}\s\p{L}{2}/u;

/** The task that a sentence lays, or null. */
function taskOf(
  given: SentenceMention,
  previous: Candidate | null,
  legacy: Legacy,
  parts: TaskParts,
  input: TaskInput,
  context: CalendarContext,
): Task | null {
  const { text, outline } = input;
  if (!saysSomething.test(wordsOf(text, given.words))) return null;
  const verb = legacy.assignees.length > 0 && beginsWithLead(wordsOf(text, given.words));
  const sentence: SentenceMention = verb ? { ...given, form: 'free', assignees: [], acts: true } : given;
  const block = outline.blocks[sentence.block]!;
  const purpose = parts.purposes[sentence.block]!;
  const acting = sentence.acts && sentence.assignees.some(isNamedBody) && (sentence.form === 'subject' || sentence.form === 'delegated');
  if (purpose === 'means' && !acting) return null;
  if (purpose === 'account' || purpose === 'targets' || purpose === 'idle') return null;
  if (purpose === 'norms' && !(acting && isEnforcement(wordsOf(text, sentence.words)))) return null;
  if (sentence.tells === 'idle' || sentence.leads) return null;
  if (block.kind === 'heading' && parts.hasChildren[sentence.block]) return null;
  const words = wordsOf(text, sentence.words);
  if (
    isStanding(words, sentence.acts && sentence.assignees.some(isNamedBody)) ||
    isHorizon(words) ||
    (isOfLayout(words) && (!sentence.acts || words.startsWith('|')))
  )
    return null;
  const deadlines = sentence.deadlines.flatMap((mention) => deadlineOf(text, mention, context, false) ?? []);
  const firm = deadlines.some(isFirm);
  // "Các chi bộ chưa ban hành kế hoạch, hoàn thành trước ngày …": what is past only tells who is meant.
  if (sentence.account && !(sentence.acts && firm && sentence.form === 'subject')) return null;
  if (sentence.form === 'row') return make(sentence, input, deadlines, legacy, null, context);
  // `1. Chi bộ kiểu mẫu`: a title that begins with a body's noun, not a sentence about that body.
  if (block.kind === 'heading' && sentence.form === 'subject' && !sentence.acts && !firm) return null;
  const named = sentence.form !== 'named' && sentence.assignees.some(isNamedBody);
  if (parts.preamble[sentence.block])
    return sentence.form === 'delegated' && named ? make(sentence, input, deadlines, legacy, null, context) : null;
  if (purpose === 'requirements')
    return firm &&
      ((sentence.assignees.length > 0 && sentence.acts) ||
        deadlines.some(({ end, recurs, bound }) => end !== null || (recurs !== null && bound !== null)))
      ? make(sentence, input, deadlines, legacy, null, context)
      : null;
  if (named) return isQuota(words, sentence.form) ? null : make(sentence, input, deadlines, legacy, null, context);
  if (sentence.form === 'named' || isElsewhere(words) || (!sentence.acts && block.marker === null && isFragment(words))) return null;
  const heir = legacy.assignees.length > 0 || legacy.deadlines.length > 0;
  const carried = sentence.assignees.length === 0 && previous !== null && goesOn(words, sentence) ? previous.subject : null;
  // A subject of the block's own, with a duty of its own, goes before the heading's.
  if (heir && (previous === null || sentence.acts))
    return make(
      sentence,
      input,
      deadlines,
      legacy,
      previous?.task != null && carried?.form === 'subject' && carried.assignees.some(isNamedBody) ? carried : null,
      context,
    );
  // A body that was charged, or that acts in a part that assigns, goes on with what follows; elsewhere that is not plain.
  const charged = carried !== null && previous?.task !== null && (carried.form === 'delegated' || parts.assigning[sentence.block]!);
  if ((!firm && !charged) || isTarget(words)) return null;
  return make(sentence, input, deadlines, legacy, carried, context);
}

/** True where the subject of the sentence before plainly goes on: the sentence begins with its verb or with the rhythm. */
function goesOn(words: string, sentence: SentenceMention): boolean {
  return sentence.acts || /^(?:Định kỳ|H[ằà]ng (?:năm|tháng|quý)|Thường xuyên)/u.test(words);
}

function make(
  sentence: SentenceMention,
  { text, outline }: TaskInput,
  own: readonly Deadline[],
  legacy: Legacy,
  carried: SentenceMention | null,
  context: CalendarContext,
): Task {
  const from = sentence.assignees.length > 0 ? sentence : null;
  // A first clause without a subject is the heading's body's, those named in later clauses join it.
  const heirs = sentence.form === 'later' ? partiesOf(legacy.assignees, true) : [];
  const assignees = from
    ? [...heirs, ...partiesOf(from.assignees, false)]
    : carried
      ? partiesOf(carried.assignees, true)
      : partiesOf(legacy.assignees, true);
  const coordinators =
    sentence.coordinators.length > 0 || from ? partiesOf(sentence.coordinators, false) : partiesOf(legacy.coordinators, true);
  const inherited = own.some(isFirm) ? [] : legacy.deadlines.flatMap((mention) => deadlineOf(text, mention, context, true) ?? []);
  return {
    text: oneLine(wordsOf(text, sentence.words)),
    span: sentence.words,
    assignees,
    coordinators: coordinators.filter(({ name }) => !assignees.some((party) => party.name === name)),
    deadlines: addDeadlines(addDeadlines([], own), inherited).sort((a, b) => Number(a.inherited) - Number(b.inherited)),
    condition: sentence.condition === null ? null : { text: oneLine(wordsOf(text, sentence.condition)), span: sentence.condition },
    place: placeOf(text, outline.blocks, sentence.block),
  };
}

/** True for a line that tells only when, who leads or who joins in, of the duty above it. */
function addsToDuty(sentence: SentenceMention): boolean {
  if (sentence.tells === 'time') return sentence.deadlines.length > 0 && !sentence.assignees.some(isNamedBody);
  return (sentence.tells === 'lead' || sentence.tells === 'joint') && (sentence.assignees.length > 0 || sentence.coordinators.length > 0);
}

/**
 * The duty that a line speaks of: the sentence before it in its block; else, above it under the same number, the nearest duty or line without a label,
 * the line that names the work, the heading. A numbered line (`2.3. Thời gian thực hiện: …`) speaks of the whole part and stands for itself.
 */
function targetOf(candidates: readonly Candidate[], sentence: SentenceMention, input: TaskInput, parts: TaskParts): Candidate | null {
  const last = candidates.at(-1);
  if (last === undefined) return null;
  if (last.sentence.block === sentence.block) {
    let nearest: Candidate | null = null;
    for (let at = candidates.length - 1; at >= 0 && candidates[at]!.sentence.block === sentence.block; at -= 1) {
      const candidate = candidates[at]!;
      if (candidate.sentence.tells !== 'duty') continue;
      if (candidate.task !== null) return candidate;
      nearest ??= candidate;
    }
    return nearest;
  }
  const block = input.outline.blocks[sentence.block]!;
  if (isNumbered(block) && /^\d/u.test(block.marker!)) return null;
  const section = parts.sections[sentence.block]!;
  let work: Candidate | null = null;
  let title: Candidate | null = null;
  let labelled: Candidate | null = null;
  for (let at = candidates.length - 1; at >= 0; at -= 1) {
    const candidate = candidates[at]!;
    const { tells, leads, label, assignees, block: place } = candidate.sentence;
    if (place < section) break;
    if (tells !== 'duty' || leads || parts.purposes[place] === 'idle') continue;
    if (candidate.task !== null || assignees.length > 0) return work ?? candidate;
    if (label === 'work') work ??= candidate;
    else if (label !== null) labelled ??= candidate;
    else if (parts.hasChildren[place]) title ??= candidate;
    else return work ?? candidate;
  }
  return work ?? title ?? labelled;
}

/** The deadlines of a duty; what a heading handed down ("Năm 2028") gives way to the day or month of a line of its own. */
function fromAbove(task: Task, dated: boolean): Task['deadlines'] {
  return dated ? task.deadlines.filter(({ inherited, span }) => !inherited || span.start >= task.span.start) : task.deadlines;
}

/** Gives the time of a step to the duties in it that have none. */
function addToStep(candidates: readonly Candidate[], line: SentenceMention, input: TaskInput, parts: TaskParts, context: CalendarContext) {
  const step = stepOf(input.text, input.outline.blocks, parts.sections[line.block]!);
  if (step === null) return;
  const deadlines = line.deadlines.flatMap((mention) => deadlineOf(input.text, mention, context, true) ?? []);
  for (let at = candidates.length - 1; at >= 0 && candidates[at]!.sentence.block >= step; at -= 1) {
    const candidate = candidates[at]!;
    if (candidate.task === null || candidate.task.deadlines.some(isFirm)) continue;
    candidate.task = { ...candidate.task, deadlines: addDeadlines(candidate.task.deadlines, deadlines) };
  }
}

function addTo(target: Candidate | null, line: SentenceMention, input: TaskInput, context: CalendarContext): boolean {
  if (target === null) return false;
  const { text } = input;
  const nobody: Legacy = { assignees: [], coordinators: [], deadlines: [] };
  const own = target.sentence.deadlines.flatMap((mention) => deadlineOf(text, mention, context, false) ?? []);
  const task = target.task ?? make(target.sentence, input, own, nobody, null, context);
  const deadlines = line.deadlines.flatMap((mention) => deadlineOf(text, mention, context, true) ?? []);
  target.task = {
    ...task,
    // A second line ("Cơ quan thực hiện:") adds to the first ("Cơ quan chủ trì:"); both are truer than what was handed down from above.
    assignees:
      line.tells === 'lead' && line.assignees.length > 0
        ? [...task.assignees.filter(({ span }) => span.start >= task.span.end), ...partiesOf(line.assignees, true)]
        : task.assignees,
    coordinators: [...task.coordinators, ...partiesOf(line.coordinators, true)],
    deadlines: addDeadlines(fromAbove(task, deadlines.some(isFirm)), deadlines),
  };
  return true;
}
