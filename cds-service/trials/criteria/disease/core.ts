/**
 * A criterion that asks for a diagnosis and for more than was understood: whoever certainly has none of the tumour types that its text names
 * anywhere is certainly out; everything else stays open. Naming a type more than is meant makes the reading weaker, never wrong, so every word
 * that may be a type is looked up and every word that may open the list ("other tumours") leaves the criterion open.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { family, join, UNREAD } from '../requirements-together.ts';
import type { Atom, ReadingContext } from '../atom.ts';
import { isOrgan } from './names.ts';
import { typesNamed } from './types.ts';
import { FILLER, NARROWING } from '../text/lexicon.ts';
import { TUMOUR_WORDS } from '../words/tumour.ts';
import { words } from '../words/vocabulary.ts';

/** Further words that may stand between the beginning of a statement and the first tumour type. */
const BEFORE = words(`
  or and and/or but adult adults pediatric male female previously histologically-confirmed biopsy-proven biopsy biopsied surgically radiologically clinically microscopically morphologically
  cytologically-confirmed pathologically-confirmed histologic-proven incurable inoperable advanced metastatic early early-stage late-stage recurrence recurrences relapse relapses residual progression
  pathologist local central pure predominantly classic classical typical conventional established definite definitive clear
  treatment-naive treatment-naïve untreated pre-treated r/r relapsed/refractory chemotherapy-naive de-novo nonmetastatic non-metastatic oligometastatic localised node-positive node-negative
  diagnosis: diagnosis/ disease: histology: type: i.e having given their current first initial original index verified verification confirmation proof consistent signs morphological morphologic immunophenotypic
  negative positive ajcc uicc figo edition 7th 8th 9th staging system v8 v7 version accordance
  soft tissue junction site sites origin serous mucinous endometrioid ductal lobular papillary epithelial adenoid exocrine fallopian tube anatomic mediastinal intrahepatic extrahepatic perihilar distal proximal
  platinum taxane endocrine hormone estrogen oestrogen progesterone receptor receptors human epidermal growth factor sensitive resistant muscle non-muscle unilateral bilateral parenchymal pelvic
  component predominant conventional superficial presentation reported selected rare indolent forms cytopathological cytopathologically histopathology cytopathology radiographical locoregionally definitively
  locally-recurrent non-invasive noninvasive non-operated confined therapy-related all patients' each acute chronic lymphoid precursor one two both classification world health organization who per
  following: must: have: active intermediate low high very risk favorable unfavorable poor grade higher lower chemoresistant chemorefractory
  post-menopausal perimenopausal premenopausal pre-menopausal peri-menopausal male/female intact symptomatic smoldering smouldering locally-advanced smoking-related
`);
/** The kinds of requirement that may stand before the tumour type without turning the statement into another one. */
const BESIDE = new Set(['extent', 'molecular', 'age', 'sex', 'performance']);
/** "Histologically or cytologically", "recurrent or metastatic": two ways of the same thing on both sides of the "or". */
const SAME_THING = String.raw`(?:histo\w*|cyto\w*|patho\w*|radio\w*|clinical\w*|molecular\w*|microscop\w*|surgical\w*|biops\S*|imaging|confirmed|documented|proven|established|verified|diagnosed|metasta\w*|recurrent|relapsed?|refractory|advanced|unresectable|inoperable|resectable|resected|progressive|persistent|locally|localized|regional|borderline|newly|previously|untreated|treated|primary|secondary|early|late|incurable|intermediate|high|low|poor|very|risk|higher|positive|negative|invasive|measurable|evaluable|residual|active|symptomatic|adult|adults|male|female|men|women|stage|intact|premenopausal|postmenopausal|post-?menopausal|pre-?menopausal|classic|typical|favorable|unfavorable|squamous|non-?squamous|@)`;
const EITHER_WORD = new RegExp(
  String.raw`(?<=${SAME_THING}[- ]?(?:risk|stage|proven|confirmed)?(?: ?\/ ?| |, ?))(?:and\/or|or\/and|or)(?= (?:an? |the )*(?:\d+ )?${SAME_THING})`,
  'gi',
);
const SHOWN = /histolog|cytolog|patholog|confirm|diagnos|document|proven|biops/i;
const DENIAL = /\b(?:no|not|non|without|never|absence|free|none|neither|nor|cannot)\b/i;
/** Then the diagnosis is not what is asked. */
const WAIVED = /\bnot (?:be )?(?:required|necessary|mandatory|needed)|\bneed not|\boptional/i;
/** Whose subject is not the patient's own tumour now, or not the whole trial. */
const ELSEWHERE =
  /\b(?:cohorts?|arms?|parts? (?:[a-z]|\d|[ivx]+)\b|parts of|(?<!(?:chronic|accelerated|blast|blastic)(?:[- ]|[- ]or[- ]\w+ ))phases?|stratum|strata|sub-?stud(?:y|ies)|modules?|sub-?protocols?|dose[- ](?:escalation|expansion)|expansion|(?<!stage |prognostic |study |cooperative |oncology |working |risk )groups?|healthy|volunteers?|controls?|donors?|relatives?|famil(?:y|ies|ial)|caregivers?|siblings?|parents?|suspected|suspicion|suspicious|presumed|presumptive|benign|premalignant|pre-cancerous|precancerous|precursor|hereditary|inherited|carriers?|predisposition|survivors?|prevention|at (?:high |increased )?risk|undergoing (?:screening|surveillance)|screened for|regardless of (?:the )?(?:tumou?r|cancer|histolog|diagnos|type))\b/i;
