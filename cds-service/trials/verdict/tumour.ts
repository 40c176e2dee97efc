/** Tumour type: certain only where the record is. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { PatientTumour } from '../../oncology/index.ts';
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import type { TrialPatient } from '../patient.ts';
import { compareTypes } from './apart.ts';
import { calledLymphoma } from './blood-lineage.ts';
import { no, unknown, yes, type Answer } from './answer.ts';
import { isNeuroendocrineOfOrgan, isOfItsOrgan, isWhole, namesOrganOnly, throughTwoOrgans } from './organ-named.ts';
import { once } from './once.ts';
import { isPastCancer } from './whose-treatment.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

export function hasTumour(asked: Of<'tumour'>, patient: TrialPatient): Answer {
  const key = `${asked.ever === true ? 'ever' : ''}|${asked.breadth ?? ''}|${asked.oncotree ?? ''}|${asked.doid ?? ''}|${asked.name}`;
  return once(patient, key, () => lookUp(asked, patient));
}

function lookUp(asked: Of<'tumour'>, patient: TrialPatient): Answer {
  const answers = patient.tumours.map((tumour) => isOf(asked, tumour, patient.trees));
  const found =
    answers.find(({ verdict }) => verdict === 'yes') ??
    answers.find(({ verdict }) => verdict === 'unknown') ??
    answers[0] ??
    unknown('the tumour type is not recorded', 'tumour type');
  const sure =
    found.verdict === 'unknown' && isOfOtherSex(asked, patient)
      ? no(`recorded as ${patient.facts.patient.sex ?? ''}, the tumour is ${patient.tumours.map(({ name }) => name).join(', ')}`)
      : found;
  return sure.verdict === 'no' ? (isOfSkin(asked, patient) ?? wasOnce(asked, patient) ?? sure) : sure;
}

/** A tumour of an organ that the other sex has, where no tumour of the record is of such an organ. */
function isOfOtherSex({ name, breadth }: Of<'tumour'>, { facts, tumours, trees }: TrialPatient): boolean {
  const { sex } = facts.patient;
  if (breadth !== null || (sex !== 'male' && sex !== 'female')) return false;
  const organs = sex === 'male' ? ONLY_WOMEN : ONLY_MEN;
  const tissue = (code: string): string => trees.oncotree.get(code)?.tissue ?? '';
  // By its name: choriocarcinoma and granulosa cell tumours are of both sexes, and have one node.
  return (
    organs.names.test(name) &&
    !tumours.some(({ oncotree: own, fact, name: words }) => [...own].some((code) => organs.tissues.includes(tissue(code))) || organs.names.test(`${words} ${fact.text}`)) // prettier-ignore
  );
}
const ONLY_WOMEN = {
  tissues: ['Ovary/Fallopian Tube', 'Uterus', 'Cervix', 'Vulva/Vagina'],
  names:
    /\b(?:ovar(?:y|ian)|uter(?:us|ine)|endometri(?:al|um)|cervi(?:x|cal) (?:cancer|carcinoma|adenocarcinoma|squamous)|vulva\w*|vagina\w*|fallopian)\b/i,
};
const ONLY_MEN = { tissues: ['Prostate', 'Testis', 'Penis'], names: /\b(?:prostat\w+|testic\w+|testis|penile|penis)\b/i };

/** A skin cancer beside the tumour that is treated: a trial of skin cancers may mean it, and others too. */
function isOfSkin(asked: Of<'tumour'>, { skin, trees }: TrialPatient): Answer | null {
  const one = skin.find(
    (tumour) => (tumour.oncotree.size > 0 || sharesWord(asked.name, tumour.fact.text)) && isOf(asked, tumour, trees).verdict !== 'no',
  );
  return one === undefined ? null : unknown(`${one.name} is recorded beside the other tumour`, 'whether that tumour counts');
}

