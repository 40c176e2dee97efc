/** The pieces of a list of treatments between its separators, and what the words in them may narrow. */
import type { Therapy } from './therapy-items.ts';
import type { ForDisease, Mark } from './marks.ts';
import { SILENT } from './wording.ts';
import { words } from '../words/vocabulary.ts';

/** Before a treatment they belong to the words that lead to it ("treatment with"), behind one they say more of it. */
const LEADING = words('with to by at on in for from as');
/** "An agent directed to a receptor": these lead on within a name that is not known. */
const LINKING = words('with to by on targeting directed');
/** A word that may turn what stands before it into something narrower. */
const MODIFIES =
  /\b(?:in|for|with|without|that|who|whom|which|whose|given|result\w*|caus\w*|due|during|while|after|following|followed|as|if|when|where|per|by|from|than|to|at|on|because|unless|until|under|outside|combin\w+|plus|only|alone|less|more|not|no|never|since|involv\w+|discontinu\w+|progress\w*|relaps\w*|refractory|respon\w+|toxicit\w+|toler\w+|intoler\w+|fail\w*|requir\w+|need\w*|plan\w*|anticipat\w*|expect\w*|schedul\w*|intend\w*|intent|candidate|eligible|allow\w*|permit\w*|recover\w*|resolved?|heal\w*|stop\w*|complet\w+|over|total|≥|≤|>|<|\d+)\b|[≥≤<>%]/i;

interface Segment {
  readonly items: Therapy[];
  /** Unknown words before its item, which narrow it. */
  before: boolean;
  /** Unknown words that may narrow everything before them. */
  after: boolean;
  /** Unknown words alone: one more way. */
  words: boolean;
  days: number | undefined;
  setting: boolean;
  disease: ForDisease | null;
  /** Unknown words alone behind "and". */
  joined: boolean;
  /** "or" stands before it. */
  another: boolean;
}

/** What stands between the separators. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let segment = fresh();
  let behindWindow = false;
  /** A treatment was named before. */
  let seen = false;
  /** "and" stands before the segment. */
  let alsoMeant = false;
  const push = (): void => {
    // "… and taking immunosuppressants": only those who do.
    if (segment.joined && segment.days === undefined) segment.after = true;
    segments.push(segment);
    segment = fresh();
  };
  const gap = (between: string): void => {
    for (const [token] of between.matchAll(/[,;/]|[^\s,;/]+/g)) {
      const word = token.toLowerCase().replace(/^['"]+|['".:]+$/g, '');
      if (/^[,;/]$/.test(token) || word === 'or' || word === 'and' || word === 'and/or' || word === '&') {
        push();
        alsoMeant = word === 'and' || word === '&';
        segment.another = word === 'or' || word === 'and/or' || token === ';';
      } else if (word === '' || SILENT.has(word)) continue;
      else if (!seen && segment.days === undefined && LEADING.has(word)) continue;
      else if (segment.items.length === 0 && segment.days === undefined && !alsoMeant && LINKING.has(word)) continue;
      else if (segment.items.length > 0 || segment.days !== undefined || segment.setting || segment.disease) segment.after = true;
      else if (MODIFIES.test(word)) {
        segment.before = true;
        segment.after = true;
      } else {
        segment.words = true;
        segment.before = true;
        segment.joined = alsoMeant;
      }
    }
  };
  let at = 0;
  for (const mark of marks) {
    gap(text.slice(at, mark.start));
    at = mark.end;
    if (mark.kind === 'item' && mark.therapy) {
      // "within 30 days of surgery": when, not what.
      if (segment.days !== undefined && segment.items.length === 0 && behindWindow) segment.after = true;
      else if (segment.days !== undefined && segment.items.length > 0) segment.after = true;
      segment.items.push(mark.therapy);
      seen = true;
      segment.joined = false;
      segment.words = false;
    } else if (mark.kind === 'window') segment.days = mark.days;
    else if (mark.disease) segment.disease = mark.disease;
    else segment.setting = true;
    behindWindow =
      mark.kind === 'window' &&
      /\b(?:of|from|before|after|to|preceding|until|since)(?: the| a| any)?\s*$/i.test(
        text.slice(0, marks[marks.indexOf(mark) + 1]?.start ?? text.length),
      );
  }
  gap(text.slice(at));
  push();
  return segments;
}
const fresh = (): Segment => ({
  items: [],
  before: false,
  after: false,
  words: false,
  days: undefined,
  setting: false,
  disease: null,
  joined: false,
  another: false,
});
