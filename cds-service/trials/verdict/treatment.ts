/** Earlier treatment: what is recorded was given; what is not recorded may still have been given elsewhere. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { ANY_CANCER_DRUG, CANCER_DRUGS } from '../criteria/drug-classes.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, no, unknown, yes, type Answer } from './answer.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** Never a certain "no": a chart does not hold every treatment a patient has had. */
export function wasTreated(asked: Of<'treated'>, patient: TrialPatient): Answer {
  const key = `treated ${asked.label} ${asked.withinDays ?? ''}`;
  const known = patient.answered.get(key);
  if (known) return known;
  const answer = lookUp(asked, patient);
  patient.answered.set(key, answer);
  return answer;
}

function lookUp(asked: Of<'treated'>, { taken, facts }: TrialPatient): Answer {
  const drugs = asked.drugs.includes(ANY_CANCER_DRUG) ? CANCER_DRUGS : new Set(asked.drugs);
  const found = taken.filter(({ ingredients }) =>
    isOneOf(
      ingredients.map(({ name }) => name.toLowerCase()),
      drugs,
    ),
  );
  for (const medication of found) {
    const end = medication.end ?? (medication.role === 'current' ? facts.asOf : (medication.start ?? medication.authored));
    const day = medication.start ?? medication.authored ?? medication.end;
    const said = `${medication.ingredients.map(({ name }) => name).join(' + ')} recorded${day === undefined ? ', undated' : ` from ${day.slice(0, 10)}`}${medication.role === 'current' ? ', still taken' : ''}`;
    if (asked.withinDays === undefined) return yes(said);
    const ago = daysBetween(end, facts.asOf);
    if (ago !== null && ago <= asked.withinDays && (medication.end !== undefined || medication.role === 'current'))
      return yes(`${said}, within ${asked.withinDays} days`);
  }
  const when = asked.withinDays === undefined ? '' : ` within ${asked.withinDays} days`;
  return unknown(`no ${asked.label}${when} is recorded; earlier treatment may be incomplete`, `treatment history: ${asked.label}`);
}

/** A combined name ("trastuzumab deruxtecan") is a drug of its own, not its first word. */
function isOneOf(names: readonly string[], drugs: ReadonlySet<string>): boolean {
  return names.some((name) => {
    const plain = name
      .replace(/-[a-z]{4}$/, '')
      .replace(/^(?:ado|fam)-/, '')
      .replace(
        / (?:mesylate|hydrochloride|tosylate|ditosylate|maleate|dimaleate|camsylate|acetate|phosphate|citrate|malate|anhydrous)$/,
        '',
      )
      .replace(/^nab-/, '');
    return drugs.has(plain) || drugs.has(plain.replace(/(mab)-[a-z]{4}/, '$1'));
  });
}

/** Lines are counted only where the record numbers them; the highest number is the least there were. */
export function hadLines(asked: Of<'lines'>, { taken }: TrialPatient): Answer {
  const numbered = taken.flatMap(({ lineOfTherapy }) => (lineOfTherapy === undefined ? [] : [lineOfTherapy]));
  const most = numbered.length === 0 ? 0 : Math.max(...numbered);
  if (most === 0) return unknown('lines of therapy are not numbered in the record', 'number of prior lines');
  if (asked.max !== undefined && most > asked.max) return no(`line ${most} recorded`);
  if (asked.max === undefined && asked.min !== undefined && most >= asked.min) return yes(`line ${most} recorded`);
  return unknown(`line ${most} recorded; there may be more`, 'number of prior lines');
}

const BRAIN = /\b(?:brain|cerebr\w+|cerebell\w+|central nervous system|CNS|intracranial)\b/i;
export function hasBrainMetastases({ facts }: TrialPatient): Answer {
  const found = facts.tumours.find(
    ({ role, text, bodySites, clinicalStatus }) =>
      role === 'secondary' && !['resolved', 'inactive', 'remission'].includes(clinicalStatus) && BRAIN.test([text, ...bodySites].join(' ')),
  );
  if (found) return yes(`brain metastases recorded${found.onset === undefined ? '' : ` ${found.onset.slice(0, 10)}`}`);
  return unknown('brain metastases are neither recorded nor excluded', 'brain imaging');
}

/** Metastases in the liver, or a tumour of the liver itself. */
export function hasLiverMetastases({ facts }: TrialPatient): Answer {
  const found = facts.tumours.find(
    ({ role, text, bodySites, clinicalStatus }) =>
      clinicalStatus !== 'resolved' &&
      clinicalStatus !== 'inactive' &&
      role === 'secondary' &&
      /\b(?:liver|hepatic|leber)/i.test(`${text} ${bodySites.join(' ')}`),
  );
  if (found) return yes(`liver metastases recorded${found.onset === undefined ? '' : ` ${found.onset.slice(0, 10)}`}`);
  return unknown('liver metastases are neither recorded nor excluded', 'liver imaging');
}

/** Which other cancers count, and after how long they no longer do, differs from trial to trial. */
export function hasOtherMalignancy({ tumours, facts }: TrialPatient): Answer {
  const [main] = tumours;
  const other = facts.tumours.find(
    ({ role, source, text }) => role === 'primary' && source.reference !== main?.fact.source.reference && text !== main?.fact.text,
  );
  return other
    ? unknown(`${other.text} is recorded as well; whether it counts is not settled`, 'other malignancies')
    : unknown('no other malignancy is recorded; the history may be incomplete', 'other malignancies');
}
