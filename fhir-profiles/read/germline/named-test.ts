/**
 * One-gene results in plain laboratory style: no profile, a local or gene-specific code, the gene in the test's name, the value a text,
 * an answer or a number; also as components of a panel. "CYP2C19 genotype: *1/*2", "HLA-B*57:01: negative", "DPYD activity score: 1.5".
 */
import { alleleOfTestCode, geneOfTestCode } from '../../codes/pgx-test-codes.ts';
import { pgxGene } from '../../codes/pgx-genes.ts';
import { geneOfRsId } from '../../codes/pgx-rsids.ts';
import { plainLetters } from '../../codes/phenotype-words.ts';
import type { DataWarning, GermlineCall, GermlineResult } from '../../facts.ts';
import { conflict, quoted, unparsed, type Chart } from '../chart.ts';
import { wordings, type Concept } from '../elements.ts';
import { valueConcept, type ElementValue } from '../element-value.ts';
import type { Component, ObservationView } from '../observation.ts';
import { contradicts, presenceInWords } from '../variant/variant-parts.ts';
import { COMPONENT, PRESENCE_ANSWERS } from '../../codes/genomics-codes.ts';
import { agreedCall } from './agreement.ts';
import { copiesStated, namesCopyNumber, withCopies } from './copy-number.ts';
import { CONTRADICTED, genotypeTexts, isSomatic, plainResult, statedZygosity, type GenotypeReading } from './genotype.ts';
import { genotypeInText } from './genotype-text.ts';
import { partsAbout, pgxGenesIn, withoutGene } from './gene-in-text.ts';
import { hlaAlleles, hlaLoci } from './hla-alleles.ts';
import { hlaStatements } from './hla-statements.ts';
import { zygosityIn } from './named-alleles.ts';
import { variantListCalls } from './variant-list.ts';
import { fits, phenotypeCall, phenotypeOfGene } from './phenotype.ts';
import { legacyPosition, namesLegacyVariant, withHgvsNames } from './legacy-names.ts';
import { plainSpelling } from './spelling.ts';
import { NOTHING_FOUND } from '../../codes/nothing-found.ts';
import { rsIdsIn, UNCHANGED } from './nucleotides.ts';
import { componentGenes } from './stated-genes.ts';

/** An Observation or one of its components: a name and a value. */
type Item = Pick<Component, 'code' | 'value' | 'interpretation'> & { readonly noValue?: Concept };

export interface NamedTestReading extends GenotypeReading {
  /** False: this Observation is no pharmacogenomic test at all. */
  readonly recognised: boolean;
}

/** Enzyme measurements are laboratory values and read as such. */
const ENZYME_MEASURED =
  /\b(?:enzyme activity|enzymatic activity|erythrocyt\w*|red blood cells?|RBCs?|hemolysate|plasma uracil|\[(?:mass|moles|catalytic|enzymatic)[^\]]*\])/i;
