/** The many names of the corrected QT interval and of the ejection fraction, in plain words. Gated like every rewording; only beside a limit. */
const BY = String.raw`(?:Fr[ie]d[ei]ri?ci?a|Bazett)(?:'?s)?`;
const METHOD = String.raw`(?:\s*[- ](?:QT|correction|corrected|cube|root|formula|method|calculation|criteria))*`;
const VIA = String.raw`(?:(?:(?:as |is |was )?(?:calculated |corrected |measured |determined )?(?:by|using|with|per|via|based on) )?(?:the )?${BY}${METHOD})`;
const SHORT = String.raw`QTc?[FB]?(?:[- ]interval)?`;
const CORRECTED = String.raw`(?:(?:heart[- ]rate[- ]?)?corrected ${SHORT}|Q wave to T wave ?\(QT\) interval,? corrected|QT(?:[- ]interval)?,? ?(?:with )?(?:QT )?correct(?:ed|ion)(?: interval)?|${SHORT})(?: for heart rate)?`;
const BRACKET = String.raw`[([]+(?:(?:${VIA}|${SHORT}|by|using|with|the|single electrocardiogram|12-lead|ECG|corrected|for|heart|rate)[\s,]*)+[)\]]+`;
const WORSE = String.raw`(?:(?:marked |confirmed |clinically significant )*(?:prolonged|prolongation)(?: of)?(?: the| a)? )`;
const NAME = new RegExp(
  String.raw`(?<!absolute |uncorrected )\b(?:(?:mean|average|averaged|resting|baseline|screening|an?|the|of) )*${WORSE}?(?:${BY}(?:'s)?(?: formula)?[- ](?:corrected )?)?${CORRECTED}(?:,?\s*(?:${BRACKET}|${VIA}|${CORRECTED}|prolongation))*(?: values?)?\s*(?:(?:is|was|to|of|defined as|:|,)\s*)*(?=[([]?\s*[≥≤><]\s*\d{3}\s*m)`,
  'gi',
);
const SIGNED = /correct|QTc|fr[ie]d[ei]r|bazett/i;
/** Behind the limit and the sex that it is for: how it was measured. */
const LIMIT = String.raw`(?<=\d\s*m(?:illi)?s(?:ec(?:onds?)?)?(?:\s*[([]m?s(?:ec)?[)\]])?[)\]]?(?:\s*[([]?(?:in |for )?(?:(?:fe)?males?|(?:wo)?men)(?: subjects| patients| participants)?[)\]]?)?)`;
const READINGS = String.raw`(?:the|an?|average|mean|averaged|of|from|and|at|screening|baseline|triplicate|three|[23](?= (?:consecutive|successive|separate|QTc|values|ECGs?|EKGs?|electro|readings|measure|determin))|consecutive|successive|12-lead|single|resting|QTcF?|values?|readings?|measurements?|measures|determinations?|electrocardiograms?|electrocardiography|ECGs?|EKGs?|performed|visit|[([](?:ECGs?|EKGs?)[)\]])(?![\w-])`;
const BEHIND: readonly RegExp[] = [
  new RegExp(
    String.raw`${LIMIT}\s*,?\s*(?:[([]\s*)?(?:as )?(?:calculated |corrected |measured )?(?:(?:by|using|based on|with|per)\s+)?(?:the |either )?${BY}${METHOD}(?:\s*[)\]])?(?!\s*or\b)`,
    'gi',
  ),
  new RegExp(
    String.raw`${LIMIT}\s*,?\s*[([]?(?:based on|determined (?:by|as|from)|calculated (?:from|based on)|obtained from|measured in|on|in)\s+${READINGS}(?:,?\s+${READINGS})*[)\]]?`,
    'gi',
  ),
  new RegExp(String.raw`${LIMIT}\s*(?:in|for) (?:both )?(?:males? and females?|men and women|women and men|females? and males?)\b`, 'gi'),
];

/** "Prolongation of the QT interval corrected for heart rate using Fridericia's formula (QTcF) to > 480 ms" is "QTcF > 480 ms". */
export function qtcInShort(text: string): string {
  if (!SIGNED.test(text)) return text;
  let plain = text.replace(NAME, 'QTcF ');
  for (const pattern of BEHIND) plain = plain.replace(pattern, ' ');
  return plain;
}

const SCAN = String.raw`(?:(?:(?:2-?D )?(?:transthoracic )?echo(?:cardiogra(?:ms?|phy|phic))?|MUGA|multi-?(?:ple)?[- ]?(?:up)?ga?te?d?(?: uptake gated)?(?: acquisition)?|radionuclide (?:angiography|scan|ventriculography)|cardiac MRI|TTE|scans?|either|by|an?|the|most|recent|screening|baseline|or|and|results?)(?![\w-])|[([](?:ECHO?|MUGA|TTE|preferred)[)\]])`;
const SCANS = new RegExp(
  String.raw`(?<=\d\s*%[^.;]{0,4})\s*,?\s*[([]?(?:as |is |was )?(?:based on|(?:determined|assessed|measured|evaluated|shown|documented|confirmed|detected)(?: either)?(?: on| by| via| with| using)|by|per|via)\s+${SCAN}(?:\s*\/\s*${SCAN}|\s+${SCAN})*[)\]]?`,
  'gi',
);
/** "Ejection fraction determined by echo or MUGA of at least 55 %", "(as measured by …) < 40 %": by what it is measured stands before the limit. */
const SCANNED = new RegExp(
  String.raw`(?<=\b(?:ejection fraction|LVEF)(?: \((?:LV)?EF\))?),? ?[([]?(?:as )?(?:determined|assessed|measured|evaluated|documented)(?: either)? (?:by|with|using|on|via) ${SCAN}(?:\s*\/\s*${SCAN}|\s+${SCAN})*[)\]]?(?:,? (?:of|is|must be))* ?(?=[≥≤<>])`,
  'gi',
);
/** "(2-D transthoracic echocardiogram is preferred; multi-gated acquisition scan is acceptable)" */
const PREFERRED = /(?<=\d ?%) ?\((?=[^()]*(?:echo|MUGA|multi-?gated))(?=[^()]*\b(?:preferred|acceptable)\b)[^()<>≥≤%]{0,200}\)/gi;
const NOT_MANDATORY = /[([](?:testing|screening|test) (?:is )?not (?:mandatory|required)[)\]]/gi;

export function ejectionFractionInShort(text: string): string {
  return text
    .replace(/\bLVEF \(left[- ]ventricular ejection fraction\)/gi, 'LVEF')
    .replace(/\b(left[- ]ventricular ejection fraction) \(cardiac function\)/gi, '$1')
    .replace(NOT_MANDATORY, ' ')
    .replace(PREFERRED, ' ')
    .replace(SCANNED, ' ')
    .replace(SCANS, ' ');
}
