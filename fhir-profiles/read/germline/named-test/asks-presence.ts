/**
 * Whether yes or no under the name of a test says that an allele or a change is there: "HLA-B*57:01 present", "EGFR L858R mutation detected". With other words
 * in the name it answers another question: "HLA-B*57:01 ordered", "result reviewed", "alert shown".
 */
const OF_PRESENCE: ReadonlySet<string> = new Set(
  `positive negative positivity pos neg present presence absent absence detected undetected detection found finding findings identified seen carrier carriers carriage carries
  has have having is was the a an of for in on by with and or any not no none non patient patients this s known
  mutation mutations mutated mutant variant variants variation allele alleles allelic genotype genotypes gene genes genetic diplotype haplotype polymorphism polymorphisms
  alteration alterations change changes status result results test testing analysis assay study molecular
  rearrangement rearranged fusion translocation translocated amplification amplified deletion deleted insertion duplication inversion skipping splice internal tandem kinase domain
  exon exons codon codons intron copy copies number homozygous heterozygous hemizygous homoplasmic heteroplasmic pathogenic likely activating sensitizing sensitising resistance
  germline somatic constitutional hereditary inherited blood plasma tissue tumor tumour cell cells sample mitochondrial chromosome
  deficiency deficient deficit insufficiency susceptibility susceptible sensitive sensitivity hypersensitivity intolerance risk associated
  poor intermediate normal rapid ultrarapid ultra extensive slow metabolizer metaboliser metabolizers expressor expresser nonexpressor function activity decreased increased reduced
  expression overexpression expressed overexpressed loss high low instability unstable deficient proficient wild type wildtype wildtyp marker biomarker antigen receptor
  sequencing pcr fish ihc ngs ish immunohistochemistry typing del dup ins rs
  nachweis nachgewiesen vorhanden positiv negativ träger trägerin variante varianten gen status ergebnis mangel defizienz
  présence présent présente porteur porteuse positif positive négatif variant résultat déficit mutation du de la le
  presencia presente portador portadora positivo positiva negativo variante resultado deficiencia mutación del
  presenza portatore portatrice carenza mutazione aanwezig drager variant mutatie`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** @param name of the test, with gene and change; what stands in brackets explains it */
export function asksPresence(name: string): boolean {
  // "HLA-B*57:01 known": whether it is there, or whether anybody knows.
  if (/\bknown\W*$/i.test(name)) return false;
  const bare = name
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\b(?:p|c|m|g|n)\.\S+|\brs\d+\S*|\*\d[\w:]*/gi, ' ')
    .replace(/[\w:.-]*\d[\w:.>+*-]*/g, ' ');
  const words = bare.match(/[\p{L}]+/gu) ?? [];
  return words.every((word) => word.length === 1 || /^\p{Lu}{2,}$/u.test(word) || OF_PRESENCE.has(word.toLowerCase()));
}
