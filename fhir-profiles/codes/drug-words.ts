/** Words of drug names: how they are compared, which of them only name a salt, and spellings that differ between countries. */

/** Lower case, no accents, one kind of hyphen, quote and space. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[®™©]/g, '')
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Salt, ester and hydrate words that follow an ingredient name without making it another ingredient.
 * From the precise ingredient (PIN) names of RxNorm. Esters that RxNorm keeps as ingredients of their own stand in the table by full name
 * and are found first.
 */
export const SALT_WORDS: ReadonlySet<string> = new Set(
  (
    'acetate adipate alginate aluminum ammonium arginine ascorbate aspartate besylate besilate benzathine benzoate bicarbonate bisulfate hydrogensulfate ' +
    'bitartrate borate bromide butyrate calcium camphorate camsylate camsilate carbonate caproate chloride choline cilexetil citrate cypionate ' +
    'decanoate diacetate diethylamine dihydrate dihydrochloride dihydrogen dimaleate dimesylate dinitrate diphosphate dipotassium dipropionate disodium disoproxil ' +
    'ditosylate edisylate enanthate erbumine esylate estolate ethylsuccinate ethanolate etabonate etexilate fumarate furoate gluceptate gluconate glucuronate ' +
    'hcl hbr hemifumarate hemihydrate hemitartrate heptahydrate hexahydrate hyclate hydrate hydrobromide hydrochloride hydrochlorid hydrogen ' +
    'hydroxide hydroxynaphthoate iodide isethionate lactate lactobionate laurate lauroxil lysine magnesium malate maleate maleas meglumine mesylate mesilate ' +
    'methylsulfate monohydrate monohydrochloride mononitrate monosodium mucate napsylate nitrate olamine orotate oxalate palmitate pamoate pantothenate ' +
    'pentahydrate phosphate phosphonate pivalate polistirex potassium propionate s-malate saccharate salicylate sesquihydrate sodium natrium kalium stearate ' +
    'succinate sulfate sulphate sulfas sulfat sulfonate tannate tartrate tetrahydrate theoclate thiocyanate tosylate trihydrate trisodium ' +
    'tromethamine trometamol undecanoate valerate xinafoate zinc axetil medoxomil mofetil proxetil alafenamide acistrate anhydrous base ' +
    'hemisulfate dihydrogenphosphate hydrogentartrate embonate hydrogenfumarate tetrahydrochloride ' +
    'triphenylacetate xinafoate isoxil hippurate mandelate teoclate polacrilex bitartrat tartrat fumarat maleat citrat acetat phosphat succinat mesilat besilat'
  ).split(' '),
);

/** Removes trailing salt words; a name that is only salt words ("potassium chloride") stays whole. */
export function withoutSalt(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && SALT_WORDS.has(words[end - 1] ?? '')) end -= 1;
  const base = words.slice(0, end).join(' ');
  return end === 1 && (SALT_WORDS.has(base) || CATIONS.has(base)) ? name : base;
}

/** A salt of one of these is known by its whole name: "lithium carbonate", "ferrous sulfate". */
const CATIONS: ReadonlySet<string> = new Set(
  'potassium sodium magnesium calcium zinc iron ferrous ferric aluminum ammonium barium copper cupric silver strontium selenium manganese hydrogen boric chromic chromium ammonia stannous bismuth gold radium'.split(
    ' ',
  ),
);
