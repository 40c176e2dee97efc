/**
 * Sentences that stand beside a result, in the same value, and are none: what results of that kind mean for anybody, and what to do then ("Patients
 * positive for HLA-B*57:01 should not receive abacavir"). Whole rows about the test are told by `about-the-test.ts`.
 */
import type { ElementValue } from '../../element-value.ts';

/** Sentences on anybody with such a result, and what to do then; nothing about this patient. */
const GENERAL: readonly RegExp[] = [
  /\b(?:patients|individuals|carriers|people|persons|those|children|(?:poor|intermediate|rapid|ultra-?rapid|normal) metaboli[sz]ers)\b.*\b(?:should|may|might|can|could|have|are|who|with|need|require|positive|experience|develop)\b/i,
  /\ba(?:n)? (?:positive|negative|normal|abnormal) (?:result|test|finding)\b.*\b(?:indicates?|means?|does|do|would|rules?|excludes?|suggests?|is|are)\b/i,
  /\b(?:patienten|personen|träger|betroffene)\b.*\b(?:sollten|sollen|müssen|können|dürfen|haben|sind)\b|\b(?:patients?|porteurs)\b.*\b(?:doivent|devraient|peuvent)\b/i,
  /^(?:avoid|do not|don['’]t|consider|use|see|refer|please|contact|recommend\w*|prescrib\w*)\b/i,
];
/** The same, unless the sentence gives a genotype or a finding first: "m.1555A>G detected, which causes …". */
const EXPLAINS =
  /\b(?:is|are|been) associated with\b|\bcauses?\b|\bif (?:positive|negative|present|detected|the)\b|\bin the presence of\b/i;
const FINDS =
  /\*\s?\d{1,3}[A-Z]?\s?\/\s?\*\s?\d|\b(?:hetero|homo|hemi)zyg|[ACGT]>[ACGT]\b[^.;]{0,30}\b(?:detected|identified|found|present|positive)\b|\b(?:was|is|were) (?:detected|identified|found|present)\b/i;
const isGeneral = (sentence: string): boolean =>
  GENERAL.some((pattern) => pattern.test(sentence)) || (EXPLAINS.test(sentence) && !FINDS.test(sentence));

const ELSEWHERE = /^(?:please )?(?:see|refer|contact)\b/i;

/** What a finding leads to, behind the finding: "m.1555A>G detected, which causes …", "*2/*2 - individuals with this genotype have …". */
const CONSEQUENCE =
  /(?:,\s*|(?<!\s)\s+)which\s+(?:is|are|causes?|leads?|results?|confers?|indicates?|increases?)\b[^;]*$|(?<!\s)\s+[-–—]\s+(?:individuals|patients|people|persons|carriers)\b[^;]*$/i;
const OPENS_WITH_FINDING = /^(?:[^,;]*\s)?(?:\*\s?\d{1,3}[A-Z]?\s?\/\s?\*\s?\d{1,3}[A-Z]?|[cm]\.[-*]?\d[\w+>-]*)\b[^,;]*$/i;

/** The sentence up to its finding, where the rest only explains it. */
function uptoFinding(sentence: string): string {
  const finding = sentence.replace(CONSEQUENCE, '');
  return finding !== sentence && OPENS_WITH_FINDING.test(finding.trim()) && !isGeneral(finding) ? finding.trim() : sentence;
}

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.;!])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/**
 * The value without its general sentences; null when nothing else is left. `named`: the test's name says which allele is meant, so that the one word
 * before the explanation ("POSITIVE. The allele was detected.") is the answer.
 */
export function aboutThisPatient(value: ElementValue | null, named: boolean): ElementValue | null {
  if (value?.kind !== 'text') return value;
  const all = sentencesOf(value.text).map(uptoFinding);
  const whole = all.join(' ') === sentencesOf(value.text).join(' ');
  const own = all.filter((sentence) => !isGeneral(sentence));
  // "See report" alone: a result is on file, and stands elsewhere.
  if (own.length === 0) return all.every((sentence) => ELSEWHERE.test(sentence)) ? value : null;
  const [first = '', ...rest] = own;
  const answer = /^(positive|negative|detected|not detected|present|absent)[.;!]?$/i.exec(first)?.[1];
  if (answer !== undefined && rest.length > 0) {
    const denies = /^(?:negative|not|absent)/i.test(answer);
    const agrees = rest.every((sentence) => /\b(?:not|no|negative|absent|un\w*detected)\b/i.test(sentence) === denies);
    if (agrees) return { kind: 'text', text: named ? answer : rest.join(' ') };
  }
  return own.length === all.length && whole ? value : { kind: 'text', text: own.join(' ').replace(/(?<![.;])[.;]+$/, '') };
}
