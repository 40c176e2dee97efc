/** Words and phrases beside genes, alterations and markers: how and where they were tested, how criteria call them. */
import { words, type Vocabulary } from './vocabulary.ts';

/** How a finding was shown, where and by whom; nothing about the patient. */
const HOW = String.raw`(?:determined|detected|assessed|confirmed|documented|identified|evaluated|demonstrated|established|measured|defined|found|verified|shown|tested|performed|conducted|evidenced|diagnosed|proven|obtained|collected|reported|noted|analy[sz]ed|based|according|consistent|as|is|are|be|been|must|should|has|have|was|were|which|that|by|per|using|via|through|with|from|in|on|at|of|to|for|the|a|an|any|or|and|and\/or|either|its)`;
const THING = String.raw`(?:local(?:ly)?|central(?:ly)?|institutional|standard|standards|routine|validated|approved|FDA-approved|FDA|CLIA|CAP|CLIA\/CAP|CLIA-certified|CLIA-approved|CAP\/CLIA-certified|CLIA-grade|certified|accredited|equivalently|equivalent|commercial(?:ly)?|academic|clinical|reference|pathology|pathologic|pathological|diagnostic|investigational|sponsor|sponsor's|designated|appropriate|available|existing|current|latest|most|recent(?:ly)?|previous|prior|original|initial|primary|metastatic|archival|archived|fresh|new|newly|patient's|tumou?r|tissue|tissue-based|blood|blood-based|plasma|plasma-based|liquid|saliva|serum|peripheral|bone|marrow|cell-free|cell|free|circulating|DNA|RNA|cfDNA|ctDNA|DNA-based|RNA-based|genomic|genetic|molecular|mutation|mutational|comprehensive|targeted|whole|exome|genome|next-generation|sequencing|sequence|sequencing-based|NGS|NGS-|PCR|PCR-|PCR-based|RT-PCR|qPCR|real-time|ISH|IHC|immunohistochemical|immunostaining|Sanger|WES|WGS|test|tests|testing|tested|assay|assays|method|methods|methodology|technique|techniques|platform|panel|profile|profiling|analysis|analyses|results?|report|reports|laborator(?:y|ies)|lab|labs|sample|samples|specimen|specimens|biopsy|biopsies|material|block|section|guidelines?|guideline-based|recommendations?|criteria|practice|standard-of-care|care|SOC|ASCO\/CAP|ASCO|NCCN|ESMO|20\d\d|nucleic|acid|acid-based|US|USA|sites?|outside|countr(?:y|ies)|equivalents?|other|Clinical|Laboratory|Improvement|Act|Amendments?|FoundationOne\S*|Foundation|Guardant\S*|Tempus|Caris|MSK-IMPACT|Medicine|One|CDx|PharmDx|22C3|28-8|SP263|SP142|Agilent|Dako|Ventana|therascreen|cobas|one|two|all|both|this|such|institution|institution's|hospital|study|screening|randomi[sz]ation|enrol?lment|entry|registration|purposes?|eligibility|inclusion|disease|breast|cancer|site|lesion|lesions|cells?|staining|stained|positive|positively|score|scores|status|expression|protein|receptor|receptors|cut-?off|value)`;

export const MOLECULAR_WORDS: Vocabulary = {
  silent: words(`
  histologically-confirmed pathologically-confirmed biopsy-proven centrally locally local central positivity negativity biomarker biomarkers marker markers
  abnormality abnormalities aberration aberrations allele alleles presence demonstrating demonstrate demonstration confirming confirmatory indicating
  report reports specimen specimens sample samples biopsy material tumoral lab labs laboratory laboratories assays tests testing standard standards
  malignancy malignancies malignant cancers neoplasm neoplasms oncogene protein receptor expression staining score scores
  bc abc mbc tumor's tumour's patient's whose they there it
  clia-approved clia-certified cap-accredited fda nccn esmo via through most recent recently prior archival archived fresh liquid blood-based tissue-based plasma-based
  documentation documents documenting documented-by identification evidence findings type types subtype subtypes
  historical historically saliva exome genome whole routine commercial academic institutional accredited method platform panel profile
  ≥1 1 one two more do does did
  `),
  narrowing: words(`
  sensitizing sensitising sensitive actionable targetable druggable driver classical canonical atypical uncommon common rare acquired non-resistant resistance select selected specific qualifying certain
  founder missense point frameshift truncating in-frame high-level focal co-occurring concurrent concomitant compound mono-allelic monoallelic bi-allelic dual double
  hereditary inherited suspected possibly strongly weakly homogeneous bilateral unilateral multifocal multicentric post-menopausal pre-menopausal ductal lobular endometrioid serous mucinous
  high-grade low-grade clear early early-stage late-stage advanced-stage visceral
  `),
  phrases: [
    /(?<=[.;)]) *\(?(?:note:? *)?(?:(?:central |local |molecular |genetic |genomic |screening |mutation(?:al)? )*testing)(?: for [\w/ ,-]{2,40}?)? (?:is|was|will be) (?:not )?(?:required|mandatory|needed|mandated)[^.;@]*[.;)]*/gi,
    new RegExp(
      String.raw`(?:,|\(|\bas\b|;)?\s*(?:\b(?:as )?(?:determined|detected|assessed|confirmed|documented|identified|evaluated|demonstrated|established|measured|found|verified|defined|reported|tested|evidenced)(?: \(?locally\)?| \(?centrally\)?)? (?:by|per|using|via|through|with|in|on|from|at|according to|based on)|\b(?:based on|according to|in accordance with|consistent with|per|by|using|via|through|utilizing|from|on)\b)(?: (?:${HOW}|${THING})[,/()]*)+(?=[\s.,;:)]*(?:$|@|[.;)]|\b(?:and|who|that|which|with|without|not|prior|within)\b))`,
      'gi',
    ),
    new RegExp(String.raw`[([](?:\s*(?:${HOW}|${THING})[,;/.-]*)+\s*[)\]]`, 'gi'),
  ],
};
