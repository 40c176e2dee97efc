/**
 * Every code that the CodeX trial-matching services and their app offer for a patient's cancer, stage, performance and biomarkers is understood as a chart
 * would send it, or stands here with the reason why not. The lists are not part of the product: SKIPPED where they are not here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readPatient, type PatientFacts } from '../../fhir-profiles/index.ts';
import { knowledge } from './knowledge.ts';

const folder = join(packageRoot(), '..', 'shared', 'reference', 'trials', 'mcode');
interface Coded {
  readonly code: string;
  readonly display: string;
  readonly system: string;
}
const list = (name: string): readonly Coded[] =>
  existsSync(folder) ? (JSON.parse(readFileSync(join(folder, `code_list_${name}.json`), 'utf8')) as Coded[]) : [];
const facts = (...resources: readonly object[]): PatientFacts =>
  readPatient(
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resourceType: 'Patient', id: 'p', gender: 'female' }, ...resources].map((resource) => ({ resource })),
    },
    { asOf: '2026-11-21', vocabulary: knowledge.vocabulary },
  ).facts;
const subject = { reference: 'Patient/p' };
const condition = ({ system, code, display }: Coded, parts: object = {}) => ({
  resourceType: 'Condition',
  id: 'c',
  subject,
  code: { coding: [{ system, code, display }] },
  ...parts,
});
const BREAST = { system: 'http://snomed.info/sct', code: '254837009', display: 'Malignant neoplasm of breast (disorder)' };
const observation = ({ system, code, display }: Coded, value: object) => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  subject,
  effectiveDateTime: '2026-11-01',
  code: { coding: [{ system, code, display }] },
  ...value,
});

/** Inherited syndromes and an embolism: no tumour of the patient, whatever list they stand in. */
const NO_TUMOUR = /polyposis|nonpolyposis|syndrome|familial colorectal cancer type X|embolism/i;
/** Not a test of this patient's tumour, or of a protein that no knowledge here asks for. */
const NO_MARKER =
  /RMR panel|Glomerular filtration|\bHIV\b|\bHTLV\b|p53 Ab\b|in Serum|Monocytes|marker (?:BAT25|BAT26|D17S250|D2S123|D5S346|MONO27|NR21|NR24)|instability(?: markers assessed)? \[#\]|P53 protein|Retinoblastoma protein|E-cadherin|HER3 Ag|(?:Epidermal growth factor receptor)(?:\.phosphorylated)?(?: Ag)? \[|BRCA[12] Ag|BRAF protein \[/i;
/** Numbers, panels of several named changes, and a "presence" that may be the gene or its loss: what they mean their laboratory says elsewhere. */
const NUMBERS =
  /copy number\/(?:nucleus|Chromosome)|actual\/normal|Cells\.FGFR1|c\.470C>T and 1100delC|BRCA1\+BRCA2 gene (?:targeted|mutations tested)|PTEN gene \[Presence\]/;

describe.skipIf(!existsSync(folder))('the code lists of the CodeX app (SKIPPED where they are not here)', () => {
  it.each(['cancer_types_snomed', 'cancer_subtypes_snomed'])('%s', (name) => {
    const open = list(name).filter((one) => {
      if (NO_TUMOUR.test(one.display)) return false;
      const [tumour] = facts(condition(one)).tumours;
      return tumour === undefined || (tumour.role === 'primary' && tumour.oncotree === null && tumour.doid === null);
    });
    expect(open.map(({ display }) => display)).toEqual([]);
  });
  it('stages, by code alone too', () => {
    for (const { system, code, display } of list('stages'))
      for (const coding of [
        { system, code },
        { system, code, display },
      ]) {
        const [tumour] = facts(condition(BREAST, { stage: [{ summary: { coding: [coding] } }] })).tumours;
        expect([display, tumour?.stages[0]?.group]).toEqual([display, expect.stringMatching(/^(?:0|I{1,3}|IV)[ABC]?$/)]);
      }
  });
  it('ECOG', () => {
    for (const { interpretation, valueInteger } of list('ecog') as unknown as { interpretation: Coded; valueInteger: number }[]) {
      const score = { system: 'http://loinc.org', code: '89247-1', display: 'ECOG Performance Status score' };
      const by = (value: object) => facts(observation(score, value)).performance[0]?.value;
      const { system, code } = interpretation;
      expect(by({ valueCodeableConcept: { coding: [{ system, code }] } })).toBe(valueInteger);
      expect(by({ valueInteger })).toBe(valueInteger);
      expect(by({ valueString: String(valueInteger) })).toBe(valueInteger);
    }
  });
  it('Karnofsky, by the codes of its answers too', () => {
    const asked = { system: 'http://loinc.org', code: 'LL4986-7', display: '' };
    const answers = ['LA29175-9', 'LA29176-7', 'LA29177-5', 'LA29178-3', 'LA29179-1', 'LA29180-9', 'LA29181-7', 'LA29182-5', 'LA29183-3', 'LA29184-1', 'LA9627-6']; // prettier-ignore
    const read = answers.map((code) => facts(observation(asked, { valueCodeableConcept: { coding: [{ code }] } })).performance[0]);
    expect(read.map((one) => [one?.scale, one?.value])).toEqual(answers.map((_, at) => ['Karnofsky', 100 - 10 * at]));
    expect(facts(observation(asked, { valueString: '90' })).performance[0]?.value).toBe(90);
  });
  it('biomarkers: positive and negative are told apart', () => {
    const qualifier = (code: string, display: string) => ({ valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code, display }] } }); // prettier-ignore
    const said = (one: Coded, value: object): string => {
      const { biomarkers, variants } = facts(condition(BREAST), observation(one, value));
      return [...biomarkers.map(({ kind, status }) => `${kind} ${status ?? ''}`), ...variants.map(({ gene, presence }) => `${gene} ${presence}`)].join(); // prettier-ignore
    };
    const open = list('biomarkers_loinc').filter((one) => {
      if (NO_MARKER.test(one.display) || NUMBERS.test(one.display)) return false;
      const [positive, negative] = [said(one, qualifier('10828004', 'Positive')), said(one, qualifier('260385009', 'Negative'))];
      return positive === '' || negative === '' || positive === negative;
    });
    expect(open.map(({ display }) => display)).toEqual([]);
  });
  it('no tumour marker is made of blood, of another disease or of one part of a test', () => {
    const positive = { valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: '10828004', display: 'Positive' }] } };
    const taken = list('biomarkers_loinc')
      .filter(({ display }) => NO_MARKER.test(display))
      .filter((one) => {
        const { biomarkers, variants } = facts(condition(BREAST), observation(one, positive));
        return biomarkers.length + variants.length > 0;
      });
    expect(taken.map(({ display }) => display)).toEqual([]);
  });
});
