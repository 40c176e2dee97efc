/**
 * A result on file that leaves the label's question open, in one sentence: what is open, and where to look. Which one it is says the first reason of the
 * order's verdict (`oncology/order/lacking.ts`); the first row that knows it speaks.
 */
import type { OrderFit, VariantResult } from '../report/types.ts';
import { withReadableDates } from './dates.ts';
import { BY_DIAGNOSIS, statedBy } from './oncology-diagnosis-alone.ts';
import { testsInWords } from './oncology-missing-result.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';

interface About {
  readonly fit: OrderFit;
  /** Its first reason. */
  readonly why: string;
  readonly drug: string;
  /** Genes that the label asks for. */
  readonly gene: string;
  readonly variants: readonly VariantResult[];
  /** The variants by name. */
  readonly named: string;
}
/** Sentences for one reason, the fullest first. */
type Row = readonly [why: RegExp, say: (about: About, found: readonly string[]) => readonly string[]];

const LOOK = 'look at the report before';

const ROWS: readonly Row[] = [
  [
    /^The diagnosis names two organs: (.*)$/,
    ({ drug }, [, organs = '']) => [
      `Diagnosis: ${organs}: settle it before ${drug}`,
      `Diagnosis: ${organs.replaceAll(/ \([^)]*\)/g, '')}: settle it before ${drug}`,
      `The diagnosis names two organs: settle it before ${drug}`,
    ],
  ],
  [
    /^The diagnosis says (.*), a result(.*) did not find it$/,
    ({ drug }, [, said = '', when = '']) => [
      withReadableDates(`${said} by the diagnosis, not found by the result${when}: settle it before ${drug}`),
      `${said} by the diagnosis, not found by the result: settle it before ${drug}`,
    ],
  ],
  [
    /^The (\S+) stain is positive: it screens/,
    ({ drug }, [, protein = '']) => [`${protein} stain positive, which is a screen: show the fusion before ${drug}`],
  ],
  [
    /^The (\S+) stain is (\w+): it screens/,
    ({ drug }, [, protein = '', stain = '']) => [
      `${protein} stain ${stain}, a screen alone; no ${protein} fusion test on file before ${drug}`,
    ],
  ],
  [
    /^(.*) is said to be found in words only/,
    ({ drug }, [, change = '']) => [
      `A report speaks of ${change}, in words only: look at it before ${drug}`,
      `A report speaks of a change in words only: look at it before ${drug}`,
    ],
  ],
  [
    /^The laboratory calls (.*) resistant to /,
    ({ drug }, [, called = '']) => [
      `The laboratory calls ${shortChanges(called)} resistant to ${drug}: look at the report before signing`,
      `The laboratory says resistant to ${drug}: look at the report before signing`,
    ],
  ],
  [
    /^(.*) is a change of a gene whose changes arise under (.*?): whether /,
    ({ drug, gene }, [, arisen = '', under = 'the drug']) => [
      `${shortChanges(arisen)}: such changes arise under ${under}; whether ${drug} still acts is not known here`,
      `${gene} changes arise under ${under}; whether ${drug} still acts is not known here`,
    ],
  ],
  [
    /^(.*) resists \S+(?: \S+)* in another tumour type: /,
    ({ drug }, [, change = '']) => [
      `${shortChanges(change)} resists ${drug} in another tumour type; of this one nothing is known here`,
      `A change that resists ${drug} in another tumour type is on file; of this one nothing is known here`,
    ],
  ],
  [
    /^(.*?) does not tell which of these changes/,
    ({ drug, gene }, [, change = '']) => [
      `${shortChanges(change)}: which of these changes is not told, ${LOOK} ${drug}`,
      `${gene} result not settled: ${LOOK} ${drug}`,
    ],
  ],
  [
    /^(.*?) replaces several residues: whether it counts as (\S+) is not shown/,
    ({ drug, gene }, [, change = '', heldIn = '']) => [
      `${shortChanges(change)}: whether it counts as ${heldIn} is open, ${LOOK} ${drug}`,
      `${gene} result not settled: ${LOOK} ${drug}`,
    ],
  ],
  [
    /^Of \S+ only (.*) is on file: whether (.*) was looked for is not shown/,
    ({ drug, gene }, [, beside = '', lookedFor = '']) => [
      `${shortChanges(beside)} on file; whether ${gene} was tested for ${lookedFor} is not shown: ${LOOK} ${drug}`,
      `Whether ${gene} was tested for ${lookedFor} is not shown: ${LOOK} ${drug}`,
    ],
  ],
  [
    /^(.*) is on file without saying whether it is present/,
    ({ drug }, [, change = '']) => [
      `${shortChanges(change)} is on file, not said whether present: ${LOOK} ${drug}`,
      `${shortChanges(change)}: present or not is not said: ${LOOK} ${drug}`,
      `A change is on file, not said whether present: ${LOOK} ${drug}`,
    ],
  ],
  [
    BY_DIAGNOSIS,
    ({ drug, fit }, [said = '']) => [
      withReadableDates(`${said} speaks against ${drug}: look at the report`),
      `The ${statedBy(fit)} alone speaks against ${drug}: look at the report`,
    ],
  ],
  [
    /no basis/,
    ({ drug, named, variants }) => [
      `${named}: ${dismissal(variants)}, no basis for ${drug}`,
      `${dismissal(variants)}: no basis for ${drug}`,
    ],
  ],
  [
    /which does not rule it out: tumour tissue decides/,
    ({ drug, gene, why }) => [
      `${gene} not found in ${/circulating/.test(why) ? 'blood' : (/not found in (.*?), which/.exec(why)?.[1] ?? 'blood')}, which does not rule it out: test tissue before ${drug}`,
      `${gene} not found, but not in tumour tissue: test tissue before ${drug}`,
    ],
  ],
  [
    /not found in the germline/,
    ({ drug, fit }) => [
      `${testsInWords(fit.tests ?? [])} not found in the germline, the tumour not tested: test it before ${drug}`,
      `Not found in the germline, the tumour not tested: test it before ${drug}`,
    ],
  ],
  [
    /as the 5′ partner/,
    ({ drug, gene, named }) => [
      `${named} is written with ${gene} as the 5′ partner: ask the laboratory before ${drug}`,
      `Ask the laboratory which way round the ${gene} fusion is, before ${drug}`,
    ],
  ],
  [
    /whether the exon is skipped/,
    ({ drug, gene, named }) => [
      `${named}: whether the exon is skipped is not shown here, ${LOOK} ${drug}`,
      `${gene}: exon skipping is open, ${LOOK} ${drug}`,
    ],
  ],
  [/without the single change/, ({ drug, gene }) => [`${gene} is reported as mutated without the single change: ${LOOK} ${drug}`]],
  [/whose change cannot be read/, ({ drug, gene }) => [`${gene} variant on file, its change cannot be read here: ${LOOK} ${drug}`]],
  [
    /specimen that is not on file/,
    ({ drug, gene }) => [`${gene} not found, but whether tissue or blood was tested is not on file: make sure before ${drug}`],
  ],
  [
    /was looked for here/,
    ({ drug, gene, why }) => [
      `${shortChanges(/^Of \S+ only (.*) was looked/.exec(why)?.[1] ?? gene)} not found, the rest of ${gene} not on file: test it before ${drug}`,
      `Only a part of ${gene} was tested: test the rest before ${drug}`,
    ],
  ],
  [
    /can be read/,
    ({ drug, gene }) => [`${gene} ${gene.includes(', ') ? 'were' : 'was'} examined, no result readable here: ${LOOK} ${drug}`],
  ],
  [/is indeterminate/, ({ drug, gene }) => [`${gene} result is indeterminate: settle it by another test before ${drug}`]],
];

