/** The one sentence of a card on an ordered cancer drug: what was found or is missing, and the choice beside it. */
import type { OrderFit, VariantResult } from '../report/types.ts';
import { conditionOf, leading, regimenOf } from './oncology-replacements.ts';
import { withReadableDates } from './dates.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';

export function summaryOf(fit: OrderFit, variants: readonly VariantResult[]): string {
  const drug = fit.drug.name;
  const several = fit.drug.rxnorm === undefined && / and /.test(drug);
  const [is, asks] = several ? ['are', 'ask'] : ['is', 'asks'];
  const named = [...new Set(variants.map(nameOf))].slice(0, 2).join(', ');
  const best = leading(fit);
  const option = best === undefined ? undefined : regimenOf(best);
  // A later line that the chart does not show is part of the advice: too long, and the advice stands in the detail alone.
  const said = conditionOf(best);
  const condition = said === undefined ? undefined : withReadableDates(said);
  const consider = option === undefined ? '' : `; consider ${option}${condition === undefined ? '' : ` (${condition})`}`;
  const disputed = variants.find(({ bothWays }) => bothWays?.unsettled === true);
  if (disputed !== undefined && fit.verdict !== 'fits') return disputedInWords(fit, disputed, option, is);
  switch (fit.verdict) {
    case 'fits': {
      const partners = (fit.partners ?? []).join(' and ');
      const finding = named === '' ? '' : `${named}: `;
      return summaryText(
        `${finding}the label has ${drug} here together with ${partners}, which is not on order`,
        `The label has ${drug} here together with ${partners}, which is not on order`,
      );
    }
    case 'contradicted':
      return summaryText(`${named}: ${drug} ${is} ${expected(fit)}${consider}`, `${named}: ${drug} ${is} ${expected(fit)}`);
    case 'withdrawn':
      return summaryText(`${drug}: its US approval was withdrawn${consider}`, `${drug}: its US approval was withdrawn`);
    case 'biomarker-negative':
      return summaryText(
        `${drug} ${asks} for ${fit.biomarker ?? 'a biomarker'}: tested, not found${consider}`,
        `${drug} ${asks} for ${fit.biomarker ?? 'a biomarker'}: tested, not found`,
        `${drug}: the biomarker that its label asks for was tested and not found`,
      );
    case 'biomarker-not-tested': {
      const unread = fit.because.find(isUnreadReport);
      if (unread !== undefined) {
        const { report, short } = unreadReportInWords(unread);
        return summaryText(
          withReadableDates(`No readable ${testsInWords(fit.tests ?? [])} result; ${report} is on file, unread: look there before ${drug}`),
          withReadableDates(`No readable result; ${report} is on file, unread: look there before ${drug}`),
          withReadableDates(`No readable result; ${short} is on file, unread: look there before ${drug}`),
        );
      }
      if (byDiagnosis(fit) !== undefined)
        return summaryText(
          withReadableDates(`${byDiagnosis(fit) ?? ''}, no result on file: look at the report before ${drug}`),
          `${(fit.tests ?? []).join(', ')} stated by the ${statedBy(fit)} alone: look at the report before ${drug}`,
        );
      if (fit.because[0]?.endsWith(' does not settle it') === true)
        return summaryText(
          withReadableDates(`${fit.because[0] ?? ''}: test further before ${drug}`),
          `Results on file do not settle it: test before ${drug}`,
        );
      if (/germline/.test(fit.because[0] ?? ''))
        return summaryText(`${named === '' ? 'Variant' : named}: germline origin not shown; confirm it before ${drug}`);
      if (ruledOut(fit) !== undefined)
        return summaryText(
          `${ruledOut(fit) ?? ''} is not what ${drug} ${several ? 'ask' : 'asks'} for; no ${testsInWords(fit.tests ?? [])} result on file`,
          noResult(fit),
        );
      if (fit.because.some((reason) => reason.startsWith('A variant whose gene cannot be told')))
        return summaryText(`No readable ${(fit.tests ?? []).join(', ')} result on file: look at the report before ${drug}`);
      if (fit.because[0]?.includes(' amplification is on file, ') === true)
        return summaryText(
          `${fit.because[0].replace(/ is on file, .*/, ' found')}, but ${drug} ${asks} for ${fit.biomarker ?? 'another test'}: test first`,
          `${fit.because[0].replace(/ is on file, .*/, ' found')}; the label asks for ${fit.biomarker ?? 'another test'}: test first`,
        );
      return summaryText(withUnsettled(fit), noResult(fit), `No qualifying biomarker result on file: test before ${drug}`);
    }
    case 'biomarker-open': {
      const [why = ''] = fit.because;
      const gene = (fit.tests ?? []).join(', ');
      const organs = /^The diagnosis names two organs: (.*)$/.exec(why)?.[1];
      if (organs !== undefined)
        return summaryText(
          `Diagnosis: ${organs}: settle it before ${drug}`,
          `Diagnosis: ${organs.replaceAll(/ \([^)]*\)/g, '')}: settle it before ${drug}`,
          `The diagnosis names two organs: settle it before ${drug}`,
        );
      const said = /^The diagnosis says (.*), a result(.*) did not find it$/.exec(why);
      if (said !== null)
        return summaryText(
          withReadableDates(`${said[1] ?? ''} by the diagnosis, not found by the result${said[2] ?? ''}: settle it before ${drug}`),
          `${said[1] ?? ''} by the diagnosis, not found by the result: settle it before ${drug}`,
        );
      const [, protein, stain] = /^The (\S+) stain is (\w+): it screens/.exec(why) ?? [];
      if (protein !== undefined)
        return stain === 'positive'
          ? summaryText(`${protein} stain positive, which is a screen: show the fusion before ${drug}`)
          : summaryText(`${protein} stain ${stain ?? ''}, a screen alone; no ${protein} fusion test on file before ${drug}`);
      const inWords = /^(.*) is said to be found in words only/.exec(why)?.[1];
      if (inWords !== undefined)
        return summaryText(
          `A report speaks of ${inWords}, in words only: look at it before ${drug}`,
          `A report speaks of a change in words only: look at it before ${drug}`,
        );
      const called = /^The laboratory calls (.*) resistant to /.exec(why)?.[1];
      if (called !== undefined)
        return summaryText(
          `The laboratory calls ${shortChanges(called)} resistant to ${drug}: look at the report before signing`,
          `The laboratory says resistant to ${drug}: look at the report before signing`,
        );
      const [, arisen, under] = /^(.*) is a change of a gene whose changes arise under (.*?): whether /.exec(why) ?? [];
      if (arisen !== undefined)
        return summaryText(
          `${shortChanges(arisen)}: such changes arise under ${under ?? 'the drug'}; whether ${drug} still acts is not known here`,
          `${gene} changes arise under ${under ?? 'the drug'}; whether ${drug} still acts is not known here`,
        );
      const elsewhere = /^(.*) resists \S+(?: \S+)* in another tumour type: /.exec(why)?.[1];
      if (elsewhere !== undefined)
        return summaryText(
          `${shortChanges(elsewhere)} resists ${drug} in another tumour type; of this one nothing is known here`,
          `A change that resists ${drug} in another tumour type is on file; of this one nothing is known here`,
        );
      const unnamed = unnamedInWords(why);
      if (unnamed !== undefined)
        return summaryText(
          `${unnamed.finding}: look at the report before ${drug}`,
          `${unnamed.gene} result not readable here: look at the report before ${drug}`,
        );
      const [, change, open] = /^(.*?)(?: does (not tell which) of these changes| replaces several residues)/.exec(why) ?? [];
      const heldIn = /whether it counts as (\S+) is not shown/.exec(why)?.[1] ?? '';
      if (change !== undefined)
        return summaryText(
          `${shortChanges(change)}: ${open === undefined ? `whether it counts as ${heldIn} is open` : 'which of these changes is not told'}, look at the report before ${drug}`,
          `${gene} result not settled: look at the report before ${drug}`,
        );
      const [, beside = '', lookedFor] = /^Of \S+ only (.*) is on file: whether (.*) was looked for is not shown/.exec(why) ?? [];
      if (lookedFor !== undefined)
        return summaryText(
          `${shortChanges(beside)} on file; whether ${gene} was tested for ${lookedFor} is not shown: look at the report before ${drug}`,
          `Whether ${gene} was tested for ${lookedFor} is not shown: look at the report before ${drug}`,
        );
      const unsaid = /^(.*) is on file without saying whether it is present/.exec(why)?.[1];
      if (unsaid !== undefined)
        return summaryText(
          `${shortChanges(unsaid)} is on file, not said whether present: look at the report before ${drug}`,
          `${shortChanges(unsaid)}: present or not is not said: look at the report before ${drug}`,
          `A change is on file, not said whether present: look at the report before ${drug}`,
        );
      if (byDiagnosis(fit) !== undefined)
        return summaryText(
          withReadableDates(`${byDiagnosis(fit) ?? ''} speaks against ${drug}: look at the report`),
          `The ${statedBy(fit)} alone speaks against ${drug}: look at the report`,
        );
      return /no basis/.test(why)
        ? summaryText(`${named}: ${dismissal(variants)}, no basis for ${drug}`, `${dismissal(variants)}: no basis for ${drug}`)
        : /which does not rule it out: tumour tissue decides/.test(why)
          ? summaryText(
              `${gene} not found in ${/circulating/.test(why) ? 'blood' : (/not found in (.*?), which/.exec(why)?.[1] ?? 'blood')}, which does not rule it out: test tissue before ${drug}`,
              `${gene} not found, but not in tumour tissue: test tissue before ${drug}`,
            )
          : /not found in the germline/.test(why)
            ? summaryText(
                `${testsInWords(fit.tests ?? [])} not found in the germline, the tumour not tested: test it before ${drug}`,
                `Not found in the germline, the tumour not tested: test it before ${drug}`,
              )
            : /as the 5′ partner/.test(why)
              ? summaryText(
                  `${named} is written with ${gene} as the 5′ partner: ask the laboratory before ${drug}`,
                  `Ask the laboratory which way round the ${gene} fusion is, before ${drug}`,
                )
              : /whether the exon is skipped/.test(why)
                ? summaryText(
                    `${named}: whether the exon is skipped is not shown here, look at the report before ${drug}`,
                    `${gene}: exon skipping is open, look at the report before ${drug}`,
                  )
                : /without the single change/.test(why)
                  ? summaryText(`${gene} is reported as mutated without the single change: look at the report before ${drug}`)
                  : /whose change cannot be read/.test(why)
                    ? summaryText(`${gene} variant on file, its change cannot be read here: look at the report before ${drug}`)
                    : /specimen that is not on file/.test(why)
                      ? summaryText(`${gene} not found, but whether tissue or blood was tested is not on file: make sure before ${drug}`)
                      : /was looked for here/.test(why)
                        ? summaryText(
                            `${shortChanges(/^Of \S+ only (.*) was looked/.exec(why)?.[1] ?? gene)} not found, the rest of ${gene} not on file: test it before ${drug}`,
                            `Only a part of ${gene} was tested: test the rest before ${drug}`,
                          )
                        : /can be read/.test(why)
                          ? summaryText(`${gene} was examined, no result readable here: look at the report before ${drug}`)
                          : /is indeterminate/.test(why)
                            ? summaryText(`${gene} result is indeterminate: settle it by another test before ${drug}`)
                            : summaryText(`${gene} test without a result: repeat before ${drug}`);
    }
    default: {
      const ages = /^The US label here is for (.*); age /.exec(fit.because[0] ?? '')?.[1];
      if (ages !== undefined)
        return summaryText(
          `${drug}: US label for ${ages}; ${option ?? 'another drug'} is approved without that limit${condition === undefined ? '' : ` (${condition})`}`,
          `${drug}: US label for ${ages}; ${option ?? 'another drug'} is approved without that limit`,
          `${drug}: its US label does not cover this age; another drug is approved without that limit`,
        );
      if (/ is for castration-resistant disease, /.test(fit.because[0] ?? ''))
        return summaryText(
          `${drug}: its label here is for castration-resistant disease${consider}`,
          `${drug}: its label here is for castration-resistant disease, the diagnosis says sensitive`,
        );
      if (/ is for grade 2, /.test(fit.because[0] ?? ''))
        return summaryText(
          `${drug}: its label is for grade 2, the diagnosis says a higher grade${consider}`,
          `${drug}: its label is for grade 2, the diagnosis says a higher grade`,
        );
      return summaryText(`${findings(fit, variants)}: ${option ?? 'another drug'} is approved for it; ${drug} is ordered without`);
    }
  }
}
/** "A genetic report of 2026-05-04 (FoundationOne CDx) is on file and was not read here". */
export function isUnreadReport(reason: string): boolean {
  return reason.endsWith(' is on file and was not read here');
}
function unreadReportInWords(reason: string): { readonly report: string; readonly short: string } {
  const [, day = '', name] = /^A genetic report( of \S+)?(?: \((.*)\))? is on file/.exec(reason) ?? [];
  return { report: `${name ?? 'a genetic report'}${day}`, short: `a genetic report${day}` };
}
/** The same in the words of the opening card; also of what is said in words only, or without saying whether it is present. */
export function unreadInWords(why: string): { readonly gene: string; readonly finding: string } {
  const unnamed = unnamedInWords(why);
  if (unnamed !== undefined) return unnamed;
  const said = shortChanges(why.replace(/ is (?:said to be found in words only|on file without saying).*$/, ''));
  const [gene = ''] = said.split(' ');
  return { gene, finding: / in words only/.test(why) ? `${said} in words only` : `${said}, not said whether present` };
}
/** A result of a gene of resistance whose change is not said, or not read. */
function unnamedInWords(why: string): { readonly gene: string; readonly finding: string } | undefined {
  const [, mutated] = /^A mutation of (\S+) is on file, which one is not said/.exec(why) ?? [];
  if (mutated !== undefined) return { gene: mutated, finding: `${mutated} mutation on file, which one is not said` };
  const [, moved, change = ''] = /^A variant of (\S+) is counted on another transcript \((.*?)\);/.exec(why) ?? [];
  if (moved !== undefined) return { gene: moved, finding: `${moved} ${change} is counted on another transcript` };
  const [, gene, said = ''] = /^A result of (\S+) cannot be read here \(“(.*)”\);/.exec(why) ?? [];
  return gene === undefined ? undefined : { gene, finding: `${gene} “${said}” is not readable here` };
}
/** `EGFR T790M found 3 May 2026, not found 2 Oct 2026: look at both reports before osimertinib`. */
function disputedInWords(fit: OrderFit, variant: VariantResult, option: string | undefined, is: string): string {
  const { verdict, drug } = fit;
  const said = bothWaysInWords(variant);
  const act =
    verdict === 'contradicted'
      ? `if present, ${drug.name} ${is} ${expected(fit)}`
      : verdict === 'better-option' && option !== undefined
        ? `if present, ${option} is approved for it`
        : `look at both reports before ${drug.name}`;
  return summaryText(`${said}: ${act}`, `${nameOf(variant)} found and not found: ${act}`);
}
/** `EGFR T790M found 3 May 2026, not found in blood 2 Oct 2026, which does not rule it out`; the name alone where no result says otherwise. */
export function bothWaysInWords(variant: VariantResult): string {
  return [nameOf(variant), ...(variant.bothWays === undefined ? [] : [withReadableDates(variant.bothWays.text)])].join(' ');
}

