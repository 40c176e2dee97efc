/**
 * The words that may stand beside what was recognised, whatever its kind (each kind has its own in `words/`). A criterion is read only if every word
 * of it is recognised, means nothing (FILLER), or narrows (NARROWING: then it can be contradicted, never confirmed). Any other word leaves the whole
 * criterion open: it may be an exception, a cohort or an alternative.
 */

import { words } from '../words/vocabulary.ts';

/** Words that change nothing about what is asked. */
export const FILLER = words(`
  a an the of with at in on is are be being been have has having had must should shall to by from for as that who which their his her its this study
  patient patients participant participants subject subjects individual individuals person persons people
  diagnosis diagnosed diagnoses diagnostic documented document documentation documents known confirmed confirm confirmation proven proof
  disease status state evidence presence present presents condition current currently active adequate sufficient acceptable defined defines following follows
  meeting meet meets harboring harbouring harbor harbors harbour carrying carry carries bearing expressing tumor tumour tumors tumours cancer
  count counts level levels value values old age aged ages years year inclusive type score scale performance grade criterion criteria requirement requirements
  eligible eligibility histology histological histologically cytology cytological cytologically pathology pathological pathologically
  testing test tests tested result results serum plasma blood normal range institutional laboratory lab limits limit x time times
  gene genes mutation mutations mutational alteration alterations variant variants finding findings identified detected determined demonstrated assessed
  screening enrollment enrolment registration randomization randomisation baseline entry inclusion
  either least demonstrated demonstrates evidenced shown show shows using used based according per
  local validated approved fda-approved clia-certified clia cap certified accredited assay method methods sequencing ngs next-generation ihc immunohistochemistry
  fish pcr tissue circulating dna ctdna cfdna molecular molecularly genomic genetic profiling analysis
  any personal radiographic radiographically radiologic radiological radiologically imaging ct mri pet scan scans histopathological histopathologically histologic cytologic pathologic documentation
  american society clinical oncology/college oncology college pathologists asco/cap asco-cap guidelines guideline recist v1.1 version
`);

/** Words that ask for something more, which no datum here settles. */
export const NARROWING = words(`
  new newly recently positive primary untreated treated previously measurable evaluable resectable borderline unresected resected operable localized localised local
  locoregional regional oligometastatic oligoprogressive symptomatic asymptomatic progressing progressed progressive stable uncontrolled
  invasive infiltrating differentiated poorly well moderately high-grade low-grade intermediate-grade grade-group high-risk intermediate-risk low-risk very-high-risk
  women woman girls men male female males females
  squamous nonsquamous non-squamous clear-cell sarcomatoid transformed indolent aggressive
  castration-resistant castration-sensitive hormone-sensitive hormone-refractory castrate-resistant platinum-resistant platinum-sensitive platinum-refractory
  treatment-refractory heavily pretreated amenable suitable planned scheduled candidate candidates
  de novo synchronous metachronous multiple single solitary bulky visceral bone-only
  postmenopausal premenopausal
  activating oncogenic pathogenic deleterious likely germline somatic hotspot homozygous heterozygous biallelic
  spontaneous unsupported fasting
`);

/** Phrases of plain words that make a criterion hold for some patients only, or for another time. */
export const CONDITIONAL =
  /\b(?:if|when(?:ever)?|while|cohorts?|arms?|parts?|phase|groups?|either of|in (?:patients|participants|subjects|women|men|those|case)|for (?:patients|participants|subjects|women|men|those)|not required|not applicable|status (?:determined|known|available|assessed|unknown)|or known|to be (?:determined|tested|confirmed)|must be (?:tested|determined|known|assessed|documented$)|undergo\w*|available)\b/i;

/** "X unless Y": X is enough to include, and what is not X is not excluded; everything else is open. */
export const EXCEPTION =
  /[,;(]?\s*\b(?:unless|except(?:ion)?s?|excepting|excluding|other than|with the exception|apart from|aside from|not including)\b/i;

/** "Patients with HCC must have …": the disease is the condition, not what is asked. */
export const SUBJECT =
  /^(?:all |for )?(?:patients?|participants?|subjects?|women|men|females?|males?|individuals?|those|persons?|adults?)\b.{0,160}?\b(?:must|should|are required|is required|need|needs|have to|has to|will|who (?:have|has|had|are|were|progress|received))\b/i;

/** A label before a colon that only names the organ or the kind of test. */
export const NEUTRAL_LABEL =
  /^\W*(?:(?:adequate|sufficient|acceptable|normal|baseline|laboratory|lab|values?|bone marrow|marrow|organ|end[- ]organ|renal|kidney|hepatic|liver|ha?ematolog(?:y|ic|ical)|blood|coagulation|cardiac|heart|pulmonary|chemistry|serum|function|functions|parameters?|panel|counts?|performance|status|score|age|sex|gender|ecog|kps|disease|characteristics|type of participant|diagnosis|histology|pre-?registration|pre-?screening|registration|screening|step 1|inclusion|eligibility|criteria|criterion|requirements?|and|\/|&|\(|\)|-)\s*)+:\s*$/i;
