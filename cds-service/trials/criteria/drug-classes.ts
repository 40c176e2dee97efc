/**
 * Drug classes as trials name them, with their ingredients. Membership: WHO ATC index, groups L01 and L02 (whocc.no, 2024-01);
 * a member missing here is only ever a missing "treated before", never a wrong one.
 */
interface DrugClass {
  readonly label: string;
  /** How criteria write the class, before "inhibitor", "therapy" and the like. */
  readonly words: string;
  readonly drugs: string;
}

const PD1 = 'pembrolizumab nivolumab cemiplimab dostarlimab toripalimab tislelizumab retifanlimab sintilimab camrelizumab';
const PDL1 = 'atezolizumab durvalumab avelumab';
const EGFR = 'gefitinib erlotinib afatinib osimertinib dacomitinib icotinib lazertinib mobocertinib aumolertinib';
const PLATINUM = 'cisplatin carboplatin oxaliplatin';
const TAXANE = 'paclitaxel docetaxel cabazitaxel';
const HER2 = 'trastuzumab pertuzumab lapatinib neratinib tucatinib margetuximab|trastuzumab emtansine|trastuzumab deruxtecan';
const NHT = 'enzalutamide abiraterone apalutamide darolutamide';
const INHIBITOR = String.raw`(?:[ -](?:\w+ )?(?:inhibitors?|antagonists?|agents?|drugs?|(?:monoclonal )?antibod(?:y|ies)|TKIs?|therap(?:y|ies)|treatments?|checkpoint inhibitors?|directed|targeted|based|containing))`;

export const DRUG_CLASSES: readonly DrugClass[] = [
  {
    label: 'PARP inhibitor',
    words: String.raw`(?:poly[- (]*(?:ADP|adenosine)[\w\s()'-]{0,60}?polymerase[ -](?:\(PARP\) )?inhibitors?|PARP-?[12]?(?:[ -]inhibitors?)|PARPi)`,
    drugs: 'olaparib niraparib rucaparib talazoparib',
  },
  {
    label: 'PD-1 or PD-L1 inhibitor',
    words: String.raw`(?:immune[- ]checkpoint[- ](?:inhibitors?|blockade)|checkpoint inhibitors?|(?:anti[- ]?)PD-?\(?L?\)?-?[12](?:(?:\/|, | or |, or |, and | and |, and\/or )(?:anti[- ]?)?PD-?\(?L?\)?-?[12])*${INHIBITOR}*|PD-?1(?:(?:\/| or )(?:anti-?)?PD-?L1)?${INHIBITOR}|PD-?L1${INHIBITOR}|PD-?\(L\)-?1${INHIBITOR})`,
    drugs: `${PD1} ${PDL1}`,
  },
  { label: 'CTLA-4 inhibitor', words: String.raw`(?:anti-?CTLA-?4${INHIBITOR}*|CTLA-?4${INHIBITOR})`, drugs: 'ipilimumab tremelimumab' },
  {
    label: 'EGFR inhibitor',
    words: String.raw`(?:(?:epidermal growth factor receptor )?\(?EGFR\)?(?:[- ](?:tyrosine kinase inhibitors?|TKIs?|inhibitors?)))`,
    drugs: EGFR,
  },
  {
    label: 'ALK inhibitor',
    words: String.raw`ALK[- ](?:inhibitors?|TKIs?|tyrosine kinase inhibitors?)`,
    drugs: 'crizotinib ceritinib alectinib brigatinib lorlatinib ensartinib',
  },
  {
    label: 'KRAS G12C inhibitor',
    words: String.raw`KRAS ?\(?(?:p\.)?G12C\)?[- ](?:\w+ )?(?:inhibitors?|targeted)`,
    drugs: 'sotorasib adagrasib',
  },
  { label: 'CDK4/6 inhibitor', words: String.raw`CDK ?4\/6i?(?:[- ]inhibitors?)?`, drugs: 'palbociclib ribociclib abemaciclib' },
  { label: 'BRAF inhibitor', words: String.raw`(?:anti-)?B-?RAF(?: V600E?)?[- ]inhibitors?`, drugs: 'vemurafenib dabrafenib encorafenib' },
  { label: 'MEK inhibitor', words: String.raw`MEK(?:1\/2)?[- ]inhibitors?`, drugs: 'trametinib cobimetinib binimetinib selumetinib' },
  {
    label: 'HER2-directed therapy',
    words: String.raw`(?:anti-HER-?2${INHIBITOR}*|HER-?2[- ](?:directed|targeted|targeting)(?:[ -](?:therap(?:y|ies)|agents?|treatments?))?)`,
    drugs: HER2,
  },
  {
    label: 'FGFR inhibitor',
    words: String.raw`(?:pan-)?FGFR[1-4]?[- ]inhibitors?`,
    drugs: 'erdafitinib pemigatinib infigratinib futibatinib',
  },
  { label: 'PI3K inhibitor', words: String.raw`PI3K[α-ω]?[- ]inhibitors?`, drugs: 'alpelisib copanlisib idelalisib duvelisib inavolisib' },
  { label: 'mTOR inhibitor', words: String.raw`mTOR[- ]inhibitors?`, drugs: 'everolimus temsirolimus' },
  {
    label: 'BTK inhibitor',
    words: String.raw`(?:Bruton'?s? tyrosine kinase \(?(?:BTK)?\)? ?inhibitors?|BTK[- ]?inhibitors?|BTKi)`,
    drugs: 'ibrutinib acalabrutinib zanubrutinib pirtobrutinib',
  },
  {
    label: 'platinum',
    words: String.raw`(?:platinum(?:[- ](?:based|containing|doublet))?(?: (?:doublet )?(?:chemotherapy|regimens?|therapy|agents?))?)`,
    drugs: PLATINUM,
  },
  { label: 'taxane', words: String.raw`taxanes?(?:[- ]based)?(?: (?:chemotherapy|regimens?|therapy))?`, drugs: TAXANE },
  {
    label: 'anthracycline',
    words: String.raw`anthracyclines?(?:[- ]based)?(?: (?:chemotherapy|regimens?|therapy))?`,
    drugs: 'doxorubicin epirubicin daunorubicin idarubicin',
  },
  { label: 'aromatase inhibitor', words: 'aromatase inhibitors?', drugs: 'anastrozole letrozole exemestane' },
  {
    label: 'androgen receptor pathway inhibitor',
    words: String.raw`(?:(?:novel|new|next|second)[- ](?:generation )?(?:hormonal|anti-?androgen)\w*(?: (?:agents?|therap(?:y|ies)))?|androgen receptor (?:pathway|signaling) inhibitors?|ARPIs?|ARSIs?|NHAs?|NHTs?)`,
    drugs: NHT,
  },
  { label: 'proteasome inhibitor', words: 'proteasome inhibitors?', drugs: 'bortezomib carfilzomib ixazomib' },
  {
    label: 'immunomodulatory drug',
    words: String.raw`(?:immunomodulatory (?:drugs?|agents?|imide drugs?)(?: \(IMiDs?\))?|IMiDs?)`,
    drugs: 'lenalidomide pomalidomide thalidomide',
  },
  { label: 'anti-CD38 antibody', words: String.raw`anti-?CD38${INHIBITOR}*`, drugs: 'daratumumab isatuximab' },
  { label: 'fluoropyrimidine', words: 'fluoropyrimidines?', drugs: 'fluorouracil capecitabine tegafur' },
];

