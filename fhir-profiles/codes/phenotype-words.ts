/**
 * Metabolizer grades in the languages of other laboratories, put into English before they are read. Only words with one meaning are
 * listed: "schneller", "rapide" and "rápido" alone have meant both the normal and the rapid grade and stay unread, which is said.
 *
 * Where the words were found beside their English grade or allele counts (looked up 2026-11): German, Synlab directory of services, CYP2D6
 * (langsam, intermediär, ultraschnell; "schneller" is there the extensive grade); French, pharmacogenetics.fr, CYP2C19 (lent, intermédiaire,
 * ultrarapide; "rapide" is there the wild type); Italian, SEFAP summary on CYP2D6 (lento, intermedio, estensivo, ultrarapido); Portuguese,
 * neurociencias.org.br, CYP2D6 (lento, intermediário, normal, ultrarrápido); Spanish, public lecture notes and a test provider (lento or
 * pobre, intermedio, normal, ultrarrápido); Dutch, huisarts-migrant.nl after the NHG position (ultrasnel); Norwegian, St. Olavs hospital,
 * CYP2D6, and Utposten 2020 (langsom, intermediær, ekstensiv, ultrarask; metabolisør).
 * OUR OWN TRANSLATIONS, found in no source, not yet checked by a speaker: Dutch langzaam, traag, intermediair, normaal; Swedish and
 * Danish långsam, intermediär, normal; Italian scarso. No translation changes what an English term means: a wrong word stays unread.
 */
const METABOLIZER =
  /\b(?:metabolisierer\w*|metaboliseurs?|metabolizador(?:es|a)?|metabolizzator[ei]|metaboliseerders?|metaboliserare|metabolisator|metabolis[oø]r(?:er)?)\b/;

const GRADES: readonly (readonly [RegExp, string])[] = [
  [/\bultra[\s-]?(?:r?rapid[aeo]?[rs]?|schnell\w*|snel(?:le)?|raske?)\b/g, 'ultrarapid'],
  [/\b(?:langsam\w*|langsomm?e?|lent[aeio]?s?|pobres?|scars[oi]|lang?zame?|trage|langsam)\b/g, 'poor'],
  [/\b(?:intermedi(?:ar|ær)\w*|intermedi[oai]s?|intermediaires?)\b/g, 'intermediate'],
  [/\b(?:normal(?:er|e|es|en|i)?|e(?:[xs]|ks)tensiv\w*)\b/g, 'normal'],
];

/** Lower-case letters of the basic alphabet: "Métaboliseur" → "metaboliseur". */
export function plainLetters(text: string): string {
  return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** A negation, a choice or a doubt of these languages beside the grade: such a text states nothing. */
const NEGATED =
  /\b(?:kein\w*|nicht|pas|non|no|ne|ni|nao|geen|niet|oder|ou|of|o|verdacht|sospecha|moglich\w*|vermutlich\w*|wahrscheinlich\w*|voraussichtlich\w*|probable\w*|probabil\w*|posible\w*|possibl\w*|possibil\w*|possivel|provavel\w*|mogelijk\w*|waarschijnlijk\w*)\b/;

/** The same in English words, or the text as it is when it is not in one of these languages. Expects lower case. */
export function inEnglish(text: string): string {
  const plain = plainLetters(text);
  if (!METABOLIZER.test(plain) || NEGATED.test(plain)) return text;
  return GRADES.reduce((words, [pattern, grade]) => words.replace(pattern, grade), plain).replace(METABOLIZER, 'metabolizer');
}
