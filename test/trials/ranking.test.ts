/** The order of trials, held against a plain reading of every trial one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PatientFacts } from '../../fhir-profiles/index.ts';
import type { CompiledTrial, Requirement, TrialRecord } from '../../cds-service/knowledge/trials/types.ts';
import { explainTrial, isOpen } from '../../cds-service/trials/index.ts';
import { findingsNamed } from '../../cds-service/trials/search/findings-named.ts';
import { isNarrower, namesFindingOf } from '../../cds-service/trials/search/interview.ts';
import type { RankedMatch } from '../../cds-service/trials/search/index.ts';
import { readTrialPatient } from '../../cds-service/trials/patient.ts';
import { continues, namesFinding, showsOnly, speaksOfCancer, supportsOnly } from '../../cds-service/trials/search/trial-traits.ts';
import { settingOf, settingsAgainst } from '../../cds-service/trials/search/other-setting.ts';
import { isNeverCertain, namesStrongFindings, speaksOfTreatment } from '../../cds-service/trials/requirement-kind.ts';
import { evaluateRequirement } from '../../cds-service/trials/verdict/evaluate.ts';
import { biomarker, patient, protein, tumour } from '../oncology/facts.ts';
import { loadTrials } from './embedded.ts';
import { knowledge } from './knowledge.ts';
import { search } from './made-trials.ts';
import { PATIENTS } from './patients.ts';

const real = loadTrials().trials;

/** 0: asks for a finding of the patient and that is settled; 1: asks for one; 2: speaks of one; 3: of PD-L1 alone; 4: names none; 5: speaks against one. */
function fitOf(
  facts: PatientFacts,
  { criteria, record }: CompiledTrial,
  { molecular, unwantedFinding, criteria: answers }: RankedMatch,
): number {
  if (unwantedFinding === true) return 5;
  if (!molecular) return 4;
  const patient = readTrialPatient(facts, knowledge.oncology);
  if (patient === null) throw new Error('no patient');
  const strong = criteria.flatMap(({ kind, requirement }, at) =>
    kind === 'inclusion' && namesFindingOf(requirement, patient, 'asked', namesStrongFindings) ? [answers[at]?.verdict] : [],
  );
  if (strong.includes('met')) return 0;
  const firm = criteria.some(
    ({ kind, requirement }) =>
      kind === 'inclusion' && !isNeverCertain(requirement) && namesFindingOf(requirement, patient, 'asked', namesStrongFindings),
  );
  const titled = findingsNamed(patient)?.test([record.title, ...record.conditions, ...record.interventions].join(' ')) === true;
  if (firm || (titled && strong.length > 0)) return 1;
  const spoken = criteria.some(
    ({ kind, requirement }) =>
      kind === 'inclusion' && namesFindingOf(requirement, patient, 'asked', namesStrongFindings) && !speaksOfTreatment(requirement),
  );
  return spoken ? 2 : 3;
}

/** 0: for the patient's tumour type; 1: for it or a narrower one, with something to settle; 2: for every tumour; 3: may be; 4: for other diseases only, as far as was read. */
function tumourOf(facts: PatientFacts, { criteria, record }: CompiledTrial): number {
  const patient = readTrialPatient(facts, knowledge.oncology);
  const named = criteria.find(
    ({ kind, hard, requirement }) => kind === 'inclusion' && hard && !isNeverCertain(requirement) && namesTumour(requirement),
  );
  if (patient === null) return 4;
  const ofType = (asked: Requirement): boolean =>
    asked.kind === 'all' || asked.kind === 'any'
      ? asked.of.some(ofType)
      : asked.kind === 'tumour' && asked.breadth === null && evaluateRequirement(asked, patient).verdict === 'yes';
  if (named !== undefined && evaluateRequirement(named.requirement, patient).verdict === 'yes') return ofType(named.requirement) ? 0 : 2;
  const near = (asked: Requirement): boolean => {
    if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(near);
    const has = asked.kind === 'tumour' ? evaluateRequirement(asked, patient).verdict : 'no';
    return asked.kind === 'tumour' && ((asked.breadth === null && has === 'yes') || (has === 'unknown' && isNarrower(asked, patient)));
  };
  const could = (asked: Requirement): boolean => {
    if (asked.kind === 'any') return asked.of.some(could);
    if (asked.kind === 'all') return asked.of.every((one) => one.kind === 'unread' || could(one));
    return asked.kind !== 'unread' && evaluateRequirement(asked, patient).verdict !== 'no';
  };
  const spoken = criteria.filter(({ kind, requirement }) => kind === 'inclusion' && namesTumour(requirement));
  const mayBe = (asked: Requirement): boolean => {
    if (asked.kind === 'all' || asked.kind === 'any') return asked.of.some(mayBe);
    return asked.kind === 'tumour' && evaluateRequirement(asked, patient).verdict !== 'no';
  };
  const maybe =
    named === undefined ? spoken.length === 0 || spoken.some(({ requirement }) => mayBe(requirement)) : could(named.requirement);
  if (named !== undefined && maybe && near(named.requirement)) return 1;
  return maybe && speaksOfCancer(record) ? 3 : 4;
}
/** A hard criterion for everybody asks for a finding of which the record says nothing. */
function needsFinding(facts: PatientFacts, { criteria }: CompiledTrial, { criteria: answers }: RankedMatch): boolean {
  const patient = readTrialPatient(facts, knowledge.oncology);
  const asks = (asked: Requirement): boolean =>
    asked.kind === 'all' || asked.kind === 'any' ? asked.of.some(asks) : asked.kind !== 'not' && namesStrongFindings(asked);
  return criteria.some(
    ({ kind, hard, some, requirement }, at) =>
      kind === 'inclusion' &&
      hard &&
      some === undefined &&
      answers[at]?.verdict === 'unknown' &&
      asks(requirement) &&
      (!isNeverCertain(requirement) || !speaksOfTreatment(requirement)) &&
      patient !== null &&
      !namesFindingOf(requirement, patient, 'asked', namesStrongFindings),
  );
}
function namesTumour(asked: Requirement): boolean {
  return asked.kind === 'all' || asked.kind === 'any' ? asked.of.some(namesTumour) : asked.kind === 'tumour';
}

