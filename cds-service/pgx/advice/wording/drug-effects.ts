/**
 * What more or less activity of a gene means for a drug: the "why" of the advice, in our words. Facts are those of the
 * guideline that each recommendation cites. `low` and `high` speak of the gene's activity, `risk` of a risk allele or variant.
 */
export interface DrugEffect {
  readonly low?: string;
  readonly high?: string;
  readonly risk?: string;
}

const LESS_CLEARED = (drug: string, harm: string): DrugEffect => ({
  low: `${drug} is broken down more slowly; levels rise, and with them the risk of ${harm}`,
  high: `${drug} is broken down faster; levels may be too low to work`,
});
const ACTIVE_METABOLITES = (drug: string, harm: string): DrugEffect => ({
  low: `the active metabolites of ${drug} are broken down more slowly; their levels rise, and with them the risk of ${harm}`,
});
const HIGHER_LEVELS = (drug: string): DrugEffect => ({ low: `${drug} is broken down more slowly; levels rise` });
const statin = (drug: string): DrugEffect => ({
  low: `less ${drug} is taken up by the liver; blood levels rise, and with them the risk of muscle damage`,
});
const tricyclic = (drug: string): Record<string, DrugEffect> => ({
  CYP2D6: LESS_CLEARED(drug, 'anticholinergic effects, drowsiness and heart rhythm disturbance'),
  CYP2C19: {
    low: `${drug} is converted more slowly; the balance of parent drug and metabolite shifts and side effects are more likely`,
    high: `${drug} is converted faster; the balance of parent drug and metabolite shifts, which may mean too little effect or side effects`,
  },
});
const secondaryTricyclic = (drug: string): Record<string, DrugEffect> => ({
  CYP2D6: LESS_CLEARED(drug, 'anticholinergic effects, drowsiness and heart rhythm disturbance'),
});
const nsaid = (drug: string): Record<string, DrugEffect> => ({
  CYP2C9: LESS_CLEARED(drug, 'gastrointestinal bleeding, kidney injury and cardiovascular events'),
});
const ppi = (drug: string): Record<string, DrugEffect> => ({
  CYP2C19: {
    low: `${drug} is broken down more slowly; acid suppression is stronger, and long use may bring more side effects`,
    high: `${drug} is broken down faster; acid suppression may fail`,
  },
});
const haemolysis: Record<string, DrugEffect> = {
  G6PD: { low: 'red cells with little G6PD break down under oxidative stress: acute haemolysis can follow' },
};
const hearing: Record<string, DrugEffect> = {
  'MT-RNR1': { risk: 'this mitochondrial variant makes the inner ear vulnerable: one course can cause permanent hearing loss' },
};
const hyperthermia: Record<string, DrugEffect> = {
  RYR1: { risk: 'malignant hyperthermia can be triggered, which is life-threatening' },
  CACNA1S: { risk: 'malignant hyperthermia can be triggered, which is life-threatening' },
};
const fluoropyrimidine: Record<string, DrugEffect> = {
  DPYD: { low: 'fluorouracil is inactivated too slowly; severe and even fatal toxicity is more likely' },
};
const thiopurine: Record<string, DrugEffect> = {
  TPMT: { low: 'active thioguanine nucleotides build up; severe bone marrow suppression is more likely' },
  NUDT15: { low: 'active thiopurine metabolites stay longer; severe bone marrow suppression is more likely' },
};
const skin = (allele: string): DrugEffect => ({ risk: `carriers of ${allele} have a much higher risk of severe skin reactions (SJS/TEN)` });

