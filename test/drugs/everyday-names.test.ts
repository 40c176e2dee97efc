/** Everyday drugs under the names that wards and prescribers write: an order of one is not to be told as not recognised, and no name means another drug. */
import { describe, expect, it } from 'vitest';
import { FURTHER_BRANDS } from '../../cds-service/knowledge/import/drugs/further-brands.ts';
import { BRANDS } from '../../cds-service/knowledge/import/drugs/brands.ts';
import { EVERYDAY_BRANDS } from '../../cds-service/knowledge/import/drugs/everyday.ts';
import { COMBINATIONS } from '../../cds-service/knowledge/import/drugs/combinations.ts';
import { SAME_AS } from '../../cds-service/knowledge/import/drugs/names.ts';
import { SHORT_COMBINATIONS, SHORT_NAMES } from '../../cds-service/knowledge/import/drugs/short-names.ts';
import { namesFrom, shippedTable } from './resolution.ts';

const table = shippedTable();
const names = namesFrom(table);

describe('as wards write them', () => {
  it.each<[ingredients: string, texts: string]>([
    ['insulin glargine', 'Lantus 20 units qHS; LANTUS SOLOSTAR 100 UNIT/ML; Toujeo; Basaglar KwikPen'],
    ['insulin aspart', 'Novolog 5 units with meals; NovoRapid FlexPen; Fiasp'],
    ['insulin, regular', 'Humulin R; regular insulin sliding scale'],
    ['insulin isophane + insulin, regular', 'Humulin 70/30; Novolin 70/30 25 units'],
    ['insulin', 'insulin; insuline'],
    ['sodium chloride', 'NaCl 0.9% 1000 ml; NS 1000 mL bolus; 0.9% NS 500 mL IV; 1/2 NS 1 L; normal saline; NS'],
    ['potassium chloride', 'KCl 20 mEq PO; KCl 20 mEq in NS 100 mL; D5 1/2 NS + KCl 20 mEq/L'],
    ['lactated ringers', "LR 1 L bolus; Lactated Ringer; Ringer's lactate 500 ml; Hartmann's 1000 ml; Ringer-Laktat"],
    ['glucose', 'D5W 100 mL/h; D50 25 g IV; dextrose 5%; Glucose 5 %; D5NS'],
    ['oxygen', 'Oxygen 2 L/min via nasal cannula; Sauerstoff 2 l/min; home oxygen'],
    ['sulfamethoxazole + trimethoprim', 'TMP/SMX DS; TMP-SMX 800-160; SMX/TMP; cotrimoxazole 960 mg; Cotrim forte; trimethoprim-sulfa'],
    ['piperacillin + tazobactam', 'pip-tazo 4.5 g IV q8h; Pip/Tazo; piptazo; Zosyn 3.375 g; Tazocin'],
    ['acetaminophen + codeine', 'cocodamol 30/500; co codamol; Co-codamol 8mg/500mg; Zapain; Capital w/ codeine'],
    ['acetaminophen + dihydrocodeine', 'codydramol 10/500'],
    ['carbidopa + levodopa', 'co-careldopa 25/100; cocareldopa; Sinemet'],
    ['hydrocodone + ibuprofen', 'Vicoprofen'],
    ['acetaminophen + hydrocodone', 'Norco 5-325; Vicodin ES; Xodol 10/300'],
    ['acetaminophen + oxycodone', 'Percocet 5/325; Xartemis XR'],
    ['aspirin + butalbital + caffeine + codeine', 'Fiorinal with Codeine #3; Ascomp with codeine'],
    ['methylene blue', 'Methylenblau 1 mg/kg i.v.; azul de metileno; bleu de méthylène'],
    ['levothyroxine', 'L-Thyroxin 75 µg; Euthyrox; Levothyrox'],
    ['nebivolol', 'Bystolic 5 mg'],
    ['perphenazine', 'Trilafon'],
    ['atorvastatin', 'Tahor 40 mg'],
    ['amlodipine + atorvastatin', 'Caduet 10/20'],
    ['clopidogrel', 'Clopilet 75; TAB CLOPITAB 75 MG; Deplatt 75'],
    ['aspirin + atorvastatin', 'Ecosprin AV 75/20'],
    ['phenytoin', 'Eptoin 100 mg'],
    ['warfarin', 'Warf 5 mg OD; Uniwarfin 2'],
    ['valproic acid', 'Ergenyl chrono 500; Epilim Chrono 500 mg; Dépakine 500'],
    ['nortriptyline', 'Nortrilen 25 mg'],
    ['metoprolol', 'Met XL 50'],
    ['nivolumab + relatlimab', 'Opdualag'],
    ['rituximab', 'Ruxience 375 mg/m2; TRUXIMA'],
    ['avutometinib + defactinib', 'Avmapki Fakzynja Co-Pack'],
    ['tacrolimus', 'tacro 2 mg BID'],
    ['abacavir + lamivudine', 'ABC/3TC; ABC-3TC'],
    ['fluorouracil', '5-fluorouracile 500 mg; 5-FU 400 mg/m2'],
    ['capecitabine + oxaliplatin', 'CapeOx cycle 1'],
    ['cyclophosphamide + doxorubicin + prednisone + rituximab + vincristine', 'R-CHOP cycle 3; R-CHOP-21'],
  ])('%s: %s', (ingredients, texts) => {
    for (const text of texts.split('; ')) expect(names(text), text).toBe(ingredients);
  });

  it.each<[ingredients: string, texts: string]>([
    ['vancomycin', 'vancomycin 1 g / NaCl 0.9% 250 mL; Vancomycin 1g in D5W 200ml'],
    ['oxaliplatin', 'oxaliplatin 85 mg/m2, glucose 5% 500 ml'],
  ])('a fluid beside %s is what it is dissolved in: %s', (ingredients, texts) => {
    for (const text of texts.split('; ')) expect(names(text), text).toBe(ingredients);
  });
});

