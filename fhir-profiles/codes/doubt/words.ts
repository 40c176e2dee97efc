/**
 * Words that deny what a text names, ask for it, leave it open or move it to someone else. Each part is the inside of an alternation; the readers of grades,
 * findings, diagnoses and alleles take the parts that mean doubt beside what they read, and say where a part would mean something else there.
 */

/** Kin, also in German, French, Spanish, Italian and Dutch. "Son génotype" is French for "his genotype", the ampulla of Vater an organ, the dura madre another. */
export const KIN = String.raw`relatives?|(?:grand)?parents?|(?:grand)?(?:mother|father|daughter)|(?:grand)?son(?!\s+g[ée]no)|(?:half[- ])?(?:brothers?|sisters?)|siblings?|aunt|uncle|cousin|nephew|niece|mutter|(?<!\bof |\bpapill[ae] |\bampull[ae] )vater(?!-?\s?(?:papill|ampull|sche))|bruder|schwester|m[èe]re|p[èe]re|(?<!\b(?:dura|pia) )madre|padre|hermano|hermana|fratello|sorella|moeder|vader`;

/** Another person of the family. */
export const RELATIVES = String.raw`family|${KIN}`;

/** Who gave an organ or cells; the donor of a splice site is a place in the gene. */
export const DONOR = String.raw`(?<!\bsplic(?:e|ing)[- ](?:site[- ])?)donors?(?![- ](?:splic|site|loss|gain))`;

/** "… in the patient's sister", "of her family members". */
export const IN_RELATIVE = String.raw`(?:in|of) (?:the |his |her |a |patient['’]?s )*(?:${RELATIVES})(?: members?)?`;

/** Asked for, and not yet answered. */
export const ASKED_FOR = String.raw`r\/o|rule out|query|ausschluss`;

/** Someone thinks of it. */
export const SUSPECTED = String.raw`suspect(?:ed)?|suspicion|suspicious (?:of|for)|unlikely|improbable|unconfirmed|not (?:yet )?confirmed|to be confirmed|questionable|in doubt|verdacht`;

/** Looked at, and not settled: the opposite of "ruled out", whose words it holds; "cannot be ruled out", "nicht auszuschließen". */
export const NOT_EXCLUDED = String.raw`(?:cannot|can ?not|could not|can't|not|nicht|no|non|não|ne|pas|niet)\b[^.;]{0,40}?\b(?:excluded|ruled? out|auszuschlie(?:ß|ss)en|ausgeschlossen|exclue?s?|exclure|exclui\w*|excluid[oa]s?|descart\w+|esclus[oaie]|escludere|uit ?te ?sluiten|uitgesloten)(?![\p{L}])`;

/** A lesser certainty. Of a grade it makes a grade of its own ("Possible Poor Metabolizer"). */
export const HEDGED = String.raw`possibl[ey]|probabl[ey]|presum(?:ed|ably|ptive(?:ly)?)`;

/** Looked at, and it is not so. */
export const RULED_OUT = String.raw`ruled out|ruling out|excluded|disprov(?:ed|en)|refuted`;

/** "No …" in other languages: the word denies what follows it. */
export const NO_ELSEWHERE = String.raw`kein\w*|sans|sin|senza|sem|geen|ingen|inget|ikke|brak`;
/** "Not …" in other languages: it may belong to a name as well ("nicht-kleinzellig", PAS). */
export const NOT_ELSEWHERE = 'nicht|niet|inte|pas';

/** The test itself did not show it reliably. */
export const UNRELIABLE = String.raw`false(?:ly)?[- ]positive|unconfirmed|art[ei]facts?|(?:positive|detected|seen) (?:only )?in (?:the )?(?:positive )?controls?|not (?:clearly|definitely|definitively|reliably|convincingly|unequivocally|certainly)|(?:positive|pos|detected)\s?(?:or|\/)\s?(?:negative|neg|not detected)`;

export const BELOW_LIMIT = String.raw`below (?:the )?(?:limit of detection|detection limit)`;

/** Right behind a name these deny it, whatever comes after them. */
export const DENIED_BEHIND = String.raw`${RULED_OUT}|rule out|ausgeschlossen|not (?:confirmed|supported|detect\w*|found|seen|likely|present|expected)|unlikely|negative|absent|false`;
/** These deny it, or leave it open, only as all that follows. */
export const DENIED_ALONE = String.raw`neg\.?|no|none|unknown|unclear|pending|test(?:ing)?|control failed|nicht nachweisbar|${BELOW_LIMIT}`;
/** All that follows, too: of a variant and of a grade; of a pair of alleles it is a name. */
export const WILD_TYPE = String.raw`wild[- ]?type`;

/** Signs for it, as all that follows. */
export const NOUGHT = String.raw`[:=]\s*0|0\s?%`;
export const MINUS = String.raw`\(\s*[-–−]\s*\)|[-–−]`;

/** G6PD's variant A- ends with a minus that belongs to its name. */
export const A_MINUS = /(?<![\p{L}\d])A\s?(?:\(-\)|-)(?![\p{L}\d])/giu;