const NAMED_CHANGE = /\b[cgmp]\.[-*(]?[A-Za-z]{0,3}\d|\*\d|\b[ACGT]-?\d{2,5}[ACGT]\b/;
const ABOUT_GENES =
  /\b(?:gen(?:e|es|otype|otyping|etic|etics|omic)|TATA|TA repeats?|promoter|sequencing|pheno\w*|metaboli\w*|diplotypes?|alleles?|haplotypes?|star|pharmacogen\w*|PGx|variants?|mutations?|activity score|function\w*|polymorphism|HLA|predicted|status|typing|genot[iy]p\w*|fenot[iy]p\w*|phanotyp\w*)\b/i;

export function readNamedTest(view: ObservationView, chart: Chart): NamedTestReading {
  if (isSomatic(view)) return { results: [], warnings: [], recognised: false };
  const stated = componentGenes(view, chart);
  // Components coded as genotypes are read as genotypes.
  const items: readonly Item[] = [
    view,
    ...view.components.filter(({ codes }) => !codes.has(COMPONENT.genotype) && !codes.has(COMPONENT.gene)),
  ];
  const results: GermlineResult[] = [];
  const warnings: DataWarning[] = [];
  let recognised = false;
  const parent = geneOf(view, stated.symbols, warnings, view);
  for (const item of items) {
    const words = wordings(item.code).join(' ');
    if (ENZYME_MEASURED.test(words) || isOfAnother(item, words)) continue;
    if (namesCopyNumber(item.code) && copiesStated(item.value) !== null) {
      recognised ||= geneOf(item, [], [], view) !== null;
      continue;
    }
    const gene = item === view ? parent : componentGene(item, parent, stated.symbols, warnings, view);
    if (gene === null) {
      if (item === view && (genericPanel(words) || speaksOfGenotype(item))) {
        const reading = geneInValue(view, item);
        recognised ||= reading.length > 0;
        results.push(...reading);
      }
      if (parent === null) results.push(...behindCodeAlone(view, item));
      continue;
    }
    if (
      pgxGene(gene) === null ||
      !(
        ABOUT_GENES.test(plainLetters(words)) ||
        hlaAlleles(words).length > 0 ||
        rsIdsIn(words).length > 0 ||
        NAMED_CHANGE.test(words) ||
        namesLegacyVariant(words, gene) ||
        looksLikeResult(item, gene) ||
        isGeneAlone(item, words, gene)
      )
    )
      continue;
    recognised = true;
    if (item.value === null && item.noValue === undefined && item.interpretation.length === 0) continue;
    const calls = callsOf(item, gene, view);
    if (calls.length > 0) results.push(...calls.map(({ call, text }) => plainResult(view, gene, withCopies(call, view), text)));
    else if (item.value !== null) {
      // A result is on file all the same: it must never look like a gene that was not tested.
      const said = saidBy(item.value);
      const nothing = pgxGene(gene)?.naming !== 'hla' && NEGATIVE.test(said.trim());
      results.push(plainResult(view, gene, { kind: 'no-call', why: nothing ? NOTHING_FOUND : 'the result could not be read' }, said));
      if (nothing) continue;
      warnings.push(unparsed(view.entry, `The ${gene} result ${quoted(saidBy(item.value))} could not be read and was not used.`));
    }
  }
  if (results.length === 0 && warnings.some(({ code }) => code === 'conflict')) results.push(...inConflict(view, stated.symbols));
  return { results, warnings, recognised: recognised || warnings.length > 0 };
}

/** A result whose code and name mean different genes is a result of one of them: neither must look untested. */
function inConflict(view: ObservationView, stated: readonly string[]): readonly GermlineResult[] {
  const words = wordings(view.code);
  const coded = view.code.codings.flatMap(({ code }) => geneOfTestCode(code)?.gene ?? []);
  const genes = new Set([...stated, ...words.flatMap(pgxGenesIn), ...coded].filter((gene) => pgxGene(gene) !== null));
  const said = view.value === null ? '' : saidBy(view.value);
  return [...genes].map((gene) => plainResult(view, gene, { kind: 'no-call', why: 'its code and its name mean different genes' }, said));
}

/** A whole result that says only that nothing was found. */
const NEGATIVE =
  /^(?:negative|not detected|none detected|no (?:\S+ ){0,3}(?:variants?|mutations?|alterations?)(?: (?:was |were )?(?:detected|found|identified))?)\.?$/i;

/** Components that can only be about the gene of the whole: phenotype, genotype, activity score. */
function isResultComponent(item: Item): boolean {
  return wordings(item.code).some((words) => /\b(?:phenotype|genotype|diplotype|activity score|metaboli[sz]er|alleles?)\b/i.test(words));
}

/** Antibodies against an HLA type, and the type of a donor: neither is what this patient carries. */
const OF_ANOTHER = /\banti-?\s?(?:bod|HLA)|\bAbs?\b|\bDSA\b|\bPRA\b|\bMFI\b|\bdonor|\bcross-?match|\bIgG\b/i;

function isOfAnother({ value }: Item, words: string): boolean {
  const said = [words, ...wordings(valueConcept(value))];
  return said.some((text) => OF_ANOTHER.test(text)) && said.some((text) => /\bHLA\b/i.test(text) || hlaAlleles(text).length > 0);
}

/** A comment or interpretation without a telling name ("2C19GENO Interpretation"), whose text names a gene with its two alleles, or an HLA allele. */
function speaksOfGenotype({ value }: Item): boolean {
  if (value?.kind !== 'text') return false;
  const { text } = value;
  if (hlaAlleles(text).some(({ gene, allele }) => gene !== null && pgxGene(gene)?.naming === 'hla' && allele.includes(':'))) return true;
  return pgxGenesIn(text).some((gene) =>
    new RegExp(String.raw`${gene}\b(?:\s+(?:genotype|diplotype|result))?[\s:=]*\*\d{1,3}[A-Z]?(?:x\d)?\s?/\s?\*\d`, 'i').test(text),
  );
}

function genericPanel(words: string): boolean {
  return /\b(?:pharmacogen\w*|PGx|genotype|diplotype|metaboli[sz]er|drug metabolism|DNA sequence variation display name)\b/i.test(words);
}

/** The test is named by the gene and nothing else, and answered in words. G6PD alone is as a rule the enzyme, which is a laboratory value. */
function isGeneAlone(item: Item, words: string, gene: string): boolean {
  if (item.value?.kind !== 'text' && item.value?.kind !== 'concept') return false;
  if (!/^[\s()[\],:;.-]*$/.test(withoutGene(words, gene))) return false;
  return gene !== 'G6PD' || genotypeTexts(valueConcept(item.value)).some((text) => genotypeInText(text, gene, ALONE) !== null);
}

const ALONE = { beside: '', glString: false, zygosity: null } as const;

function looksLikeResult(item: Item, gene: string): boolean {
  return (
    genotypeTexts(valueConcept(item.value)).some((text) => /\*\d/.test(text)) || phenotypeOfGene(valueConcept(item.value), gene) !== null
  );
}

/**
 * Gene of a component: its own name's, or that of the whole. A component without a name of its own whose code stands for another gene than
 * the whole is about the whole: laboratories borrow such codes.
 */
function componentGene(
  item: Item,
  parent: string | null,
  stated: readonly string[],
  warnings: DataWarning[],
  view: ObservationView,
): string | null {
  const named = wordings(item.code).some((text) => pgxGenesIn(text).length > 0 || hlaAlleles(text).length > 0 || rsIdsIn(text).length > 0);
  const whole = parent ?? (stated.length === 1 ? (stated[0] ?? null) : null);
  const borrowed = !named && whole !== null && item.code.codings.some(({ code }) => (geneOfTestCode(code)?.gene ?? whole) !== whole);
  if (borrowed) return isResultComponent(item) ? parent : null;
  return geneOf(item, [], warnings, view) ?? (isResultComponent(item) ? parent : null);
}

/** Gene of the test's name; a code that means another gene makes the result unusable. */
function geneOf(item: Pick<Item, 'code'>, stated: readonly string[], warnings: DataWarning[], view: ObservationView): string | null {
  const words = wordings(item.code);
  const named = [
    ...new Set([
      ...stated.filter((gene) => pgxGene(gene) !== null),
      ...words.flatMap(pgxGenesIn),
      ...words.flatMap((text) => hlaAlleles(text).flatMap((allele) => allele.gene ?? [])),
    ]),
  ];
  const coded = item.code.codings.flatMap(({ code }) => geneOfTestCode(code) ?? []);
  // "rs4244285: A/A": the position is the gene's name here.
  if (named.length === 0) named.push(...new Set(words.flatMap(rsIdsIn).flatMap((id) => geneOfRsId(id) ?? [])));
  const [only] = named;
  if (only === undefined) {
    const [known] = coded.filter(({ verified }) => verified);
    if (known !== undefined) return known.gene;
    if (coded.length > 0)
      warnings.push(
        unparsed(view.entry, 'A pharmacogenomic result was not used because its code alone does not name the gene with certainty.'),
      );
    return null;
  }
  const other = coded.find(({ gene }) => !named.includes(gene));
  if (other !== undefined && named.length === 1 && stated.includes(only) && words.some((text) => pgxGenesIn(text).includes(only))) {
    // The gene stands in the words and, by its own code, beside them: the test code alone says otherwise, and tables of these are often wrong.
    warnings.push(
      conflict(view.entry, `The code of a result stands for ${other.gene}, but its name and its gene say ${only}; it was read as ${only}.`),
    );
    return only;
  }
  if (other !== undefined) {
    warnings.push(
      conflict(view.entry, `The code of a result stands for ${other.gene}, but its name says ${named.join(', ')}; it was not used.`),
    );
    return null;
  }
  return named.length === 1 ? only : null;
}

/**
 * A result whose only name is a code that no primary source confirms: it is not read, and the gene that the code is listed for must not
 * look untested. A name or a value that speaks of any gene decides for itself.
 */
function behindCodeAlone(view: ObservationView, item: Item): readonly GermlineResult[] {
  if (item.value === null) return [];
  const written = [...wordings(item.code), ...wordings(valueConcept(item.value))];
  if (written.some((text) => pgxGenesIn(text).length > 0 || hlaAlleles(text).length > 0 || rsIdsIn(text).length > 0)) return [];
  const listed = new Map<string, string>();
  for (const { code } of item.code.codings) {
    const test = geneOfTestCode(code);
    if (test !== null) listed.set(test.gene, code);
  }
  const [only, ...more] = listed;
  if (only === undefined || more.length > 0) return [];
  const [gene, code] = only;
  const why = `LOINC ${code} alone does not name the gene with certainty`;
  return [plainResult(view, gene, { kind: 'no-call', why }, saidBy(item.value))];
}

/** "Pharmacogenomic result: CYP2C19 *1/*2": the value names the gene. */
function geneInValue(view: ObservationView, item: Item): readonly GermlineResult[] {
  return wordings(valueConcept(item.value)).flatMap((text) => {
    const loci = hlaLoci(text);
    const genes = loci === undefined ? pgxGenesIn(text) : [...loci.keys()].filter((gene) => pgxGene(gene) !== null);
    return genes.flatMap((gene) => {
      const read = (loci === undefined ? partsOf(text, gene) : [loci.get(gene) ?? '']).flatMap((part) =>
        callsOf({ ...item, value: { kind: 'text', text: part } }, gene, view).map(({ call, text: said }) =>
          plainResult(view, gene, call, said),
        ),
      );
      // A result is on file all the same: it must never look like a gene that was not tested.
      const unread = read.length === 0 && pgxGene(gene) !== null && STATES_SOMETHING.test(text);
      return unread ? [plainResult(view, gene, { kind: 'no-call', why: 'the result could not be read' }, text)] : read;
    });
  });
}

const STATES_SOMETHING = /\*\s?\d|metaboli[sz]er|\b(?:negative|positive|detected|absent|present|variants?)\b/i;

/** "Negative for HLA-B*15:02 and HLA-A*31:01": what is said of HLA alleles holds for all of a sentence and is read as a whole. */
function partsOf(text: string, gene: string): readonly string[] {
  return pgxGene(gene)?.naming === 'hla' && hlaStatements(text, gene) !== null ? [text] : partsAbout(text, gene);
}

interface Said {
  readonly call: GermlineCall;
  readonly text: string;
}

function callsOf(item: Item, gene: string, view: ObservationView): readonly Said[] {
  const words = [...wordings(item.code), ...item.code.codings.flatMap(({ code }) => alleleOfTestCode(code) ?? [])].join(' ');
  const value = valueConcept(item.value);
  if (/activity score/i.test(words)) {
    const score = activityScore(item.value);
    return score === null ? [] : [{ call: { kind: 'activity-score', score }, text: score }];
  }
  const texts = genotypeTexts(value);
  const context = { beside: words, glString: texts.some((text) => /^hla#/i.test(text)), zygosity: statedZygosity(view) };
  const [only, ...more] = texts;
  const listed = only === undefined || more.length > 0 ? null : variantListCalls(only, gene);
  if (listed !== null) return listed.map((call) => ({ call, text: only ?? '' }));
  // Beside the text there may be the answer's own display ("Present").
  const [naming, ...others] = texts.length === 1 ? texts : texts.filter((text) => hlaAlleles(text).length > 0);
  const hla = naming === undefined || others.length > 0 || pgxGene(gene)?.naming !== 'hla' ? null : hlaStatements(naming, gene);
  if (hla !== null) {
    const coded = value.codings.map(({ code }) => PRESENCE_ANSWERS[code]).find((item) => item !== undefined);
    const contradicted =
      coded !== undefined && hla.some((call) => call.kind === 'allele-presence' && call.present !== (coded === 'present'));
    return contradicted
      ? [{ call: { kind: 'no-call', why: CONTRADICTED }, text: naming ?? '' }]
      : hla.map((call) => ({ call, text: naming ?? '' }));
  }
  const genotypes = texts.flatMap((text) => {
    const call = genotypeInText(text, gene, context);
    return call === null ? [] : [{ call, text }];
  });
  const agreed = agreedCall(genotypes.map(({ call }) => call));
  if (genotypes.length > 0 && agreed === null)
    return [{ call: { kind: 'no-call', why: 'the result is written in two ways that disagree' }, text: texts.join('; ') }];
  const found: Said[] = genotypes.filter(({ call }) => call === agreed);
  const presence = found.length > 0 ? null : presenceCall(words, answered(item), gene);
  if (presence !== null) return [presence];
  for (const concept of [value, ...item.interpretation].map((stated) => spelledOut(stated, words, gene))) {
    const phenotype = phenotypeOfGene(concept, gene);
    if (phenotype !== null && phenotype !== 'disagree' && fits(phenotype, gene)) {
      found.push({ call: phenotypeCall(phenotype, gene), text: phenotype.written });
      break;
    }
  }
  for (const text of texts) {
    const score = SCORE_IN_WORDS.exec(text)?.[1];
    if (score !== undefined) found.push({ call: { kind: 'activity-score', score: score.replace('>=', '≥').replaceAll(' ', '') }, text });
  }
  if (found.length > 0) return found;
  const failed = texts.find((text) => presenceInWords(text) === 'no-call');
  if (failed !== undefined) return [{ call: { kind: 'no-call', why: 'the laboratory reports no interpretable result' }, text: failed }];
  if (item.noValue !== undefined)
    return [
      {
        call: { kind: 'no-call', why: `no value: ${wordings(item.noValue)[0] ?? item.noValue.codings[0]?.code ?? 'not stated'}` },
        text: '',
      },
    ];
  return [];
}

/** "Activity score: 1.5", "gene activity score (GAS): 1.5", and alone "AS 0". */
const SCORE_IN_WORDS = /(?:activity score(?:\s*\(G?AS\))?|^G?AS)\s*(?:of|is|:|=)?\s*((?:>=|≥|>)?\s*\d(?:\.\d{1,2})?)(?![\d.]*\d)/i;

/** "Metabolizer status: Intermediate": the test's name holds the other half of the term. */
function spelledOut(stated: Concept, words: string, gene: string): Concept {
  const [said] = wordings(stated);
  if (
    said === undefined ||
    !/^(?:ultra-?\s?rapid|rapid|normal|extensive|intermediate|poor|decreased|increased|low|indeterminate)$/i.test(said.trim())
  )
    return stated;
  const protein = pgxGene(gene)?.protein;
  if (protein === 'enzyme' && /phenotype|metaboli/i.test(words))
    return { codings: stated.codings.filter(({ code }) => code !== ''), text: `${said} metabolizer` };
  return protein === 'transporter' && /phenotype|function/i.test(words) ? { codings: [], text: `${said} function` } : stated;
}

const FLAGS: Readonly<Record<string, string>> = { POS: 'positive', DET: 'detected', NEG: 'negative', ND: 'not detected' };

/** What the test answers: its value, yes or no as words, or the flag where there is no value. */
function answered(item: Item): Concept {
  if (item.value?.kind === 'boolean') return { codings: [], text: item.value.value ? 'yes' : 'no' };
  if (item.value !== null || item.noValue !== undefined) return valueConcept(item.value);
  const [flag] = item.interpretation;
  if (flag === undefined || item.interpretation.length > 1) return valueConcept(null);
  const coded = flag.codings.map(({ code }) => FLAGS[code]).find((word) => word !== undefined);
  return coded === undefined ? flag : { codings: [], text: coded };
}

/** The test asks for one allele or one variant, the value says whether it is there. */
function presenceCall(words: string, value: Concept, gene: string): Said | null {
  const said = wordings(value);
  const coded = value.codings.map(({ code }) => PRESENCE_ANSWERS[code]).find((item) => item !== undefined);
  if (coded !== undefined && contradicts(coded, said)) return { call: { kind: 'no-call', why: CONTRADICTED }, text: said.join('; ') };
  const answer = coded ?? said.map((text) => presenceInWords(plainSpelling(text))).find((item) => item !== null);
  const counted = copiesSaid(said);
  const zygosity = said.map(zygosityIn).find((item) => item !== null) ?? null;
  const unchanged = zygosity !== null && said.some((text) => UNCHANGED.test(text));
  const present =
    answer === 'absent' || unchanged || counted === 0
      ? false
      : counted !== null || answer === 'present' || zygosity !== null || yesNo(said) === true
        ? true
        : yesNo(said);
  const text = said[0] ?? '';
  if (present === null) return null;
  // The value may name the allele itself ("HLA-B*57:01 positive").
  const [allele] = [words, ...said].flatMap(hlaAlleles).filter((found) => found.gene === gene || found.gene === null);
  const copies =
    counted !== null && counted > 0
      ? { copies: counted }
      : zygosity === 'homozygous'
        ? { copies: 2 }
        : zygosity === 'heterozygous'
          ? { copies: 1 }
          : {};
  if (pgxGene(gene)?.naming === 'hla') {
    return allele === undefined || !allele.allele.includes(':')
      ? null
      : { call: { kind: 'allele-presence', allele: allele.allele, present, ...copies }, text };
  }
  const bare = withoutGene(words, gene);
  const star = [...bare.matchAll(/\*\d{1,3}[A-Z]?(?![\d/])/g)].map(([name]) => name);
  const [one] = star;
  if (one !== undefined && star.length === 1) return { call: { kind: 'allele-presence', allele: one, present, ...copies }, text };
  const written = [...withHgvsNames(bare, gene).matchAll(/(?:[A-Z]{2}_\d+\.\d+:)?\b[cgm]\.[-*]?\d[\w+\-*>=_]*|\brs\d+\b/g)].map(
    ([name]) => name,
  );
  const legacy = legacyPosition(bare, gene);
  const notation = legacy === null ? written : [...new Set([...written, `c.${legacy.number}${legacy.ref}>${legacy.alt}`, legacy.rsId])];
  return notation.length === 0 ? null : { call: { kind: 'variant', notation, present, zygosity: zygosity ?? 'unknown' }, text };
}

/** "HLA-B*57:01 present?": Yes. Read only where the test asks for one allele or variant, which the caller makes sure of. */
function yesNo(said: readonly string[]): boolean | null {
  if (said.some((text) => /^(?:yes|y|true|carrier|\+|pos\.?)$/i.test(text.trim()))) return true;
  return said.some((text) => /^(?:no|n|false|non-?carrier|not a carrier|neg\.?)$/i.test(text.trim())) ? false : null;
}

const COPIES: Readonly<Record<string, number>> = { '0': 0, no: 0, zero: 0, '1': 1, one: 1, '2': 2, two: 2 };

/** "2 copies" of the allele that the test asks for. */
function copiesSaid(said: readonly string[]): number | null {
  const count = said
    .map((text) => /^(0|no|zero|1|one|2|two) cop(?:y|ies)(?: detected)?\.?$/i.exec(text.trim())?.[1])
    .find((one) => one !== undefined);
  return count === undefined ? null : (COPIES[count.toLowerCase()] ?? null);
}

/** One score, a lower bound ("≥3.0"), or the range of a phenotype as laboratories print it ("1.25-2.25"). */
function activityScore(value: ElementValue | null): string | null {
  if (value?.kind === 'range')
    return value.low === undefined || value.high === undefined ? null : `${String(value.low)}-${String(value.high)}`;
  if (value?.kind === 'quantity') {
    const score = Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
    if (value.value < 0 || value.value > 10) return null;
    return value.comparator === undefined ? score : value.comparator === '>=' ? `≥${score}` : value.comparator === '>' ? `>${score}` : null;
  }
  // "AS 1.0", "Activity score: 1.5 (intermediate metabolizer)"
  const written = (value === null ? undefined : wordings(valueConcept(value))[0])
    ?.trim()
    .replace(/^(?:(?:total |cumulative )?activity score|score|AS)\b\s*[:=]?\s*/i, '')
    .replace(/\s*\([^()]*\)$/, '')
    // The decimal comma of most European laboratories.
    .replace(/(?<=^\D{0,3}\d),(?=\d{1,2}$)/, '.');
  const range = /^(\d{1,2}(?:\.\d{1,2})?)\s?(?:-|–|to)\s?(\d{1,2}(?:\.\d{1,2})?)$/.exec(written ?? '');
  if (range !== null) return `${range[1] ?? ''}-${range[2] ?? ''}`;
  const match = /^(>=|≥|>)?\s*(\d{1,2}(?:\.\d{1,2})?)$/.exec(written ?? '');
  if (match === null) return null;
  const score = (match[2] ?? '').includes('.') ? match[2] : `${match[2] ?? ''}.0`;
  return `${match[1] === undefined ? '' : match[1] === '>' ? '>' : '≥'}${score ?? ''}`;
}

function saidBy(value: ElementValue): string {
  if (value.kind === 'quantity') return `${value.value} ${value.unit ?? ''}`;
  return wordings(valueConcept(value))[0] ?? value.kind;
}
