/** Whether a patient has what one term asks for: the step from a concrete variant to a class, with the reason in words. */
import { proteinHgvs, proteinName, type ProteinChange } from '../knowledge/oncology/notation/protein.ts';
import { plainName, type Term } from '../knowledge/oncology/notation/term.ts';
import type { GeneModel } from '../knowledge/oncology/types.ts';
import type { Alteration } from './alteration.ts';
import type { Verdict } from './markers.ts';
import type { Found, OncologyPatient } from './patient.ts';

export interface Answer {
  readonly verdict: Verdict;
  /** What satisfied the term. */
  readonly found: readonly Found[];
  readonly reasons: readonly string[];
  /** References of markers and negative reports. */
  readonly references: readonly string[];
}

export function answer(term: Term, patient: OncologyPatient): Answer {
  if (term.kind === 'marker') {
    const { verdict, reason, references } = patient.markers.answer(term);
    return { verdict, found: [], reasons: [reason], references };
  }
  if (term.kind === 'wild-type') return wildType(term.gene, patient);
  const candidates =
    term.kind === 'fusion'
      ? fusionCandidates(term, patient)
      : term.kind === 'arm-deletion'
        ? patient.found
        : (patient.byGene.get(term.gene) ?? []);
  const found: Found[] = [];
  const reasons: string[] = [];
  for (const one of candidates) {
    if (!one.standing.usable) continue;
    const why = fits(term, one, patient);
    if (why === null) continue;
    found.push(one);
    reasons.push(one.implied ? `${why} (by the diagnosis)` : why);
  }
  if (found.length > 0) return { verdict: 'yes', found, reasons, references: [] };
  const marker = byMarker(term, patient);
  if (marker) return marker;
  const excluded = isExcluded(term, patient);
  return { verdict: excluded.length > 0 ? 'no' : 'unknown', found: [], reasons: [], references: excluded };
}

/** Wild type is a claim: it needs a report that looked and found nothing, and nothing found elsewhere. */
function wildType(gene: string, patient: OncologyPatient): Answer {
  const altered = (patient.byGene.get(gene) ?? []).filter(({ standing, implied }) => standing.usable && standing.matters && !implied);
  if (altered.length > 0) return { verdict: 'no', found: altered, reasons: [`${gene} is altered`], references: [] };
  const references = patient.negative.get(gene) ?? [];
  const verdict = references.length > 0 ? 'yes' : 'unknown';
  return { verdict, found: [], reasons: verdict === 'yes' ? [`${gene} was tested and no variant was found`] : [], references };
}

/** Reports that rule the term out: the gene is clear, or this very change was looked for and not found. */
function isExcluded(term: Exclude<Term, { kind: 'marker' }>, patient: OncologyPatient): readonly string[] {
  if (term.kind === 'fusion') {
    const genes = [term.five, term.three].filter((gene) => gene !== null);
    return genes.flatMap((gene) => patient.negative.get(gene) ?? []);
  }
  if (term.kind === 'arm-deletion') return [];
  const sequence = ['protein', 'codons', 'coding', 'mutation', 'exon', 'region', 'internal-duplication', 'skipping'].includes(term.kind);
  const clear = sequence ? (patient.negative.get(term.gene) ?? []) : [];
  const looked = patient.absent
    .filter((alteration) => alteration.genes.includes(term.gene) && exactly(term, alteration))
    .map(({ fact }) => fact.source.reference);
  return [...clear, ...looked];
}
function exactly(term: Term, alteration: Alteration): boolean {
  if (term.kind === 'protein')
    return term.changes.every((change) => alteration.changes.some((other) => proteinName(other) === proteinName(change)));
  if (term.kind === 'copy') return alteration.copy === term.change;
  return alteration.classes.some((other) => JSON.stringify(other) === JSON.stringify(term));
}

/** Stainings and in-situ tests that say what an expression or amplification term asks. */
function byMarker(term: Term, patient: OncologyPatient): Answer | null {
  if (term.kind !== 'expression' && term.kind !== 'copy') return null;
  const asked = STAINED[`${term.gene} ${term.kind === 'expression' ? term.level : term.change}`];
  if (!asked) return null;
  for (const [marker, status, method, min] of asked) {
    const { verdict, reason, references } = patient.markers.answer({ kind: 'marker', marker, status, method, min });
    if (verdict === 'yes') return { verdict, found: [], reasons: [reason], references };
  }
  return null;
}
const STAINED: Readonly<Record<string, readonly (readonly [marker: string, status: string, method: string | null, min: number | null])[]>> =
  {
    'ERBB2 over': [['HER2', 'positive', 'IHC', 3]],
    'ERBB2 amplification': [['HER2 ISH', 'positive', null, null]],
    'CD274 present': [
      ['PD-L1', 'at-least', 'TPS', 1],
      ['PD-L1', 'at-least', 'CPS', 1],
    ],
    'ESR1 over': [],
    'PGR present': [['PR', 'positive', null, null]],
  };

