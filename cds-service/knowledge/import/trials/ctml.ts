/**
 * Clinical Trial Markup Language (MatchMiner, CTIMS): trees of genomic and clinical clauses at steps, arms and dose levels, each of which can be closed. Each
 * open level with a clause is a way into the trial of its own. What a clause means stands in `ctml-clauses.ts`.
 */
import { createHash } from 'node:crypto';
import type { TumourTable } from '../../../../fhir-profiles/index.ts';
import type { GeneModels } from '../../oncology/types.ts';
import type { Requirement, StructuredCriterion, TrialRecord } from '../../trials/types.ts';
import { readAvera } from './avera.ts';
import { clauseTree, isEmptyRequirement } from './ctml-clauses.ts';
import { openLevels, type Levels } from './ctml-levels.ts';
import { furtherTexts } from './ctml-texts.ts';
import { requirementWords } from './requirement-words.ts';
import { isResearchStudy, readResearchStudy } from './research-study.ts';
import type { ReadTrial } from './index.ts';
import { dayOf, fieldsOf, listOf, phaseOf, statusOf, textOf, type Fields } from './fields.ts';

export function ctmlReader(genes: GeneModels, tumours: TumourTable, day: string): (value: Fields) => readonly ReadTrial[] | null {
  return (value) => {
    if ('query' in value && 'info' in value) return readAvera(value, day, genes, tumours);
    // Coded characteristics of a FHIR study need the table of tumours, which this reader has.
    if (isResearchStudy(value)) {
      const study = readResearchStudy(value, day, tumours);
      return [study === null ? { fault: 'the record has no registry id' } : { record: study }];
    }
    if (!('treatment_list' in value)) return null;
    // CTIMS keeps the head of a trial in an object of its own.
    const flat = { ...fieldsOf(value.trialInformation), ...fieldsOf(value.age_group), ...value };
    // A site's own draft may have no number yet: what it says is then its name.
    const id = [flat.nct_id, flat.protocol_no, flat.protocol_id, flat.trial_id].map(textOf).find((text) => text !== '');
    return [{ record: record(flat, id ?? `CTML-${digestOf(value)}`, day, genes, tumours) }];
  };
}

function digestOf(value: Fields): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}

const SUMMARY = '_summary';

function record(value: Fields, id: string, day: string, genes: GeneModels, tumours: TumourTable): TrialRecord {
  const levels = openLevels(fieldsOf(value.treatment_list));
  const stated = textOf(fieldsOf(listOf(fieldsOf(value[SUMMARY]).status)[0]).value) || textOf(value.status);
  const further = furtherTexts(value, levels);
  const read = (match: unknown): Requirement => clauseTree(match, genes, tumours);
  return {
    nctId: id,
    title: textOf(value.short_title) || textOf(value.long_title) || id,
    phase: phaseOf([textOf(value.phase)]),
    // No open arm: nobody can join, whatever the trial's own status says.
    status: levels.closed ? 'active-not-recruiting' : statusOf(stated),
    conditions: [],
    ...ageGroup(textOf(value.age)),
    interventions: listOf(fieldsOf(value.drug_list).drug)
      .map((drug) => textOf(fieldsOf(drug).drug_name))
      .filter((name) => name !== ''),
    sites: listOf(fieldsOf(value.site_list).site)
      .map(fieldsOf)
      .flatMap(({ site_name: name, site_status: status }) =>
        textOf(name) === '' ? [] : [{ name: textOf(name), ...(textOf(status) === '' ? {} : { status: statusOf(status) }) }],
      ),
    registry: 'CTML',
    date: dayOf(value.last_updated) ?? day,
    url: /^NCT\d{8}$/.test(id) ? `https://clinicaltrials.gov/study/${id}` : '',
    eligibility: further,
    structured: [...parts(read(value.match ?? [])), ...criteria(levels, read)],
  };
}

/** The age group a trial is about, in completed years. */
function ageGroup(text: string): Pick<TrialRecord, 'minAge' | 'maxAge'> {
  if (/^older adults?$/i.test(text)) return { minAge: 65 };
  if (/^adults?$/i.test(text)) return { minAge: 18 };
  return /^(?:child(?:ren)?|pediatrics?|paediatrics?)$/i.test(text) ? { maxAge: 17 } : {};
}

/** One open way in: each of its parts is a criterion. Several: what all ask stands first, then one criterion that asks for any of them. */
function criteria({ open, closed }: Levels, read: (match: unknown) => Requirement): StructuredCriterion[] {
  const ways = open.map(({ name, match }) => ({ name, parts: partsOf(read(match)) }));
  const [first, ...others] = ways;
  if (first === undefined)
    return closed ? [] : [criterion({ kind: 'unread', ask: 'the criteria of the trial, of which none are curated' })];
  if (others.length === 0) return first.parts.map(criterion);
  const key = (one: Requirement): string => JSON.stringify(one);
  const common = first.parts.filter((one) => others.every((way) => way.parts.some((other) => key(other) === key(one))));
  const shared = new Set(common.map(key));
  const rest = ways.map(({ name, parts: all }): Requirement => ({
    kind: 'all',
    of: all.filter((one) => !shared.has(key(one))),
    arm: name,
  }));
  // An arm that asks for nothing beyond what all ask takes everybody who fits that.
  const free = rest.some((way) => way.kind === 'all' && way.of.length === 0);
  return [...common, ...(free ? [] : [{ kind: 'any', of: rest } as const])].map(criterion);
}
function parts(requirement: Requirement): StructuredCriterion[] {
  return partsOf(requirement).map(criterion);
}
function partsOf(requirement: Requirement): readonly Requirement[] {
  return isEmptyRequirement(requirement) ? [] : requirement.kind === 'all' ? requirement.of : [requirement];
}
function criterion(requirement: Requirement): StructuredCriterion {
  return { text: requirementWords(requirement), kind: 'inclusion', requirement };
}
