/**
 * Drug classes as trials name them, with their ingredients: by ATC group (`cancer-drugs.ts`; titles of the groups: WHO ATC/DDD index, L01E, L01F, L01X), or,
 * where ATC's "other" groups mix targets, by name after the source that stands beside them (looked up 2026-11-21). "Labels": the US labels as in the
 * approved indications of May 2026; "therapies": the strategy in the list of therapies that goes with them, which was made from the labels. A member
 * missing here is only ever a missing "treated before", never a wrong one.
 */
import { cancerDrugs } from './cancer-drugs.ts';

interface DrugClass {
  readonly label: string;
  /** Stretches of lower-case text of which one must be there. */
  readonly needs: string;
  /** How criteria write the class, before "inhibitor", "therapy" and the like. */
  readonly words: string;
  readonly drugs: readonly string[];
}

const names = (text: string): string[] => text.split(' ').map((name) => name.replace(/_/g, ' '));
const CELLS = cancerDrugs('L01XL').filter((name) => name.endsWith('leucel'));
/** ATC L01FF: "PD-1/PD-L1 inhibitors". */
const CHECKPOINT = cancerDrugs('L01FF');
/** Therapies: CTLA-4 inhibition. */
const CTLA4 = ['ipilimumab', 'tremelimumab'];
/** Labels: Trop-2-directed (datopotamab); PMC10372550, table 1 (sacituzumab). */
const TROP2 = names('sacituzumab_govitecan datopotamab_deruxtecan');
/** PMC10768060, table 1, and PMC10372550, table 1; labels (datopotamab, telisotuzumab). */
const CONJUGATES = cancerDrugs('L01F').filter((name) =>
  / (?:vedotin|deruxtecan|emtansine|govitecan|mafodotin|ozogamicin|tesirine|soravtansine)$/.test(name),
);
/** Prostate Cancer Foundation, androgen receptor pathway inhibitors, reviewed 12/2023. */
const NHT = names('enzalutamide abiraterone apalutamide darolutamide');
/** doi 10.2147/OTT.S78805 (nintedanib, sunitinib, sorafenib, pazopanib, vandetanib); Family Practice Notebook, VEGF inhibitors (the others). */
const VEGFR = names('sunitinib sorafenib pazopanib vandetanib regorafenib cabozantinib lenvatinib nintedanib');
/** Capivasertib inhibits AKT, which is no tyrosine kinase. */
const KINASE = cancerDrugs('L01EA', 'L01EB', 'L01ED', 'L01EH', 'L01EK', 'L01EL', 'L01EN', 'L01EP', 'L01EX').filter(
  (name) => name !== 'capivasertib',
);
/**
 * Cytotoxic drugs: alkylating agents, antimetabolites, plant alkaloids, antibiotics, platinum (ATC L01A to L01D, L01XA, L01XB), and of L01XX eribulin
 * (therapies: chemotherapy), lurbinectedin (US label: alkylating drug), amsacrine (pharmacology2000.com: intercalates, topoisomerase II).
 */
export const CYTOTOXIC: readonly string[] = [
  ...cancerDrugs('L01A', 'L01B', 'L01C', 'L01D', 'L01XA', 'L01XB').filter((name) => name !== 'azacitidine' && name !== 'decitabine'),
  ...names('eribulin lurbinectedin amsacrine'),
];

const NOUN = String.raw`(?:inhibitors?|antagonists?|blockers?|blockade|agents?|drugs?|(?:monoclonal )?antibod(?:y|ies)|mAbs?|TKIs?|tyrosine kinase inhibitors?|therap(?:y|ies)|treatments?|checkpoint inhibitors?|medications?|products?)`;
const INHIBITOR = String.raw`(?:[ -](?:\w+[ -])?(?:${NOUN}|directed|targeted|targeting|based|containing))`;
/** "KRAS G12C inhibitor", "KRAS G12C-targeted therapy", "inhibitor of KRAS G12C". */
const against = (target: string): string =>
  String.raw`(?:anti[- ]?${target}(?:[- ](?:directed|targeted|targeting))?(?:[- ]${NOUN})*|${target}(?:i\b|(?:[- ](?:directed|targeted|targeting|specific|selective))?(?:[- ](?:tyrosine |small[- ]molecule |kinase |receptor )*${NOUN})+|[- ](?:directed|targeted|targeting)\b)|inhibitors? of ${target})`;