// ------------------------------------------------------------------ one term, one alteration

/** The reason why the alteration is what the term asks for; null when it is not. */
function fits(
  term: Exclude<Term, { kind: 'marker' | 'wild-type' }>,
  { alteration, standing }: Found,
  patient: OncologyPatient,
): string | null {
  const label = labelOf(alteration);
  switch (term.kind) {
    case 'protein':
      return fitsProtein(term, alteration, patient);
    case 'codons': {
      const { codons, effect } = alteration;
      if (!codons || effect === 'silent' || codons[0] !== codons[1]) return null;
      const inside = term.codons.includes(codons[0]);
      if (term.except)
        return !inside && standing.matters
          ? `${label} is ${article(term.gene)} ${term.gene} mutation outside codon ${term.codons.join(', ')}`
          : null;
      return inside && isPoint(alteration) ? `${label} is a change of ${term.gene} codon ${codons[0]}` : null;
    }
    case 'coding':
      return alteration.codings.includes(term.coding) ? `${label} is ${term.gene} ${term.coding}` : null;
    case 'mutation':
      return fitsMutation(term, alteration, standing);
    case 'exon':
      return fitsExon(term, alteration, standing, patient.genes.get(term.gene));
    case 'region': {
      if (hasClass(alteration, term)) return `${label} is reported as such`;
      const model = patient.genes.get(term.gene);
      const range = model?.regions[term.region];
      const except = term.except === null ? undefined : model?.regions[term.except];
      const { codons } = alteration;
      if (!range || !codons || !standing.matters || !isSequence(alteration)) return null;
      if (codons[0] < range[0] || codons[1] > range[1]) return null;
      if (except && codons[0] >= except[0] && codons[1] <= except[1]) return null;
      return `${label} lies in the ${term.region} of ${term.gene} (codons ${range[0]}–${range[1]})`;
    }
    case 'skipping':
      return alteration.skippedExon === term.exon ? `${label} skips ${term.gene} exon ${term.exon}` : null;
    case 'internal-duplication':
      return fitsDuplication(term.gene, alteration);
    case 'promoter':
      return alteration.effect === 'promoter' ? `${label} is a ${term.gene} promoter change` : null;
    case 'fusion':
      return fitsFusion(term, alteration);
    case 'copy':
      return fitsCopy(term, alteration);
    case 'expression':
      return fitsExpression(term, alteration);
    case 'rsid': {
      if (!alteration.fact.rsIds.some((id) => id.toLowerCase() === term.rsId) && !hasClass(alteration, term)) return null;
      return !term.homozygous || alteration.fact.zygosity === 'homozygous' || hasClass(alteration, term)
        ? `${label} is ${term.rsId}`
        : null;
    }
    case 'arm-deletion':
      return hasClass(alteration, term) ? `deletion of ${term.arm}` : null;
    case 'named':
      return alteration.plainNames.has(plainName(term.name)) || alteration.plainNames.has(plainName(`${term.gene} ${term.name}`))
        ? `${label} is reported by this name`
        : null;
  }
}

function fitsProtein(term: Extract<Term, { kind: 'protein' }>, alteration: Alteration, patient: OncologyPatient): string | null {
  const model = patient.genes.get(term.gene);
  for (const wanted of term.changes) {
    for (const change of alteration.changes) {
      if (proteinName(wanted) === proteinName(change)) return `${labelOf(alteration)} is ${term.gene} ${proteinName(wanted)}`;
      if (model && sameInsertion(wanted, change, model))
        return `${labelOf(alteration)} is ${term.gene} ${proteinName(wanted)} under another name`;
    }
  }
  return null;
}

/** A duplication is an insertion of the residues before it; the two names mean one change when every known residue agrees. */
function sameInsertion(a: ProteinChange, b: ProteinChange, model: GeneModel): boolean {
  const [insertion, duplication] = a.kind === 'insertion' ? [a, b] : [b, a];
  if (insertion.kind !== 'insertion' || duplication.kind !== 'duplication' || insertion.alt === '') return false;
  const length = duplication.end - duplication.start + 1;
  if (insertion.alt.length !== length) return false;
  const residue = (at: number) =>
    (at === duplication.start ? duplication.from : at === duplication.end ? duplication.to : model.residues.get(at)) ?? '';
  const copy = Array.from({ length }, (_, at) => residue(duplication.start + at));
  const agrees = (letters: readonly string[]) =>
    letters.every((letter, at) => letter === '' || letter === insertion.alt[at]) && letters.some((letter) => letter !== '');
  return (insertion.start === duplication.end || insertion.end === duplication.start) && agrees(copy);
}

