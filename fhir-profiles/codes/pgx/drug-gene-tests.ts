/** Names of tests, panels and reports about the genes of drugs, none of which names a gene. */

/**
 * Products: GeneSight (manufacturer's questions for clinicians, genesight.com; Am Fam Physician 2021;104:89), YouScript, Genecept, IDgenetix, RightMed,
 * and the laboratories that report nothing else.
 */
const PRODUCT = /\b(?:GeneSight|YouScript|Genecept|IDgenetix|RightMed|OneOme|Genomind)\b/i;
const SUBJECT = /\b(?:pharma[ck]o?gen\w*|farmacogen\w*|PGx|drug (?:metaboli[sz]\w*|response) (?:gen\w+|panel|profile))\b/i;

/** "Pharmacogenomics panel", "PGx report", "GeneSight Psychotropic". */
export const namesDrugGeneTest = (words: string): boolean => SUBJECT.test(words) || PRODUCT.test(words);