/** 0: treats; 1: does not say; 2: watches, supports, screens. */
function aimOf({ studyType, purpose, phase, title, interventions }: TrialRecord): number {
  if (purpose === undefined && (showsOnly(title, interventions) || supportsOnly(title) || continues(title))) return 2;
  if (studyType === 'Observational' || (purpose !== undefined && purpose !== 'treatment')) return 2;
  return purpose === 'treatment' || phase !== '' ? 0 : 1;
}

function isOtherSetting(facts: PatientFacts, record: TrialRecord): boolean {
  const patient = readTrialPatient(facts, knowledge.oncology);
  return patient !== null && (settingOf(record) & settingsAgainst(patient)) !== 0;
}

/** Every trial judged on its own, then sorted: what ranking must give, however it finds it. */
function plainly(facts: PatientFacts, trials: readonly CompiledTrial[]) {
  const phase = (text: string): number => (/^early/i.test(text) ? 0 : Number(/(\d)(?!.*\d)/.exec(text)?.[1] ?? 0));
  const judged = trials.flatMap((trial) => {
    const match = isOpen(trial.record.status) ? explainTrial(facts, knowledge.oncology, trial) : null;
    if (match === null) return [];
    const unknowns = match.criteria.filter(
      ({ verdict, because }, at) =>
        verdict === 'unknown' && trial.criteria[at]?.hard === true && !because.includes('where this patient does not belong'),
    ).length;
    const [fit, type] = [fitOf(facts, trial, match), tumourOf(facts, trial)];
    return [
      {
        match,
        unknowns: Math.min(unknowns, 94),
        fit: fit === 5 ? 7 : type === 4 ? 6 : isOtherSetting(facts, trial.record) ? 5 : fit,
        tumour: type === 4 || (type === 2 && fit <= 2) ? 0 : type,
        aim: aimOf(trial.record),
        needsFinding: needsFinding(facts, trial, match) || ((fit === 3 || fit === 4) && namesFinding(trial.record)),
      },
    ];
  });
  const fit = judged.filter(({ match }) => match.verdict !== 'ineligible');
  const order = fit
    .sort(
      (a, b) =>
        a.fit - b.fit ||
        a.aim - b.aim ||
        a.tumour - b.tumour ||
        Number(a.needsFinding) - Number(b.needsFinding) ||
        Number(b.match.verdict === 'eligible') - Number(a.match.verdict === 'eligible') ||
        a.unknowns - b.unknowns ||
        phase(b.match.phase) - phase(a.match.phase) ||
        (a.match.nctId < b.match.nctId ? -1 : 1),
    )
    .map(({ match }) => match.nctId);
  return { order, ineligible: judged.length - fit.length };
}

describe('whether a trial is one for cancers', () => {
  it.each([
    ['Amivantamab in solid tumors', [], true],
    ['A study of drug X', [], true],
    ['A study of drug X', ['Heart Failure'], false],
    ['Immunoprevention for High-Risk Oral Precancerous Disease', ['High-Risk Oral Precancerous Disease'], false],
    ['Premalignant and pre-cancerous lesions', ['Leukoplakia'], false],
    ['From precancer to cancer', ['Oral Lesion'], true],
    ['A study of drug X', ['Breast Cancer'], true],
  ] as const)('%s %j: %s', (title, conditions, said) => expect(speaksOfCancer({ title, conditions })).toBe(said));
});

