/** Phenotype words of laboratories and problem lists → the phenotype of the knowledge. */
import type { PgxGene } from '../../knowledge/pgx/types.ts';

/** The knowledge's phenotype for a stated term, or null when it names none of this gene's phenotypes. */
export function knownPhenotype(gene: PgxGene, term: string): string | null {
  const words = term
    .toLowerCase()
    .replace(/metaboli[sz]er?s?|metaboli[sz]ing|metaboli[sz]ation|metaboli[sz]m/g, 'metabolizer')
    .replace(/[_/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const has = (phenotype: string): string | null => gene.phenotypes.find((one) => one.toLowerCase() === phenotype.toLowerCase()) ?? null;
  if (phenotypeRange(gene, term) !== null) return null;
  const exact = has(words) ?? gene.phenotypes.find((one) => one.toLowerCase().replace(/[_/-]+/g, ' ') === words) ?? null;
  if (exact !== null) return exact;
  if (/indeterminate|uncertain|unknown|no call|not determined|inconclusive/.test(words)) return has('Indeterminate') ?? uncertain(gene);
  const likely = /^(?:likely|possible|possibly|probable)\b/.test(words) ? words.split(' ')[0] : undefined;
  for (const [pattern, phenotype] of terms) {
    if (!pattern.test(words)) continue;
    const hedged = likely === undefined ? null : (has(`Likely ${phenotype}`) ?? has(`Possible ${phenotype}`));
    // "Possible" is a doubt, and a grade only where CPIC has it for the gene; "likely" stays with the grade.
    const found =
      likely === undefined || likely === 'likely' ? (hedged ?? has(phenotype)) : hedged?.startsWith('Possible') === true ? hedged : null;
    if (found !== null) return found;
  }
  return null;
}

const GRADES = ['Poor', 'Intermediate', 'Normal', 'Rapid', 'Ultrarapid'];

/** "Intermediate to Normal Metabolizer": every phenotype of the gene from the one to the other; null when the term is no range. */
export function phenotypeRange(gene: PgxGene, term: string): readonly string[] | null {
  const found = /^(\w+) to (\w+) metabolizer$/i.exec(term.trim());
  const ends = [found?.[1], found?.[2]].map((word) => GRADES.findIndex((grade) => grade.toLowerCase() === word?.toLowerCase()));
  if (ends.some((place) => place < 0)) return null;
  const [low = 0, high = 0] = ends.toSorted((a, b) => a - b);
  const names = GRADES.slice(low, high + 1).map((grade) => `${grade} Metabolizer`);
  return names.filter((name) => gene.phenotypes.includes(name));
}

const uncertain = (gene: PgxGene): string | null => gene.phenotypes.find((one) => /uncertain/i.test(one)) ?? null;

/** Order matters: "ultrarapid" before "rapid", "non-responsive" before "responsive". */
const terms: readonly (readonly [RegExp, string])[] = [
  [/ultra ?(?:rapid|fast|extensive)|^um$|\bum\b/, 'Ultrarapid Metabolizer'],
  [/\b(?:rapid|fast)\b|^rm$/, 'Rapid Metabolizer'],
  [/\b(?:normal|extensive|wild type) metabolizer|^(?:nm|em|normal|extensive)$/, 'Normal Metabolizer'],
  [
    /\bintermediate (?:metabolizer|acetylator|activity)|^im$|^intermediate$|heterozygous deficien|partial (?:dpd )?deficien/,
    'Intermediate Metabolizer',
  ],
  [
    /\b(?:poor|slow) (?:metabolizer|acetylator)|^pm$|^(?:poor|slow)$|low or absent activity|complete (?:dpd )?deficien|non ?expresser/,
    'Poor Metabolizer',
  ],
  [/normal (?:function|activity|transporter)|^normal$/, 'Normal Function'],
  [/increased (?:function|activity)/, 'Increased Function'],
  [/(?:decreased|intermediate|reduced) (?:function|activity|transporter)|^(?:decreased|intermediate)$/, 'Decreased Function'],
  [/(?:poor|low) (?:function|activity|transporter)|^(?:poor|low)$/, 'Poor Function'],
  [/deficien\w* with cnsha/, 'Deficient with CNSHA'],
  [/\bnot deficient|^normal$|normal (?:g6pd|activity)/, 'Normal'],
  [/\bvariable\b|^intermediate/, 'Variable'],
  [/\bdeficien/, 'Deficient'],
  [/malignant hyperthermia suscept|^mhs?$|mh suscept/, 'Malignant Hyperthermia Susceptibility'],
  [/increased risk|high risk/, 'increased risk of aminoglycoside-induced hearing loss'],
  [/normal risk|low risk|typical risk/, 'normal risk of aminoglycoside-induced hearing loss'],
  [/(?:non|not) ?responsive/, 'ivacaftor non-responsive in CF patients'],
  [/responsive/, 'ivacaftor responsive in CF patients'],
];
