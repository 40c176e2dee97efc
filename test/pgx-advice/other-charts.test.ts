/** Orders over charts in the shapes of public exporters and of third-party guides. */
import { checkSituations } from './situations/check.ts';
import { DEFICIENCIES } from './situations/deficiencies.ts';
import { FOUND_IN_TUMOUR, GENE_NOT_NAMED } from './situations/gene-not-named.ts';
import { OTHER_CHARTS } from './situations/other-charts.ts';
import { BESIDE_ANOTHER_ALLELE, SELF_CONTRADICTIONS } from './situations/self-contradictions.ts';

checkSituations(
  {
    'a genotype and a phenotype of one result': SELF_CONTRADICTIONS,
    'one allele beside another': BESIDE_ANOTHER_ALLELE,
    'enzyme deficiencies on the problem list': DEFICIENCIES,
    'a drug named, its gene not': GENE_NOT_NAMED,
    'found in a tumour': FOUND_IN_TUMOUR,
    'other words, other codes': OTHER_CHARTS,
  },
  80,
);