const PD = String.raw`(?:PD-?\(?L?\)?-?[12]|PD-?1\/PD-?L1|PD-?1\/L1|programmed (?:cell )?death(?: protein)?[- ]?(?:1|ligand[- ]?[12])?(?: \(PD-?L?-?[12]\))?|PD-?L1)`;
const ARMS = String.raw`(?: (?:chemotherapy|regimens?|therap(?:y|ies)|agents?|drugs?|doublets?|combinations?|treatments?|analogs?|analogues?|compounds?))`;

export const DRUG_CLASSES: readonly DrugClass[] = [
  {
    label: 'PARP inhibitor',
    needs: 'parp|polymerase',
    words: String.raw`(?:poly[- (]*(?:ADP|adenosine)[\w\s()'-]{0,60}?polymerase[ -](?:\(PARP\) )?inhibitors?(?: \(PARPi?\))?|PARP-?[12]?(?:\/2)?(?:[ -]inhibitors?)(?: \(PARPi\))?|PARPi)`,
    drugs: cancerDrugs('L01XK'),
  },
  {
    label: 'PD-1 or PD-L1 inhibitor',
    needs: 'checkpoint|pd-|pd1|pdl|death|ici|cpi|pd (|pd(',
    words: String.raw`(?:immune[- ]checkpoint[- ](?:inhibitors?|blockade)(?: \(ICIs?\))?|(?:immune )?checkpoint[- ](?:inhibitors?|blockade)|\bICIs?\b|\bCPIs?\b|anti[- ]?\(?${PD}\)?(?:(?:\/|, | or |, or |, and | and |, and\/or | and\/or )(?:anti[- ]?)?\(?${PD}\)?)*${INHIBITOR}*|${PD}(?:(?:\/| or |, | and\/or )(?:anti[- ]?)?${PD})*${INHIBITOR}+)`,
    drugs: CHECKPOINT,
  },
  {
    label: 'CTLA-4 inhibitor',
    needs: 'ctla|lymphocyte',
    words: String.raw`(?:anti-?(?:CTLA-?4|cytotoxic T[- ]lymphocyte[- ]associated (?:protein|antigen)[- ]?4(?: \(CTLA-?4\))?)${INHIBITOR}*|CTLA-?4${INHIBITOR})`,
    drugs: CTLA4,
  },
  {
    label: 'LAG-3 inhibitor',
    needs: 'lag-3|lag3',
    words: String.raw`(?:anti-?LAG-?3${INHIBITOR}*|LAG-?3${INHIBITOR})`,
    // Therapies: LAG-3 inhibition.
    drugs: ['relatlimab'],
  },
  {
    label: 'immunotherapy',
    needs: 'immun',
    words: String.raw`(?:(?:cancer |systemic |anti-?cancer |prior )*immuno-?therap(?:y|ies)|immune therap(?:y|ies)|immuno-oncology (?:agents?|drugs?|therap(?:y|ies)))`,
    // Therapies: of the type immunotherapy.
    drugs: [...CHECKPOINT, ...CTLA4, 'relatlimab'],
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
  // Therapies: PI3K/AKT/mTOR inhibition (capivasertib).
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
    needs: 'vegf|angiogenic',
    words: String.raw`(?:anti-?VEGFR?${INHIBITOR}*|VEGFR?(?:\/VEGFR)?(?:[- ](?:pathway|receptor))?[- ](?:inhibitors?|TKIs?|targeted|directed|targeting|tyrosine kinase inhibitors?)(?: (?:therap(?:y|ies)|agents?))?|anti-?angiogenic (?:agents?|therap(?:y|ies)|drugs?|treatments?))`,
    // Aflibercept: doi 10.2147/BTT.S39360.
    drugs: [...cancerDrugs('L01FG', 'L01EK'), ...VEGFR, 'aflibercept'],
  },
  {
    label: 'platinum',
    needs: 'platinum',
    words: String.raw`(?:platinum(?:[- ](?:based|containing|doublet))?(?: doublet)?${ARMS}*)`,
    drugs: cancerDrugs('L01XA'),
  },
  { label: 'taxane', needs: 'taxane', words: String.raw`taxanes?(?:[- ](?:based|containing))?${ARMS}?`, drugs: cancerDrugs('L01CD') },
  {
    label: 'anthracycline',
    needs: 'anthracycline',
    words: String.raw`anthracyclines?(?:[- ](?:based|containing))?${ARMS}?`,
    // ATC L01DB "anthracyclines and related substances" without the anthracenediones (doi 10.1007/978-90-481-9704-0_5; pixantrone: Chem Res Toxicol 2016).
    drugs: cancerDrugs('L01DB').filter((name) => name !== 'mitoxantrone' && name !== 'pixantrone'),
  },
  {
    label: 'fluoropyrimidine',
    needs: 'fluoropyrimidine|fu',
    words: String.raw`(?:fluoropyrimidines?|5-?FU)(?:[- ](?:based|containing))?${ARMS}?`,
    // Infinite Lexicon, "fluoropyrimidine": the four.
    drugs: names('fluorouracil capecitabine tegafur floxuridine'),
  },
  {
    label: 'topoisomerase I inhibitor',
    needs: 'topoisomerase',
    words: String.raw`topoisomerase[- ](?:I|1)[- ](?:inhibitors?|agents?)(?! (?:antibody|ADC))`,
    drugs: cancerDrugs('L01CE'),
  },
  { label: 'vinca alkaloid', needs: 'vinca', words: 'vinca alkaloids?', drugs: cancerDrugs('L01CA') },
  { label: 'alkylating agent', needs: 'alkyla', words: 'alkylating agents?|alkylators?', drugs: cancerDrugs('L01A') },
  { label: 'nitrosourea', needs: 'nitrosourea', words: 'nitrosoureas?', drugs: cancerDrugs('L01AD') },
  {
    label: 'hypomethylating agent',
    needs: 'hypomethyl|hma',
    words: String.raw`(?:hypomethylating (?:agents?|therapy)(?: \(HMAs?\))?|HMAs?\b)`,
    // doi 10.1186/s12964-017-0168-z, table 1.
    drugs: names('azacitidine decitabine'),
  },
  { label: 'aromatase inhibitor', needs: 'aromatase', words: 'aromatase inhibitors?(?: \\(AIs?\\))?', drugs: cancerDrugs('L02BG') },
  {
    label: 'selective oestrogen receptor degrader',
    needs: 'estrogen receptor|serd|degrader',
    words: String.raw`(?:(?:oral )?(?:selective )?(?:estrogen receptor|ER) degraders?(?: \(SERDs?\))?|(?:oral )?SERDs?\b)`,
    // PMC9447452 (fulvestrant); "Pharmacological insights on novel oral SERDs" (elacestrant, imlunestrant); labels: oestrogen receptor antagonists.
    drugs: names('fulvestrant elacestrant imlunestrant'),
  },
  {
    label: 'endocrine therapy',
    needs: 'endocrine|hormon',
    words: String.raw`(?:(?:prior )?(?:systemic )?(?:endocrine|hormonal?|hormone|anti-?hormonal)(?: anti-?cancer)?[- ](?:based )?(?:therap(?:y|ies)|treatments?|agents?|manipulations?)|hormonotherapy)`,
    drugs: cancerDrugs('L02'),
  },
  {
    label: 'androgen receptor pathway inhibitor',
    needs: 'androgen|hormon|arpi|arsi|arat|nha|nht|ar ',
    words: String.raw`(?:(?:novel|new|next|second)[- ](?:generation )?(?:hormonal|anti-?androgen)\w*(?: (?:agents?|therap(?:y|ies)))?(?: \((?:NHAs?|NHTs?)\))?|(?:androgen[- ]receptor|AR)(?: \(AR\))?[- ](?:pathway|signal?ing|axis|directed|targeted)(?:[- ](?:pathway|targeted))?[- ](?:inhibitors?|agents?|therap(?:y|ies))(?: \((?:ARPIs?|ARSIs?)\))?|\bARPIs?\b|\bARSIs?\b|\bARATs?\b|\bNHAs?\b|\bNHTs?\b)`,
    drugs: NHT,
  },
  {
    label: 'androgen deprivation therapy',
    needs: 'androgen|adt|lhrh|gnrh|lh-rh',
    words: String.raw`(?:androgen[- ]deprivation(?: therapy)?(?: \(ADT\))?|\bADT\b|(?:LHRH|GnRH|LH-RH)(?:\/LHRH|\/GnRH)?[- ](?:agonists?|antagonists?|analogs?|analogues?)(?:(?:\/| or )(?:ant)?agonists?)?)`,
    // ATC L02AE: gonadotropin releasing hormone analogues; the antagonists: doi 10.2147/DDDT.S291369.
    drugs: [...cancerDrugs('L02AE'), 'degarelix', 'relugolix'],
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
  { label: 'anti-CD38 antibody', needs: 'cd38', words: against('CD38'), drugs: cancerDrugs('L01FC') },
  {
    label: 'anti-CD20 antibody',
    needs: 'cd20',
    words: against('CD20'),
    // ATC L01FA; the bispecific ones: Clin Adv Hematol Oncol, December 2024.
    drugs: [...cancerDrugs('L01FA'), ...names('mosunetuzumab epcoritamab glofitamab')],
  },
  {
    label: 'CD19-directed therapy',
    needs: 'cd19',
    words: against('CD19'),
    // Labels (blinatumomab); FDA 2020-07-31 (tafasitamab); PMC10768060 (loncastuximab); J Clin Pharm Ther 2024, 2239888, table 2 (cells); NCI Drug Dictionary (obecabtagene).
    drugs: [
      ...names(
        'blinatumomab tafasitamab loncastuximab_tesirine tisagenlecleucel axicabtagene_ciloleucel brexucabtagene_autoleucel lisocabtagene_maraleucel obecabtagene_autoleucel',
      ),
    ],
  },
  {
    label: 'BCMA-directed therapy',
    needs: 'bcma|maturation',
    words: against('(?:BCMA|B[- ]cell maturation antigen(?: \\(BCMA\\))?)'),
    // Blood 2024;143:1211 (teclistamab, elranatamab); PMC10768060 (belantamab); J Clin Pharm Ther 2024, 2239888, table 2 (cells).
    drugs: names('teclistamab elranatamab belantamab_mafodotin idecabtagene_vicleucel ciltacabtagene_autoleucel'),
  },
  // Labels: CD30-directed.
  { label: 'CD30-directed therapy', needs: 'cd30', words: against('CD30'), drugs: ['brentuximab vedotin'] },
  { label: 'TROP2-directed therapy', needs: 'trop', words: against('TROP-?2'), drugs: TROP2 },
  // PMC10372550, table 1.
  { label: 'Nectin-4-directed therapy', needs: 'nectin', words: against('Nectin-?4'), drugs: ['enfortumab vedotin'] },
  {
    label: 'claudin 18.2-directed therapy',
    needs: 'claudin|cldn',
    words: against(String.raw`(?:claudin|CLDN)[- ]?18\.?2`),
    // Labels: claudin 18.2-directed.
    drugs: ['zolbetuximab'],
  },
  // US label 11/2025: DLL3-directed.
  { label: 'DLL3-directed therapy', needs: 'dll', words: against('DLL-?3'), drugs: ['tarlatamab'] },
  {
    label: 'folate receptor-directed therapy',
    needs: 'frα|fra|fralpha|folate|folr|fr',
    words: against(String.raw`(?:FR(?:α|a|alpha)|folate receptor(?:[- ]alpha| α)?(?: \(FR(?:α|a|alpha)\))?|FOLR1)`),
    // Labels: FRα-directed.
    drugs: ['mirvetuximab soravtansine'],
  },
  {
    label: 'topoisomerase I antibody-drug conjugate',
    needs: 'topo|dxd|deruxtecan',
    words: String.raw`(?:topoisomerase[- ](?:I|1)|topo[- ]?(?:I|1)|DXd|deruxtecan)[- ](?:inhibitor[- ])?(?:based |payload |containing )*(?:antibody[- ]drug conjugates?|ADCs?)`,
    // PMC10768060, table 1 (DXd, SN38: TOP1); label (datopotamab).
    drugs: CONJUGATES.filter((name) => /deruxtecan|govitecan/.test(name)),
  },
  {
    label: 'antibody-drug conjugate',
    needs: 'conjugate|adc',
    words: String.raw`(?:antibody[- ]drug[- ]conjugates?(?: \(ADCs?\))?|\bADCs?\b)`,
    drugs: CONJUGATES,
  },
  {
    label: 'CAR T-cell therapy',
    needs: 'car|chimeric',
    words: String.raw`(?:(?:autologous |allogeneic |anti-?CD19 |CD19[- ](?:directed |targeted )?|any |prior )*(?:chimeric antigen receptor(?: \(CAR\))?[- ]?(?:modified )?T?(?:[- ]cells?)?(?: \(CAR-?T\))?|CAR[- ]?T)(?:[- ]?cells?)?(?: (?:therap(?:y|ies)|treatments?|products?|infusion))?(?: \(CAR-?T\))?)`,
    // J Clin Pharm Ther 2024, 2239888, table 2; NCI Drug Dictionary (obecabtagene).
    drugs: CELLS,
  },
  {
    label: 'bispecific T-cell engager',
    needs: 'specific|engag|bite',
    words: String.raw`(?:(?:CD3[- ])?bi-?specific(?: T[- ]cell[- ](?:engag\w+|redirecting))?(?: antibod(?:y|ies)| agents?| molecules?)?(?: \((?:BsAbs?|BiTEs?)\))?|T[- ]cell[- ](?:engagers?|engaging (?:antibod(?:y|ies)|therap(?:y|ies)))|BiTEs?\b)`,
    // Labels (blinatumomab, tarlatamab); Blood 2024;143:1211 (teclistamab, talquetamab, elranatamab); Clin Adv Hematol Oncol, December 2024 (the others).
    drugs: names('blinatumomab mosunetuzumab glofitamab epcoritamab teclistamab talquetamab elranatamab tarlatamab'),
  },
  {
    label: 'tyrosine kinase inhibitor',
    needs: 'kinase|tki',
    words: String.raw`(?:(?:oral |small[- ]molecule )*(?:tyrosine )?kinase inhibitors?(?: \(TKIs?\))?|\bTKIs?\b)`,
    drugs: KINASE,
  },
  {
    label: 'targeted therapy',
    needs: 'target|small',
    words: String.raw`(?:(?:molecular(?:ly)?[- ]|small[- ]molecule |systemic |anti-?cancer )*targeted (?:anti-?cancer |small[- ]molecule )*(?:therap(?:y|ies)|agents?|drugs?|treatments?|inhibitors?)|small[- ]molecule(?:s|[- ](?:inhibitors?|targeted therap(?:y|ies)|agents?|drugs?|kinase inhibitors?))?)`,
    drugs: [...cancerDrugs('L01E', 'L01XK', 'L01XG', 'L01XJ'), 'venetoclax'],
  },
  {
    label: 'monoclonal antibody',
    needs: 'monoclonal|biolog|biotherap',
    words: String.raw`(?:(?:anti-?(?:cancer|tumou?r|neoplastic) |therapeutic |systemic )*(?:monoclonal antibod(?:y|ies)(?: \(mAbs?\))?|biologics?(?:al)?(?: (?:agents?|therap(?:y|ies)|products?|treatments?))?|biological (?:agents?|therap(?:y|ies))|biotherap(?:y|ies)))`,
    drugs: cancerDrugs('L01F'),
  },
];

const SINGLE = [...new Set([...DRUG_CLASSES.flatMap(({ drugs }) => drugs), ...cancerDrugs(), 'lutetium'])];
/** Other ways to write one drug. */
const OTHER_NAMES: readonly (readonly [needs: string, words: string, drug: string])[] = [
  ['dxd|fam-', String.raw`T-?DXd|fam-trastuzumab deruxtecan(?:-\w+)?`, 'trastuzumab deruxtecan'],
  ['dm1|ado-', 'T-?DM1|ado-trastuzumab emtansine', 'trastuzumab emtansine'],
  ['dato', 'Dato-?DXd', 'datopotamab deruxtecan'],
  ['leuprorelin', 'leuprorelin', 'leuprolide'],
  ['axi', 'axi-?cel|axicabtagene', 'axicabtagene ciloleucel'],
  ['cilta', 'cilta-?cel', 'ciltacabtagene autoleucel'],
  ['ide', 'ide-?cel', 'idecabtagene vicleucel'],
  ['liso', 'liso-?cel', 'lisocabtagene maraleucel'],
  ['5-fluorouracil', '5-fluorouracil', 'fluorouracil'],
  ['nab', 'nab-?paclitaxel', 'paclitaxel'],
];

/** How a drug or class is found: by a pattern where one of its words stands in the text. */
export interface WrittenDrugs {
  readonly label: string;
  readonly needs: readonly string[];
  readonly pattern: RegExp;
  readonly drugs: readonly string[];
}
export const whole = (words: string): RegExp =>
  new RegExp(
    String.raw`(?<![\w-])(?:${words})(?!\w|-(?:related|induced|associated|na[iï]ve|resistant|refractory|sensitive|free|emergent))`,
    'gi',
  );
const WRITTEN: readonly WrittenDrugs[] = [
  ...DRUG_CLASSES.map(({ label, needs, words, drugs }) => ({ label, needs: needs.split('|'), pattern: whole(words), drugs })),
  ...OTHER_NAMES.map(([needs, words, drug]) => ({ label: drug, needs: needs.split('|'), pattern: whole(words), drugs: [drug] })),
];
/** Single drugs by their first word; the longer name first: "trastuzumab deruxtecan" is not trastuzumab. */
const BY_WORD = new Map<string, readonly string[]>();
for (const name of [...SINGLE].sort((a, b) => b.length - a.length)) {
  const word = name.split(' ')[0] ?? name;
  BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), name]);
}

