/** A small export in CPIC's own shapes; drug, alleles and sentences are made up. */
export const CPIC_SAMPLE = {
  allele: [
    { genesymbol: 'CYP2C9', name: '*1', clinicalfunctionalstatus: 'Normal Function', activityvalue: '1.0' },
    { genesymbol: 'CYP2C9', name: '*77', clinicalfunctionalstatus: 'No function', activityvalue: '0.0' },
  ],
  gene_result: [{ id: 7, genesymbol: 'CYP2C9', result: 'Intermediate Metabolizer', activityscore: '1.0' }],
  gene_result_lookup: [
    {
      id: 70,
      phenotypeid: 7,
      lookupkey: '{"CYP2C9":"1.0"}',
      function1: 'Normal function',
      function2: 'No function',
      totalactivityscore: '1.0',
    },
  ],
  recommendation: [
    {
      id: 1,
      guidelineid: 11,
      drugid: 'RxNorm:999001',
      lookupkey: { CYP2C9: '1.0' },
      drugrecommendation: 'Initiate therapy with a 30% reduction of recommended starting dose.',
      classification: 'Moderate',
      population: 'general',
    },
  ],
  drug: [{ drugid: 'RxNorm:999001', name: 'Examplumab', rxnormid: '999001', atcid: ['X01XX01'] }],
  guideline: [{ id: 11, name: 'CYP2C9 and Examplumab', url: 'https://example.org/g', genes: ['CYP2C9'] }],
  pair: [{ genesymbol: 'CYP2C9', drugid: 'RxNorm:999001', guidelineid: 11, cpiclevel: 'A', pgxtesting: 'Actionable PGx' }],
};
