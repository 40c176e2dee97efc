/**
 * Criteria that take only disease which has spread or cannot be removed: "locally advanced, unresectable or metastatic breast cancer". Whatever else such a
 * sentence asks, a patient with a recent stage I or II is not meant. Only where nothing that the trial takes in speaks of earlier disease: a cohort for that
 * would be another way in.
 */
import type { Criterion, Requirement, TrialRecord } from '../../knowledge/trials/types.ts';
import { ends } from '../criteria/deciding.ts';
import { UNREAD } from '../criteria/requirements-together.ts';
import { readableText } from '../criteria/text/clean-text.ts';
import type { CriterionText } from '../criteria/text/sections.ts';

const SPREAD: Requirement = {
  kind: 'any',
  of: [
    { kind: 'extent', extent: 'advanced' },
    { kind: 'extent', extent: 'metastatic' },
  ],
};

/** @param texts the criteria's texts, in the same order */
export function withAdvancedSetting(
  criteria: readonly Criterion[],
  texts: readonly CriterionText[],
  { title, conditions }: Pick<TrialRecord, 'title' | 'conditions'>,
): readonly Criterion[] {
  const found = criteria.map((one, at) => {
    const text = texts[at];
    return (
      one.kind === 'inclusion' &&
      text !== undefined &&
      !text.conditional &&
      text.alternatives.length === 0 &&
      !ends(one.requirement).every((certain) => certain) &&
      asksForSpread(readableText(text.text))
    );
  });
  if (!found.includes(true) || [title, ...conditions].some((text) => EARLIER.test(text.replace(DENIED, ' ')) || /adjuvant/i.test(text)))
    return criteria;
  const takenIn = texts.flatMap((one) => (one.kind === 'inclusion' ? [one.text, ...one.alternatives] : []));
  if (takenIn.some((text) => EARLIER.test(text.replace(DENIED, ' ')))) return criteria;
  return criteria.map((one, at) =>
    found[at] === true ? { ...one, requirement: { kind: 'all', of: [one.requirement, SPREAD, UNREAD] } } : one,
  );
}

/** The sentence begins with the diagnosis that is asked for, and names its extent before the tumour. */
function asksForSpread(text: string): boolean {
  const [sentence = ''] = text.split(/[.;:]\s/);
  return sentence.length < 300 && FAR.test(sentence) && !OTHERWISE.test(sentence);
}

const COURSE = String.raw`(?:(?:locally|regionally)[- ]advanced|advanced|metastatic|unresectable|inoperable|incurable|stage IV|\(?(?:unresectable|inoperable)\)?)`;
const FAR = new RegExp(
  String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|adults?|women|men|males?|females?|who|with|must|should|have|has|having|be|diagnosed|an?|the|of|documented|histolog\w+|cytolog\w+|patholog\w+|radiolog\w+|biopsy|proven|confirmed|confirmation|diagnosis|evidence|and\/or|or|and|measurable|proof|age|adult|pre|post|menopausal)[ ,/\-]+)*${COURSE}(?:[ ,/]+(?:and\/or|or|and|\(?not amenable to (?:curative )?\w+\)?)?[ ,/]*${COURSE})*[ ,]+(?:(?!(?:disease progress|lesion|site|recurr|relaps)\w*)[\w/+()-]+[ ,]+){0,6}?(?:cancers?|carcinomas?|adenocarcinomas?|melanomas?|malignanc(?:y|ies)|tumou?rs?|sarcomas?|NSCLC|PDAC|RCC|TNBC|CRC|HCC|HNSCC|UC|mesotheliomas?)\b`,
  'i',
);
/** Other ways in, other times, other people. */
const OTHERWISE =
  /\b(?:recurr\w*|relaps\w*|refractory|persist\w*|progress\w*|if|unless|except|cohorts?|arms?|parts?|phase|either|history|prior|previous\w*|at risk|early|locali[sz]ed|(?<!un)resect\w+|operable|adjuvant|curative|stages? (?:0|I{1,3}|[1-3])[ABC]?\b|newly|any stage|lymphom\w*|leuk\w*|myelom\w*|all stages|not)\b/i;
/** What a trial that takes disease before it has spread says of it. */
const EARLIER =
  /\b(?:locali[sz]ed|early|(?<!un)resectable|operable|non-?metastatic|muscle[- ]invasive|in situ|any stage|all stages|newly[- ]diagnosed|surviv\w+|stages? (?:0|I{1,3}|[1-3])[ABC]?(?![\w])|borderline|prophyla\w+|prevent\w*|pre-?operative|peri-?operative|post-?operative|lumpectomy|mastectomy|prostatectomy|risk of recurrence|biobank|registry)\b/i;
const DENIED =
  /\b(?:not|no longer|no|non|without|never|cannot|inadequate|ineligible|unsuitable|prior|previous(?:ly)?|following|after|received|completed?)\b[^.;:]{0,70}/gi;
