/**
 * Headings in other languages, as records of the European registries carry them: an exclusion must never be read as an inclusion. What stands beneath is
 * mostly not understood; numbers and names of tests are.
 */
const CRITERIA = String.raw`(?:crit[eè]res|criterios|crit[eé]rios|criteri|criteria|criterii(?:le)?|kryteria|krit[eé]ri[aeáí]\p{L}*|kriter(?:ier(?:na)?|ien|iji|iai|ij[uų]|iumok|iumai|leri)|критери\p{L}*|κριτ[ήη]ρια)`;
const OF = String.raw`(?:de la |de l['’]|d['’]|de |do |da |di |za |til |för |for |voor |zur |der |на |для |за )?`;
const IN = String.raw`(?:inclusi[oó]n|inclus[aã]o|inclusion|inclusione|includere|włączenia|zařazení|za?radenia|uključ\p{L}+|vključ\p{L}+|beválasztási|[eé]ligibilit[eé]|elegibilidad|elegibilidade|eleggibilità|включ\p{L}+|ένταξης|εισαγωγής|į?traukimo)`;
const OUT = String.raw`(?:exclusi[oó]n|exclus[aã]o|exclusion|esclusione|excludere|wyłączenia|wykluczenia|vyloučení|vyřazení|vylúčenia|isključ\p{L}+|izključ\p{L}+|kizárási|исключ\p{L}+|изключ\p{L}+|невключ\p{L}+|αποκλεισμού|neį?traukimo)`;
const NOT = String.raw`(?:no[ -]|non[ -]|não[ -]|nicht[- ]?|niet[- ]?|ikke[- ]|не )`;
/** One word, or an adjective before or behind. */
const ONE_WORD_OUT = String.raw`(?:(?:ausschlu(?:ss|ß)|nichteinschlu(?:ss|ß))-?kriterien|exclusie-?criteria|e(?:ks|x)klusjonskriterier|e(?:ks|x)klusionskriterier(?:na)?|poissulku\p{L}*|vylučovací kritéria|排除标准|排除標準|排除基準|除外基準|除外条件|不纳入标准|제외 ?기준)`;
const ONE_WORD_IN = String.raw`(?:einschlu(?:ss|ß)-?kriterien|inclusie-?criteria|inklusjonskriterier|inklusionskriterier(?:na)?|sisäänotto\p{L}*|mukaanotto\p{L}*|zařazovací kritéria|[入纳納]选?[選组入]?标准|纳入标准|入选标准|入组标准|納入標準|納入基準|選択基準|適格基準|组入标准|선정 ?기준|포함 ?기준)`;
const SIMPLE = String.raw`(?:\s*(?:principa(?:l|les|is|ux|li)|g[eé]n[eé]ra(?:l|les|ux|is|li)|clave|claves|haupts?[äa]chliche|wichtig(?:st)?e|allgemeine|główne|belangrijkste|main|key|主要|一般|関鍵)\s*)?`;
const QUALIFIED = (core: string): RegExp =>
  new RegExp(String.raw`^(\W*(?:\d+(?:\.\d+)*[.)、]?\s*)?)${SIMPLE}${core}${SIMPLE}(?![\p{L}\d])`, 'iu');

const EXCLUSION = QUALIFIED(
  String.raw`(?:${ONE_WORD_OUT}|${CRITERIA}(?: ?${SIMPLE}) ?${OF}(?:${OUT}|${NOT}${IN})|(?:${OUT}|${NOT}${IN}) ${CRITERIA})`,
);
const INCLUSION = QUALIFIED(String.raw`(?:${ONE_WORD_IN}|${CRITERIA}(?: ?${SIMPLE}) ?${OF}${IN}|${IN} ${CRITERIA})`);
const GATE =
  /critèr|criter(?!ia\b|ion\b)|sie-?criteria|crité|kriter|kryter|kritéri|krit[eè]ri|критери|κριτ|标准|標準|基準|条件|기준|sisäänotto|mukaanotto|poissulku/i;
/** Words of criteria in a language that is not known here. */
const UNKNOWN = /^\W*(?:[\p{L}-]+ ){0,3}(?:krit[eé]ri|kriter|критери|κριτ|criteri(?!a\b|on\b))\p{L}*(?: [\p{L}-]+){0,3}\s*[:：]?\s*$/iu;

/** The line with its heading in English; a heading in a language that is not known holds for some only, so that nothing beneath is certain. */
export function englishHeading(text: string): string {
  if (!GATE.test(text) || /^\W*(?:[a-z0-9.]+ ){0,4}(?:inclusion|exclusion|eligibility) criteri(?:a|on)\b/i.test(text)) return text;
  for (const [pattern, name] of [
    [EXCLUSION, 'Exclusion criteria'],
    [INCLUSION, 'Inclusion criteria'],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const rest = text.slice(found[0].length).replace(/^\s*：/, ':');
    const [whom = ''] = rest.split(':');
    const some = /\p{L}/u.test(whom) && whom.length < 80 && !/^\s*[-–/]/.test(whom);
    return some ? `${name} for some of the patients${rest.includes(':') ? rest.slice(whom.length) : ':'}` : `${name}${rest}`;
  }
  return text.length < 70 && UNKNOWN.test(text) ? 'Inclusion criteria for some of the patients:' : text;
}
