/**
 * Medication beside the cancer treatment by which trials exclude, and how criteria write it. Members by WHO ATC (index 2024): proton pump inhibitors A02BC,
 * H2 antagonists A02BA, anticoagulants B01AA, B01AB, B01AE, B01AF and fondaparinux, corticosteroids H02AB, immunosuppressants of L04A that suppress
 * the whole defence. A missing member is only ever a missing "takes", never a wrong one. Inhibitors and inducers of enzymes are not listed here: they
 * are those of the pharmacogenomic part, with their sources.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { byPattern, needing, type Recogniser } from '../atom.ts';
import { entryOf } from '../../../../fhir-profiles/entry-of.ts';

type Taking = Extract<Requirement, { kind: 'taking' }>;

const list = (names: string): string[] => names.split('|');
export const CORTICOSTEROIDS = list(
  'prednisone|prednisolone|methylprednisolone|dexamethasone|betamethasone|hydrocortisone|cortisone|triamcinolone|deflazacort',
);
export const IMMUNOSUPPRESSANTS = list(
  'azathioprine|mycophenolate mofetil|mycophenolic acid|mycophenolate sodium|cyclosporine|ciclosporin|tacrolimus|sirolimus',
);

interface MedicationClass {
  readonly label: string;
  readonly needs: string;
  readonly words: string;
  readonly drugs: readonly string[];
}
const MEDICINES = String.raw`(?:medications?|drugs?|agents?|therap(?:y|ies)|treatments?|use)`;
const CLASSES: readonly MedicationClass[] = [
  {
    label: 'a proton pump inhibitor',
    needs: 'proton|ppi',
    words: String.raw`proton[- ]pump inhibitors?(?: \(PPIs?\))?|PPIs?`,
    drugs: list('omeprazole|esomeprazole|lansoprazole|dexlansoprazole|pantoprazole|rabeprazole'),
  },
  {
    label: 'an H2 antagonist',
    needs: 'h2',
    words: String.raw`(?:histamine )?H2[- ](?:receptor )?(?:antagonists?|blockers?)`,
    drugs: list('cimetidine|ranitidine|famotidine|nizatidine'),
  },
  {
    label: 'warfarin or another vitamin K antagonist',
    needs: 'warfarin|vitamin k|coumar',
    words: String.raw`(?:(?:systemic |oral )?anti-?coagulation (?:therapy |treatment )?with )?(?:vitamin K antagonists?|warfarin|coumarin(?:-derived|-type)? anticoagulants?|coumadin)(?:,? or (?:any |an )?other (?:coumarin|coumadin|warfarin)[- ](?:derived|type) anti-?coagulants?)?(?:\(s\))?(?:,? for treatment,? prophylaxis or otherwise)?(?: \((?:e\.g\.,? |eg,? )?(?:warfarin|Coumadin)\))?`,
    drugs: list('warfarin|phenprocoumon|acenocoumarol'),
  },
  {
    label: 'an anticoagulant',
    needs: 'anticoag|anti-coag',
    words: String.raw`(?:systemic |oral )?anti-?coagula(?:nts?|tion)(?: ${MEDICINES})?`,
    drugs: list(
      'warfarin|phenprocoumon|acenocoumarol|apixaban|rivaroxaban|edoxaban|dabigatran etexilate|dabigatran|heparin|enoxaparin|dalteparin|tinzaparin|fondaparinux|argatroban',
    ),
  },
  {
    label: 'a systemic immunosuppressant',
    needs: 'immunosuppress|immune suppress|immune-suppress',
    words: String.raw`(?:any )?(?:other )?(?:form of )?(?:systemic )?(?:immunosuppress(?:ive|ant|ants|ing)|immune[- ]suppress(?:ive|ing|ant))(?: ${MEDICINES})?`,
    drugs: IMMUNOSUPPRESSANTS,
  },
];

const GENES: Readonly<Record<string, string>> = {
  '3A': 'CYP3A4',
  '3A4': 'CYP3A4',
  '3A4/5': 'CYP3A4',
  '2D6': 'CYP2D6',
  '2C19': 'CYP2C19',
  '2C9': 'CYP2C9',
  '2B6': 'CYP2B6',
};
const STRONG = String.raw`((?:strong|potent|moderate)(?:(?: and\/or | or | and |\/|, | to )(?:strong|potent|moderate))*)`;
const CYP = String.raw`(?:cytochrome P-?450 ?(?:\(?CYP(?:450)?\)?)? ?(?:family |isoenzyme |enzyme )?(?:CYP ?)?|CYP(?:450)? ?)(3A4\/5|3A4|3A|2D6|2C19|2C9|2B6)(?: \(CYP ?\w+\))?(?: (?:iso)?enzymes?| isoforms?)?`;
const EFFECT = String.raw`(inhibitors?|inducers?)(?:(?: and\/or | or | and |\/)(?:(?:of )?(?:strong |potent |moderate )?(?:${CYP.replace(/\(3A4[^)]*\)/, '(?:3A4\\/5|3A4|3A)')} ?)?)?(inhibitors?|inducers?))?`;
const acting: Recogniser = byPattern(
  new RegExp(String.raw`(?:known )?\b${STRONG} (?:${CYP}[ -]?${EFFECT}|${EFFECT} of ${CYP})`, 'gi'),
  ([, strength = '', geneA, first, second, firstOf, secondOf, geneB]) => {
    const gene = entryOf(GENES, (geneA ?? geneB ?? '').toUpperCase());
    if (gene === undefined) return null;
    const strengths = [...(/strong|potent/i.test(strength) ? ['strong'] : []), ...(/moderate/i.test(strength) ? ['moderate'] : [])];
    const effects = [...new Set([first ?? firstOf ?? '', second ?? secondOf ?? ''].filter((one) => one !== ''))].map((one) =>
      /inhib/i.test(one) ? ('inhibitor' as const) : ('inducer' as const),
    );
    const of = effects.map((effect): Taking => ({
      kind: 'taking',
      label: `a ${strengths.join(' or ')} ${effect} of ${gene}`,
      acts: { gene, effect, strengths },
    }));
    const [only] = of;
    return of.length === 1 && only ? only : { kind: 'any', of };
  },
);

const EQUIVALENT = String.raw`(?:prednis\w+)?(?:[ ,/(]*(?:or )?(?:other )?(?:(?:its )?(?:equivalents?|equivalence)|(?:an? )?equivalent (?:doses?|steroids?|corticosteroids?|of (?:another|other) (?:cortico)?steroids?)))?`;
const steroids: Recogniser = byPattern(
  new RegExp(
    String.raw`(?:(?:chronic |systemic |oral |ongoing |daily |long-term )*(?:gluco)?(?:cortico)?steroids?(?: ${MEDICINES})?|prednis(?:one|olone))[^.;≥≤<>]{0,45}?(?:[>≥]|exceed(?:ing|s)|in excess of|above|greater than) ?(\d{1,2})\.?\d? ?mg(?:\/day|\/d| daily| per day| a day| QD| of)*(?: of)?(?: oral)? ?\(?(?:prednis\w+)?${EQUIVALENT}(?:\/day|\/d| daily| per day| a day)?\)?`,
    'gi',
  ),
  ([found, dose]) =>
    /prednis/i.test(found) && !/\bnot\b|≤|inhal|topical/i.test(found)
      ? { kind: 'taking', label: `more than ${dose} mg of prednisone or its equivalent a day`, abovePrednisone: Number(dose) }
      : null,
);

export const MEDICATION: readonly Recogniser[] = [
  Object.assign(acting, { needs: ['cyp', 'p450', 'p-450'], number: true as const }),
  Object.assign(steroids, { needs: ['predniso'], number: true as const }),
  ...CLASSES.map(({ label, needs, words, drugs }) =>
    needing(
      needs,
      byPattern(new RegExp(String.raw`(?<![\w-])(?:${words})(?![\w-])`, 'gi'), () => ({ kind: 'taking', label, drugs })),
    ),
  ),
];
