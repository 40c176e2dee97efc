/** Tumour type, stage and extent: certain only where the record is. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { PatientTumour } from '../../oncology/index.ts';
import type { TumourTree } from '../../knowledge/oncology/types.ts';
import type { TrialPatient } from '../patient.ts';
import { compareTypes } from './apart.ts';
import { calledLymphoma } from './blood-lineage.ts';
import { distantMetastasis, isDistant, notToldApart, speaksAgainstStage } from './distant.ts';
import { mayBeLocallyAdvanced, mayCountAsMetastatic, tellsSpread } from './stage-meaning.ts';
import { daysBetween, no, unknown, yes, type Answer } from './answer.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

export function hasTumour(asked: Of<'tumour'>, patient: TrialPatient): Answer {
  const key = `${asked.breadth ?? ''}|${asked.oncotree ?? ''}|${asked.doid ?? ''}|${asked.name}`;
  const known = patient.answered.get(key);
  if (known) return known;
  const answers = patient.tumours.map((tumour) => isOf(asked, tumour, patient.trees));
  const found =
    answers.find(({ verdict }) => verdict === 'yes') ??
    answers.find(({ verdict }) => verdict === 'unknown') ??
    answers[0] ??
    unknown('the tumour type is not recorded', 'tumour type');
  const answer = found.verdict === 'no' ? (isOfSkin(asked, patient) ?? wasOnce(asked, patient) ?? found) : found;
  patient.answered.set(key, answer);
  return answer;
}

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
      (word) => !/^(?:carcinoma|cancer|adenocarcinoma|squamous|cell|left|right|grade|high|with)$/.test(word),
    );
  const mine = new Set(words(own));
  return words(asked).some((word) => mine.has(word));
}

/** A tumour of that type in remission or resolved: whether it counts depends on what the trial means. */
function wasOnce(asked: Of<'tumour'>, patient: TrialPatient): Answer | null {
  const before = patient.past.find((tumour) => isOf(asked, tumour, patient.trees).verdict !== 'no');
  return before === undefined ? null : unknown(`${before.name} is recorded as ${before.fact.clinicalStatus}`, 'whether that tumour counts');
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
  if (called === 'sometimes') return unknown(`whether ${own} counts as ${asked.name} is not settled`, 'histology');
  if (isMelanomaElsewhere(asked, tumour)) return unknown(`${own}, “${fact.text}”: where the melanoma arose is not certain`, 'histology');
  const has = (codes: ReadonlySet<string>, above: ReadonlySet<string>, code: string | null) =>
    code !== null && (codes.has(code) || above.has(code));
  const byName = has(tumour.doid, tumour.doidAncestors, asked.doid) && !throughTwoOrgans(asked, tumour, tree);
  const byNode = has(tumour.oncotree, tumour.oncotreeAncestors, asked.oncotree);
  if (WIDER.some(([doid, meant]) => asked.doid === doid && !meant.test(tumour.name)) && (byName || byNode))
    return unknown(`${own}: whether it counts as ${asked.name} is not settled`, 'histology');
  // Where both names are there, the narrower one counts: neither tree has every type of the other.
  if ((byName || byNode) && isNeuroendocrineOfOrgan(asked, tumour))
    return unknown(`${own}: whether it counts as ${asked.name} is not settled`, 'histology');
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
      return unknown(`${own} and ${asked.name} cannot be told apart for certain`, 'histology');
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

/** True when the OncoTree node itself lies within what is asked by its Disease Ontology name; a node of two organs never does. */
function isWhole({ oncotree, doid }: Of<'tumour'>, tree: TumourTree): boolean {
  if (oncotree === null || doid === null) return true;
  if (tree.oncotree.get(oncotree)?.name.includes('/') === true) return false;
  if (SAME.some(([id, code]) => id === doid && code === oncotree)) return true;
  return (tree.toDoid.get(oncotree) ?? []).some((own) => own === doid || isUnder(own, doid, tree));
}
/** What criteria call ductal adenocarcinoma of the pancreas is OncoTree's pancreatic adenocarcinoma. */
const SAME: readonly (readonly [doid: string, oncotree: string])[] = [['DOID:3498', 'PAAD']];

/**
 * The record names the organ ("malignant neoplasm of bladder", one node of OncoTree with the urothelial carcinoma), the criterion a histology of it. Cancers
 * of breast, prostate, colon and rectum are nearly all of one; their neuroendocrine tumours have codes of their own (ICD-10-CM C7A).
 */
function namesOrganOnly(own: string | null, { doid, oncotree }: Of<'tumour'>, tree: TumourTree): boolean {
  if (own === null || doid === null || (oncotree !== null && NEARLY_ALL.includes(oncotree))) return false;
  return / (?:cancer|neoplasm)$/.test(tree.doid.get(own)?.name ?? '') && isUnder(doid, own, tree);
}
const NEARLY_ALL: readonly string[] = ['BRCA', 'PRAD', 'COADREAD', 'COAD', 'READ'];

/** "Pancreatic cancer" is in trials the carcinoma; a carcinoid or neuroendocrine tumour of the organ has trials of its own. */
function isNeuroendocrineOfOrgan({ name }: Of<'tumour'>, tumour: PatientTumour): boolean {
  return (
    /neuroendocrine (?:tumou?r|neoplasm)|carcinoid/i.test(`${tumour.name} ${tumour.fact.text}`) &&
    ORGAN_ALONE.test(name) &&
    GUT_OR_LUNG.test(name)
  );
}
const ORGAN_ALONE = /^(?:[\w/-]+ ){1,3}(?:cancers?|malignanc(?:y|ies))$/i;
const GUT_OR_LUNG =
  /^(?:lung|pancreatic|pancreas|gastric|stomach|colon|colorectal|rectal|rectum|esophageal|liver|biliary tract|bile duct)\b/i;

/**
 * A criterion that names the organ alone is met by a rare cancer of it as by a frequent one: "bladder cancer" by a small cell carcinoma of the bladder,
 * "ovarian cancer" by a granulosa cell tumour of the ovary, which the Disease Ontology files beside it.
 */
function isOfItsOrgan(
  { name, doid, oncotree }: Of<'tumour'>,
  { fact, name: own }: PatientTumour,
  byName: boolean,
  tree: TumourTree,
): boolean {
  if (doid === null || !ORGAN_ALONE.test(name)) return false;
  if (oncotree === 'OVARY')
    return (
      doid === 'DOID:2394' &&
      /ovar/i.test(fact.text) &&
      !/borderline|benign|adenoma|cyst(?!adenocarc)|teratoma|metasta/i.test(`${own} ${fact.text}`)
    );
  return (
    byName &&
    oncotree !== null &&
    /^(?:[a-z]+ )+cancer$/.test(tree.doid.get(doid)?.name ?? '') &&
    tree.oncotree.get(oncotree)?.name.includes('/') === false
  );
}

/** "Gastric cancer" is not shown by OncoTree's common node of oesophagus and stomach, only by the patient's own type. */
function throughTwoOrgans({ oncotree, doid }: Of<'tumour'>, tumour: PatientTumour, tree: TumourTree): boolean {
  if (oncotree === null || doid === null || tree.oncotree.get(oncotree)?.name.includes('/') !== true) return false;
  return ![...tumour.doid, ...namesBelowTwoOrgans(tumour, tree)].some((own) => own === doid || isUnder(own, doid, tree));
}
/** Disease Ontology names of the patient's OncoTree node and of those above it, as far as they name one organ. */
function namesBelowTwoOrgans({ oncotree }: PatientTumour, tree: TumourTree): string[] {
  const names: string[] = [];
  for (const code of oncotree)
    for (
      let at: string | null = code;
      at !== null && tree.oncotree.get(at)?.name.includes('/') === false;
      at = tree.oncotree.get(at)?.parent ?? null
    )
      names.push(...(tree.toDoid.get(at) ?? []));
  return names;
}
function isUnder(id: string, upper: string, tree: TumourTree): boolean {
  const waiting = [...(tree.doid.get(id)?.parents ?? [])];
  const seen = new Set<string>();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === upper) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(tree.doid.get(next)?.parents ?? []));
  }
  return false;
}
/** A stage is what was found then: after half a year, or after a relapse, the present extent is open. */
export function hasExtent({ extent }: Of<'extent'>, patient: TrialPatient): Answer {
  if (notToldApart(patient))
    return unknown('several tumours are recorded, and not of which one the extent is asked', 'extent of this tumour');
  const [main] = patient.tumours;
  const recorded = distantMetastasis(patient);
  const shared = patient.beside.length > 0;
  const spread = shared ? undefined : recorded;
  const latest = latestStage(patient);
  const said = latest ? `stage ${latest.group} (${latest.day ?? 'undated'})` : '';
  const far = spread
    ? `metastasis recorded: ${spread.text}${spread.onset === undefined ? '' : ` (${spread.onset.slice(0, 10)})`}`
    : latest && main && isDistant(latest.group, main, patient.trees)
      ? said
      : null;
  if (far !== null && main?.solid !== false) return extent === 'early' ? no(far) : yes(far);
  if (shared && recorded)
    return unknown(`${recorded.text} is recorded, and not of which of several tumours it is`, 'extent of this tumour');
  if (!latest) return unknown('stage and metastases are not recorded', 'stage');
  if (main?.solid === false) return unknown(`${said}: extent of a blood cancer`, 'stage');
  // Stage IV without metastases is still locally advanced.
  if (latest.group.startsWith('IV')) {
    if (extent === 'metastatic') return unknown(`${said}: whether it has spread far is not recorded`, 'metastases');
    return extent === 'early' ? no(said) : yes(said);
  }
  if (!latest.fresh) return unknown(`${said}; the present extent is not recorded`, 'stage');
  if (main === undefined || !tellsSpread(main, patient.trees))
    return unknown(`${said}: what it says of the extent is not certain`, 'stage');
  const early = /^(?:0|I|II)[ABC]?\d?$/.test(latest.group);
  if (extent === 'metastatic')
    return mayCountAsMetastatic(latest.group, main) ? unknown(`${said}: whether regional spread counts is not certain`, 'stage') : no(said);
  if (extent === 'early') return early ? yes(said) : unknown(said, 'stage');
  return early && !mayBeLocallyAdvanced(latest.group, main, patient.trees)
    ? no(said)
    : unknown(`${said}: whether locally advanced is not recorded`, 'stage');
}