export interface DrugMention {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly drugs: readonly string[];
}

/** Every drug and class that the text names, in the order of the text; classes before single names, the earlier of two that overlap. */
export function drugsIn(text: string): DrugMention[] {
  const lower = text.toLowerCase();
  const found: DrugMention[] = [];
  for (const { label, needs, pattern, drugs } of WRITTEN) {
    if (!needs.some((word) => lower.includes(word))) continue;
    for (const match of text.matchAll(pattern))
      if (match[0] !== '') found.push({ start: match.index, end: match.index + match[0].length, label, drugs });
  }
  for (const match of lower.matchAll(/[a-z]{6,}/g)) {
    const names = BY_WORD.get(match[0]);
    if (names === undefined || /[\w-]/.test(lower[match.index - 1] ?? ' ')) continue;
    const name = names.find((one) => lower.startsWith(one, match.index) && !/\w/.test(lower[match.index + one.length] ?? ' '));
    if (name !== undefined) found.push({ start: match.index, end: match.index + name.length, label: name, drugs: [name] });
  }
  return firstOfEach(found);
}

/** Where two overlap, the one that begins first, then the one that was found first. */
export function firstOfEach<T extends { readonly start: number; readonly end: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start)) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}

/** Stands for every one of them in a criterion. */
export const ANY_CANCER_DRUG = '*';

/** Ingredients that are cancer drugs for certain: "treatment-naive" is contradicted by one of these. */
export const CANCER_DRUGS: ReadonlySet<string> = new Set(SINGLE.filter((name) => name !== 'lutetium'));
