/** Germline results in further shapes in which laboratories and interfaces send them, from the chart to the card. */
import { ANSWERED_ONE_BY_ONE } from './situations/answered-one-by-one.ts';
import { checkSituations } from './situations/check.ts';
import { DOCUMENTS_OF_DRUG_GENES } from './situations/documents-of-drug-genes.ts';
import { DRUG_RESPONSES_ON_RECORD } from './situations/drug-responses-on-record.ts';
import { FLAG_BESIDE_THE_VALUE } from './situations/flag-beside-the-value.ts';
import { GENES_AT_ODDS } from './situations/genes-at-odds.ts';
import { ROWS_BY_SUB_ID } from './situations/rows-by-sub-id.ts';
import { VENDOR_PANELS } from './situations/vendor-panels.ts';
import { VALUES_AS_WRITTEN } from './situations/values-as-written.ts';

checkSituations(
  {
    'each change with its own answer': ANSWERED_ONE_BY_ONE,
    'rows of one sub-id': ROWS_BY_SUB_ID,
    'documents of drug genes': DOCUMENTS_OF_DRUG_GENES,
    'drug responses on record': DRUG_RESPONSES_ON_RECORD,
    'values as laboratories write them': VALUES_AS_WRITTEN,
    'a flag beside the value': FLAG_BESIDE_THE_VALUE,
    'several genes, one of them open': GENES_AT_ODDS,
    'panels and indicators of vendors': VENDOR_PANELS,
  },
  250,
);
