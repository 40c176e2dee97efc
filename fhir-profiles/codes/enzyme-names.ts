/**
 * Enzymes that are asked for before a drug, in other languages → in English, with the word for what of them is told. Everyday words; our own translations,
 * not yet checked by speakers.
 */
const DEHYDROGENASE = String.raw`d[ée]s?h?[iy]drog[ée]n\p{L}*`;
const NAMES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(String.raw`(?<!\p{L})glu[ck]o+[sz]\p{L}*[\s-]*6[\s-]*(?:ph?os\p{L}*?|fosf?\p{L}*?|P)[\s-]*(?:${DEHYDROGENASE}|DH(?!\p{L}))`, 'giu'), 'Glucose-6-phosphate dehydrogenase'],
  [new RegExp(String.raw`(?<!\p{L})${DEHYDROGENASE}\s+(?:de la |de |del |della |da |du )?glu[ck]o+[sz]\p{L}*[\s-]*6[\s-]*(?:ph?os|fosf?)\p{L}*`, 'giu'), 'Glucose-6-phosphate dehydrogenase'],
  [/глюкозо-?6-?фосфат-?дегидрогеназ\p{L}*|葡萄糖-?6-?磷酸(?:脱氢酶|去氫酶|脫氫酶)|グルコース-?6-?リン酸脱水素酵素|포도당-?6-?인산\s?탈수소효소/giu, 'Glucose-6-phosphate dehydrogenase'],
  [new RegExp(String.raw`(?<!\p{L})d[iy]h?[iy]drop[iy]r[iy]midin\p{L}*?[\s-]*${DEHYDROGENASE}`, 'giu'), 'Dihydropyrimidine dehydrogenase'],
  [/дигидропиримидин-?дегидрогеназ\p{L}*|二氢嘧啶脱氢酶|ジヒドロピリミジンデヒドロゲナーゼ/giu, 'Dihydropyrimidine dehydrogenase'],
  [/(?<!\p{L})t[hi]*opurin\p{L}*[\s-]*(?:S[\s-]*)?m[eé]th?[iy]l[\s-]?trans?f[eé]ra[sz]\p{L}*|тиопурин-?(?:S-?)?метилтрансфераз\p{L}*|硫嘌呤(?:S-)?甲基转移酶/giu, 'Thiopurine methyltransferase'],
  [/(?<!\p{L})(?:pseudo[\s-]?)(?:ch?olinest[eé]ra[sz]|kolinestera[sz])\p{L}*/giu, 'Pseudocholinesterase'],
  [/(?<!\p{L})dibucain[\s-]?zahl|(?<!\p{L})(?:indice|num[eé]ro) de (?:la )?dibuca[ïi]n[ae]/giu, 'Dibucaine number'],
  [/(?<!\p{L})DPD[\s-]+(?:aktivit(?![äa]ts-?\s?(?:score|index|wert))\p{L}*|activit[ée]|actividad|attivit[àa]|activiteit)|(?<!\p{L})(?:activit[ée]|actividad|attivit[àa])(?: de la| della| de)? DPD(?!\p{L})/giu, 'DPD activity'],
  [/(?<!\p{L})DPD[\s-]+(?:mangel|defizienz|d[ée]ficit|deficiencia|carenza|brist)|(?<!\p{L})(?:d[ée]ficit|deficiencia|carenza)(?: en| de| di)? DPD(?!\p{L})/giu, 'DPD deficiency'],
  [/(?<!\p{L})(?:ph[ée]notype|fenotipo|f[äa]notyp)(?: de la| de)? DPD(?!\p{L})|(?<!\p{L})DPD[\s-]+(?:ph[äa]not|f[eä]not|fenot)[yi]p\p{L}*/giu, 'DPD phenotype'],
]; // prettier-ignore
const TOLD: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=dehydrogenase|methyltransferase|cholinesterase)[\s-]*(?:aktivit(?![äa]ts-?\s?(?:score|index|wert))\p{L}*|activit[ée]|actividad|attivit[àa]|activiteit)/giu,
    ' activity',
  ],
  [/(?<=dehydrogenase|methyltransferase|cholinesterase)[\s-]*(?:mangel|defizienz|d[ée]ficit|deficiencia|carenza|brist)/giu, ' deficiency'],
];

/** English names stay as they are. */
export function enzymesInEnglish(name: string): string {
  if (name.length > 200) return name;
  const english = NAMES.reduce((text, [written, meant]) => text.replace(written, meant), name);
  return english === name ? name : TOLD.reduce((text, [written, meant]) => text.replace(written, meant), english);
}