function fitsMutation(term: Extract<Term, { kind: 'mutation' }>, alteration: Alteration, standing: Found['standing']): string | null {
  const label = labelOf(alteration);
  const because = (text: string) => `${label} counts as ${text}: ${standing.why}`;
  if (term.effect === 'alteration')
    return standing.matters || alteration.copy === 'deletion' || alteration.fusion
      ? because(`${article(term.gene)} ${term.gene} alteration`)
      : null;
  if (term.effect === 'frameshift')
    return alteration.effect === 'frameshift' || hasClass(alteration, term)
      ? `${label} is ${article(term.gene)} ${term.gene} frameshift`
      : null;
  if (term.effect === 'loss')
    return standing.loss && (isSequence(alteration) || alteration.copy === 'deletion') ? because(`loss of ${term.gene} function`) : null;
  if (!standing.matters || !isSequence(alteration)) return null;
  if (term.rare && isCommonEgfr(alteration)) return null;
  if (term.effect === 'activating') return isActivating(alteration) ? because(`an activating ${term.gene} mutation`) : null;
  return because(`${article(term.gene)} ${term.gene} mutation`);
}

function fitsExon(
  term: Extract<Term, { kind: 'exon' }>,
  alteration: Alteration,
  standing: Found['standing'],
  model: GeneModel | undefined,
): string | null {
  const { exons, effect } = alteration;
  if (!exons || effect === 'silent' || effect === 'promoter') return null;
  const [first, last] = term.exons;
  const label = labelOf(alteration);
  const where = first === last ? `exon ${first}` : `exons ${first}–${last}`;
  if (first !== last && term.change === 'deletion') {
    // A deletion of several exons is the same one only when both ends agree (EGFRvIII is exons 2–7).
    return exons[0] === first &&
      exons[1] === last &&
      effect === 'in-frame deletion' &&
      alteration.classes.some(({ kind }) => kind === 'exon')
      ? `${label} is ${article(term.gene)} ${term.gene} deletion of ${where}`
      : null;
  }
  if (!inside(alteration, term.exons, model)) return null;
  switch (term.change) {
    case 'any':
      return standing.matters && isSequence(alteration) && !(term.rare && isCommonEgfr(alteration))
        ? `${label} is ${article(term.gene)} ${term.gene} ${where} mutation`
        : null;
    case 'deletion':
      return effect === 'in-frame deletion' ? `${label} is ${article(term.gene)} ${term.gene} ${where} in-frame deletion` : null;
    case 'insertion':
      return effect === 'in-frame insertion' || effect === 'in-frame duplication'
        ? `${label} is ${article(term.gene)} ${term.gene} ${where} in-frame insertion`
        : null;
    case 'duplication':
      return effect === 'in-frame duplication' ? `${label} is ${article(term.gene)} ${term.gene} ${where} duplication` : null;
    case 'frameshift':
      return effect === 'frameshift' ? `${label} is ${article(term.gene)} ${term.gene} ${where} frameshift` : null;
  }
}
/** Inside the exons by codon; an insertion between the last codon of one exon and the first of the next counts for the later. */
function inside({ codons, exons }: Alteration, [first, last]: readonly [number, number], model: GeneModel | undefined): boolean {
  const ranges = model?.exons.filter(({ exon }) => exon >= first && exon <= last) ?? [];
  if (codons && ranges.length > 0) {
    const from = Math.min(...ranges.map((range) => range.codons[0]));
    const to = Math.max(...ranges.map((range) => range.codons[1]));
    return codons[0] >= from - 1 && codons[1] <= to && codons[1] >= from;
  }
  return exons !== null && exons[0] >= first && exons[1] <= last;
}

function fitsDuplication(gene: string, alteration: Alteration): string | null {
  const named = hasClass(alteration, { kind: 'internal-duplication', gene });
  const range = ITD_CODONS[gene];
  const { codons, effect } = alteration;
  const counted =
    range &&
    codons &&
    (effect === 'in-frame duplication' || effect === 'in-frame insertion') &&
    codons[0] >= range[0] &&
    codons[1] <= range[1];
  return named || counted ? `${labelOf(alteration)} is ${article(gene)} ${gene} internal tandem duplication` : null;
}
/** FLT3 exon 14 with the start of exon 15 (juxtamembrane domain): where internal tandem duplications lie; exon ranges of the gene model. */
const ITD_CODONS: Readonly<Record<string, readonly [number, number]>> = { FLT3: [569, 620] };