describe('whether a trial only shows, or goes on with another', () => {
  it.each([
    ['Indocyanine Green (ICG) Guided Tumor Resection', ['Indocyanine green'], true],
    ['PET imaging in residual or recurrent post ablative tumors', ['89Zr-girentuximab', 'PET/CT'], true],
    ['Fluorescence guided surgery with drug X', ['Surgery'], false],
  ] as const)('%s %j: %s', (title, given, said) => expect(showsOnly(title, given)).toBe(said));
  it.each([
    ['Long-term safety of drug X in participants from study ABC-1 with previously treated leukemia', true],
    ['A rollover study of drug X', true],
    ['Drug X with long-term follow-up in relapsed lymphoma', false],
    ['Drug X in previously treated leukemia', false],
  ] as const)('%s: %s', (title, said) => expect(continues(title)).toBe(said));
});

describe('whether the title says that its patients have a finding', () => {
  it.each([
    ['Adagrasib in patients with advanced NSCLC with KRAS G12C mutation', true],
    ['Drug X in solid tumors harboring mutations in the KRAS gene', true],
    ['Drug X in HER2-positive gastric cancer', true],
    ['Bifunctional EGFR/TGFβ fusion protein X in advanced solid tumors', false],
    ['A KRAS inhibitor in colorectal cancer', false],
    ['Drug X in breast cancer with or without a PIK3CA mutation', false],
    ['Drug X in HER2-negative, PIK3CA wild-type breast cancer', false],
  ] as const)('%s: %s', (title, said) => expect(namesFinding({ title })).toBe(said));
});

describe('whether a trial only supports', () => {
  it.each([
    ['Virtual mindful program to promote sexual health for breast cancer survivors', true],
    ['Reinforced versus non-reinforced staple lines in lobectomy', true],
    ['Primary prevention of cardiotoxicity in patients receiving HER2-directed therapy', true],
    ['Exercise during chemotherapy and progression-free survival in colon cancer', false],
    ['Adjuvant chemotherapy added to ovarian function suppression in breast cancer', false],
    ['A first-in-human study of drug X in solid tumors', false],
  ] as const)('%s: %s', (title, said) => expect(supportsOnly(title)).toBe(said));
});

describe('ranking loses nothing', () => {
  const types = ['LUAD', 'SKCM', 'BREAST', 'COAD', 'PAAD', 'GBM', 'AML', 'PRAD', 'MEL', 'PLMESO', 'STAD', null];
  const findings = [['KRAS', 'p.Gly12Cys'], ['BRAF', 'p.Val600Glu'], ['EGFR', 'p.Leu858Arg'], ['PIK3CA', 'p.His1047Arg'], ['IDH1', 'p.Arg132His']] as const; // prettier-ignore
  const anyone = fc
    .record({
      type: fc.constantFrom(...types),
      second: fc.option(fc.constantFrom(...types), { nil: undefined }),
      found: fc.subarray([...findings]),
      age: fc.option(fc.integer({ min: 1, max: 95 }), { nil: undefined }),
      sex: fc.constantFrom('male', 'female', 'unknown'),
      msi: fc.boolean(),
    })
    .map(({ type, second, found, age, sex, msi }) =>
      patient({
        patient: { id: 'p', sex, ...(age === undefined ? {} : { ageYears: age }) },
        tumours: [tumour(type), ...(second === undefined ? [] : [tumour(second)])],
        variants: found.map(([gene, change]) => protein(gene, change)),
        biomarkers: msi ? [biomarker('MSI', 'high', { status: 'high' })] : [],
      }),
    );
  it('gives the order of a full scan, whoever the patient and whichever the trials', () => {
    fc.assert(
      fc.property(anyone, fc.subarray([...real], { minLength: 20 }), (facts, trials) => {
        const found = search(facts, trials, { limit: trials.length });
        const expected = plainly(facts, trials);
        expect(found?.matches.map(({ nctId }) => nctId)).toEqual(expected.order);
        expect(found?.search.found.ineligible).toBe(expected.ineligible);
        expect(found?.search.total).toBe(expected.order.length);
      }),
      { numRuns: 40 },
    );
  });
  it.each(Object.keys(PATIENTS))('counts every open trial of the product once: %s', (who) => {
    const found = search(PATIENTS[who as keyof typeof PATIENTS], real)?.search;
    const sum = Object.values(found?.found ?? {}).reduce((a, b) => a + b, 0);
    expect(sum).toBe(real.filter(({ record }) => isOpen(record.status)).length);
  });
});
