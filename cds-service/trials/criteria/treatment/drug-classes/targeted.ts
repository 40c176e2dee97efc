/** Drugs against one molecule: kinases, receptors, enzymes; drugs of myeloma. Sources: `treatment/drug-classes/index.ts`. */
import { cancerDrugs } from '../cancer-drugs.ts';
import { against, INHIBITOR, names, type DrugClass } from './drug-class.ts';

/** doi 10.2147/OTT.S78805 (nintedanib, sunitinib, sorafenib, pazopanib, vandetanib); Family Practice Notebook, VEGF inhibitors (the others). */
const VEGFR = names('sunitinib sorafenib pazopanib vandetanib regorafenib cabozantinib lenvatinib nintedanib');

export const TARGETED_CLASSES: readonly DrugClass[] = [
  {
    label: 'PARP inhibitor',
    needs: 'parp|polymerase',
    words: String.raw`(?:poly[- (]*(?:ADP|adenosine)[\w\s()'-]{0,60}?polymerase[ -](?:\(PARP\) )?inhibitors?(?: \(PARPi?\))?|PARP-?[12]?(?:\/2)?(?:[ -]inhibitors?)(?: \(PARPi\))?|PARPi)`,
    drugs: cancerDrugs('L01XK'),
  },
  {
    label: 'EGFR inhibitor',
    needs: 'egfr',
    words: String.raw`(?:(?:(?:first|second|third|1st|2nd|3rd)[- ]generation )?EGFR[- ](?:tyrosine kinase inhibitors?|TKIs?|inhibitors?|targeted|directed)(?: \((?:EGFR[- ])?TKIs?\))?(?: (?:agents?|therap(?:y|ies)))?)`,
    drugs: cancerDrugs('L01EB'),
  },
  {
    label: 'anti-EGFR antibody',
    needs: 'egfr',
    words: String.raw`anti-?EGFR(?: monoclonal)? ?(?:antibod(?:y|ies)|mAbs?)`,
    drugs: cancerDrugs('L01FE'),
  },
  {
    label: 'anti-EGFR therapy',
    needs: 'egfr',
    words: String.raw`anti-?EGFR(?:[- ](?:therap(?:y|ies)|agents?|treatments?|drugs?))?`,
    // Label of amivantamab: EGF receptor- and MET receptor-directed.
    drugs: [...cancerDrugs('L01EB', 'L01FE'), 'amivantamab'],
  },
  { label: 'ALK inhibitor', needs: 'alk', words: against('ALK'), drugs: cancerDrugs('L01ED') },
  {
    label: 'ROS1 inhibitor',
    needs: 'ros',
    words: String.raw`ROS-?1[- ](?:inhibitors?|TKIs?|tyrosine kinase inhibitors?)`,
    // Therapies: ROS1 inhibition; label of taletrectinib.
    drugs: names('crizotinib entrectinib repotrectinib taletrectinib'),
  },
  {
    label: 'RET inhibitor',
    needs: 'ret',
    words: String.raw`(?:selective )?RET[- ](?:inhibitors?|TKIs?)`,
    // Therapies and labels: RET.
    drugs: names('selpercatinib pralsetinib'),
  },
  {
    label: 'MET inhibitor',
    needs: 'met',
    words: String.raw`c?-?MET[- ](?:inhibitors?|TKIs?)`,
    // Therapies: MET inhibition; savolitinib: doi 10.1007/s40265-021-01584-0.
    drugs: cancerDrugs('L01EP'),
  },
  {
    label: 'TRK inhibitor',
    needs: 'trk',
    words: String.raw`N?TRK[- ](?:inhibitors?|TKIs?)`,
    // Therapies: NTRK inhibition; FDA 2024-06-13, NTRK fusions (repotrectinib).
    drugs: names('larotrectinib entrectinib repotrectinib'),
  },
  {
    label: 'KRAS G12C inhibitor',
    needs: 'g12c',
    words: String.raw`(?:any )?KRAS ?\(?(?:p\.)?G12C\)?(?:\s?\(?(?:ON|OFF)\)?)?[- ](?:\w+ )?(?:inhibitors?|targeted|directed|targeting)(?: (?:therap(?:y|ies)|agents?))?`,
    // Labels: for KRAS G12C, of the RAS GTPase family.
    drugs: names('sotorasib adagrasib'),
  },
  {
    label: 'RAS inhibitor',
    needs: 'ras',
    words: String.raw`(?:pan-?)?K?RAS[- ](?:inhibitors?|targeted|directed|targeting)(?: (?:therap(?:y|ies)|agents?))?`,
    // Labels: for KRAS G12C, of the RAS GTPase family.
    drugs: names('sotorasib adagrasib'),
  },
  {
    label: 'CDK4/6 inhibitor',
    needs: 'cdk|cyclin',
    words: String.raw`(?:CDK ?4(?:\/6| and (?:CDK ?)?6| & ?6)i?(?:[- ]inhibitors?)?(?: \(CDK4\/6i\))?|cyclin[- ]dependent kinase(?:s)? 4(?:\/6| and 6)(?: \(CDK ?4\/6i?\))?(?:[- ]inhibitors?)?)`,
    drugs: cancerDrugs('L01EF'),
  },
  {
    label: 'BRAF inhibitor',
    needs: 'raf',
    words: String.raw`(?:anti-)?(?:B-?RAF(?: V600E?)?|RAF)(?:[- ]inhibitors?|i\b)`,
    drugs: cancerDrugs('L01EC'),
  },
  {
    label: 'MEK inhibitor',
    needs: 'mek|map2k',
    words: String.raw`(?:MEK(?:1\/2)?|MAP2K1\/2)(?:[- ]inhibitors?|i\b)`,
    drugs: cancerDrugs('L01EE'),
  },
  {
    label: 'HER2-directed therapy',
    needs: 'her2|her-2',
    words: String.raw`(?:anti-HER-?2(?:\/neu)?${INHIBITOR}*|HER-?2[- ](?:directed|targeted|targeting)(?:[ -](?:therap(?:y|ies)|agents?|treatments?|drugs?))?)`,
    drugs: cancerDrugs('L01FD', 'L01EH'),
  },
  {
    label: 'FGFR inhibitor',
    needs: 'fgfr',
    words: String.raw`(?:pan-|selective |any )?FGFR(?:[1-4](?:[-/][1-4])*)?[- ](?:selective )?(?:inhibitors?|TKIs?|targeted|directed)(?: (?:therap(?:y|ies)|agents?))?`,
    drugs: cancerDrugs('L01EN'),
  },
  {
    label: 'PI3K inhibitor',
    needs: 'pi3k|phosphatidyl',
    words: String.raw`(?:PI3K(?:[α-ω]|-alpha|alpha)?|phosphatidylinositol[- ]3[- ]kinase(?: \(PI3K\))?)[- ]inhibitors?`,
    drugs: cancerDrugs('L01EM'),
  },
  // Label of capivasertib as in CenterWatch 4920: all three isoforms of AKT.
  { label: 'AKT inhibitor', needs: 'akt', words: String.raw`(?:pan-)?AKT[- ]inhibitors?`, drugs: ['capivasertib'] },
  {
    label: 'mTOR inhibitor',
    needs: 'mtor|rapamycin',
    words: String.raw`(?:mTOR|mammalian target of rapamycin(?: \(mTOR\))?)[- ]inhibitors?`,
    drugs: cancerDrugs('L01EG'),
  },
  {
    label: 'BTK inhibitor',
    needs: 'btk|bruton',
    words: String.raw`(?:(?:covalent |non-?covalent )?Bruton'?s? tyrosine kinase \(?(?:BTK)?\)? ?inhibitors?(?: \(BTKi\))?|(?:c|covalent )?BTK[- ]?inhibitors?|c?BTKi)`,
    drugs: cancerDrugs('L01EL'),
  },
  // Therapies: BCL2 inhibition.
  { label: 'BCL-2 inhibitor', needs: 'bcl', words: String.raw`BCL-?2[- ]?(?:inhibitors?|i\b)`, drugs: ['venetoclax'] },
  {
    label: 'IDH inhibitor',
    needs: 'idh',
    words: String.raw`(?:mutant )?IDH(?:[12]|1\/2|1\/IDH2)?[- ]inhibitors?`,
    // Labels: IDH1 (ivosidenib, olutasidenib), IDH2 (enasidenib), both (vorasidenib).
    drugs: cancerDrugs('L01XM'),
  },
  // Therapies: FLT3 inhibition.
  { label: 'FLT3 inhibitor', needs: 'flt3', words: String.raw`FLT3[- ]inhibitors?`, drugs: names('midostaurin quizartinib gilteritinib') },
  // Labels: menin inhibitor.
  { label: 'menin inhibitor', needs: 'menin', words: String.raw`menin[- ]inhibitors?`, drugs: names('revumenib ziftomenib') },
  // Therapies: EZH2 inhibition.
  { label: 'EZH2 inhibitor', needs: 'ezh', words: String.raw`EZH[12](?:\/2)?[- ]inhibitors?`, drugs: ['tazemetostat'] },
  // Therapies: HIF-2a inhibition.
  { label: 'HIF-2α inhibitor', needs: 'hif', words: String.raw`HIF-?2(?:α|a|-alpha|alpha)?[- ]inhibitors?`, drugs: ['belzutifan'] },
  {
    label: 'HDAC inhibitor',
    needs: 'hdac|histone',
    words: String.raw`(?:HDAC|histone deacetylase(?: \(HDAC\))?)[- ]inhibitors?`,
    drugs: cancerDrugs('L01XH'),
  },
  {
    label: 'Hedgehog inhibitor',
    needs: 'hedgehog|smo',
    words: String.raw`(?:hedgehog(?: pathway)?|smoothened|SMO)[- ]inhibitors?`,
    drugs: cancerDrugs('L01XJ'),
  },
  {
    label: 'JAK inhibitor',
    needs: 'jak|janus',
    words: String.raw`(?:JAK[12]?(?:\/2)?|janus kinase(?: \(JAK\))?)[- ]inhibitors?`,
    drugs: cancerDrugs('L01EJ'),
  },
  {
    label: 'BCR-ABL inhibitor',
    needs: 'bcr',
    words: String.raw`BCR-?:?:?ABL1?[- ](?:TKIs?|inhibitors?|tyrosine kinase inhibitors?)`,
    drugs: cancerDrugs('L01EA'),
  },
  {
    label: 'VEGF or VEGFR inhibitor',
    needs: 'vegf|angiogen',
    words: String.raw`(?:anti-?VEGFR?${INHIBITOR}*|VEGFR?(?:\/VEGFR)?(?:[- ](?:pathway|receptor))?[- ](?:inhibitors?|TKIs?|targeted|directed|targeting|tyrosine kinase inhibitors?)(?: (?:therap(?:y|ies)|agents?))?|anti-?angiogen(?:ic|esis) (?:agents?|therap(?:y|ies)|drugs?|treatments?|inhibitors?))`,
    // Aflibercept: doi 10.2147/BTT.S39360.
    drugs: [...cancerDrugs('L01FG', 'L01EK'), ...VEGFR, 'aflibercept'],
  },
  {
    label: 'proteasome inhibitor',
    needs: 'proteasome',
    words: String.raw`(?:proteasome inhibitors?(?: \(PIs?\))?)`,
    drugs: cancerDrugs('L01XG'),
  },
  {
    label: 'immunomodulatory drug',
    needs: 'immuno|imid',
    words: String.raw`(?:immuno-?modulatory (?:drugs?|agents?|imide drugs?|therap(?:y|ies))(?: \(IMiDs?\))?|\bIMiDs?\b)`,
    // Belgian Hematology Society, immunomodulatory drugs: the three.
    drugs: cancerDrugs('L04AX'),
  },
];