export function hasStage({ groups }: Of<'stage'>, patient: TrialPatient): Answer {
  if (notToldApart(patient))
    return unknown('several tumours are recorded, and not of which one the stage is asked', 'stage of this tumour');
  const latest = latestStage(patient);
  if (!latest) return unknown('the stage is not recorded', 'stage');
  const said = `stage ${latest.group} (${latest.day ?? 'undated'})`;
  const spread = distantMetastasis(patient);
  if (spread && !latest.group.startsWith('IV') && speaksAgainstStage(spread, patient))
    return unknown(`${said}, and ${spread.text} is recorded: the present stage is not certain`, 'stage');
  // Rai counts otherwise than Ann Arbor, Binet has letters: of which of them a criterion speaks is not read.
  if (latest.system === 'Rai' || latest.system === 'Binet')
    return unknown(`${said} after ${latest.system}: whether that is the stage meant is open`, 'stage');
  const bare = latest.group.replace(/[^IV0].*$/, '');
  const exact = latest.group.replace(/\d+$/, '');
  if (groups.includes(bare) || groups.includes(exact))
    return latest.fresh || bare === 'IV' ? yes(said) : unknown(`${said}; the present stage is not recorded`, 'stage');
  if (exact === bare && groups.some((group) => group.replace(/[A-D]$/, '') === bare)) return unknown(`${said} without its letter`, 'stage');
  return latest.fresh || bare === 'IV' ? no(said) : unknown(`${said}; the present stage is not recorded`, 'stage');
}

function latestStage({ tumours, facts, freshness }: TrialPatient): {
  readonly group: string;
  readonly day: string | undefined;
  readonly fresh: boolean;
  readonly system: string | undefined;
} | null {
  const [main] = tumours;
  if (!main) return null;
  const stages = main.fact.stages.filter(({ group }) => group !== undefined);
  const dayOf = (at: number): string => stages[at]?.source.issued ?? main.fact.onset ?? '';
  let best = -1;
  stages.forEach((_, at) => {
    if (best === -1 || dayOf(at) > dayOf(best)) best = at;
  });
  const stage = stages[best];
  if (stage?.group === undefined) return null;
  // Clinical and pathological stage of the same day may differ.
  if (stages.some((other, at) => dayOf(at) === dayOf(best) && other.group !== stage.group)) return null;
  const day = dayOf(best) === '' ? undefined : dayOf(best).slice(0, 10);
  const age = daysBetween(day, facts.asOf);
  const again = ['recurrence', 'relapse'].includes(main.fact.clinicalStatus);
  return { group: stage.group, system: stage.system, day, fresh: !again && age !== null && age >= 0 && age <= freshness.stageDays };
}
