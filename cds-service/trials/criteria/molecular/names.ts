/**
 * Long names of genes, markers, methods and laboratories brought to their short form, so that "estrogen receptor (ER)-positive" and "ER+" are one
 * text. The abbreviation behind a name belongs to it.
 */
import { gate, openedBy } from '../text/needles.ts';
const gene = (name: string, symbols: string): string =>
  String.raw`\b${name}(?:,? genes?)?(?: ?[([] ?(?:${symbols})(?:[;,] ?[^()]{1,12})? ?[)\]])?`;

const NAMES: readonly (readonly [needs: string, pattern: string, short: string])[] = [
  // receptors and stainings of breast cancer
  ['estrogen', gene(String.raw`o?estrogens?[- ]receptors?`, 'O?ER'), 'ER'],
  ['progesterone', gene(String.raw`progesterone[- ]receptors?`, 'Pg?R|PGR'), 'PR'],
  ['progesterone', String.raw`\bER (and\/or|or|and) progesterone(?![- ]rec)`, 'ER $1 PR'],
  ['estrogen', String.raw`\bestrogen (and\/or|or|and) PR\b`, 'ER $1 PR'],
  ['hormone', gene(String.raw`(?:steroid )?hormone[- ]receptors?`, 'HRc?'), 'HR'],
  ['hormone-positive', String.raw`\bhormone[- ]positive\b`, 'HR positive'],
  ['hormone positive', String.raw`\bhormone[- ]positive\b`, 'HR positive'],
  [
    'growth',
    gene(
      String.raw`human epidermal growth(?: factor)? receptor[- ]*(?:type )?(?:2|II)(?:\/neu)?(?: protein)?`,
      String.raw`HER-? ?2(?:\/neu)?|ERBB2`,
    ),
    'HER2',
  ],
  ['her2|her-2|her 2|erbb|erb-b', String.raw`\bc-?erb-?B-?2\b|\bHER[- ]?2(?:[/ -]neu)?(?: ?\(ERBB2\))?(?![\w:])`, 'HER2'],
  ['epidermal growth factor', gene(String.raw`epidermal growth factor(?: receptor)?`, 'm?EGFR'), 'EGFR'],
  ['gbrcam|gbrca1', String.raw`\bgBRCA(?:1\/2)?m\b`, 'germline BRCA mutation'],
  ['egfrm|brcam|krasm|brafm|idhm', String.raw`\b(EGFR|BRCA|KRAS|BRAF|IDH)m\b`, '$1 mutation'],
  ['megfr', String.raw`\bmEGFR\b`, 'EGFR mutation'],
  ['+)', String.raw`\b(ER|PR|HR|HER2)[- ]?(positive|negative) ?\((?:\1)[+-]\)`, '$1 $2'],
  ['-)', String.raw`\b(ER|PR|HR|HER2)[- ]?(positive|negative) ?\((?:\1)[+-]\)`, '$1 $2'],
  ['(s)', String.raw`\b(mutation|alteration|gene|variant|fusion|rearrangement|aberration|amplification|deletion|marker)\(s\)`, '$1s'],
  ['androgen', gene(String.raw`androgen[- ]receptors?`, 'AR'), 'AR'],
  ['negative for', String.raw`\bnegative for HER2(?: (?:over-?)?expression| protein(?: expression)?| amplification)?`, 'HER2 negative'],
  ['her2neu', String.raw`\bHER-?2 ?-?neu\b`, 'HER2'],
  ['her2', String.raw`\b(positive|negative|low|amplified) HER2(?: status| expression| disease)\b`, 'HER2 $1'],
  ['her2', String.raw`\bHER2 (?:status )?(?:must be|should be|is|has to be) (positive|negative|low)\b`, 'HER2 $1'],
  ['her2', String.raw`\bHER2[- ]\(-\)`, 'HER2 negative'],
  ['her2', String.raw`\bHER-?2- (positive|negative|low)\b`, 'HER2 $1'],
  // genes
  ['anaplastic', gene(String.raw`anaplastic lymphoma (?:receptor )?(?:tyrosine )?(?:kinase|receptor)`, 'ALK'), 'ALK'],
  [
    'ros',
    String.raw`\bc-?\s?ros (?:oncogene|proto-oncogene)(?: 1)?(?: ?\(ROS-?1\))?|\bROS[- ]1\b|\bROS(?=[,/ ]+(?:BRAF|RET|NTRK|KRAS|MET)\b)`,
    'ROS1',
  ],
  [
    'ros1|ros-1|ros 1|ros proto|ros onco|ros,|ros/|ros bra',
    String.raw`\bROS proto-oncogene(?: 1)?(?:,? receptor tyrosine kinase)?(?: ?\(ROS1\))?`,
    'ROS1',
  ],
  ['transfection', gene(String.raw`(?:proto-oncogene )?re-?arranged during transfection`, 'RET'), 'RET'],
  [
    'neurotrop',
    gene(
      String.raw`neurotrop(?:h)?ic (?:tyrosine )?(?:receptor )?(?:tyrosine )?(?:receptor )?kinases?(?: receptor)?`,
      'NTRK[123]?(?:[-/]3|/2/3)?|TRK',
    ),
    'NTRK',
  ],
  ['mesenchymal', gene(String.raw`mesenchymal[- ](?:to[- ])?epithelial transition(?: factor)?(?: receptor)?`, 'c-?MET|MET'), 'MET'],
  ['phosph', gene(String.raw`phosph\w*-?4,5-bisphosphate 3-kinase(?:,)? catalytic subunit(?:s)? alpha`, 'PIK3CA'), 'PIK3CA'],
  ['phosphatase and tensin', gene(String.raw`phosphatase and tensin homolog(?:ue)?`, 'PTEN'), 'PTEN'],
  ['methylthioadenosine', gene(String.raw`methylthioadenosine phosphorylase`, 'MTAP'), 'MTAP'],
  ['isocitrate', gene(String.raw`isocitrate dehydrogenase[- ]?1`, 'IDH-?1'), 'IDH1'],
  ['isocitrate', gene(String.raw`isocitrate dehydrogenase[- ]?2`, 'IDH-?2'), 'IDH2'],
  ['isocitrate', gene(String.raw`isocitrate dehydrogenase`, 'IDH(?:1/2)?'), 'IDH'],
  ['fibroblast', gene(String.raw`fibroblast growth factor receptors?`, 'FGFR'), 'FGFR'],
  ['breast cancer', gene(String.raw`breast cancer (?:susceptibility )?gene`, 'BRCA(?:1/2)?'), 'BRCA'],
  ['brca', String.raw`\bBRCA[- ]1 ?(?:\/|and|or|and\/or) ?(?:BRCA[- ]?)?2\b|\bBRCA(?: gene)? ?1 ?\/ ?2\b`, 'BRCA1/2'],
  ['tumor protein', gene(String.raw`tumou?r protein (?:p)?53`, '(?:TP|p)53'), 'TP53'],
  ['retinoblastoma 1', gene(String.raw`retinoblastoma 1`, 'RB1'), 'RB1'],
  ['kras', String.raw`\bKras(?=[- ^]|G1|$)`, 'KRAS'],
  ['ras^', String.raw`\b([KN]?RAS|BRAF|EGFR)\^ ?`, '$1 '],
  ['ras p', String.raw`\b(KRAS|NRAS|BRAF) p\. (?=[A-Z]\d)`, '$1 p.'],
  ['arid1', String.raw`\bARID1a\b`, 'ARID1A'],
  ['bap', String.raw`\bBRCA1[- ]associated protein[- ]?1(?: ?\(BAP-?1\))?`, 'BAP1'],
  ['ras wt', String.raw`\bwild-type \(RAS WT\)`, 'wild-type'],
  ['mek1', String.raw`\bMEK1\/2\b`, 'MAP2K1/2'],
  ['b-raf', String.raw`\bB-?raf proto-oncogene(?: ?\(BRAF\))?|\bB-RAF\b|\bB-Raf\b`, 'BRAF'],
  ['k-ras', String.raw`\bK-RAS\b`, 'KRAS'],
  ['k-ras', String.raw`\bK-Ras\b`, 'KRAS'],
  ['n-ras', String.raw`\bN-R(?:AS|as)\b`, 'NRAS'],
  ['ras-gene', String.raw`\bRAS-GENE(?: (?:viral )?oncogene(?: homolog)?)?(?: \(?RAS\)?)?`, 'RAS'],
  ['metex|met ex', String.raw`\bMET ?ex(?:on)?[- ]?(?=\d)`, 'MET exon '],
  ['c-met|cmet', String.raw`\bc-?Met\b|\bcMET\b`, 'MET'],
  ['flt', String.raw`\bF(?:LT|lt)[- ]3\b|\bFMS[- ]like tyrosine kinase[- ]3(?: ?\(FLT3\))?`, 'FLT3'],
  ['pik3ca', String.raw`\bPI3KCA\b`, 'PIK3CA'],
  // tumour-wide markers
  [
    'microsatellite',
    gene(
      String.raw`(?:high (?:frequency )?microsatellite[- ]instability|microsatellite[- ]instability[- ]*(?:\(MSI\))?[- ]*high)`,
      'MSI[- ]?(?:H|high)',
    ),
    'MSI-H',
  ],
  ['msi', String.raw`\bMSI[- ]?(?:hi|High|high|HIGH)\b|\bMSI\/H\b`, 'MSI-H'],
  ['microsatellite', gene(String.raw`micro-? ?satellite[- ]stab(?:le|ility)`, 'MSS'), 'MSS'],
  ['msi stable|msi-stable', String.raw`\bMSI[- ]stable\b`, 'MSS'],
  [
    'mismatch',
    gene(String.raw`mis-?match[- ]repair(?: protein)?[- ]*(?:\(MMR\))?[- ]*(?:gene |protein )?defici(?:ent|ency)`, 'd-?MMR|MMR-?[dD]'),
    'dMMR',
  ],
  [
    'mismatch',
    gene(String.raw`defici(?:ent|ency)(?: \(d\))?(?: in| of)? (?:DNA )?mis-?match[- ]repair(?: protein)?`, 'd-?MMR|MMR-?[dD]'),
    'dMMR',
  ],
  [
    'mismatch',
    gene(String.raw`(?:DNA )?mis-?match[- ]repair(?: protein)?[- ]*(?:\(MMR\))?[- ]*proficien(?:t|cy)`, 'p-?MMR|MMR-?[pP]'),
    'pMMR',
  ],
  [
    'mismatch',
    gene(String.raw`proficien(?:t|cy)(?: \(p\))?(?: in| of)? (?:DNA )?mis-?match[- ]repair(?: protein)?`, 'p-?MMR|MMR-?[pP]'),
    'pMMR',
  ],
  ['mmr', String.raw`\bMMR[- ]?(?:D|deficient|deficiency)\b|\bMMRd\b`, 'dMMR'],
  ['mmr', String.raw`\bMMR[- ]?(?:P|proficient|proficiency)\b|\bMMRp\b`, 'pMMR'],
  ['burden', gene(String.raw`tumou?r[- ]mutation(?:al)?[- ](?:burden|load)`, 'TMB'), 'TMB'],
  ['homologous', gene(String.raw`homologous[- ]recombination(?:[- ]repair)?[- ]*(?:\(HRR?\))?[- ]*defici(?:ent|ency)`, 'HRD'), 'HRD'],
  ['homologous', gene(String.raw`homologous[- ]recombination(?:[- ]repair)?`, 'HRR?'), 'HRR'],
  ['pd-l|pdl|pd l|pd (l|pd-(l|pd(l', String.raw`\bPD-? ?\(?L\)?-?1\b|\bPDL-1\b`, 'PD-L1'],
  ['proportion', gene(String.raw`tumou?r[- ]proportion[- ]scores?`, 'TPS'), 'TPS'],
  ['combined', gene(String.raw`combined[- ](?:positive|positivity)[- ]scores?`, 'CPS'), 'CPS'],
  ['folate', gene(String.raw`folate receptor[- ]?(?:alpha|α|1)`, String.raw`FR-?(?:α|alpha|a)|FOLR1`), 'FOLR1'],
  ['claudin', gene(String.raw`claudin[- ]?18\.?2`, String.raw`CLDN-? ?18\.?2`), 'CLDN18.2'],
  ['philadelphia', gene(String.raw`philadelphia[- ](?:chromosome)?`, 'Ph'), 'Ph'],
  // methods and laboratories
  ['immunohisto', gene(String.raw`immuno[- ]?histo[- ]?chem(?:istry|ical(?:ly)?)(?: stain(?:ing)?)?`, 'IHC'), 'IHC'],
  [
    'hybridi',
    gene(
      String.raw`(?:fluorescen(?:ce|t)|chromogenic|silver|dual|dual-probe)?(?:[ -]?(?:\/|or) ?(?:chromogenic|silver|dual))?[- ]*in[- ]?situ hybridi[sz]ation`,
      '(?:F|C|S|D)?ISH(?:/(?:F|C|S|D)?ISH){0,3}',
    ),
    ' ISH',
  ],
  ['fish|cish|sish|dish', String.raw`\b(?:FISH|CISH|SISH|DISH)(?:\/(?:FISH|CISH|SISH|DISH))*\b`, 'ISH'],
  ['next generation|next-generation|nextgen', gene(String.raw`next[- ]?generation[- ]sequencing`, 'NGS'), 'NGS'],
  ['polymerase', gene(String.raw`polymerase chain reaction`, 'PCR'), 'PCR'],
  ['circulating', gene(String.raw`circulating tumou?r (?:DNA|deoxyribonucleic acid)(?: ?\(DNA\))?`, 'ctDNA'), 'ctDNA'],
  [
    'clinical laboratory improvement',
    gene(String.raw`clinical laborator(?:y|ies) improvement (?:act|amendments?)(?: of 1988)?`, 'CLIA'),
    'CLIA',
  ],
  [
    'college of american',
    String.raw`\b(?:the )?(?:American Society (?:of|for) Clinical Oncolog(?:y|ists))(?: ?\(ASCO\))?\s*(?:\/|-|and|,)*\s*(?:the )?College of American Patholog(?:y|ists)(?: ?\(CAP\))?`,
    'ASCO/CAP',
  ],
  ['asco', String.raw`\bASCO[ -]CAP\b`, 'ASCO/CAP'],
];

const ANY = gate([...new Set(NAMES.flatMap(([needs]) => needs.split('|')))]);
/** Names of which only this spelling is meant. */
const AS_WRITTEN = /^(?:c-met|k-ras|ros1|kras|arid1)/;
const PATTERNS = NAMES.map(
  ([needs, pattern, short]) => [gate(needs.split('|')), new RegExp(pattern, AS_WRITTEN.test(needs) ? 'g' : 'gi'), short] as const,
);

/** Words that show a text to be about a finding at all; the rest is spared the patterns. */
export function shortNames(text: string): string {
  const opened = openedBy(text);
  if (!opened.has(ANY)) return text;
  let plain = text;
  for (const [needed, pattern, short] of PATTERNS) if (opened.has(needed)) plain = plain.replace(pattern, short);
  return plain === text ? text : plain.replace(/ {2,}/g, ' ');
}