/** Evidence of a smaller effect alone is no evidence of none; a label that leaves the tumour out says more. */
function expected({ because }: OrderFit): string {
  const reasons = because.filter((reason) => !/^Some studies say otherwise|: found\b.*, not found\b/.test(reason));
  const reduced = reasons.length > 0 && reasons.every((reason) => /^Level \S evidence of reduced sensitivity/.test(reason));
  return reduced ? 'expected to work less well' : 'not expected to work';
}

/** More genes than these are not read in five seconds. */
const MOST_NAMED = 4;
function noResult({ tests = [], drug }: OrderFit): string {
  if (tests.length === 0) return `No qualifying biomarker result on file: test before ${drug.name}`;
  return tests.length <= MOST_NAMED
    ? `No ${tests.join(', ')} result on file: test before ${drug.name}`
    : `No result on file for ${testsInWords(tests)}: test before ${drug.name}`;
}
/** A gene of the label whose test gave no result, or whose variant does not count, is named beside the one that was not tested. */
function withUnsettled(fit: OrderFit): string {
  const { tests = [], because, drug } = fit;
  const failed = because.flatMap((reason) => /^The test of (\S+) gave no result/.exec(reason)?.[1] ?? []);
  const unclear = because.flatMap((reason) => /^The (\S+) result is indeterminate/.exec(reason)?.[1] ?? []);
  const unread = because.flatMap((reason) => /^(\S+) was examined, but/.exec(reason)?.[1] ?? []);
  const dismissed = because.flatMap((reason) => {
    const [, gene, name = '', why = ''] =
      /^Only a variant of (\S+) that is no basis for treatment is on file: (.*), ([^,]+)$/.exec(reason) ?? [];
    return gene === undefined
      ? []
      : [`${shortChanges(name.includes(gene) ? name : `${gene} ${name}`)} (${why.replace(/^of | by the laboratory$/g, '')})`];
  });
  const unsaid = because.flatMap((reason) => /^(.*) is on file without saying whether it is present/.exec(reason)?.[1] ?? []);
  const open = [
    ...unsaid.map((change) => `${shortChanges(change)} is on file without saying whether present`),
    ...failed.map((gene) => `the test of ${gene} gave no result`),
    ...unclear.map((gene) => `the ${gene} result is indeterminate`),
    ...unread.map((gene) => `the ${gene} result cannot be read here`),
    ...dismissed.map((said) => `${said} ${/wild/i.test(fit.biomarker ?? '') ? 'does not settle it' : 'does not count'}`),
  ];
  // Of a long list the gene that was examined is the news.
  if (unread.length > 0 && tests.length > MOST_NAMED)
    return `${[...new Set(unread)].slice(0, 3).join(', ')} was examined, no result readable here: look at the report before ${drug.name}`;
  if (open.length === 0 || tests.length > MOST_NAMED) return noResult(fit);
  return `No ${tests.join(', ')} result on file, and ${open.join(' and ')}: settle ${open.length > dismissed.length ? 'both' : 'it'} before ${drug.name}`;
}
/** `BRCA1, BRCA2 and 12 other genes of its label`; a few are named each. */
export function testsInWords(tests: readonly string[]): string {
  return tests.length <= MOST_NAMED ? tests.join(', ') : `${tests.slice(0, 2).join(', ')} and ${tests.length - 2} other genes of its label`;
}

/** "HER2-positive by the diagnosis of 2026-05-01 alone", "KRAS G12D mutation by the problem list of 2026-05-01 alone". */
export function byDiagnosis({ because }: OrderFit): string | undefined {
  return /^.* by the (?:diagnosis|problem list)(?: of \S+)? alone/.exec(because[0] ?? '')?.[0];
}
function statedBy(fit: OrderFit): string {
  return / by the problem list\b/.test(byDiagnosis(fit) ?? '') ? 'problem list' : 'diagnosis';
}
export const NOT_ASKED = ' is not the finding that the label asks for';
/** "MSI on file (stable)": a result that answers one half of the label's question with no. */
function ruledOut({ because }: OrderFit): string | undefined {
  return because.find((reason) => reason.endsWith(NOT_ASKED))?.slice(0, -NOT_ASKED.length);
}
/** `EGFR T790M`. */
export function nameOf({ name }: VariantResult): string {
  return shortChanges(name);
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

function findings(fit: OrderFit, variants: readonly VariantResult[]): string {
  const [first] = variants;
  return (
    (first && nameOf(first)) ?? fit.alternatives[0]?.because.replace(/^approved for /, '').replace(/:.*$/, '') ?? 'This tumour’s finding'
  );
}
