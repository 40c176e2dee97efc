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

/** A display text as comparable words: letters, figures, inner hyphens and apostrophes; a strength stuck to a name is cut off. */
export function textWords(text: string): readonly string[] {
  return plain(text)
    .replace(/([a-z]{4,})(\d)/g, '$1 $2')
    .replace(/[^a-z0-9'-]+/g, ' ')
    .split(' ')
    .map((word) => word.replace(/^[-']+|[-']+$/g, ''))
    .filter((word) => word !== '');
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
    'tromethamine trometamol undecanoate valerate xinafoate zinc axetil medoxomil proxetil alafenamide acistrate anhydrous base ' +
    'hemisulfate dihydrogenphosphate hydrogentartrate embonate hydrogenfumarate tetrahydrochloride ' +
    'terephthalate triphenylacetate xinafoate isoxil hippurate mandelate teoclate polacrilex bitartrat tartrat fumarat maleat citrat acetat phosphat succinat mesilat besilat'
  ).split(' '),
);

/** A salt of one of these is known by its whole name: "potassium chloride", "methyl salicylate", "chloral hydrate", "isosorbide mononitrate". */
const ONLY_WITH_SALT: ReadonlySet<string> = new Set(
  (
    'potassium sodium magnesium calcium zinc iron ferrous ferric aluminum aluminium ammonium barium copper cupric silver strontium selenium ' +
    'manganese hydrogen boric chromic chromium ammonia stannous bismuth gold radium methyl ethyl phenyl benzyl chloral isosorbide nitrous ' +
    'choline dexamethasone-21 trolamine isopropyl amyl butyl propyl acetyl'
  ).split(' '),
);

/** Words before a name that say how it was made, not what it is. */
const MAKING = /^(?:micronized|lyophilized|modified|recombinant|conventional|pegylated liposomal|liposomal) /;
/** Words after a name, with or without comma, that do the same. */
const QUALITY =
  /(?:,? (?:liposome|liposomal|lipid complex|protein-bound|albumin-bound|modified|micronized|macrocrystals?|macrocrystalline|recombinant|human(?: recombinant)?|porcine|bovine|ovine|equine|plain|usp|\(usp\)|\(human\)|preservative free|nanocrystals))+$/;
/**
 * The four meaningless letters that the FDA adds to biologics (naming guidance 2017): "trastuzumab-dkst". Only behind what ends like a biologic:
 * in "metoprolol-hctz" they are a second drug.
 */
const BIOLOGIC_SUFFIX =
  /^(.*(?:mab|cept|stim|ase|tecan|ansine|dotin|leucel|eron|poetin|gine|lisp?ro|part|m[iy]cin|tide|beta|alfa|kin|stan|tropin|tox|gen|toxina|human))-[a-z]{4}$/;

/** The name without these letters; null when there are none. */
export function withoutBiologicSuffix(name: string): string | null {
  return BIOLOGIC_SUFFIX.exec(name)?.[1] ?? null;
}

/**
 * The names under which an ingredient may stand in the table, most exact first: as written, without salt, without quality words,
 * without the biologic suffix. A name that is only a cation with its salt ("potassium chloride") is never shortened.
 */
export function nameCandidates(name: string): readonly string[] {
  const found = [name];
  const add = (next: string) => {
    if (next !== '' && next !== found.at(-1)) found.push(next);
  };
  add(withoutSalt(name));
  const bare = (found.at(-1) ?? name).replace(MAKING, '').replace(QUALITY, '').trim();
  add(bare);
  add(withoutSalt(found.at(-1) ?? name));
  add(withoutBiologicSuffix(found.at(-1) ?? name) ?? '');
  return found;
}

/** Removes trailing salt words. */
function withoutSalt(name: string): string {
  const words = name.split(' ');
  let end = words.length;
  while (end > 1 && SALT_WORDS.has((words[end - 1] ?? '').replace(/,$/, ''))) end -= 1;
  const base = words.slice(0, end).join(' ');
  return end === 1 && (SALT_WORDS.has(base) || ONLY_WITH_SALT.has(base)) ? name : base.replace(/,$/, '');
}
