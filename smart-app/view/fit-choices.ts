/** What may be offered in place of an ordered cancer drug: the choices that the order's card offers, by the same rule. */
import type { OfferedChoice } from '../act/Acts.tsx';
import type { Fit } from '../data/panel-report.ts';

type Option = Fit['alternatives'][number];

/** Verdicts after which another treatment is what there is to order; after the others it is a test, a partner, or nothing. */
const REPLACED: ReadonlySet<Fit['verdict']> = new Set(['contradicted', 'withdrawn', 'biomarker-negative']);
/** More drugs than these are ordered by their protocol. */
const MOST_DRUGS = 3;
const MOST_OFFERED = 2;

/** Line or setting of the label, unless the chart bears it out. */
function conditionOf({ setting, settingStanding }: Option): string | undefined {
  return settingStanding === 'shown' ? undefined : setting;
}

/** As many as the card names. */
const MOST_NAMED = 3;
/** Not spoken against; what needs nothing that the chart does not show comes alone where there is such, else what the card names of the rest. */
function open({ alternatives }: Fit): readonly Option[] {
  const standing = alternatives.filter(({ settingStanding }) => settingStanding !== 'against');
  const ready = standing.filter((option) => conditionOf(option) === undefined);
  return (ready.length > 0 ? ready : standing).slice(0, MOST_NAMED);
}

/** The choice to name in one line. */
export function firstChoice(fit: Fit): Option | undefined {
  return open(fit)[0];
}

/** One choice is one button, a combination too; a drug on order that belongs to it stays. */
export function choicesOffered(fit: Fit): readonly OfferedChoice[] {
  if (!REPLACED.has(fit.verdict)) return [];
  return open(fit)
    .filter(({ noEarlierTreatment }) => noEarlierTreatment !== true)
    .filter(({ drugs }) => drugs.length <= MOST_DRUGS && drugs.every(({ rxnorm }) => rxnorm !== ''))
    .slice(0, MOST_OFFERED)
    .map((option) => {
      const drugs = option.drugs.map(({ name, rxnorm }) => ({ name: name.toLowerCase(), rxnorm }));
      const others = drugs.filter(({ name }) => name !== fit.drug.name.toLowerCase());
      const condition = conditionOf(option);
      return {
        name: drugs.map(({ name }) => name).join(' + '),
        drugs: others,
        keepsOrder: others.length < drugs.length,
        ...(condition === undefined ? {} : { condition }),
      };
    });
}
