/**
 * Lungs and immune system, where lines ask for several things at once: "history of pneumonitis that required steroids, or current pneumonitis", "active
 * autoimmune disease that has required systemic treatment", "receiving systemic steroids above 10 mg of prednisone". The part that a record shows shuts out.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import type { ReadingContext } from '../atom.ts';
import { MEDICATION } from '../conditions/medications.ts';
import { atLeast, OF_SOME, type OneWayReader } from './reader.ts';

/** Medicines for autoimmune diseases alone: WHO ATC (index 2024) L04A without those of oncology and transplants, hydroxychloroquine, sulfasalazine. */
const FOR_AUTOIMMUNITY =
  'azathioprine|leflunomide|teriflunomide|hydroxychloroquine|sulfasalazine|etanercept|adalimumab|golimumab|certolizumab pegol|abatacept|sarilumab|secukinumab|ixekizumab|ustekinumab|guselkumab|risankizumab|vedolizumab|natalizumab|ocrelizumab|fingolimod|siponimod|ozanimod|belimumab|anifrolumab|tofacitinib|baricitinib|upadacitinib|apremilast'.split(
    '|',
  );

const TAKES_BACK =
  /\b(?:unless|other than|no longer|may be (?:eligible|enrolled|included)|are (?:eligible|allowed)|investigator|opinion|impact|case[- ]by[- ]case|exempt\w*)\b/i;
const CURRENT_LUNG =
  /\b(?:has|have|or|and|,|with|and\/or)\s+(?:(?:has|have|any|evidence|of|clinically|suspected|known|a) )*(?:current|active|ongoing)(?:,? (?:or|and\/or|and) (?:active|ongoing|suspected|known))?,? (?:\(?non-?\s?infectious\)? |grade [≥>] ?[12] |≥ ?(?:grade )?1 |symptomatic )*((?:pneumonitis|interstitial lung disease|ILD)(?: \(ILD\))?(?: ?(?:\/|,? (?:and\/or|or|and)) ?(?:pneumonitis|interstitial lung disease|ILD)(?: \(ILD\))?)*)(?!,? ?(?:\/|[≥>(]|of grade|grade|that|requiring|which|due|caused|related))/i;
const HISTORY_LUNG =
  /^\W*(?:(?:patients?|participants?|subjects?|who|with|has|have|had|a|an|known|any|prior|past|medical|documented|of|the|for|is|evidence) )*(?:history|current|active|pneumonitis|interstitial|ILD|\(?non)/i;

const AUTOIMMUNE =
  /\b(?:active|ongoing|current|uncontrolled)(?:,|\/| or| and)*(?: (?:active|ongoing|known|suspected|severe|chronic|prior|recent|history of|inflammatory|documented|significant)(?:,|\/| or| and)*)* ?auto-?immune (?:disease|disorder|condition)s?\b[^.;]{0,60}\b(?:requir\w+|need\w*|treated with|on|receiving)\b[^.;]{0,60}\b(?:systemic|immunosuppress\w*|steroids?|disease[- ]modifying)\b/i;

export const IMMUNE: OneWayReader = {
  needs: ['pneumonitis', 'interstitial', 'ild', 'autoimmune', 'auto-immune', 'predniso'],
  read(text, side, context) {
    if (side !== 'exclusion' || text.length > 1_000 || OF_SOME.test(text)) return null;
    const members = [...lungs(text), ...autoimmune(text), ...steroids(text, context)];
    return members.length === 0 ? null : atLeast(members);
  },
};

function lungs(text: string): Requirement[] {
  const [sentence = ''] = text.split(/[.;]\s+(?=[A-Z(])/);
  const found = CURRENT_LUNG.exec(sentence);
  if (found === null || !HISTORY_LUNG.test(sentence) || TAKES_BACK.test(text) || /\bexcept/i.test(sentence)) return [];
  const named = found[1] ?? '';
  const asked: Requirement[] = [];
  if (/pneumonitis/i.test(named)) asked.push({ kind: 'condition', name: 'pneumonitis' });
  if (/interstitial|ILD/i.test(named)) asked.push({ kind: 'condition', name: 'interstitial lung disease' });
  return asked;
}

/** No immunosuppressants, but systemic treatment. */
const MILD: readonly string[] = ['hydroxychloroquine', 'sulfasalazine', 'apremilast'];
const ANY_TREATMENT = /\bsystemic (?:treatment|therapy)|\bdisease[- ]modifying|\bDMARD/i;
function bySteroidsAlone(sentence: string): boolean {
  return (
    /steroid|predniso/i.test(sentence) &&
    !/\b(?:or|and\/or)\b[^.;]{0,60}\b(?:immun\w*suppress|disease[- ]modifying|DMARD|biologic)|\b(?:disease[- ]modifying|DMARD|biologic)/i.test(
      sentence,
    )
  );
}
const SUPPRESSED = /\bimmun(?:o|e)[- ]?suppress/i;

/** An active disease and a medicine that is given for nothing else. */
function autoimmune(text: string): Requirement[] {
  const found = AUTOIMMUNE.exec(text);
  if (found === null || /\b(?:unless|no|not|without)\b/i.test(text.slice(0, found.index))) return [];
  if (/\b(?:investigator|opinion|impact|case[- ]by[- ]case|exempt\w*)\b/i.test(text)) return [];
  const asked = text.slice(found.index, found.index + found[0].length + 30);
  const any = ANY_TREATMENT.test(asked);
  if (!any && !SUPPRESSED.test(asked)) return [];
  // "Immunosuppression with corticosteroids", "equivalent to 10 mg of prednisone": another immunosuppressant is not what is asked for.
  if (bySteroidsAlone(text.slice(found.index).split(/[.;]\s/)[0] ?? '')) return [];
  const drugs = any ? FOR_AUTOIMMUNITY : FOR_AUTOIMMUNITY.filter((name) => !MILD.includes(name));
  const label = any ? 'a medicine for autoimmune diseases' : 'an immunosuppressant for autoimmune diseases';
  return [
    {
      kind: 'all',
      of: [
        { kind: 'condition', name: 'autoimmune disease' },
        { kind: 'taking', label, drugs },
      ],
    },
  ];
}

const RECEIVES =
  /(?:^|[.;]\s+|\bor )\W*(?:(?:patients?|participants?|subjects?|individuals?|who|that|has|have|had|is|are|be|been|a|an|any|the|or|and|with|of|either|to|for|on|known|prior|previous|current(?:ly)?|concurrent|chronic|ongoing|active|continuous|daily|systemic|oral|condition|conditions|disease|diagnosis|immunodeficiency|use|usage|using|treatment|therapy|treated|taking|receiving|received|receives|receipt|require|requires|required|requiring|requirement|need|needs|dependence|dependent|administration|medical|high[- ]dose) ?,? ?)*$/i;

function steroids(text: string, context: ReadingContext): Requirement[] {
  if (!/predniso/i.test(text)) return [];
  if (
    /\b(?:unless|except (?:for )?(?:patients|participants|those)|brain|CNS|metastas\w+|cord|toxicit\w+|GVHD|asthma|COPD|stable|may)\b/i.test(
      text,
    ) &&
    !/\bimmunodeficiency\b/i.test(text)
  )
    return [];
  return MEDICATION.flatMap((recognise) => recognise(text, context))
    .filter(
      ({ requirement, start }) =>
        requirement.kind === 'taking' && requirement.abovePrednisone !== undefined && RECEIVES.test(text.slice(0, start)),
    )
    .slice(0, 1)
    .map(({ requirement }) => requirement);
}
