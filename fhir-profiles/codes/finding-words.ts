/**
 * "Found" and "not found" in the languages of European laboratories, put into English before a result is read: an allele beside a negation that is
 * not understood looks like an allele that was found. Everyday words of German, French, Italian, Spanish, Portuguese, Dutch, Norwegian, Danish,
 * Swedish, Finnish and Polish; OUR OWN TRANSLATIONS, not yet checked by speakers.
 */
/** What stands between "not" and "found" in these languages: "não foram detectadas", "n'a pas été retrouvée", "non sono state rilevate". */
const BETWEEN = String.raw`(?:(?:se|si|ha|han|foi|foram|fue|fueron|[èéê]|est|sont|sono|stat[oaie]|sido|[ée]t[ée]|a|ont|alcun[oa]?|werd|werden|is|zijn|blitt|blevet|har) ){0,3}`;
const NOT_FOUND = new RegExp(
  [
    String.raw`nicht (?:nachgewiesen|nachweisbar|vorhanden|gefunden|detektier\w*|feststellbar)`,
    // "Kein Nachweis einer Mutation": what is denied is the noun behind it.
    String.raw`kein(?:e[nrs]?)? (?:mutations)?nachweis(?: (?:von|einer?|des|der))?`,
    String.raw`(?:non|pas) ${BETWEEN}(?:d[ée]tect[ée]e?s?|retrouv[ée]e?s?|identifi[ée]e?s?|pr[ée]sente?s?|mise?s? en [ée]vidence)`,
    String.raw`(?:no|n[ãa]o) ${BETWEEN}(?:detect\w*|encontr\w*|identific\w*|observ[ao]\w*|evidenci[ao]\w*|hallad[oa]s?|presentes?)`,
    String.raw`non ${BETWEEN}(?:rileva(?:no|t[oaie])?|evidenzia(?:no|t[oaie])?|presente|trovat[oaie]|riscontrat[oaie]|individuat[oaie]|identificat[oaie])`,
    String.raw`niet ${BETWEEN}(?:aangetoond|aantoonbaar|gevonden|aanwezig|gedetecteerd|ge[ïi]dentificeerd)`,
    String.raw`(?:ikke|ej|inte) (?:kunnet |kunnat )?${BETWEEN}(?:p[åa]vis\w*|funnet|fundet|detekter\w*|hitta\w*)`,
    String.raw`ei (?:todettu|havaittu|l[öo]ydetty)`,
    '(?:sin|sem|senza|zonder|ohne|sans) (?:evidencia|evid[êe]ncia|evidenza|aanwijzing(?:en)?|hinweis|anhalt) (?:de|di|voor|auf|für)',
    String.raw`nie (?:wykryto|stwierdzono|wykazano)`,
    String.raw`negativ(?:[oai]|e[rs]?|t)?|n[ée]gatif|n[ée]gatives?|negatief|negatieve`,
    'absence|absents|absentes?|ausentes?|ausencia|aus[êe]ncia|assente|assenza|afwezig|ausgeschlossen|excluded|ruled out',
  ]
    .map((words) => String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`)
    .join('|'),
  'giu',
);
const FOUND = new RegExp(
  [
    'nachgewiesen|nachweis (?:einer|eines|von|der|des)|nachweisbar|vorhanden|positiv(?:[oa]|e[rs]?|t)?|positif|positief',
    'présence|presenza|presencia|presença|d[ée]tect[ée]e?s?|retrouv[ée]e?s?|pr[ée]sente?s?|mise?s? en [ée]vidence|detectad[oa]s?|encontrad[oa]s?|se (?:detecta|identifica)n?',
    'rilevat[oaie]|riscontrat[oaie]|aangetoond|aantoonbaar|aanwezig|p[åa]vist|p[åa]visa[dt]|wykryto|stwierdzono|todettu',
  ]
    .map((words) => String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`)
    .join('|'),
  'giu',
);
/** "No se detectan mutaciones", "kein Nachweis einer Mutation", once the first words are English. */
const NOT_FOUND_NOUN = /\bnot detected (muta[a-zçõãóò]{2,6}|variant[ei]?s?|varia(?:c|ç)(?:iones|ión|ões|ão))(?!\p{L})/giu;
const NEGATION = String.raw`(?:nicht|non|pas|no|n[ãa]o|niet|ikke|ej|inte)[\s-]+`;
const WHAT_BECAME: readonly (readonly [string, string])[] = [
  ['amplifi[ée]e?s?|amplifiziert\\w*|amplificad[oa]s?|amplificat[oaie]|geamplificeerd', 'amplified'],
  [
    'réarrang[ée]e?s?|rearrangée?s?|rearrangiert\\w*|rearranjad[oa]s?|reordenad[oa]s?|reorganizad[oa]s?|riarrangiat[oaie]|herschikt',
    'rearranged',
  ],
  ['mutée?s?|mutiert\\w*|mutad[oa]s?|mutat[oaie]|gemuteerd', 'mutated'],
  [
    'hypermethylated|(?:hyper-?)?m[ée]thyl[ée]e?s?|(?:hyper-?)?methyliert\\w*|(?:iper|hiper)?metilat[oaie]|(?:hiper)?metilad[oa]s?|(?:hyper)?gemethyleerd',
    'methylated',
  ],
  ['sur-?exprimée?s?|überexprimiert\\w*|sobre-?expresad[oa]s?|sobre-?express[oa]s?|sovra-?espress[oaie]', 'overexpressed'],
];
/** What became of a gene or a protein, denied and stated; and "wild type". */
const CHANGED: readonly (readonly [RegExp, string])[] = [
  // Portuguese "no" behind such a noun is "in the": "deleção no exon 19 detectada" denies nothing.
  [/(?<=\p{L}ç(?:ão|ões) )nos?(?= )/giu, 'em'],
  ...WHAT_BECAME.flatMap(([words, english]) => [
    [new RegExp(String.raw`(?<![\p{L}\d])${NEGATION}(?:${words})(?![\p{L}\d])`, 'giu'), `not ${english}`] as const,
    [new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, 'giu'), english] as const,
  ]),
  [
    /(?<![\p{L}\d])(?:(?:type|tipo|statut|profil|phénotype)\s+)?(?:sauvages?|selvaggi[oa]?|silvestres?|salvajes?|selvagem|selvagens)(?![\p{L}\d])/giu,
    'wild type',
  ],
  // Stains: "MSH2: Verlust", "perte d'expression de PMS2", "conservée". "Material erhalten" is material received.
  [
    /(?<![\p{L}\d])(?:verlust|perte|p[ée]rdida|perda|perdita|verlies) (?:der |de l[’']|d[’']|de |di |van )?(?:nukle[äa]ren |nucl[ée]aire )?(?:expression|expresi[oó]n|express[ãa]o|espressione|expressie)(?![\p{L}\d])/giu,
    'loss of expression',
  ],
  [/(?<![\p{L}\d])(?:verlust|perte|p[ée]rdida|perda|perdita|verlies)(?![\p{L}\d])/giu, 'loss'],
  [/(?<![\p{L}\d])(?:kein|pas de|aucune|sin|sem|nessuna|geen) loss(?![\p{L}\d])/giu, 'no loss'],
  [/(?<=\bloss (?:of expression )?)(?:von|de|di|van) (?=[A-Z])/gu, 'of '],
  [
    /(?<=(?:MLH1|MSH2|MSH6|PMS2|PTEN|express|expresi|espress|protein|protéin|proteín)[^;.\n]{0,60})(?<![\p{L}\d])(?:erhalten(?:e[nr]?)?|conserv[ée]e?s?|conservad[oa]s?|conservat[oaie]|preservad[oa]s?|behouden)(?![\p{L}\d])/giu,
    'retained',
  ],
  [/(?<![\p{L}\d])(?:nicht|non|pas|no|n[ãa]o|niet)[ -](?=retained\b)/giu, 'not '],
  [/(?<![\p{L}\d])wild-?typ(?:us|isch)?(?![\p{L}\d])/giu, 'wild type'],
  // "KRAS nativo"; DNA is native as well, so that it counts at the beginning of an answer alone.
  [/^(\W*(?:[KNH]?RAS\W{1,3}|BRAF\W{1,3})?)nativ[oa]s?(?=\W*(?:\(|$))/iu, '$1wild type'],
  [/(?<![\p{L}\d])keine?n? (?:mutations|varianten)nachweis(?:e|es)?(?![\p{L}\d])/giu, 'no mutation'],
  [
    /(?<![\p{L}\d])(?:sin|sem|nessuna|geen|pas de|aucune?|absence de|ausencia de|aus[êe]ncia de|assenza di|keine?|ingen) (?:mutaci[oó]n(?:es)?|muta[çc](?:[ãa]o|[õo]es)|mutazion[ei]|mutaties?|mutations?|mutationen|mutasjon(?:er)?|mutation(?:er)?)(?![\p{L}\d])/giu,
    'no mutation',
  ],
  [
    /(?<![\p{L}\d])(?:sin|sem|nessuna|geen|pas de|aucune?|absence de|ausencia de|aus[êe]ncia de|assenza di|keine?|ingen) (?:variant(?:e[ns]?|i|er)?|varia[cç]i[oó]n(?:es)?)(?![\p{L}\d])/giu,
    'no variant',
  ],
  [
    /(?<![\p{L}\d])(?:sin|sem|nessuna?|geen|pas d[e’']|aucune?|absence d[e’']|ausencia de|aus[êe]ncia de|assenza di|keine?|ingen) ?((?:EGFR|ALK|ROS1|RET|MET|N-?TRK\d?|FGFR\d?|BRAF|NRG1|KMT2A|MLL|RARA|EWSR1|MYC|BCL[26]|PDGFR[AB]|CBFB|JAK2))[ -](?:r[ée]arrangements?|translo[ck]a(?:tions?|tionen|ci[oó]n(?:es)?|ções|ção|zion[ei]|ties?)|traslocazion[ei]|reordenamientos?|rearreglos?|riarrangiament[oi]|rearranjos?|herschikking(?:en)?|rearrangierung(?:en)?|umlagerung(?:en)?)(?![\p{L}\d])/giu,
    'no $1 rearrangement',
  ],
  [
    /(?<![\p{L}\d])(?:sin|sem|nessuna?|geen|pas d[e’']|aucune?|absence d[e’']|ausencia de|aus[êe]ncia de|assenza di|keine?|ingen) ?(?:r[ée]arrangements?|translo[ck]a(?:tions?|tionen|ci[oó]n(?:es)?|ções|ção|zion[ei]|ties?)|traslocazion[ei]|reordenamientos?|rearreglos?|riarrangiament[oi]|rearranjos?|herschikking(?:en)?|rearrangierung(?:en)?|umlagerung(?:en)?)(?![\p{L}\d])/giu,
    'no rearrangement',
  ],
  ...(['deletion', 'insertion'] as const).map(
    (kind) =>
      [
        new RegExp(
          String.raw`(?<![\p{L}\d])(?:sin|sem|nessuna|geen|pas d[e’']|aucune?|absence d[e’']|ausencia de|aus[êe]ncia de|assenza di|keine?|ingen) ?(?:${kind === 'deletion' ? 'd[ée]l[ée]tions?|deletionen|deleci[oó]n(?:es)?|delezion[ei]|dele[çc](?:[ãa]o|[õo]es)|deleties?' : 'ins[ée]rtions?|insertionen|inserci[oó]n(?:es)?|inserzion[ei]|inser[çc](?:[ãa]o|[õo]es)|inserties?'})(?![\p{L}\d])`,
          'giu',
        ),
        `no ${kind}`,
      ] as const,
  ),
];
const MAY_BE_CHANGED =
  /wild-?typ|varia|verl[iu]|pert|p[ée]rdi|perda|erhalt|conserv|preserv|behoud|transl?o|hersch|umlager|ção|ções|d[ée]l|ins[eé]r|amplifi|arrang|riarr|rearranj|reorden|reorgan|herschikt|mut[éai]|gemut|m[ée]thyl|methyliert|metila|exprim|expres|espress|sauvag|selva|silvest|salvaj|nativ/i;

