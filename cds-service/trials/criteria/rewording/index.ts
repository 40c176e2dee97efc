/** Other words for the same: a criterion that the first reading left open is read again in them. Each rule keeps the meaning; none drops a condition. */
import type { Side } from '../requirements-together.ts';
import { gate, openedBy } from '../text/needles.ts';
import { ageInYears } from './age.ts';
import { AGE_RANGES } from './age-ranges.ts';
import { laboratoryInShort } from './laboratory.ts';
import { ejectionFractionInShort, qtcInShort } from './measures.ts';
import { REFERENCES } from './references.ts';
import type { Rule } from './rule.ts';
import { SMALL_WORDS } from './small-words.ts';

const RULES: readonly Rule[] = [
  // "Abiraterone acetate": the salt says nothing of which drug it is.
  {
    needs: ['acetate', 'mesylate', 'maleate', 'tosylate', 'malate', 'hydrochloride', 'fumarate', 'succinate', 'besylate'],
    pattern:
      /(?<=\b[a-z]{4,}(?:one|ide|ib|lin|rol|bin|cin|ane|ine|xel|can|ab|ole|am|fen|ene|ast|sat|tide)) (?:acetate|(?:di)?mesylate|(?:di)?maleate|(?:di)?tosylate|malate|(?:di)?hydrochloride|fumarate|succinate|besylate)\b/gi,
    plain: '',
  },
  // "… at screening and immediately prior to the start of administration of study treatment"
  {
    needs: ['at screening and'],
    pattern:
      /,? ?\bat screening and (?:again )?(?:immediately |directly )?(?:prior to|before|at|within \d+ (?:days?|hours?) (?:of|prior to|before)) (?:(?:the|start|first|of|administration|dose|dosing|study|trial|treatment|drugs?|therapy|intervention|cycle|day|1|leukapheresis|infusion|randomi[sz]ation|enrol?lment|registration|baseline|visit)\b,? ?)+/gi,
    plain: ' ',
  },
  // The performance status is always somebody's judgement, and its meaning is known.
  {
    needs: ['ecog', 'karnofsky', 'kps', 'performance status'],
    pattern:
      /(?<=(?:ECOG|Karnofsky|KPS|performance status)[^.;]{0,80}),? (?:as )?(?:determined|assessed|judged|evaluated|documented|scored) (?:by|in) (?:the |a |their )*(?:treating |study |enrolling |local )*(?:physician|investigator|oncologist|clinician|provider|PI)(?:'s)?(?: in the (?:consult|clinic(?:al)?|progress) notes?)?(?=\W*$)/i,
    plain: '',
  },
  {
    needs: ['ecog', 'karnofsky', 'kps', 'performance status'],
    pattern: /(?<=(?:ECOG|Karnofsky|KPS|performance status)[^.;]{0,60}\d ?%?) ?\((?:i\.?e\.?|that is|meaning)[^()<>≥≤\d]*\)(?=\W*$)/i,
    plain: '',
  },
  // "(Levey et al. 2009)"
  { needs: ['et al'], pattern: / ?[([][A-Z][\w-]+ et al\.?,? ?\d{4}[)\]]/g, plain: '' },
  // "HbA1c ≥ 8.0 % (63.9 mmol/mol)": the same in other units.
  { needs: ['mmol/mol'], pattern: /(?<=\d ?%) ?[([](?:[≥≤<>] ?)?\d+(?:\.\d+)? ?mmol\/mol[)\]]/gi, plain: '' },
  // "Uncontrolled diabetes mellitus as defined by HbA1c ≥ 8 %"
  {
    needs: ['diabetes'],
    pattern:
      /^\W*(?:(?:patients?|participants?|subjects?|has|have|with|known|history of|an?|type (?:1|2|I|II)|or|and) )*(?:poorly[- ]controlled|uncontrolled|inadequately controlled)(?: type (?:1|2|I|II))?(?: or type (?:1|2|I|II))? diabetes(?: mellitus)?,? ?\(?(?:as )?(?:defined (?:as|by)|i\.e\.,?)(?: an?| the)? (?=(?:glycated |glycosylated )?(?:ha?emoglobin|Hb|Hgb|HgB|A1c))/i,
    plain: '',
    side: 'exclusion',
  },
  // "Locally advanced and unresectable or metastatic": whoever has metastases has the second.
  {
    needs: ['locally advanced'],
    pattern: /\blocally advanced(?:,? and(?: surgically)?|\/)? ?(?:unresectable|inoperable)(?: disease)?,? (?:or|and\/or) metastatic\b/gi,
    plain: 'locally advanced or metastatic',
    side: 'inclusion',
  },
  // "Bevacizumab (or biosimilar)": the same drug.
  {
    needs: ['biosimilar'],
    pattern: / ?\(?(?:or|and\/or|including) (?:(?:an?|its|approved|equivalent|their) )*bio-?similars?\)?/gi,
    plain: '',
  },
  {
    needs: ['american joint'],
    pattern:
      /,? ?(?:(?:by|per|as per|according to) (?:the )?)?American Joint (?:Commission|Committee) (?:on|for) Cancer(?: ?\(AJCC\))?(?: (?:8th|7th|version \d|v\d)(?: ed(?:ition)?\.?)?)?/gi,
    plain: '',
  },
  // "High-grade serous ovarian, fallopian tube or primary peritoneal cancer": each of them is.
  {
    needs: ['serous'],
    pattern:
      /\b(high|low)[- ]grade serous (?:epithelial )?ovarian(?: \(?cancer\)?)?,? (?:primary )?fallopian tube,? (?:or|and\/or|and) (?:primary )?peritoneal (?:cancers?|carcinomas?)/gi,
    plain: '$1-grade serous ovarian cancer, $1-grade serous fallopian tube cancer or $1-grade serous peritoneal cancer',
    side: 'inclusion',
  },
  // "NSCLC (squamous or non-squamous)": any of them.
  {
    needs: ['non-squamous', 'nonsquamous'],
    pattern:
      / ?\((?:either |both )?(?:squamous(?: cell)?(?:,? or | and | and\/or | ?\/ ?)non-?squamous|non-?squamous(?:,? or | and | and\/or | ?\/ ?)squamous)(?: cell)?(?: histolog(?:y|ies)| carcinoma)?\)/gi,
    plain: '',
  },
  // "NSCLC of non-squamous histology" is non-squamous NSCLC.
  {
    needs: ['non-squamous', 'nonsquamous', 'non squamous'],
    pattern:
      /\b(NSCLC|non-?\s?small[- ]cell lung (?:cancer|carcinoma)(?: \(NSCLC\))?),? (?:of|with) (?:an? )?(?:predominant(?:ly)? )?non[- ]?squamous (?:cell )?histology/gi,
    plain: 'non-squamous $1',
  },
  {
    needs: ['non squamous'],
    pattern: /\bnon squamous(?=,? (?:cell )?(?:NSCLC|non-?\s?small))/gi,
    plain: 'non-squamous',
  },
  // "Squamous NSCLC" is the squamous cell carcinoma of the lung.
  {
    needs: ['squamous nsclc', 'squamous non'],
    pattern:
      /(?<!non-?\s?|[,/] ?|\bor |\band )\b(?:predominant(?:ly)? )?squamous (?:NSCLC|non-?\s?small[- ]cell lung (?:cancer|carcinoma)(?: \(NSCLC\))?)/gi,
    plain: 'lung squamous cell carcinoma',
  },
  // "Has not received X at the time of enrollment": by then.
  {
    needs: ['not received', 'not been treated'],
    pattern:
      /(?<=\bnot (?:have )?(?:received|been treated with) [^.;]{3,160}?),? (?:at|by|as of) (?:the )?(?:time of )?(?:study )?(?:enrol?lment|entry|screening|randomi[sz]ation|registration)(?=\W*$)/i,
    plain: '',
    side: 'inclusion',
  },
  // "Ever used an EGFR-TKI for anti-tumor therapy"
  {
    needs: ['ever used', 'ever received', 'ever taken', 'previously used', 'have used', 'has used'],
    pattern:
      /^\W*(?:(?:patients?|participants?|subjects?|who|that|have|has|had) )*(?:ever|previously) (?:used|received|taken|been treated with)(?: the| a| an| any)? ([^.;]+?)(?: (?:for|as) (?:anti-?tumou?r|anti-?cancer|cancer) (?:therapy|treatment))?(?: (?:prior to|before) (?:enrol?lment|screening|randomi[sz]ation|study entry))?\W*$/i,
    plain: 'Prior treatment with $1',
    side: 'exclusion',
  },
  // "Between 6 months and <18 years of age"
  {
    needs: ['months and'],
    pattern: /\bbetween (\d{1,2}) months and <? ?(\d{1,2}) years of age(?: on (?:the )?day of [^.;]{3,60}? is documented)?/i,
    plain: 'age ≥ $1 months and < $2 years',
    side: 'inclusion',
  },
  {
    needs: ['ph-', 'ph+', 'ph positive', 'philadelphia'],
    pattern: /\b(Ph(?:iladelphia)?(?: chromosome)?[- ]?(?:positive|negative|\+)) ALL\b/g,
    plain: '$1 acute lymphoblastic leukemia',
  },
  // "No HIV testing is required unless mandated by local health authority."
  {
    needs: ['testing', 'screening'],
    pattern:
      /(?:[.;*-]|\bnotes?:?)\s*(?:notes?:? )?(?:no (?:testing|screening|\w+ testing)\b|(?:testing|screening)\b|(?:HIV|hepatitis [BC]|HBV|HCV) (?:testing|screening)\b)[^.;]{0,90}\b(?:required|necessary|needed|mandated)\b[^.;]*\.?\s*$/i,
    plain: '.',
  },
  // "A castrate level of serum/plasma testosterone (< 50 ng/dL or < 1.7 nmol/L)"
  {
    needs: ['testosterone'],
    pattern:
      /\b(?:(?:an? )?(?:documented )?castrat(?:e|ion)[- ]levels? of )?((?:serum\/plasma |serum |total |blood |plasma |castrate )*testosterone(?: levels?)?)(?: at (?:study entry|screening|baseline))? ?\((?=[<≤])([^()]*)\)/i,
    plain: '$1 $2',
    side: 'inclusion',
  },
  // "0-1 prior lines of therapy"
  {
    needs: ['line', 'regimen'],
    pattern:
      /^(\W*(?:(?:patients?|participants?|subjects?|have|has|had|who|received|must|with)\s+)*)(?:0|zero) ?(?:-|to|or) ?([1-9]|one|two|three|four)(?= (?:prior |previous )?(?:systemic |anti-?cancer )?(?:lines?|regimens?)\b)/i,
    plain: '$1 ≤ $2 prior',
    side: 'inclusion',
  },
  // "Prior treatment for the current malignancy": any that was systemic is some.
  {
    needs: ['malignancy', 'cancer'],
    pattern:
      /^\W*((?:(?:patients?|participants?|subjects?) (?:who )?(?:have |has |had )?)?(?:no )?)(?:any )?(?:prior|previous) (?:anti-?cancer )?(?:treatments?|therap(?:y|ies)) for (?:the|this|their) (?:(?:current|present) (?:malignancy|cancer)|cancer)\W*$/i,
    plain: '$1prior systemic therapy for this cancer',
  },
  // "Stage II (IIA = T3N0M0, IIB = T4aN0M0) disease": the bracket says what the stages are.
  {
    needs: ['stage'],
    pattern:
      /(?<=\bstages? I{1,3}V?[ABC]? )\((?:(?:stage )?I{1,3}V?[ABC]?\d? ?[=:] ?[cp]?T\d[a-d]?[ ,]*N\d[a-c]?[ ,]*M0[,; ]*(?:and |or )?)+\)/i,
    plain: '',
    side: 'inclusion',
  },
  // "Participant is female", "Female sex"
  {
    needs: ['male'],
    pattern:
      /^\W*(?:(?:(?:the )?(?:patient|participant|subject|individual)s? (?:is|are|must be|should be) |(?:gender|sex)\s*:?\s*)(?:an? )?(male|female)s?|(male|female) (?:sex|gender))\W*$/i,
    plain: '$1$2 participants',
    side: 'inclusion',
  },
  // "History of or active pancreatitis", "active or prior autoimmune disease": it may be there or have been there.
  {
    needs: ['history of'],
    pattern:
      /\bhistory of,? (?:or|and\/or) (?:(?:currently|current|presently|has|have|an|known|evidence of|active|ongoing|existing)[ ,]+)+(?=[a-z])(?!.*\b(?:active|current|ongoing)\b)/i,
    plain: 'history of ',
    side: 'exclusion',
  },
  {
    needs: ['active', 'current', 'ongoing'],
    pattern:
      /\b(?:has|have|with|^\W*)?\s*(?:an? )?(?:active|current|ongoing),? (?:or|and\/or) (?:(?:a|any|has|have|had|prior|past|previous|known|documented)[ ,]+)*(?:history of|(?<=(?:prior|past|previous|documented)[ ,]+))\s*(?=[a-z])(?!.*\b(?:active|current|ongoing)\b)/i,
    plain: ' history of ',
    side: 'exclusion',
  },
];

/** From which day a time is counted, where it is called in a way that the windows of treatments do not know: it is the beginning of the trial. */
const START = String.raw`(?:(?:planned|scheduled|anticipated|expected|estimated) (?:(?:first|initial|start|starting|initiation|beginning|administration|dose|of|the|study|trial|protocol|treatment|therapy|drugs?|intervention|enrol?lment|registration|randomi[sz]ation) ?)+(?:on study)?|signing(?: of)?(?: the)? (?:main )?(?:informed )?consent(?: form)?(?: \(ICF\))?|(?:initiation|initiating|start|starting)(?: of)? (?:any )?treatment on study|(?:planned )?(?:cycle|week) 1,? ?(?:\(C1\) ?)?day ?-?1(?: \(C1D1\))?(?: of (?:the )?(?:study |trial |protocol )?(?:treatment|therapy|drugs?))?)`;
const ANCHORS: readonly Rule[] = [
  {
    needs: ['planned', 'scheduled', 'anticipated', 'expected', 'estimated', 'signing', 'on study', 'cycle 1', 'week 1'],
    pattern: new RegExp(String.raw`\b(?:prior to|before|of|from|preceding|on|at|within) (?:the )?${START}(?![\w-])`, 'gi'),
    plain: 'prior to the first dose',
  },
];

/** What is forbidden is what an exclusion describes. */
const FORBIDDEN = String.raw`(?:(?:is|are|was|were) (?:strictly )?(?:not (?:allowed|permitted|eligible|acceptable)|prohibited(?: from (?:enrolling|enrol?lment|participating|participation)(?: in (?:this|the) (?:study|trial))?)?|excluded|ineligible|exclusionary)|(?:will|must|should) (?:also )?be excluded|may not (?:participate|enrol\w*|be enrolled)|(?:is|are) not eligible for (?:this|the) (?:study|trial)|(?:is|are) excluded from (?:this|the) (?:study|trial))`;
const SAYINGS: readonly Rule[] = [
  {
    needs: ['allowed', 'permitted', 'eligible', 'acceptable', 'prohibited', 'exclu', 'may not'],
    pattern: new RegExp(String.raw`^([^.;:]{6,300}?),? ${FORBIDDEN}\.?\s*$`, 'i'),
    plain: '$1',
    side: 'exclusion',
  },
  {
    needs: ['allowed', 'permitted', 'eligible', 'acceptable', 'prohibited', 'exclu'],
    pattern: new RegExp(String.raw`^\W*((?:prior|previous)\b[^.;:]{6,200}?),? ${FORBIDDEN}\.?\s*$`, 'i'),
    plain: 'No $1',
    side: 'inclusion',
  },
  {
    needs: ['pregnan', 'lactating', 'feeding'],
    pattern: new RegExp(
      String.raw`^\W*((?:pregnant|lactating|nursing|breast-?feeding)(?:(?:,? (?:or|and|and\/or)|,|\/) ?(?:pregnant|lactating|nursing|breast-?feeding))*) (?:women|females?|patients|participants|subjects),? ${FORBIDDEN}\.?\s*$`,
      'i',
    ),
    plain: 'Not $1',
    side: 'inclusion',
  },
  // "Diabetes mellitus. The rationale is that …"
  { needs: ['rationale'], pattern: /[.;]\s+(?:the |our )?rationale\b(?:(?!\b(?:exclu|eligib|allow|permit|unless)\w*)[^])*$/i, plain: '.' },
  // They say nothing of this criterion.
  {
    needs: ['protocol'],
    pattern:
      /\W*(?:notes?:? ?)?(?:other|additional) protocol[- ](?:defined|specified) (?:inclusion|exclusion|eligibility)(?:(?: and | or |\/)(?:inclusion|exclusion))? criteria (?:may |could )?appl(?:y|ies)\.?\s*$/i,
    plain: '.',
  },
  {
    needs: ['criteria'],
    pattern:
      /\W*notes?:? ?(?:other|additional) (?:inclusion|exclusion)(?:(?: and | or |\/)(?:inclusion|exclusion))?(?: criteria)? (?:criteria )?may apply\.?\s*$/i,
    plain: '.',
  },
];

/** More is asked than the status: what it is stays open, and whose status is worse is certain. */
const FURTHER: readonly Rule[] = [
  {
    needs: ['deteriorat', 'worsening'],
    pattern: /,? (?:and |with )?(?:no|without)(?: any)?(?: significant| evidence of)? (?:deterioration|worsening)\b[^.;]*/i,
    plain: ' fulfilling something further',
    side: 'inclusion',
  },
  {
    needs: ['life expectancy', 'life-expectancy'],
    pattern:
      /,? ?(?:and|with|,)(?: an?| the)?(?: (?:minimum|expected|predicted|estimated|anticipated))?(?: an?| the)? life[- ]expectancy\b[^.;]*\.?\s*$/i,
    plain: ' fulfilling something further',
    side: 'inclusion',
  },
];

const GATED = [...REFERENCES, ...SMALL_WORDS, ...AGE_RANGES, ...RULES, ...ANCHORS, ...SAYINGS, ...FURTHER].map((rule) => ({
  ...rule,
  needed: gate(rule.needs),
}));

const [QT, EJECTION, LABORATORY, AGE] = [
  gate(['qt']),
  gate(['ejection fraction', 'lvef']),
  gate(['transaminase', 'prothrombin', 'pt/', 'gilbert']),
  gate(['over', 'above', 'older', 'month', 'week', 'days', 'birth', '0 year']),
];

/** Null: nothing to say otherwise. */
export function reworded(text: string, side: Side): string | null {
  const opened = openedBy(text);
  let plain = text;
  if (opened.has(QT)) plain = qtcInShort(plain);
  if (opened.has(EJECTION)) plain = ejectionFractionInShort(plain);
  if (opened.has(LABORATORY)) plain = laboratoryInShort(plain);
  if (side === 'inclusion' && opened.has(AGE) && text.length < 120) plain = ageInYears(plain) ?? plain;
  for (const rule of GATED)
    if (opened.has(rule.needed) && (rule.side === undefined || rule.side === side)) plain = plain.replace(rule.pattern, rule.plain);
  return plain === text ? null : plain;
}
