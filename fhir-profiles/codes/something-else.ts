/**
 * "Detected" of something else than the change that was looked for: a control, the DNA, the tumour, the reference, another change, a signature. What is
 * left when that is taken out answers; where nothing is left, nothing is said of the change.
 */
const SEEN = String.raw`(?:detected|positive|present|identified|found|passed|pass|valid|amplified|available)`;
const NOT_DENIED = String.raw`(?<!\b(?:no|not|any|without|kein|keine)\s)`;
const PARTS: readonly string[] = [
  String.raw`(?:(?:internal|positive|negative|process|extraction|amplification|housekeeping)\s)*controls?(?:\sgene)?\W{0,3}(?:is\s|was\s)?${SEEN}\b`,
  String.raw`\b(?:detected|found|positive|seen)\s(?:only\s)?(?:in|for)\s(?:the\s)?(?:(?:positive|negative|internal)\s)?(?:controls?|reagent blank|blank|no[- ]template control|NTC)\b`,
  String.raw`\b(?:human|sufficient|adequate|amplifiable)\s(?:DNA|RNA|material)\s${SEEN}\b`,
  String.raw`(?<!\b(?:in|of|by|on|within)\s(?:the\s)?)\btumou?r(?:\scells?)?\s(?:is\s|are\s)?${SEEN}\b|\bpositive\sfor\s(?:tumou?r|malignan\w*|carcinoma|cancer)\b|\btumou?r\s(?:cell\s)?content\b[^;.]{0,20}\b${SEEN}\b`,
  String.raw`\b(?:reference|normal)\s(?:allele|sequence|genotype|base)s?\s(?:is\s|was\s)?${SEEN}\b`,
  String.raw`${NOT_DENIED}\b(?:another|other|different|synonymous|silent)\s(?:mutation|variant|alteration|change)s?\s(?:was\s|were\s)?${SEEN}\b|^\W*polymorphism\s${SEEN}\b`,
  String.raw`\b(?:background|low[- ]level)\ssignal\s${SEEN}\b|\bPCR\sinhibit(?:or|ion)\s${SEEN}\b`,
  String.raw`^\W*gene(?:\sexpression)?\s${SEEN}\b|\b(?:region|amplicon|target|exon\s\d{1,2})\s(?:was\s)?(?:successfully\s)?amplified\b(?:\ssuccessfully)?|\bsuccessfully\s(?:amplified|sequenced)\b|\bcoverage\s${SEEN}\b`,
  String.raw`\b(?:patient|specimen|sample|identifiers?|signature|consent|risk)\s(?:identified|present|found|available)\b`,
  String.raw`\b(?:not\syet|to\sbe|will\sbe)\s(?:identified|tested|detected|determined|found)\b`,
  String.raw`^\W*(?:assay\s|analytical\s)?(?:sensitivity|specificity|positive\spredictive\svalue)\b[^;]*`,
];
const OF_SOMETHING_ELSE = new RegExp(PARTS.join('|'), 'gi');
/** Most answers hold none of these. */
const WORTH_READING =
  /control|blank|DNA|RNA|material|tumou?r|malignan|carcinoma|cancer|reference|normal|other|different|synonymous|silent|polymorphism|signal|inhibit|gene|region|amplicon|target|exon|success|coverage|patient|specimen|sample|identifier|signature|consent|risk|yet|to be|will be|sensitivity|specificity|predictive|[/|]|\bor\b/i;

/** The text without what is said of something else; the text itself where nothing is. */
export const withoutSomethingElse = (text: string): string =>
  text.length > 400 || !WORTH_READING.test(text) ? text : text.replace(OF_SOMETHING_ELSE, ' ');

/** "Presence/absence", "positive | negative": the choices and no answer. */
export const isChoice = (text: string): boolean => CHOICE.test(text);
const CHOICE =
  /^\W*(?:presence|positive|pos|detected|present|yes|\+)\s*(?:\/|\||\bor\b)\s*(?:absence|negative|neg|not detected|absent|no|-)\W*$/i;
