/** Cancers beside the one that is treated: the record can show one that counts whatever a trial spares, never that there is none. */
import type { TumourFact } from '../../../fhir-profiles/index.ts';
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { dated, daysBetween, unknown, yes, type Answer } from './answer.ts';
import { hasTumour } from './tumour.ts';

type Asked = Extract<Requirement, { kind: 'other-malignancy' }>;

const ACTIVE: readonly string[] = ['active', 'recurrence', 'relapse'];
/** What nearly every trial spares, what may be watched without treatment, and what is not invasive. */
const OFTEN_SPARED =
  /basal cell|squamous cell (?:carcinoma|cancer) of (?:the )?skin|cutaneous squamous|skin|non-?melanoma|in[- ]situ|intra-?epithelial|dysplasia|\bDCIS\b|\bLCIS\b|\bCIN\b|intraductal|borderline|benign|smou?ldering|monoclonal gammopathy|MGUS|thyroid|prostat|superficial|non-?invasive|non-?muscle|bowen|carcinoid|indolent|follicular|marginal|chronic lymphocytic|small lymphocytic|low[- ]grade|polycyth|thrombocyth|history of|suspected|family/i;
/** Sites that are often written as a primary where a metastasis is meant. */
const OFTEN_METASTASIS = /brain|cns|bone|liver|lung|pleura|peritone|adrenal|lymph node|soft tissue|spine|unknown|unspecified/i;
const HISTOLOGY =
  /adenocarcinoma|squamous|small[- ]cell|hepatocellular|cholangio|gli(?:oma|oblastoma)|astrocyt|osteosarcoma|chondrosarcoma|mesothelioma|lymphoma|sarcoma/i;

/** Which of two cancers a trial is about is not known here, so both of them must be ones that count. */
export function hasOtherMalignancy(asked: Asked, patient: TrialPatient): Answer {
  const { facts, tumours } = patient;
  const [main] = tumours;
  const others = facts.tumours.filter(
    ({ role, source, text }) => role === 'primary' && source.reference !== main?.fact.source.reference && text !== main?.fact.text,
  );
  const [other] = others;
  if (other === undefined) return unknown('no other malignancy is recorded; the history may be incomplete', 'other malignancies');
  const open = unknown(`${other.text} is recorded as well; whether it counts is not settled`, 'other malignancies');
  if (asked.state === undefined || main === undefined || !counts(main.fact, asked)) return open;
  const certain = others.find((one) => counts(one, asked) && inTime(one, asked, facts.asOf) && isAnother(one, patient));
  return certain ? yes(`${dated(`${certain.text} recorded`, certain.onset)} beside ${main.fact.text}`) : open;
}

function counts({ text, histology, verified, stages }: TumourFact, { spared = [] }: Asked): boolean {
  const words = `${text} ${histology !== undefined && 'text' in histology ? histology.text : (histology?.display ?? '')}`;
  const lower = words.toLowerCase();
  return (
    (verified === 'confirmed' || verified === 'unknown') &&
    !OFTEN_SPARED.test(words) &&
    !(OFTEN_METASTASIS.test(words) && !HISTOLOGY.test(words)) &&
    !stages.some(({ group }) => group?.startsWith('0') === true) &&
    !spared.some((word) => lower.includes(word))
  );
}

function inTime({ clinicalStatus, onset }: TumourFact, { state, withinYears }: Asked, asOf: string): boolean {
  if (ACTIVE.includes(clinicalStatus)) return true;
  if (state === 'active') return false;
  if (withinYears === undefined) return true;
  const days = daysBetween(onset, asOf);
  return days !== null && days >= 0 && days <= withinYears * 365;
}

/** Certainly another type than the main one: not the same cancer in other words. */
function isAnother({ text, oncotree, doid }: TumourFact, patient: TrialPatient): boolean {
  if (oncotree === null && doid === null) return false;
  const [main] = patient.tumours;
  if (main === undefined) return false;
  const alone = {
    ...patient,
    facts: { ...patient.facts, tumours: [main.fact] },
    tumours: [main],
    beside: [],
    skin: [],
    otherwise: [],
    past: [],
    answered: new Map<string, Answer>(),
  };
  return hasTumour({ kind: 'tumour', name: text, oncotree, doid, breadth: null }, alone).verdict === 'no';
}
