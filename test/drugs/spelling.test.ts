/** Names as other countries write them: read where only sound-alike letters and endings differ, never where a letter is wrong. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../cds-service/knowledge/package-root.ts';
import type { DrugData } from '../../fhir-profiles/codes/drug/data.ts';
import { spellingKey } from '../../fhir-profiles/codes/drug/spelling.ts';
import { RXNORM } from '../../fhir-profiles/codes/systems.ts';
import { shippedTable } from './resolution.ts';

const table = shippedTable();
const data = JSON.parse(readFileSync(join(packageRoot(), 'fhir-profiles', 'codes', 'data', 'drugs.json'), 'utf8')) as DrugData;
const found = (text: string) => table.byText(text)?.ingredients.map(({ name }) => name) ?? [];

it('no two drugs of the table share a spelling', () => {
  const named = [
    ...data.ingredients.map(([name]) => [name, name] as const),
    ...Object.entries(data.aliases).flatMap(([name, rows]) =>
      rows.length === 1 ? [[name, data.ingredients[rows[0] ?? 0]?.[0]] as const] : [],
    ),
  ].filter(([name]) => /^[a-z]{6,}$/.test(name));
  const byKey = new Map<string, Set<string | undefined>>();
  for (const [name, drug] of named) byKey.set(spellingKey(name), (byKey.get(spellingKey(name)) ?? new Set()).add(drug));
  expect([...byKey].filter(([, drugs]) => drugs.size > 1)).toEqual([]);
  expect(byKey.size).toBeGreaterThan(1000);
});

describe('one drug in several spellings', () => {
  it.each([
    ['simvastatine 40 mg', ['simvastatin']],
    ['fluorouracile 250 mg IV', ['fluorouracil']],
    ['clopidogrelo 75 mg', ['clopidogrel']],
    ['klopidogrel 75 mg', ['clopidogrel']],
    ['kodeina 20 mg', ['codeine']],
    ['kodein 25 mg', ['codeine']],
    ['morfin 10 mg', ['morphine']],
    ['codeini phosphas 30 mg', ['codeine']],
    ['Codeinum phosphoricum 30 mg', ['codeine']],
    ['tramadoli hydrochloridum', ['tramadol']],
    ['fenitoína 100 mg', ['phenytoin']],
    ['azatioprina 50 mg', ['azathioprine']],
    ['karbamazepin 200 mg', ['carbamazepine']],
    ['kapecitabin 500 mg', ['capecitabine']],
    ['amitriptilina 25 mg', ['amitriptyline']],
    ['paroksetin 20 mg', ['paroxetine']],
    ['kinidin 200 mg', ['quinidine']],
    ['tamoxifeno 20 mg', ['tamoxifen']],
    ['takrolimus 1 mg', ['tacrolimus']],
    ['clomiphene 50 mg', ['clomifene']],
  ])('%s', (text, drugs) => expect(found(text)).toEqual(drugs));
});

describe('a letter that is wrong is no spelling', () => {
  it.each(['codiene 30 mg', 'azathiopurine 50', 'metroprolol 50', 'clopidogrell 75 mg', 'tramadl 50 mg', 'warfrin 5 mg', 'fenitioina'])(
    '%s',
    (text) => expect(found(text)).toEqual([]),
  );
  it.each([
    ['hydroxyzine 25 mg', 'hydroxyzine'],
    ['hydralazine 25 mg', 'hydralazine'],
    ['chlorpropamide 250 mg', 'chlorpropamide'],
    ['oxcarbazepina 300 mg', 'oxcarbazepine'],
    ['escitalopram 10 mg', 'escitalopram'],
    ['prednisolon 5 mg', 'prednisolone'],
  ])('%s stays what it is', (text, drug) => expect(found(text)).toEqual([drug]));
});

describe('brands of European countries', () => {
  it.each([
    ['Contramal 50 mg, gélule', ['tramadol']],
    ['TRAMAL RETARD TABLETY 100 MG', ['tramadol']],
    ['Zaldiar 37.5/325', ['acetaminophen', 'tramadol']],
    ['KLIPAL 600 mg/50 mg, comprimé', ['acetaminophen', 'codeine']],
    ['Panadeine Forte', ['acetaminophen', 'codeine']],
    ['DuoPlavin 75/100', ['aspirin', 'clopidogrel']],
    ['Inegy 10/40', ['ezetimibe', 'simvastatin']],
    ['Teysuno', ['tegafur']],
  ])('%s', (text, drugs) => expect([...found(text)].toSorted()).toEqual(drugs));

  it('a brand whose products differ in what they hold is not read', () => expect(found('Solpadeine')).toEqual([]));
});

it.each([
  ['861424', ['propafenone']],
  ['664741', ['atazanavir']],
  ['833528', ['amiodarone']],
  ['852877', ['quinidine']],
  ['643066', ['efavirenz', 'emtricitabine', 'tenofovir']],
])('RxNorm clinical drug %s', (code, drugs) => {
  expect(
    table
      .byCode({ system: RXNORM, code })
      ?.ingredients.map(({ name }) => name.split(' ')[0])
      .toSorted(),
  ).toEqual(drugs);
});
