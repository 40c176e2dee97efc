import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWords } from '../../fhir-profiles/codes/drug/words.ts';
import { spellingKey } from '../../fhir-profiles/codes/drug/spelling.ts';
import { ATC, RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import { readDrugData } from '../../fhir-profiles/codes/drug/data.ts';
import { shippedTable } from './resolution.ts';

const table = shippedTable();
const DATA = readDrugData(JSON.parse(readFileSync(join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json'), 'utf8')));
const names = (text: string) =>
  table
    .byText(text)
    ?.ingredients.map((ingredient) => ingredient.name)
    .toSorted() ?? [];

describe('drug texts as charts write them', () => {
  it.each<[string, string[]]>([
    ['MERCAPTOPURINE 50 MG PO TABS', ['mercaptopurine']],
    ['clopidogrel (PLAVIX) 75 mg tablet', ['clopidogrel']],
    ['Plavix', ['clopidogrel']],
    ['CLOPIDOGREL BISULFATE 75 MG ORAL TABLET', ['clopidogrel']],
    ['clopidogrel75mg tab', ['clopidogrel']],
    ['Fluorouracil 5 % cream', ['fluorouracil']],
    ['5-FU', ['fluorouracil']],
    ['5-FU 2,400 mg/m2 in sodium chloride 0.9 % 100 mL infusion', ['fluorouracil']],
    ['FOLFIRI', ['fluorouracil', 'irinotecan', 'leucovorin']],
    ['Acetaminophen-Codeine #3 300-30 mg tablet', ['acetaminophen', 'codeine']],
    ['acetaminophen 300 MG / codeine phosphate 30 MG Oral Tablet', ['acetaminophen', 'codeine']],
    ['Tylenol with Codeine', ['acetaminophen', 'codeine']],
    ['TYLENOL #3 (ACETAMINOPHEN-COD) TABS', ['acetaminophen', 'codeine']],
    ['Tylenol No. 3', ['acetaminophen', 'codeine']],
    ['Tylenol 3 tablets by mouth', ['acetaminophen']],
    ['Tylenol 3', ['acetaminophen', 'codeine']],
    ['Tylenol III PO q6h', ['acetaminophen', 'codeine']],
    ['Tylenol IV 1 g', ['acetaminophen']],
    ['acetaminophen #3', ['acetaminophen', 'codeine']],
    ['Gelonida Schmerztabletten', ['acetaminophen', 'codeine']],
    ['Marevan 3 mg', ['warfarin']],
    ['mFOLFIRINOX cycle 2', ['fluorouracil', 'irinotecan', 'leucovorin', 'oxaliplatin']],
    ['NALIRIFOX', ['fluorouracil', 'irinotecan', 'leucovorin', 'oxaliplatin']],
    ['FLOT', ['docetaxel', 'fluorouracil', 'leucovorin', 'oxaliplatin']],
    ['CMF', ['cyclophosphamide', 'fluorouracil', 'methotrexate']],
    ['CMF (IV) q21', ['cyclophosphamide', 'fluorouracil', 'methotrexate']],
    ['FEC 100', ['cyclophosphamide', 'epirubicin', 'fluorouracil']],
    ['FEC-D', ['cyclophosphamide', 'docetaxel', 'epirubicin', 'fluorouracil']],
    ['ECF', ['cisplatin', 'epirubicin', 'fluorouracil']],
    ['ECX cycle 1 day 1', ['capecitabine', 'cisplatin', 'epirubicin']],
    ['EOF', ['epirubicin', 'fluorouracil', 'oxaliplatin']],
    ['EOX', ['capecitabine', 'epirubicin', 'oxaliplatin']],
    ['TPF induction', ['cisplatin', 'docetaxel', 'fluorouracil']],
    ['DCF', ['cisplatin', 'docetaxel', 'fluorouracil']],
    ['De Gramont', ['fluorouracil', 'leucovorin']],
    ['Modified de Gramont', ['fluorouracil', 'leucovorin']],
    ['Simplified LV5FU2', ['fluorouracil', 'leucovorin']],
    ['BREAST FEC', ['cyclophosphamide', 'epirubicin', 'fluorouracil']],
    ['ONC FEC 100 ADJUVANT', ['cyclophosphamide', 'epirubicin', 'fluorouracil']],
    ['Chemotherapy: CMF', ['cyclophosphamide', 'fluorouracil', 'methotrexate']],
    ['OP GASTRIC ECF', ['cisplatin', 'epirubicin', 'fluorouracil']],
    // In the middle of a text such letters are something else.
    ['OCCULT BLOOD FEC', []],
    ['Discharge to ECF', []],
    ['COLON ECF bag change', []],
    ['Oncology consult, then to ECF', []],
    ['Urea (ECF) test', []],
    ['ACETAMINOPHEN-COD #3 TABLET', ['acetaminophen', 'codeine']],
    ['BUTALB-ASA-CAFF-COD CAPS', ['aspirin', 'butalbital', 'caffeine', 'codeine']],
    ['acetaminophen 300 mg-codeine 30 mg tablet', ['acetaminophen', 'codeine']],
    ['acetaminophen 120 mg-codeine 12 mg/5 mL oral elixir', ['acetaminophen', 'codeine']],
    ['codeine 10 mg/5 mL-guaifenesin 100 mg/5 mL oral liquid', ['codeine', 'guaifenesin']],
    ['ezetimibe 10 mg-simvastatin 40 mg tablet', ['ezetimibe', 'simvastatin']],
    ['perphenazine 4 mg-amitriptyline 25 mg tablet', ['amitriptyline', 'perphenazine']],
    ['naltrexone 8 mg-bupropion 90 mg tablet,extended release', ['bupropion', 'naltrexone']],
    ['olanzapine 6 mg-fluoxetine 25 mg capsule', ['fluoxetine', 'olanzapine']],
    ['dextromethorphan IR 45 mg-bupropion ER 105 mg tablet,IR and ER biphasic', ['bupropion', 'dextromethorphan']],
    ['butalbital 50 mg-acetaminophen 325 mg-caffeine 40 mg-codeine 30 mg capsule', ['acetaminophen', 'butalbital', 'caffeine', 'codeine']],
    ['lidocaine 2.5 %-prilocaine 2.5 % topical cream', ['lidocaine', 'prilocaine']],
    ['hydrocodone 5-acetaminophen 325', ['acetaminophen', 'hydrocodone']],
    ['epirubicin 5-fluorouracil', ['epirubicin', 'fluorouracil']],
    ['metoprolol succinate 50 mg-extended release', ['metoprolol']],
    ['hydralazine-isosorbide dinitrate 37.5-20 mg tablet', ['hydralazine', 'isosorbide dinitrate']],
    ['METOPROLOL-HCTZ 50-25 MG', ['hydrochlorothiazide', 'metoprolol']],
    ['BiDil', ['hydralazine', 'isosorbide dinitrate']],
    ['amlodipine besy-atorvastatin 5-10 mg', ['amlodipine', 'atorvastatin']],
    ['metoprolol succinate-HCTZ', ['hydrochlorothiazide', 'metoprolol']],
    ['abacavir sulfate-lamivudine', ['abacavir', 'lamivudine']],
    ['Contrave ER 8-90', ['bupropion', 'naltrexone']],
    ['TRAMADOL-ratiopharm 50 mg Hartkapseln', ['tramadol']],
    ['Tramadolhydrochlorid 50 mg Kapseln', ['tramadol']],
    ['Metoprololsuccinat 95 mg', ['metoprolol']],
    ['Codeína 30 mg comprimidos', ['codeine']],
    ['Tramadolo 50 mg capsule', ['tramadol']],
    ['Simvastatina 40 mg', ['simvastatin']],
    ['Fluorouracilo 500 mg', ['fluorouracil']],
    ['Carbamazepina 200 mg', ['carbamazepine']],
    ['mercaptopurina 50 mg', ['mercaptopurine']],
    ['Omeprazolo 20 mg', ['omeprazole']],
    ['Roszet 10-5 mg', ['ezetimibe', 'rosuvastatin']],
    ['Trikafta', ['elexacaftor', 'ivacaftor', 'tezacaftor']],
    ['elexacaftor-tezacaftor-ivacaftor', ['elexacaftor', 'ivacaftor', 'tezacaftor']],
    ['insulin glargine-yfgn 100 UNT/ML', ['insulin glargine']],
    ['simvastatin 40 mg Filmtabletten', ['simvastatin']],
    ['Citalopram-HCl 20 mg', ['citalopram']],
    ['Omeprazol 20 mg Kapseln', ['omeprazole']],
    ['Clozapin', ['clozapine']],
    ['Metoprolol succinate ER 50 mg 24hr tablet', ['metoprolol']],
    ['TOPROL XL', ['metoprolol']],
    ['Tamoxifen Citrate (NOLVADEX) 20 MG PO', ['tamoxifen']],
    ['trastuzumab-dkst 150 mg IV', ['trastuzumab']],
    ['ado-trastuzumab emtansine', ['trastuzumab emtansine']],
    ['fam-trastuzumab deruxtecan-nxki 100 mg injection', ['trastuzumab deruxtecan']],
    ['sacituzumab govitecan-hziy', ['sacituzumab govitecan']],
    ['Bactrim DS', ['sulfamethoxazole', 'trimethoprim']],
    ['amlodipine/atorvastatin 5-10 mg', ['amlodipine', 'atorvastatin']],
    ['Paracetamol 500 mg', ['acetaminophen']],
    ['valproate sodium 250 mg/5 mL syrup', ['valproic acid']],
    ['Depakote ER', ['divalproex sodium']],
    ['abacavir + lamivudine', ['abacavir', 'lamivudine']],
    ['24 HR venlafaxine 75 MG Extended Release Oral Capsule [Effexor]', ['venlafaxine']],
    [
      '{7 (lamotrigine 100 MG Oral Tablet [Lamictal]) } Pack [Lamictal Orange (For Patients Not Taking Carbamazepine, Phenytoin)]',
      ['lamotrigine'],
    ],
    ['Lamictal Orange (For Patients Not Taking Carbamazepine, Phenytoin, Phenobarbital)', ['lamotrigine']],
    ['penicillin V potassium 500 mg tab', ['penicillin v']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected.toSorted());
  });
});

describe('names that contain or resemble another are not that other', () => {
  it.each<[string, string[]]>([
    ['escitalopram 10 MG Oral Tablet', ['escitalopram']],
    ['esomeprazole 20 mg', ['esomeprazole']],
    ['dexlansoprazole 30 mg', ['dexlansoprazole']],
    ['dihydrocodeine', ['dihydrocodeine']],
    ['dihydro-codeine 30 mg', []],
    ['nor-codeine', []],
    ['hydrocodone bitartrate', ['hydrocodone']],
    ['oxcarbazepine', ['oxcarbazepine']],
    ['desvenlafaxine', ['desvenlafaxine']],
    ['levothyroxine 50 mcg', ['levothyroxine']],
    ['fosphenytoin', ['fosphenytoin']],
    ['levomilnacipran', ['levomilnacipran']],
    ['methylphenidate', ['methylphenidate']],
    ['clopidogrelish', []],
    ['xclopidogrel', []],
    ['trastuzumab duocarmazine', ['trastuzumab duocarmazine']],
    ['hydroxyzine 25 mg', ['hydroxyzine']],
    ['prednisolone', ['prednisolone']],
    ['chlorpropamide', ['chlorpropamide']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('drugs that a text says are not given', () => {
  it.each<[string, string[]]>([
    ['preservative-free', []],
    ['codeine-free cough syrup', []],
    ['codeine free cough syrup', []],
    ['tramadol 50 mg instead of codeine', ['tramadol']],
    ['oxycodone (allergic to codeine)', ['oxycodone']],
    ['see instructions', []],
    ['TPN per protocol', []],
    ['No current medications', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('what the product tells of its reach', () => {
  it.each<[string, boolean | null]>([
    ['fluorouracil 50 MG/ML Topical Cream', false],
    ['Fluorouracil 5 % cream', false],
    ['fluorouracil 50 MG/ML Injectable Solution', true],
    ['gentamicin 3 MG/ML Ophthalmic Solution', false],
    ['gentamicin 0.3 % eye drops', false],
    ['timolol 5 MG/ML Ophthalmic Solution', false],
    ['ciprofloxacin 3 MG/ML Otic Solution', false],
    ['72 HR fentanyl 0.025 MG/HR Transdermal System', true],
    ['fentanyl 25 mcg/hr patch', true],
    ['lidocaine 5 % patch', false],
    ['sevoflurane 1000 MG/ML Inhalation Solution', true],
    ['fluticasone propionate nasal spray', false],
    ['fentanyl 0.1 MG/ACTUAT Nasal Spray', true],
    ['estradiol 0.1 MG/ML Vaginal Cream', false],
    ['diclofenac sodium 0.01 MG/MG Topical Gel', false],
    ['testosterone 0.01 MG/MG Topical Gel', true],
    ['clopidogrel 75 MG Oral Tablet', true],
    ['clopidogrel', null],
    ['MERCAPTOPURINE 50 MG PO TABS', true],
    ['{1 (fluconazole 150 MG Oral Tablet) / 1 (miconazole 20 MG/ML Vaginal Cream) } Pack', true],
  ])('%s', (text, systemic) => {
    expect(table.byText(text)?.systemic).toBe(systemic);
  });
});

describe('codes', () => {
  it('an ATC substance code leads to the ingredient, a group to a class only', () => {
    expect(table.byCode({ system: ATC, code: 'B01AC04' })?.ingredients).toMatchObject([{ name: 'clopidogrel' }]);
    expect(table.byCode({ system: ATC, code: 'L02BG' })).toMatchObject({ ingredients: [], drugClass: 'ATC L02BG' });
    expect(table.byCode({ system: ATC, code: 'L01EC', display: 'BRAF inhibitors' })?.drugClass).toBe('BRAF inhibitors (ATC L01EC)');
  });
  it.each(['0', '', '999999999', 'constructor', '__proto__', 'toString'])('unknown RxNorm id "%s" is unknown', (code) => {
    expect(table.byCode({ system: RXNORM, code })).toBeNull();
  });
  it('strength comes with the product', () => {
    expect(table.byCode({ system: RXNORM, code: '309362' })).toMatchObject({
      doseForm: 'Oral Tablet',
      strength: [{ ingredient: 'clopidogrel', amount: 75, unit: 'mg' }],
    });
    expect(table.byText('codeine phosphate 15 MG Oral Tablet')?.strength).toMatchObject([
      { ingredient: 'codeine', amount: 15, unit: 'mg' },
    ]);
  });
});

describe('a second drug that is not known', () => {
  it.each([
    ['ezetimibe/simva 10-20 mg', 'simva'],
    ['amlodipine / xyzstatin', 'xyzstatin'],
    ['codeine/guaifen', 'guaifen'],
    ['FOLFOX + bev', 'bev'],
    ['FOLFIRI+bev', 'bev'],
    ['Adiro 100 + clopidogrel 75', 'Adiro'],
    ['clopidogrel 75 mg + Adiro 100 mg', 'Adiro'],
    ['clopidogrel 75 & Adiro 100', 'Adiro'],
  ])('%s: %s is said', (text, part) => expect(table.unread?.(text)).toBe(part));

  it.each([
    'clopidogrel/Plavix',
    'tramadol PO/NG',
    'codeine tab/capsule',
    'lisinopril/hydrochlorothiazide 10-12.5',
    'ondansetron oral/IV',
    'metformin w/food',
    'clopidogrel 75 mg + aspirin 100 mg',
    'capecitabine + RT',
    'capecitabine + radiotherapy',
    'oxaliplatin 85 mg/m2 + D5W 500 mL',
    'vancomycin 1 g + NaCl 0.9 % 250 mL',
    '5-FU + leucovorin',
    'codeine 30 mg + paracetamol 500 mg tablet',
    'cefazolin / dextrose',
    'warfarin per protocol/pharmacy',
    'acetaminophen 300 MG / codeine phosphate 30 MG Oral Tablet',
  ])('%s: nothing to say', (text) => expect(table.unread?.(text)).toBeNull());

  it('none of the names that the table was made from has one', () => {
    expect(Object.values(DATA.concepts).filter((name) => table.unread?.(name) !== null)).toEqual([]);
  });
});

describe('words that end like a drug of another language and are none', () => {
  it.each(['medicina', 'vitamina', 'persona', 'gelatina', 'comida', 'protocolo', 'Cantina 20', 'citalopramo'])('%s', (text) =>
    expect(names(text)).toEqual([]),
  );
});

describe('hostile texts', () => {
  const drugWords = ['codeine', 'citalopram', 'omeprazole', 'clopidogrel', 'trastuzumab'] as const;

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        table.byText(text);
        table.byCode({ system: RXNORM, code: text });
      }),
      { numRuns: 500 },
    );
  });

  it('never find a drug whose name was glued to other letters', () => {
    const letters = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.constantFrom(...drugWords), letters, letters, (drug, before, after) => {
        const glued = `${before}${drug}${after}`;
        expect(names(`${glued} 10 mg tablet`)).not.toContain(drug);
      }),
      { numRuns: 500 },
    );
  });

  it('only find drugs of which some name, in some spelling, is made of whole words of the text', () => {
    expect(JSON.stringify(table.header)).toContain('RxNorm');
    const piece = fc.oneof(
      fc.constantFrom(
        'citalopram',
        'Plavix',
        'codeine',
        'sodium',
        '/',
        '(',
        ')',
        ' / ',
        '50 MG',
        'Oral Tablet',
        '[',
        ']',
        '{',
        '}',
        '-',
        'es',
        'nor',
        'free',
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('', ' '), (pieces, glue) => {
        const text = pieces.join(glue);
        const words = textWords(text);
        const parts = new Set(words.flatMap((word) => [word, ...word.split('-')]));
        for (const name of names(text)) {
          const spoken = writtenNames(name);
          const spelt = new Set([...parts].map(spellingKey));
          const whole = spoken.some((each) => each.split(' ').every((word) => parts.has(word) || spelt.has(spellingKey(word))));
          // Other random letters may spell one of the thousands of other names; those must then be words of the text too.
          if (['citalopram', 'codeine', 'clopidogrel'].includes(name)) expect(whole, text).toBe(true);
        }
      }),
      { numRuns: 800, examples: [[['citalopram', 'E'], '']] },
    );
  });
});

/** Every name under which the table knows an ingredient: its own, those of other languages, brands. */
function writtenNames(ingredient: string): string[] {
  const at = DATA.ingredients.findIndex(([name]) => name === ingredient);
  const others = [...Object.entries(DATA.aliases), ...Object.entries(DATA.brands)];
  return [ingredient, ...others.flatMap(([name, members]) => (members.includes(at) ? [name] : []))];
}

describe('a hyphen behind a strength', () => {
  it.each([
    ['ezetimibe 10 mg-simva 40 mg tablet', 'simva'],
    ['acetaminophen 300 mg-zorbaxin 30 mg tablet', 'zorbaxin'],
    ['metoprolol succinate 50 mg-extended release', null],
    ['omeprazole 20 mg-delayed release', null],
    ['ezetimibe 10 mg-simvastatin 40 mg tablet', null],
  ])('%s: the part not known is %s', (text, unread) => {
    expect(table.unread?.(text)).toBe(unread);
  });

  it.each([
    ['ezetimibe 10 mg-simvastatin 40 mg tablet', ['ezetimibe 10 mg', 'simvastatin 40 mg']],
    ['ezetimibe 10 mg-simva 40 mg tablet', []],
    ['ezetimibe 10 MG / zorbaxin 20 MG Oral Tablet', []],
    // The volume stands behind the last part only.
    ['acetaminophen 120 mg-codeine 12 mg/5 mL oral elixir', []],
  ])('%s: strengths %j', (text, strengths) => {
    expect(table.byText(text)?.strength?.map(({ ingredient, amount, unit }) => `${ingredient} ${String(amount)} ${unit}`) ?? []).toEqual(
      strengths,
    );
  });
});