/** Names of single drugs that criteria ask about: the members of the classes and some more of ATC L01. */
const MORE =
  'gemcitabine pemetrexed irinotecan topotecan etoposide temozolomide bevacizumab ramucirumab cetuximab panitumumab lenvatinib sorafenib sunitinib pazopanib axitinib cabozantinib regorafenib imatinib dasatinib nilotinib bosutinib ponatinib venetoclax rituximab obinutuzumab fulvestrant tamoxifen selpercatinib pralsetinib capmatinib tepotinib entrectinib larotrectinib repotrectinib amivantamab tazemetostat belzutifan azacitidine decitabine cytarabine eribulin vinorelbine lutetium'.split(
    ' ',
  );

export interface NamedDrugs {
  readonly label: string;
  readonly pattern: string;
  readonly drugs: readonly string[];
}
const members = (drugs: string): string[] => drugs.split('|').flatMap((part, at) => (at === 0 ? part.split(' ') : [part]));
const classes = DRUG_CLASSES.map(({ label, words, drugs }): NamedDrugs => ({ label, pattern: words, drugs: members(drugs) }));
const single = [...new Set([...DRUG_CLASSES.flatMap(({ drugs }) => members(drugs)), ...MORE])];

/** The longer name first: "trastuzumab deruxtecan" is not trastuzumab. */
export const DRUG_NAMES: NamedDrugs[] = [
  ...classes,
  { label: 'trastuzumab deruxtecan', pattern: 'T-?DXd|(?:fam-)?trastuzumab deruxtecan(?:-\\w+)?', drugs: ['trastuzumab deruxtecan'] },
  ...single.sort((a, b) => b.length - a.length).map((drug): NamedDrugs => ({ label: drug, pattern: drug, drugs: [drug] })),
];

/** Stands for every one of them in a criterion. */
export const ANY_CANCER_DRUG = '*';

/** Ingredients that are cancer drugs for certain: "treatment-naive" is contradicted by one of these. */
export const CANCER_DRUGS: ReadonlySet<string> = new Set(single);

/** Cytotoxic drugs among the names above (WHO ATC L01A to L01D, L01X platinum compounds): "chemotherapy-naive" is contradicted by one of these only. */
export const CYTOTOXIC: readonly string[] = [
  ...members(PLATINUM),
  ...members(TAXANE),
  ...'doxorubicin epirubicin daunorubicin idarubicin fluorouracil capecitabine tegafur gemcitabine pemetrexed irinotecan topotecan etoposide temozolomide azacitidine decitabine cytarabine eribulin vinorelbine'.split(
    ' ',
  ),
];
