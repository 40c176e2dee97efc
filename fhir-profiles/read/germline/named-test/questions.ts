/** What an Observation asks and answers: itself, its components, its note in the place of a value. */
import { answersIn } from '../../asked-and-answered.ts';
import { wordings } from '../../elements.ts';
import type { ObservationView } from '../../observation.ts';
import { COMPONENT } from '../../../codes/genomics/genomics-codes.ts';
import { onlyMentioned, sentencesIn } from '../result/mentioned.ts';
import { saidBy, type Item } from './item.ts';
import { geneOf } from './gene.ts';
import { ofAnother } from './about-the-gene.ts';

/** HL7 v2 puts the words of a result into notes below it: where there is no value, or one that says to look there, the one note is what was found. */
export function withNote(view: ObservationView): ObservationView {
  const [note, ...more] = view.notes;
  if (note === undefined || more.length > 0 || note.length > LONGEST_NOTE || NOT_DONE.test(note) || !standsAlone(view)) return view;
  // Notes speak of relatives and of people in general more often than values do.
  if (sentencesIn(note).some((sentence) => onlyMentioned(sentence) !== null || IN_GENERAL.test(sentence))) return view;
  const elsewhere =
    view.value === null ? view.noValue === undefined && view.interpretation.length === 0 : SEE_NOTE.test(saidBy(view.value).trim());
  return elsewhere ? { ...view, value: { kind: 'text', text: note } } : view;
}

const LONGEST_NOTE = 200;
const IN_GENERAL = /\b(?:patients|individuals|carriers|people|frequen\w*|associated|indicates?|means?)\b/i;
const SEE_NOTE = /^see (?:the |attached )?(?:notes?|comments?|below|interpretation|text)\.?$/i;
const NOT_DONE =
  /\b(?:pending|ordered|in progress|to follow|cancel\w*|reschedul\w*|not (?:yet )?(?:performed|tested|done|received|available)|re-?collect\w*)\b/i;

/** What the Observation and its components state; an answer that stands apart from what was asked under the name of that. */
export function questionsOf(view: ObservationView): { readonly items: readonly Item[]; readonly unanswered: boolean } {
  const another = wordings(view.code).some(ofAnother);
  const answers = another ? new Map<number, string>() : answersIn([...view.components, { code: RESULT, value: view.value }]);
  const inFull = (item: Item, at: number): Item => ({ ...item, code: { codings: [], text: answers.get(at) ?? '' } });
  // Components coded as genotypes are read as genotypes.
  const parts = view.components.flatMap((part, at): readonly Item[] =>
    answers.has(at) ? [inFull(part, at)] : part.codes.has(COMPONENT.genotype) || part.codes.has(COMPONENT.gene) ? [] : [part],
  );
  const own = answers.has(view.components.length) && geneOf(view, [], [], view) === null;
  return { items: [own ? inFull(view, view.components.length) : view, ...parts], unanswered: !another && answers.size === 0 };
}

const RESULT = { codings: [], text: 'Result' };

/** Nothing below it that could hold what the flag is about. */
export const standsAlone = ({ components, entry }: ObservationView): boolean =>
  components.length === 0 && entry.resource['hasMember'] === undefined;