/** A carcinoma in situ of which only the words tell the organ. */
function sharesWord(asked: string, own: string): boolean {
  const words = (text: string): string[] =>
    (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter(
      (word) =>
        !/^(?:carcinoma|cancer|cancers|adenocarcinoma|squamous|cell|left|right|grade|high|with|malignant|neoplasms?|tumou?rs?|personal|history)$/.test(
          word,
        ),
    );
  const mine = new Set(words(own));
  return words(asked).some((word) => mine.has(word));
}

/** A tumour of that type in remission or resolved: whether it counts depends on what the trial means. */
function wasOnce(asked: Of<'tumour'>, patient: TrialPatient): Answer | null {
  const before = patient.past.find((tumour) => isOf(asked, tumour, patient.trees).verdict !== 'no');
  if (before === undefined) return asked.ever === true ? inHistory(asked, patient) : null;
  return unknown(`${before.name} is recorded as ${before.fact.clinicalStatus}`, 'whether that tumour counts');
}

/** "Personal history of malignant neoplasm of prostate": who must not have the type may have had it. */
function inHistory({ name, breadth }: Of<'tumour'>, { facts }: TrialPatient): Answer | null {
  const told = breadth === null ? facts.conditions.find((one) => isPastCancer(one) && sharesWord(name, one.text)) : undefined;
  return told === undefined ? null : unknown(`${told.text} is recorded`, 'whether that tumour counts');
}

function isOf(asked: Of<'tumour'>, tumour: PatientTumour, tree: TumourTree): Answer {
  const { fact } = tumour;
  const day = fact.onset ?? fact.source.issued;
  const own = `${tumour.name}${day === undefined ? '' : ` (recorded ${day.slice(0, 10)})`}`;
  if (fact.verified === 'differential' || fact.verified === 'unconfirmed' || fact.verified === 'provisional')
    return unknown(`${own} is not a confirmed diagnosis`, 'confirmed tumour type');
  if (asked.breadth === 'any') return yes(own);
  if (asked.breadth !== null) {
    if (tumour.solid === null) return unknown(`whether ${own} is a solid tumour is not known`, 'tumour type');
    return tumour.solid === (asked.breadth === 'solid') ? yes(own) : no(`${own} is ${tumour.solid ? 'a' : 'no'} solid tumour`);
  }
  const called = calledLymphoma(asked, tumour.oncotree, tumour.oncotreeAncestors);
  if (called === 'never') return no(`the tumour is ${own}`);
  if (called === 'sometimes') return unknown(`whether ${own} counts as ${asked.name} is not settled`, 'whether that tumour counts');
  if (isMelanomaElsewhere(asked, tumour)) return unknown(`${own}, “${fact.text}”: where the melanoma arose is not certain`, 'histology');
  const has = (codes: ReadonlySet<string>, above: ReadonlySet<string>, code: string | null) =>
    code !== null && (codes.has(code) || above.has(code));
  const byName = has(tumour.doid, tumour.doidAncestors, asked.doid) && !throughTwoOrgans(asked, tumour, tree);
  const byNode = has(tumour.oncotree, tumour.oncotreeAncestors, asked.oncotree);
  if (WIDER.some(([doid, meant]) => asked.doid === doid && !meant.test(tumour.name)) && (byName || byNode))
    return unknown(`${own}: whether it counts as ${asked.name} is not settled`, 'whether that tumour counts');
  // Where both names are there, the narrower one counts: neither tree has every type of the other.
  if ((byName || byNode) && isNeuroendocrineOfOrgan(asked, tumour))
    return unknown(`${own}: whether it counts as ${asked.name} is not settled`, 'whether that tumour counts');
  if ((byName || byNode) && isOfItsOrgan(asked, tumour, byName, tree)) return yes(own);
  const open = namesOrganOnly(fact.doid, asked, tree);
  if (!open && (asked.doid === null ? byNode : byName && (asked.oncotree === null || byNode || isUnspecified(asked.oncotree, tree))))
    return yes(own);
  if (!open && byNode && isWhole(asked, tree)) return yes(own);
  if (byNode || byName) return unknown(`${own}: whether it is ${asked.name} is not recorded`, 'histology');
  if (tumour.oncotree.size === 0) return unknown(`${own} could not be compared with ${asked.name}`, 'tumour type');
  if (isBloodInOrgan(asked, tumour, tree)) return unknown(`${own}: whether it is ${asked.name} is not recorded`, 'where the disease is');
  switch (compareTypes(asked, tumour.oncotree, tree)) {
    case 'apart':
      return no(`the tumour is ${own}`);
    case 'below':
      return unknown(`${own}: whether it is ${asked.name} is not recorded`, 'histology');
    case 'incomparable':
      return unknown(`${asked.name} could not be compared with ${own}`);
    case 'open':
      return unknown(
        `${own} and ${asked.name} cannot be told apart for certain`,
        isOrganAlone(tumour, tree) ? 'histology' : 'whether that tumour counts',
      );
  }
}

/**
 * "Melanoma, mucosal" under the code of the skin (ICD-10 C43 and C69 have none for the mucosa): the words name the narrower, and neither a melanoma of the
 * skin nor one of another place is certain.
 */
function isMelanomaElsewhere({ oncotree, doid, name }: Of<'tumour'>, { fact, oncotree: own }: PatientTumour): boolean {
  if (!own.has('SKCM') || !NOT_SKIN.test(fact.text)) return false;
  return oncotree === 'SKCM' || doid === 'DOID:8923' || (/melanoma/i.test(name) && oncotree !== 'MEL' && doid !== 'DOID:1909');
}
const NOT_SKIN =
  /\b(?:mucos\w+|uvea\w*|choroid\w*|conjunctiv\w+|ocular|intraocular|sinonasal|nasal cavity|ano-?rectal|vulv\w+|vagin\w+|oral)\b/i;

/**
 * Names under which the Disease Ontology (release 2025-10) files types that trials do not mean by them, or only at some grade: embryonal tumours of the
 * brain among germ cell cancers; ependymoma and oligodendroglioma of any grade among high-grade gliomas; the lymphomas of the skin among peripheral T-cell
 * lymphomas; salivary glands within the oral cavity. By the name a tumour must have to be one for certain.
 */
const WIDER: readonly (readonly [doid: string, meant: RegExp])[] = [
  ['DOID:2994', /germ cell|seminom|germinom|teratom|yolk sac|choriocarcinom|embryonal carcinom/i],
  ['DOID:3070', /high[- ]grade|glioblastom|anaplastic|gliosarcom|diffuse midline|pontine|grade (?:3|4|III|IV)/i],
  ['DOID:0050749', /peripheral T|angioimmunoblastic|anaplastic large/i],
  ['DOID:8618', /oral|mouth|tongue|gingiv|palate|buccal|lip/i],
];

/**
 * "Testicular leukemia", "primary CNS lymphoma": a disease of the blood in an organ, which both trees file with the organ. A leukaemia or lymphoma may be
 * there, and one that is recorded by its organ is one of the blood.
 */
function isBloodInOrgan(asked: Of<'tumour'>, { name, fact, oncotree, solid }: PatientTumour, tree: TumourTree): boolean {
  const inOrgan = (words: string, codes: readonly string[]): boolean =>
    OF_BLOOD.test(words) && codes.some((code) => !BLOOD.includes(tree.oncotree.get(code)?.tissue ?? 'Lymphoid'));
  if (solid !== true && asked.oncotree !== null && inOrgan(asked.name, [asked.oncotree])) return true;
  return OF_BLOOD.test(asked.name) && inOrgan(`${name} ${fact.text}`, [...oncotree]);
}
const OF_BLOOD = /leuka?emia|lymphoma|myeloma|plasmacytoma|myeloid sarcoma/i;
const BLOOD: readonly string[] = ['Lymphoid', 'Myeloid'];

/** "Sarcoma, NOS" stands for the word; the types of it stand elsewhere in OncoTree. */
function isUnspecified(code: string, tree: TumourTree): boolean {
  return /,? NOS$/.test(tree.oncotree.get(code)?.name ?? '');
}

/** Of the diagnosis only the organ is recorded: the pathology report says more. */
function isOrganAlone({ oncotree }: PatientTumour, tree: TumourTree): boolean {
  return [...oncotree].every((code) => {
    const parent = tree.oncotree.get(code)?.parent ?? null;
    return parent === null || parent === 'TISSUE';
  });
}