describe('a product that holds more than its name says', () => {
  it.each([
    'Paracetamol comp. STADA',
    'Panadol Ultra',
    'Tramadol comp 100',
    'Mucinex DM',
    'Ramipril plus 5/25',
    'Concor Plus',
    'Deplatt CV 20',
    'Ecosprin Gold 20',
  ])('%s: what is beside the name is told as not read', (text) => expect(table.unread?.(text)).not.toBeNull());

  it.each<[ingredients: string, text: string]>([
    ['codeine + ibuprofen', 'Nurofen Plus'],
    ['acetaminophen + caffeine + codeine', 'Solpadeine Plus'],
    ['hydrochlorothiazide + valsartan', 'Diovan HCT 160/12.5'],
    ['aspirin + clopidogrel', 'clopidogrel plus aspirin'],
    ['amoxicillin + clavulanate', 'Augmentin Duo'],
    ['ibuprofen', 'Nurofen 400 mg'],
    ['metformin', 'metformin 500 mg for DM'],
  ])('%s: %s, and nothing is left', (ingredients, text) => {
    expect([names(text), table.unread?.(text)]).toEqual([ingredients, null]);
  });
});

describe('no name means another drug', () => {
  it('no name stands in two lists for different substances', () => {
    const lists = [BRANDS, FURTHER_BRANDS, EVERYDAY_BRANDS, SHORT_COMBINATIONS, COMBINATIONS, ...[SHORT_NAMES, SAME_AS].map(asLists)];
    const found = new Map<string, string>();
    for (const [name, substances] of lists.flatMap((list) => Object.entries(list))) {
      const meant = substances.toSorted().join(' + ');
      expect(`${name}: ${found.get(name) ?? meant}`).toBe(`${name}: ${meant}`);
      found.set(name, meant);
    }
  });

  it('every brand and short name is read as what its list says', () => {
    const expected = (substances: readonly string[]) => [...new Set(substances.map(names))].toSorted().join(' + ');
    for (const [name, substances] of Object.entries({
      ...FURTHER_BRANDS,
      ...EVERYDAY_BRANDS,
      ...SHORT_COMBINATIONS,
      ...asLists(SHORT_NAMES),
    }))
      expect(`${name}: ${names(name)}`).toBe(`${name}: ${expected(substances)}`);
  });

  it.each(['Cartia', 'Dilacor 180'])('%s, which stands for other substances in other countries, is not guessed', (brand) => {
    expect(names(brand)).toBe('not recognised');
  });

  it.each(["Hartmann's procedure", 'NSAID 400 mg', 'LRTI', 'INH', 'AZT 300 mg', 'levo 500', 'D500', 'ns1 antigen', 'RL index'])(
    '%s is none of them',
    (text) => {
      expect(names(text)).toBe('not recognised');
    },
  );
});

function asLists(list: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(list).map(([name, substance]) => [name, [substance]]));
}
