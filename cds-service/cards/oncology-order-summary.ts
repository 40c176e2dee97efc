/** The one sentence of a card on an ordered cancer drug: what was found or is missing, and the choice beside it. */
import type { JudgedOrder, OtherDisease } from '../oncology/index.ts';
import type { VariantResult } from '../report/types.ts';
import { missingResultSummary } from './oncology-missing-result.ts';
import { openResultSummary } from './oncology-open-result.ts';
import { conditionOf, leading, regimenOf } from './oncology-replacements.ts';
import type { Whereabouts } from './not-checked-text.ts';
import { withReadableDates } from './dates.ts';
import { shortChanges } from './short-changes.ts';
import { summaryText } from './summary.ts';

export function summaryOf(fit: JudgedOrder, variants: readonly VariantResult[], where: Whereabouts): string {
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
        `${finding === '' ? 'The' : `${finding}the`} label has ${drug} here together with ${partners}, which is not on order`,
        `The label has ${drug} here together with ${partners}, which is not on order`,
      );
    }
    case 'contradicted':
      return summaryText(`${named}: ${drug} ${is} ${expected(fit)}${consider}`, `${named}: ${drug} ${is} ${expected(fit)}`);
    case 'withdrawn':
      return summaryText(`${drug}: its US approval was withdrawn${consider}`, `${drug}: its US approval was withdrawn`);
    case 'biomarker-negative': {
      const asked = fit.notThere ?? fit.biomarker ?? 'a biomarker';
      // A label that asks for the absence of a finding: "PIK3CA H1047R: gedatolisib asks for no PIK3CA mutation".
      if (asked.startsWith('no ') && named !== '')
        return summaryText(`${named}: ${drug} ${asks} for ${asked}${consider}`, `${named}: ${drug} ${asks} for ${asked}`);
      return summaryText(
        `${drug} ${asks} for ${asked}: tested, not found${consider}`,
        `${drug} ${asks} for ${asked}: tested, not found`,
        `${drug}: the biomarker that its label asks for was tested and not found`,
      );
    }
    case 'biomarker-not-tested':
      return missingResultSummary(fit, asks, named, where);
    case 'biomarker-open':
      return openResultSummary(fit, variants, named);
    default: {
      const [why] = fit.because;
      if (why?.kind === 'outside-age')
        return summaryText(
          `${drug}: US label for ${why.ages}; ${option ?? 'another drug'} is approved without that limit${condition === undefined ? '' : ` (${condition})`}`,
          `${drug}: US label for ${why.ages}; ${option ?? 'another drug'} is approved without that limit`,
          `${drug}: its US label does not cover this age; another drug is approved without that limit`,
        );
      const castration = why?.kind === 'other-disease' ? CASTRATION[why.disease] : undefined;
      if (castration !== undefined)
        return summaryText(
          `${drug}: its label here is for castration-${castration.label} disease${consider}`,
          `${drug}: its label here is for castration-${castration.label} disease, the diagnosis says ${castration.diagnosis}`,
        );
      if (why?.kind === 'other-disease' && why.disease === 'newly-diagnosed')
        return summaryText(
          `${drug}: its label here is for newly diagnosed disease${consider}`,
          `${drug}: its label here is for newly diagnosed disease, the diagnosis says relapsed`,
        );
      if (why?.kind === 'other-disease')
        return summaryText(
          `${drug}: its label is for grade 2, the diagnosis says a higher grade${consider}`,
          `${drug}: its label is for grade 2, the diagnosis says a higher grade`,
        );
      return summaryText(`${findings(fit, variants)}: ${drug} is ordered, though ${option ?? 'another drug'} is approved for it`);
    }
  }
}
/** Of a drug that is taken: `EGFR T790M: gefitinib, on the medication list, is not expected to work; consider osimertinib (after an EGFR inhibitor)`. */
export function takenSummaryOf(fit: JudgedOrder, variants: readonly VariantResult[], before = ''): string {
  const disputed = variants.find(({ bothWays }) => bothWays?.unsettled === true);
  if (disputed !== undefined) return disputedInWords(fit, disputed, undefined, 'is');
  const named = [...new Set(variants.map(nameOf))].slice(0, 2).join(', ');
  const said = `${named === '' ? '' : `${before}${named}: `}${fit.drug.name}, on the medication list, is ${expected(fit)}`;
  const best = leading(fit);
  if (best === undefined) return summaryText(said);
  const condition = conditionOf(best);
  const bracket = condition === undefined ? '' : ` (${withReadableDates(condition)})`;
  return summaryText(`${said}; consider ${regimenOf(best)}${bracket}`, said);
}
/** What the label and what the diagnosis says. */
const CASTRATION: Partial<Record<OtherDisease, { readonly label: string; readonly diagnosis: string }>> = {
  'castration-resistant': { label: 'resistant', diagnosis: 'sensitive' },
  'castration-sensitive': { label: 'sensitive', diagnosis: 'resistant' },
};
/** `EGFR T790M found 3 May 2026, not found 2 Oct 2026: look at both reports before osimertinib`. */
function disputedInWords(fit: JudgedOrder, variant: VariantResult, option: string | undefined, is: string): string {
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
function expected({ because }: JudgedOrder): string {
  const reasons = because.filter(({ kind }) => kind !== 'studies-differ' && kind !== 'both-ways');
  const reduced = reasons.length > 0 && reasons.every((reason) => reason.kind === 'against' && reason.effect === 'reduced sensitivity');
  return reduced ? 'expected to work less well' : 'not expected to work';
}

/** `EGFR T790M`. */
export function nameOf({ name }: VariantResult): string {
  return shortChanges(name);
}

function findings(fit: JudgedOrder, variants: readonly VariantResult[]): string {
  const [first] = variants;
  return first === undefined ? (fit.alternatives[0]?.approvedFor ?? 'This tumour’s finding') : nameOf(first);
}