export function diagnosisAsked(text: string, atoms: readonly Atom[], context: ReadingContext): Requirement | null {
  if (text.length > 900) return null;
  const at = atoms.findIndex(({ requirement }) => family(requirement) === 'tumour' || holdsTumour(requirement));
  const first = atoms[at];
  if (!first || !asksFor(text, atoms.slice(0, at), first) || ELSEWHERE.test(text)) return null;
  const types = typesNamed(text, atoms, context);
  if (types === null) return null;
  const extent = extentBefore(text, atoms, at);
  return join('all', [join('any', types), ...(extent === null ? [] : [extent]), UNREAD]);
}

/** "Locally advanced or metastatic NSCLC that …": the extent is asked too, where it stands directly before the one type and nowhere else. */
function extentBefore(text: string, atoms: readonly Atom[], at: number): Requirement | null {
  const isExtent = ({ requirement }: Atom): boolean => family(requirement.kind === 'not' ? requirement.of : requirement) === 'extent';
  const run: Atom[] = [];
  let from = atoms[at]?.start ?? 0;
  for (const atom of atoms.slice(0, at).toReversed()) {
    if (!isExtent(atom) || !/^(?:[\s,/()]|\b(?:or|and|and\/or|disease|either|primary|invasive)\b)*$/i.test(text.slice(atom.end, from)))
      break;
    run.unshift(atom);
    from = atom.start;
  }
  const alternative = /(?:\b(?:or|and|and\/or|either|to)|[,/-])\s*$/i.test(
    text.slice(0, from).replace(/(?:confirmed|proven|documented|diagnosed),\s*$/i, ''),
  );
  const several = atoms.slice(at + 1).some(({ requirement }) => family(requirement) === 'tumour' || holdsTumour(requirement));
  if (run.length === 0 || alternative || several || atoms.filter(isExtent).length > run.length) return null;
  if (/\b(?:or|and\/or)\b|\/|\(/.test(text.slice(atoms[at]?.end).slice(0, 25))) return null;
  return join(
    'any',
    run.map(({ requirement }) => requirement),
  );
}

export function holdsTumour(asked: Requirement): boolean {
  return (asked.kind === 'all' || asked.kind === 'any') && asked.of.some((one) => one.kind === 'tumour' || holdsTumour(one));
}

/** True when what stands before the first type is the beginning of a statement that asks for a diagnosis. */
function asksFor(text: string, before: readonly Atom[], first: Atom): boolean {
  if (before.some(({ requirement }) => !BESIDE.has(family(requirement)))) return false;
  let preface = text.slice(0, first.start);
  for (const { start, end } of before.toReversed()) preface = `${preface.slice(0, start)}@${preface.slice(end)}`;
  // "(not eligible for surgery)", "(AJCC 8th edition)": of the tumour, not of the statement.
  preface = preface
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\bmalignant (?=$|solid $)/i, '');
  if (
    /\bor\b/i.test(
      preface
        .replace(/[\w-]+/g, (word) => (isOrgan(word) ? '@' : word))
        .concat('@')
        .replace(EITHER_WORD, ' '),
    )
  )
    return false;
  if (DENIAL.test(preface) || /\bfor\b|[?]/i.test(preface)) return false;
  if (!knownWords(preface)) return false;
  const modal = /\b(?:must|should|shall|need to|has to|have to|will|are required to|is required to|agree)\b/i;
  const tail = text.slice(first.end);
  const sentence = (/^(?:[^.;]|[.;](?!\s|$))*/.exec(tail)?.[0] ?? '').replace(/\([^()]*\)/g, ' ');
  if (
    /\b(?:is|are|be) (?:also )?(?:eligible|allowed|permitted|acceptable|included|enrolled|excluded|ineligible|considered)\b|\b(?:may|can) (?:be|enrol)/i.test(
      sentence,
    )
  )
    return false;
  // "Lymphoma: at least one lesion": a label says whom the rest is for.
  if (/^[^.;]{0,40}?:/.test(tail) && !SHOWN.test(preface)) return false;
  if (WAIVED.test(sentence)) return false;
  if (modal.test(preface)) return true;
  // "Patients with myeloma must have …": the disease is whom it is asked of, not what is asked.
  const subject = /\b(?:patients?|participants?|subjects?|individuals?|wom[ae]n|men|females?|males?|persons?|people|those|adults?)\b/i;
  if (subject.test(preface) || subject.test(sentence.slice(0, 25)))
    return !/\b(?:must|should|shall|needs?|will|may|can|could|required|have to|has to|are|were|is)\b/i.test(withoutRelative(sentence));
  return !modal.test(/^[^,;:]*/.exec(sentence)?.[0] ?? '');
}

/** True when every word may stand before a tumour type without turning the statement into another one. */
export function knownWords(text: string, further: ReadonlySet<string> = new Set()): boolean {
  const known = (word: string): boolean =>
    word === '' || [BEFORE, FILLER, NARROWING, TUMOUR_WORDS.silent, TUMOUR_WORDS.narrowing, further].some((list) => list.has(word));
  for (const [word] of text.matchAll(/[^\s,;()[\]/@]+/g)) {
    const lower = word.toLowerCase().replace(/^[^\w]+|[^\w+]+$/g, '');
    if (/^\d+$/.test(lower) || known(lower) || isOrgan(lower) || lower.split('-').every(known)) continue;
    return false;
  }
  return true;
}

/** "… who are", "that is", "which were": of the tumour or the patient already named. */
function withoutRelative(text: string): string {
  return text.replace(/\b(?:who|that|which|whose|whom)\b[^,;]{0,40}?\b(?:is|are|were|was|have|has|may|can|will)\b/gi, ' ');
}