/** "non amplifié" as "not amplified", "réarrangé" as "rearranged", "sauvage" as "wild type". */
export function changesInEnglish(text: string): string {
  return MAY_BE_CHANGED.test(text) ? CHANGED.reduce((said, [words, english]) => said.replace(words, english), text) : text;
}

/** Most results hold none of these words: one look tells. */
const WORTH_READING =
  /nach|vorhand|posit|n[ée]gat|d[ée]tect|retrouv|pr[ée]sen|absen|ausen|assen|excl|ausgeschl|ruled|encontr|identif|hallad|mis|rile|riscon|trovat|individ|aang|aant|aanw|afwez|gevond|gedet|vis|funn|fund|detekt|hitta|todet|havai|ydett|wyk|stwier/i;

/** The text with these words as "detected" and "not detected". English words stay as they are. */
export function findingsInEnglish(written: string): string {
  const text = changesInEnglish(written);
  if (!WORTH_READING.test(text)) return text;
  return text
    .replace(NOT_FOUND, (words) => (/^negative$/i.test(words) ? words : 'not detected'))
    .replace(FOUND, (words) => (/^(?:positive|present)$/i.test(words) ? words : 'detected'))
    .replace(NOT_FOUND_NOUN, (_, noun: string) => (/^m/i.test(noun) ? 'no mutation' : 'no variant'));
}