export function openResultSummary(fit: OrderFit, variants: readonly VariantResult[], named: string): string {
  const [why = ''] = fit.because;
  const drug = fit.drug.name;
  const unnamed = unnamedInWords(why);
  if (unnamed !== undefined)
    return summaryText(`${unnamed.finding}: ${LOOK} ${drug}`, `${unnamed.gene} result not readable here: ${LOOK} ${drug}`);
  const about = { fit, why, drug, gene: (fit.tests ?? []).join(', '), variants, named };
  for (const [pattern, say] of ROWS) {
    const found = pattern.exec(why);
    if (found !== null) return summaryText(...say(about, found));
  }
  return summaryText(`${about.gene} test without a result: repeat before ${drug}`);
}

/** The same in the words of the opening card; also of what is said in words only, or without saying whether it is present. */
export function unreadInWords(why: string): Unnamed {
  const unnamed = unnamedInWords(why);
  if (unnamed !== undefined) return unnamed;
  const said = shortChanges(why.replace(/ is (?:said to be found in words only|on file without saying).*$/, ''));
  const [gene = ''] = said.split(' ');
  return { gene, finding: / in words only/.test(why) ? `${said} in words only` : `${said}, not said whether present` };
}

interface Unnamed {
  readonly gene: string;
  readonly finding: string;
}
/** A result of a gene of resistance whose change is not said, or not read. */
const UNNAMED: readonly (readonly [why: RegExp, finding: (gene: string, said: string) => string])[] = [
  [/^A mutation of (\S+) is on file, which one is not said/, (gene) => `${gene} mutation on file, which one is not said`],
  [
    /^A variant of (\S+) is counted on another transcript \((.*?)\);/,
    (gene, change) => `${gene} ${change} is counted on another transcript`,
  ],
  [/^A result of (\S+) cannot be read here \(“(.*)”\);/, (gene, said) => `${gene} “${said}” is not readable here`],
];
function unnamedInWords(why: string): Unnamed | undefined {
  for (const [pattern, finding] of UNNAMED) {
    const [, gene, said = ''] = pattern.exec(why) ?? [];
    if (gene !== undefined) return { gene, finding: finding(gene, said) };
  }
  return undefined;
}

/** The laboratory's word on the variants that are no basis: "called likely benign", "of uncertain significance", "not classified". */
function dismissal(variants: readonly VariantResult[]): string {
  const words = [...new Set(variants.map(({ classification = '' }) => DISMISSALS[classification] ?? 'not known to matter'))];
  return words.length === 1 ? (words[0] ?? '') : 'not known to matter';
}
const DISMISSALS: Readonly<Record<string, string>> = {
  benign: 'called benign',
  'likely-benign': 'called likely benign',
  vus: 'of uncertain significance',
  conflicting: 'of disputed significance',
};
