/** Another person's genes beside the patient's own: what a result may then not show. CPIC on tacrolimus (PMID 25801146), J Mol Diagn 2016 (PMID 27371869). */
import { dosed, infarction, line, ordered, problem, situation, type Situation } from './situation.ts';

const issued = (day: string) => ({ issued: `${day}T08:00:00Z` });
let counter = 0;
const procedure = (text: string, performedDateTime: string) => ({
  resourceType: 'Procedure',
  id: `transplant${String((counter += 1))}`,
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  code: { text },
  performedDateTime,
});
const icd = (code: string, text: string) =>
  problem(text, { code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }], text } });

const CELLS = procedure('Allogeneic hematopoietic stem cell transplantation', '2025-01-10');

const byCode = (system: string, code: string) => ({ ...procedure('', '2025-01-10'), code: { coding: [{ system, code }] } });
const EXPRESSER = line('CYP3A5', '*1/*1');

export const TRANSPLANTS: readonly Situation[] = [
  ...[
    ['CPT 47135 without words', byCode('http://www.ama-assn.org/go/cpt', '47135')],
    ['ICD-10-PCS 0FY00Z0 without words', byCode('http://www.cms.gov/Medicare/Coding/ICD10', '0FY00Z0')],
    ['OLT', problem('s/p OLT 2019')],
    ['with a kidney', procedure('Combined liver and kidney transplant', '2020-01-10')],
  ].map(([what, chart]) =>
    situation(
      `liver transplant: ${String(what)}`,
      [EXPRESSER, chart as ReturnType<typeof problem>],
      ['tacrolimus'],
      [['info', /donor liver may differ/]],
      {
        never: /150|200 %/,
      },
    ),
  ),
  situation(
    'tacrolimus per kilogram twice a day: the limit of the day holds for each dose',
    [EXPRESSER],
    [ordered('tacrolimus', dosed(0.1, 'mg/kg', 2))],
    [['warning', /raise tacrolimus/]],
    { says: /0\.15 mg\/kg if the ordered 0\.1 mg\/kg/, never: /0\.15–0\.2/ },
  ),
  situation(
    'liver transplant, CYP3A5 of the recipient, tacrolimus: not raised by it, CPIC leaves such recipients out',
    [line('CYP3A5', '*1/*1'), procedure('Liver transplantation', '2026-11-10')],
    ['tacrolimus 3 mg capsule'],
    [['info', /normal metabolizer \(donor liver may differ\): monitor tacrolimus closely/]],
    { says: /not raised by it; go by measured levels/, never: /150|200 %/ },
  ),
  situation(
    'liver transplant by its ICD-10-CM code, CYP2D6 without activity, tramadol',
    [line('CYP2D6', '*4/*4'), icd('Z94.4', 'Transplant status')],
    ['tramadol 50 mg'],
    [['warning', /\(donor liver may differ\): avoid tramadol/]],
  ),
  situation(
    'liver transplant, warfarin: the enzymes and the target of the liver are the donor’s',
    [line('CYP2C9', '*2/*3'), line('VKORC1', '-1639 A/A'), procedure('Liver transplantation', '2026-11-10')],
    ['warfarin 5 mg'],
    [['info', /warfarin/]],
    { says: /donor/ },
  ),
  situation(
    'liver transplant, usual CYP2D6, codeine: as silent as without a result',
    [line('CYP2D6', '*1/*1'), procedure('Liver transplantation', '2026-11-10')],
    ['codeine 30 mg'],
    [],
  ),
  situation(
    'liver transplant, HLA-B*58:01: the immune system stays the patient’s own',
    [line('HLA-B', '*58:01 positive'), procedure('Liver transplantation', '2024-11-10')],
    ['allopurinol 100 mg'],
    [['critical', /do not start allopurinol/]],
    { never: /donor/ },
  ),
  situation(
    'waiting for a liver: nothing was transplanted',
    [line('CYP3A5', '*1/*3'), problem('Awaiting liver transplant')],
    ['tacrolimus 3 mg capsule'],
    [['warning', /intermediate metabolizer: raise tacrolimus/]],
    { never: /donor/ },
  ),
  situation(
    'kidney transplant: the liver is the patient’s own',
    [line('CYP3A5', '*1/*3'), procedure('Kidney transplantation', '2026-11-10')],
    ['tacrolimus 3 mg capsule'],
    [['warning', /intermediate metabolizer: raise tacrolimus/]],
    { never: /donor/ },
  ),
  situation(
    'stem cells of a donor, DPYD normal afterwards, capecitabine: clarified as if it were not tested',
    [line('DPYD', 'Reference/Reference', issued('2026-05-01')), CELLS],
    ['capecitabine 500 mg tablet'],
    [['info', /DPYD result may be the stem-cell donor's: clarify before capecitabine/]],
  ),
  situation(
    'stem cells of a donor, DPYD normal before: silent',
    [line('DPYD', 'Reference/Reference', issued('2024-05-01')), CELLS],
    ['capecitabine 500 mg tablet'],
    [],
  ),
  situation(
    'stem cells of a donor, CYP2C19 *2/*2 afterwards',
    [line('CYP2C19', '*2/*2', issued('2026-05-01')), CELLS, infarction()],
    ['clopidogrel 75 mg tablet'],
    [['warning', /poor metabolizer \(perhaps the donor’s\): avoid clopidogrel/]],
  ),
  situation(
    'stem cells of a donor, CYP2C19 *2/*2 before',
    [line('CYP2C19', '*2/*2', issued('2024-05-01')), CELLS, infarction()],
    ['clopidogrel 75 mg tablet'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
    { never: /donor/ },
  ),
  situation(
    'stem cells of the patient’s own',
    [line('CYP2C19', '*2/*2', issued('2026-05-01')), procedure('Autologous stem cell transplantation', '2025-01-10'), infarction()],
    ['clopidogrel 75 mg tablet'],
    [['warning', /CYP2C19 poor metabolizer: avoid clopidogrel/]],
    { never: /donor/ },
  ),
];
