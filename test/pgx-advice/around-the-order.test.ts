/** What stands around an order: measurements beside genes, orders of the same session, loading doses, who the alternatives are for. */
import { checkSituations } from './situations/check.ts';
import { LOADING_DOSES } from './situations/loading-doses.ts';
import { MEASURED_BESIDE } from './situations/measured-beside.ts';

checkSituations({ 'a measurement beside a normal genotype': MEASURED_BESIDE, 'first and loading doses': LOADING_DOSES }, 14);