export const DRUG_EFFECTS: Readonly<Record<string, Readonly<Record<string, DrugEffect>>>> = {
  abacavir: { 'HLA-B': { risk: 'carriers of HLA-B*57:01 have a high risk of a severe hypersensitivity reaction' } },
  allopurinol: { 'HLA-B': skin('HLA-B*58:01'), ABCG2: { low: 'allopurinol lowers uric acid less' } },
  carbamazepine: {
    'HLA-B': skin('HLA-B*15:02'),
    'HLA-A': { risk: 'carriers of HLA-A*31:01 have a higher risk of severe skin and hypersensitivity reactions (SJS/TEN, DRESS)' },
  },
  oxcarbazepine: { 'HLA-B': skin('HLA-B*15:02') },
  phenytoin: { 'HLA-B': skin('HLA-B*15:02'), CYP2C9: LESS_CLEARED('phenytoin', 'ataxia, nystagmus and other toxicity') },
  fosphenytoin: { 'HLA-B': skin('HLA-B*15:02'), CYP2C9: LESS_CLEARED('phenytoin', 'ataxia, nystagmus and other toxicity') },
  clopidogrel: {
    CYP2C19: {
      low: 'less of the active metabolite is formed; platelets stay active and the risk of stent thrombosis, infarction and stroke is higher',
      high: 'more of the active metabolite is formed; clopidogrel works as expected or better',
    },
  },
  codeine: {
    CYP2D6: {
      low: 'little morphine is formed from codeine; pain relief may fail',
      high: 'morphine is formed from codeine too fast; dangerous breathing depression is possible at usual doses',
    },
  },
  dihydrocodeine: {
    CYP2D6: { high: 'dihydromorphine is formed from dihydrocodeine too fast; dangerous breathing depression is possible at usual doses' },
  },
  tramadol: {
    CYP2D6: {
      low: 'little of the active metabolite is formed; pain relief may fail',
      high: 'the active metabolite is formed too fast; breathing depression is possible at usual doses',
    },
  },
  hydrocodone: { CYP2D6: { low: 'less hydromorphone is formed; whether pain relief suffers is not certain' } },
  capecitabine: fluoropyrimidine,
  fluorouracil: fluoropyrimidine,
  tegafur: fluoropyrimidine,
  flucytosine: { DPYD: { low: 'fluorouracil formed from flucytosine is inactivated too slowly' } },
  azathioprine: thiopurine,
  mercaptopurine: thiopurine,
  thioguanine: thiopurine,
  amitriptyline: tricyclic('amitriptyline'),
  clomipramine: tricyclic('clomipramine'),
  doxepin: tricyclic('doxepin'),
  imipramine: tricyclic('imipramine'),
  trimipramine: tricyclic('trimipramine'),
  nortriptyline: secondaryTricyclic('nortriptyline'),
  desipramine: secondaryTricyclic('desipramine'),
  citalopram: { CYP2C19: LESS_CLEARED('citalopram', 'QT prolongation and other side effects') },
  escitalopram: { CYP2C19: LESS_CLEARED('escitalopram', 'QT prolongation and other side effects') },
  sertraline: {
    CYP2C19: LESS_CLEARED('sertraline', 'side effects'),
    CYP2B6: LESS_CLEARED('sertraline', 'side effects'),
  },
  paroxetine: { CYP2D6: LESS_CLEARED('paroxetine', 'side effects') },
  fluvoxamine: { CYP2D6: LESS_CLEARED('fluvoxamine', 'side effects') },
  venlafaxine: { CYP2D6: { low: 'the ratio of venlafaxine to its active metabolite rises; side effects are more likely' } },
  vortioxetine: { CYP2D6: LESS_CLEARED('vortioxetine', 'side effects') },
  atomoxetine: { CYP2D6: LESS_CLEARED('atomoxetine', 'side effects') },
  metoprolol: { CYP2D6: LESS_CLEARED('metoprolol', 'slow heart rate and low blood pressure') },
  tamoxifen: { CYP2D6: { low: 'less endoxifen is formed; protection against recurrence may be weaker' } },
  ondansetron: { CYP2D6: { high: 'ondansetron is broken down faster; vomiting may not be controlled' } },
  tropisetron: { CYP2D6: { high: 'tropisetron is broken down faster; vomiting may not be controlled' } },
  celecoxib: nsaid('celecoxib'),
  flurbiprofen: nsaid('flurbiprofen'),
  ibuprofen: nsaid('ibuprofen'),
  lornoxicam: nsaid('lornoxicam'),
  meloxicam: nsaid('meloxicam'),
  piroxicam: nsaid('piroxicam'),
  tenoxicam: nsaid('tenoxicam'),
  simvastatin: { SLCO1B1: statin('simvastatin') },
  atorvastatin: { SLCO1B1: statin('atorvastatin') },
  lovastatin: { SLCO1B1: statin('lovastatin') },
  pitavastatin: { SLCO1B1: statin('pitavastatin') },
  pravastatin: { SLCO1B1: statin('pravastatin') },
  rosuvastatin: {
    SLCO1B1: statin('rosuvastatin'),
    ABCG2: { low: 'rosuvastatin is transported out less; blood levels rise, and with them the risk of muscle damage' },
  },
  fluvastatin: { SLCO1B1: statin('fluvastatin'), CYP2C9: LESS_CLEARED('fluvastatin', 'muscle damage') },
  omeprazole: ppi('omeprazole'),
  lansoprazole: ppi('lansoprazole'),
  pantoprazole: ppi('pantoprazole'),
  dexlansoprazole: ppi('dexlansoprazole'),
  voriconazole: { CYP2C19: LESS_CLEARED('voriconazole', 'liver, visual and neurological toxicity') },
  efavirenz: { CYP2B6: LESS_CLEARED('efavirenz', 'neuropsychiatric side effects') },
  atazanavir: { UGT1A1: { low: 'atazanavir blocks what is left of bilirubin conjugation; jaundice often leads to stopping the drug' } },
  irinotecan: { UGT1A1: { low: 'the active metabolite SN-38 is inactivated more slowly; neutropenia and diarrhoea are more likely' } },
  tacrolimus: { CYP3A5: { high: 'CYP3A5 is expressed: tacrolimus is broken down faster and levels stay below target at usual doses' } },
  hydralazine: {
    NAT2: {
      ...LESS_CLEARED('hydralazine', 'low blood pressure and drug-induced lupus'),
      high: 'hydralazine is broken down faster; higher doses are typically needed',
    },
  },
  ivacaftor: { CFTR: { risk: 'no CFTR variant that responds to ivacaftor was found' } },
  siponimod: { CYP2C9: LESS_CLEARED('siponimod', 'slow heart rate and low lymphocytes') },
  warfarin: {
    CYP2C9: { low: 'S-warfarin is broken down more slowly; less warfarin is needed and bleeding is more likely' },
    VKORC1: { low: 'less target enzyme is made; less warfarin is needed' },
  },
  dapsone: haemolysis,
  'methylene blue': haemolysis,
  nitrofurantoin: haemolysis,
  pegloticase: haemolysis,
  primaquine: haemolysis,
  rasburicase: haemolysis,
  tafenoquine: haemolysis,
  'toluidine blue': haemolysis,
  amikacin: hearing,
  dibekacin: hearing,
  gentamicin: hearing,
  kanamycin: hearing,
  neomycin: hearing,
  netilmicin: hearing,
  paromomycin: hearing,
  plazomicin: hearing,
  ribostamycin: hearing,
  streptomycin: hearing,
  tobramycin: hearing,
  desflurane: hyperthermia,
  enflurane: hyperthermia,
  halothane: hyperthermia,
  isoflurane: hyperthermia,
  methoxyflurane: hyperthermia,
  sevoflurane: hyperthermia,
  succinylcholine: hyperthermia,
  aripiprazole: { CYP2D6: LESS_CLEARED('aripiprazole', 'side effects') },
  brexpiprazole: { CYP2D6: LESS_CLEARED('brexpiprazole', 'side effects') },
  haloperidol: { CYP2D6: LESS_CLEARED('haloperidol', 'movement disorders') },
  risperidone: { CYP2D6: LESS_CLEARED('risperidone', 'side effects') },
  pimozide: { CYP2D6: LESS_CLEARED('pimozide', 'QT prolongation') },
  zuclopenthixol: { CYP2D6: LESS_CLEARED('zuclopenthixol', 'side effects') },
  flecainide: { CYP2D6: LESS_CLEARED('flecainide', 'heart rhythm disturbance') },
  propafenone: { CYP2D6: LESS_CLEARED('propafenone', 'heart rhythm disturbance') },
  eliglustat: { CYP2D6: LESS_CLEARED('eliglustat', 'heart rhythm disturbance') },
  // US labels: CYP2D6 breaks down the active metabolites (dihydrotetrabenazines), about three times as much of them in poor metabolizers.
  tetrabenazine: { CYP2D6: ACTIVE_METABOLITES('tetrabenazine', 'side effects') },
  deutetrabenazine: { CYP2D6: ACTIVE_METABOLITES('deutetrabenazine', 'QT prolongation') },
  valbenazine: { CYP2D6: ACTIVE_METABOLITES('valbenazine', 'side effects') },
  thioridazine: { CYP2D6: LESS_CLEARED('thioridazine', 'QT prolongation and torsades de pointes') },
  iloperidone: { CYP2D6: HIGHER_LEVELS('iloperidone') },
  pitolisant: { CYP2D6: HIGHER_LEVELS('pitolisant') },
  // FDA's table of pharmacogenetic associations, 2026-08-13.
  clobazam: { CYP2C19: ACTIVE_METABOLITES('clobazam', 'side effects') },
  brivaracetam: { CYP2C19: LESS_CLEARED('brivaracetam', 'side effects') },
  metoclopramide: { CYP2D6: LESS_CLEARED('metoclopramide', 'movement disorders') },
  belinostat: { UGT1A1: LESS_CLEARED('belinostat', 'side effects') },
  clozapine: { CYP2D6: HIGHER_LEVELS('clozapine') },
  nateglinide: { CYP2C9: LESS_CLEARED('nateglinide', 'low blood sugar') },
  oliceridine: { CYP2D6: LESS_CLEARED('oliceridine', 'breathing depression and sedation') },
  'aripiprazole lauroxil': { CYP2D6: HIGHER_LEVELS('aripiprazole') },
  deuruxolitinib: { CYP2C9: HIGHER_LEVELS('deuruxolitinib') },
  dronabinol: { CYP2C9: LESS_CLEARED('dronabinol', 'side effects') },
  erdafitinib: { CYP2C9: LESS_CLEARED('erdafitinib', 'side effects') },
  flibanserin: { CYP2C19: LESS_CLEARED('flibanserin', 'side effects') },
  gefitinib: { CYP2D6: LESS_CLEARED('gefitinib', 'side effects') },
  lofexidine: { CYP2D6: LESS_CLEARED('lofexidine', 'low blood pressure and slow pulse') },
  'sacituzumab govitecan': { UGT1A1: LESS_CLEARED('sacituzumab govitecan', 'neutropenia') },
  cevimeline: { CYP2D6: { low: 'side effects of cevimeline are more likely' } },
  carvedilol: { CYP2D6: LESS_CLEARED('carvedilol', 'dizziness') },
  perphenazine: { CYP2D6: LESS_CLEARED('perphenazine', 'side effects') },
  tolterodine: { CYP2D6: LESS_CLEARED('tolterodine', 'QT prolongation') },
  nilotinib: { UGT1A1: { low: 'high bilirubin is more likely with nilotinib' } },
  pazopanib: { UGT1A1: { low: 'high bilirubin is more likely with pazopanib' } },
  abrocitinib: { CYP2C19: LESS_CLEARED('abrocitinib', 'side effects') },
  amifampridine: { NAT2: LESS_CLEARED('amifampridine', 'side effects') },
  // DPWG, antipsychotics 2023 (quetiapine); systematic review of the HLA pairs in CPIC and DPWG guidelines, doi 10.3389/fphar.2020.567048.
  quetiapine: { CYP3A4: HIGHER_LEVELS('quetiapine') },
  flucloxacillin: { 'HLA-B': { risk: 'carriers of HLA-B*57:01 have a higher risk of liver injury by flucloxacillin' } },
  lamotrigine: { 'HLA-B': { risk: 'carriers of HLA-B*15:02 have a higher risk of severe skin reactions (SJS/TEN)' } },
  acenocoumarol: { VKORC1: { low: 'less target enzyme is made; less acenocoumarol is needed' } },
  phenprocoumon: { VKORC1: { low: 'less target enzyme is made; less phenprocoumon is needed' } },
};
