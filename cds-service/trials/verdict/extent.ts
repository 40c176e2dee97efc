/** Stage and extent: certain only where the record is, and as long as it stands. */
import type { Requirement } from '../../knowledge/trials/types.ts';
import type { TrialPatient } from '../patient.ts';
import { daysBetween, no, unknown, yes, type Answer } from './answer.ts';
import { distantMetastasis, isDistant, notToldApart, speaksAgainstStage } from './distant.ts';
import { calledMetastatic, stageSaid } from './said-by-diagnosis.ts';
import { mayBeLocallyAdvanced, mayCountAsMetastatic, tellsSpread } from './stage-meaning.ts';

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** A stage is what was found then: after half a year, or after a relapse, the present extent is open. */
export function hasExtent({ extent }: Of<'extent'>, patient: TrialPatient): Answer {
  if (notToldApart(patient))
    return unknown('several tumours are recorded, and not of which one the extent is asked', 'extent of this tumour');
  const [main] = patient.tumours;
  const recorded = distantMetastasis(patient);
  const shared = patient.beside.length > 0;
  const spread = shared ? undefined : recorded;
  const latest = latestStage(patient);
  const said = latest ? latest.said : '';
  const far = spread
    ? `metastasis recorded: ${spread.text}${spread.onset === undefined ? '' : ` (${spread.onset.slice(0, 10)})`}`
    : latest && main && isDistant(latest.group, main, patient.trees)
      ? said
      : main && !shared && latest === null && calledMetastatic(main.fact)
        ? `recorded as “${main.fact.text}”`
        : null;
  if (far !== null && main?.solid !== false) return extent === 'early' ? no(far) : yes(far);
  if (shared && recorded)
    return unknown(`${recorded.text} is recorded, and not of which of several tumours it is`, 'extent of this tumour');
  if (!latest) return unknown('stage and metastases are not recorded', 'stage');
  if (main?.solid === false) return unknown(`${said}: extent of a blood cancer`, 'stage');
  // Stage IV without metastases is still locally advanced.
  if (latest.group.startsWith('IV')) {
    if (extent === 'metastatic') return unknown(`${said}: whether it has spread far is not recorded`, 'metastases');
    return extent === 'early' ? no(said) : yes(said);
  }
  if (!latest.fresh) return unknown(`${said}; the present extent is not recorded`, 'stage');
  if (main === undefined || !tellsSpread(main, patient.trees))
    return unknown(`${said}: what it says of the extent is not certain`, 'stage');
  const early = /^(?:0|I|II)[ABC]?\d?$/.test(latest.group);
  if (extent === 'metastatic')
    return mayCountAsMetastatic(latest.group, main) ? unknown(`${said}: whether regional spread counts is not certain`, 'stage') : no(said);
  if (extent === 'early') return early ? yes(said) : unknown(said, 'stage');
  return early && !mayBeLocallyAdvanced(latest.group, main, patient.trees)
    ? no(said)
    : unknown(`${said}: whether locally advanced is not recorded`, 'stage');
}

export function hasStage({ groups }: Of<'stage'>, patient: TrialPatient): Answer {
  if (notToldApart(patient))
    return unknown('several tumours are recorded, and not of which one the stage is asked', 'stage of this tumour');
  const latest = latestStage(patient);
  if (!latest) return unknown('the stage is not recorded', 'stage');
  const { said } = latest;
  const spread = distantMetastasis(patient);
  if (spread && !latest.group.startsWith('IV') && speaksAgainstStage(spread, patient))
    return unknown(`${said}, and ${spread.text} is recorded: the present stage is not certain`, 'stage');
  // They count otherwise than Ann Arbor and the TNM system: a criterion that means them names them (`staging-system.ts`).
  if (latest.system !== undefined && OWN_SYSTEMS.includes(latest.system))
    return unknown(`${said} after ${latest.system}: whether that is the stage meant is open`, 'stage');
  const bare = latest.group.replace(/[^IV0].*$/, '');
  const exact = latest.group.replace(/\d+$/, '');
  if (groups.includes(bare) || groups.includes(exact))
    return latest.fresh || bare === 'IV' ? yes(said) : unknown(`${said}; the present stage is not recorded`, 'stage');
  if (exact === bare && groups.some((group) => group.replace(/[A-D]$/, '') === bare)) return unknown(`${said} without its letter`, 'stage');
  return latest.fresh || bare === 'IV' ? no(said) : unknown(`${said}; the present stage is not recorded`, 'stage');
}

const OWN_SYSTEMS: readonly string[] = ['Rai', 'Binet', 'ISS', 'R-ISS', 'Durie-Salmon', 'BCLC'];

function latestStage({ tumours, facts, freshness }: TrialPatient): {
  readonly group: string;
  readonly day: string | undefined;
  readonly fresh: boolean;
  readonly system: string | undefined;
  /** The stage with its day, and where it was read if that is no finding of its own. */
  readonly said: string;
} | null {
  const [main] = tumours;
  if (!main) return null;
  const stages = main.fact.stages.filter(({ group }) => group !== undefined);
  const again = ['recurrence', 'relapse'].includes(main.fact.clinicalStatus);
  const standing = (day: string | undefined): boolean => {
    const age = daysBetween(day, facts.asOf);
    return !again && age !== null && age >= 0 && age <= freshness.stageDays;
  };
  const named = main.fact.stages.length === 0 ? stageSaid(main.fact) : null;
  if (named !== null) {
    const day = (main.fact.onset ?? main.fact.source.issued)?.slice(0, 10);
    const said = `stage ${named} (${day ?? 'undated'}), in the words of the diagnosis “${main.fact.text}”`;
    return { group: named, system: undefined, day, fresh: standing(day), said };
  }
  const dayOf = (at: number): string => stages[at]?.source.issued ?? main.fact.onset ?? '';
  let best = -1;
  stages.forEach((_, at) => {
    if (best === -1 || dayOf(at) > dayOf(best)) best = at;
  });
  const stage = stages[best];
  if (stage?.group === undefined) return null;
  // Clinical and pathological stage of the same day may differ.
  if (stages.some((other, at) => dayOf(at) === dayOf(best) && other.group !== stage.group)) return null;
  const day = dayOf(best) === '' ? undefined : dayOf(best).slice(0, 10);
  return { group: stage.group, system: stage.system, day, fresh: standing(day), said: `stage ${stage.group} (${day ?? 'undated'})` };
}
