/** "A live vaccine within 30 days", "currently in another study, or within 4 weeks": what is recorded shuts out. */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { Side } from '../requirements-together.ts';
import { everyMatch } from '../text/every-match.ts';
import { daysOf, WINDOW } from '../treatment/therapy-items.ts';
import { OF_SOME, type OneWayReader } from './reader.ts';
import { UNREAD } from '../requirements-together.ts';

const LIVE =
  /\b(?:live|attenuated)(?:,|\/| or| and|-)*(?: ?(?:live|attenuated|virus|viral|non-inactivated))*[- ]+(?:virus )?(?:vaccin|immuni[sz])\w*|\bvaccin\w+ with (?:a |any )?(?:live|attenuated)\w*/i;
/** "Another therapeutic trial", "an investigational agent": nothing narrower. */
const KIND = String.raw`(?:(?:concurrent|interventional|intervention|therapeutic|clinical|investigational|research|treatment|drug|experimental|or|and\/or|\/|device|medicinal|product|agent) ?)*`;
const STUDY = new RegExp(
  String.raw`\b(?:an?other|other|any other|an?|any|different|concurrent) ${KIND}(?:trials?|stud(?:y|ies))\b(?: (?:of|with|involving|testing|evaluating) (?:an? |any )?investigational (?:\w+ )?(?:agents?|drugs?|products?|devices?|therap\w+|treatments?))?|\b(?:investigational|experimental)(?: or (?:unapproved|experimental))?[- ](?:medicinal )?(?:agents?|drugs?|products?|devices?|therap\w+|treatments?|medications?)\b`,
  'i',
);
/** What may stand behind it: a time, an alternative, the end. */
const BEHIND =
  /^\s*(?:$|[.,;)(]|within|in the|during|prior|before|at |concurrent|while|for cancer|or |and |≤|<|less|that|which|under|as )/i;
/** Taking part now or lately, at the head of the line. */
const TAKES_PART =
  /^\W*(?:(?:patients?|participants?|subjects?|individuals?|persons?|who|that|have|has|had|is|are|be|been|being|was|were|must|may|should|not|also|already|the|any|or|and|in|with|of|to) ?,? ?)*(?:current(?:ly)?|actively?|previous(?:ly)?|prior|concurrent(?:ly)?|concomitant|ongoing|simultaneous|participa\w+|enrol\w+|receiv\w+|receipt|treat\w+|use|used|using|taken|taking|administration|dosing|under|investigational|another|other|any)\b/i;
const OTHER_MATTER =
  /\b(?:unless|except\w*|observational|non-?interventional|registry|follow-?up|survey|questionnaire|hypersensitiv\w*|allerg\w*|contraindicat\w*|plan\w*|expect\w*|agree\w*|half-li\w+|exclud\w+ the use|increased risk|toxicit\w*|pregnan\w*|contracept\w*|abnormal\w*|interfere\w*|prior to receiving|interpretation|affects?|same|similar|not (?:receiv|participat)\w*)\b/i;
const FORBIDS = /\b(?:not|no|never)\b/i;

export const STUDY_HISTORY: OneWayReader = {
  needs: ['vaccin', 'immuni', 'investigational', 'study', 'trial', 'studies', 'experimental'],
  read(text, side) {
    if (text.length > 600 || OF_SOME.test(text)) return null;
    return vaccine(text, side) ?? otherStudy(text, side);
  },
};

function vaccine(text: string, side: Side): Requirement | null {
  const found = LIVE.exec(text);
  if (found === null) return null;
  const sentence = text.split(/[.;]\s/).find((one) => LIVE.test(one)) ?? '';
  if (/\b(?:BCG|allerg\w*|hypersensitiv\w*|unless|allowed|permitted|may)\b/i.test(sentence.replace(/\([^()]*\)/g, ' '))) return null;
  const denied = FORBIDS.test(sentence.slice(0, sentence.search(LIVE)));
  if (denied !== (side === 'inclusion')) return null;
  // What somebody plans is no vaccine that was given.
  if (
    /\b(?:plan|intend|expect|anticipat|need)\w*\b/i.test(sentence) &&
    !/\b(?:received|receipt|administ\w+|vaccinated|has had|have had|within \d+ (?:days|weeks) (?:prior|before))\b/i.test(sentence)
  )
    return null;
  const days = shortestIn(sentence);
  if (days === null || days < 1) return null;
  const asked: Requirement = { kind: 'live-vaccine', withinDays: days };
  return side === 'exclusion' ? { kind: 'any', of: [asked, UNREAD] } : { kind: 'all', of: [{ kind: 'not', of: asked }, UNREAD] };
}

/** "Currently in a study or within 4 weeks": who is in one is shut out. */
function otherStudy(text: string, side: Side): Requirement | null {
  const [sentence = ''] = text.split(/[.;]\s/);
  const found = STUDY.exec(sentence);
  if (side !== 'exclusion' || found === null || found.index > 110 || !TAKES_PART.test(sentence)) return null;
  if (!BEHIND.test(sentence.slice(found.index + found[0].length)) || OTHER_MATTER.test(sentence) || /^\W*(?:no|not)\b/i.test(sentence))
    return null;
  if (/\b(?:infection|condition|disease|HIV|abnormal\w*)\b/i.test(sentence.slice(0, found.index))) return null;
  const days = shortestIn(sentence);
  const now =
    /\b(?:current(?:ly)?|concurrent(?:ly)?|ongoing|receiving|participating|is enrolled|are enrolled|are taking|active(?:ly)?)\b/i.test(
      sentence,
    );
  if (days === null && !now) return null;
  return { kind: 'any', of: [{ kind: 'other-study' }, UNREAD] };
}

/** The shortest of the times that are named; null where there is none. */
function shortestIn(sentence: string): number | null {
  const windows = everyMatch(sentence, WINDOW).map(daysOf);
  const plain = everyMatch(
    sentence,
    /\b(?:within|in|during|over)\s+(?:the )?(?:last |past |previous |prior )?(\d{1,3})[- ](days?|weeks?|months?)/gi,
  ).map(([, n = '', unit = '']) => Number(n) * (/^d/i.test(unit) ? 1 : /^w/i.test(unit) ? 7 : 30));
  const all = [...windows, ...plain];
  return all.length === 0 ? null : Math.min(...all);
}