// ------------------------------------------------------------------ fusions, copies, expression

function fusionCandidates(term: Extract<Term, { kind: 'fusion' }>, patient: OncologyPatient): readonly Found[] {
  return patient.byGene.get(term.three ?? term.five ?? '') ?? [];
}
function fitsFusion(term: Extract<Term, { kind: 'fusion' }>, alteration: Alteration): string | null {
  const { fusion } = alteration;
  if (!fusion) return null;
  if (term.breaks !== null && !namesBreak(alteration, term.breaks)) return null;
  const matches = (five: string | null, three: string | null) =>
    (term.five === null || term.five === five) && (term.three === null || term.three === three);
  const straight = matches(fusion.five, fusion.three);
  const turned = matches(fusion.three, fusion.five);
  const oneSided = fusion.five === null || fusion.three === null;
  const known = term.five !== null && term.three !== null;
  const fit = known ? straight || (!fusion.ordered && turned) : straight || ((!fusion.ordered || !term.ordered || oneSided) && turned);
  if (!fit) return null;
  const asked = `${term.five ?? 'any'}::${term.three ?? 'any'}`;
  return known ? `${labelOf(alteration)} is ${asked}` : `${labelOf(alteration)} is a fusion of ${term.three ?? term.five ?? ''}`;
}
function namesBreak(alteration: Alteration, breaks: string): boolean {
  const [five = '', three = ''] = breaks.toUpperCase().replace(/E/g, '').split('::');
  return [...alteration.plainNames].some(
    (name) => name.includes(`E${five}E${three}`) || name.includes(`E${five}A${three}`) || name.includes(`E${five}R${three}`),
  );
}

function fitsCopy(term: Extract<Term, { kind: 'copy' }>, alteration: Alteration): string | null {
  const { copy } = alteration;
  const label = labelOf(alteration);
  if (term.change === 'amplification') return copy === 'amplification' ? `${label}: amplification, not a mere gain` : null;
  if (term.change === 'gain') return copy === 'gain' || copy === 'amplification' ? `${label}: copy gain` : null;
  if (term.change === 'deletion')
    return copy === 'deletion' || (copy === 'loss' && alteration.fact.kind === 'copy-number') ? `${label}: deletion` : null;
  return copy === 'deletion' ||
    copy === 'loss' ||
    (alteration.expression === 'under' && /loss|lost|absent/i.test(alteration.fact.names.join(' ')))
    ? `${label}: loss`
    : null;
}

function fitsExpression(term: Extract<Term, { kind: 'expression' }>, alteration: Alteration): string | null {
  const { expression } = alteration;
  if (expression === null) return null;
  if (term.level === 'present') return expression === 'present' || expression === 'over' ? `${labelOf(alteration)}: expressed` : null;
  return expression === term.level ? `${labelOf(alteration)}: ${term.level}expressed` : null;
}

// ------------------------------------------------------------------ classes

function isSequence({ copy, fusion, expression, effect, classes }: Alteration): boolean {
  if (effect === 'promoter') return false;
  return (copy === null && fusion === null && expression === null) || classes.some(({ kind }) => kind === 'mutation' || kind === 'exon');
}
function isPoint({ effect }: Alteration): boolean {
  return effect === 'missense' || effect === 'unknown' || effect === 'nonsense' || effect === 'in-frame substitution';
}
/** Truncating changes do not activate a kinase. */
function isActivating({ effect }: Alteration): boolean {
  return !['nonsense', 'frameshift', 'splice', 'start-lost', 'silent'].includes(effect);
}
function isCommonEgfr(alteration: Alteration): boolean {
  const common = alteration.changes.some((change) => ['L858R', 'T790M'].includes(proteinName(change)));
  return common || (alteration.effect === 'in-frame deletion' && alteration.exons?.[0] === 19);
}
function hasClass(alteration: Alteration, term: Term): boolean {
  const wanted = JSON.stringify(term);
  return alteration.classes.some((other) => JSON.stringify(other) === wanted);
}

/** The variant as its report has it, for sentences: `p.Glu746_Ala750del`, else the first name. */
export function labelOf(alteration: Alteration): string {
  const [change] = alteration.changes;
  if (change) return proteinHgvs(change);
  const { fact } = alteration;
  return fact.pHgvs ?? fact.cHgvs ?? fact.names[0] ?? alteration.genes.join('::');
}
function article(word: string): string {
  return /^[AEFHILMNORSX]/.test(word) ? 'an' : 'a';
}
