/** The sentences of the report, one per reason. */
import type { OtherDisease, Reason } from './reason.ts';

const LOOK = 'look at the report itself';

export function inWords(reason: Reason): string {
  switch (reason.kind) {
    case 'said':
    case 'marker-ambiguous':
      return reason.text;
    case 'marker-shown':
      return `${reason.asked} is shown`;
    case 'marker-absent':
      return `${reason.asked} was tested and not found`;
    case 'marker-open':
      return `${reason.asked} is not known`;
    case 'found':
      return reason.implied ? `${reason.text} (by the diagnosis)` : reason.text;
    case 'gene-clear':
      return `${reason.gene} was tested and no variant was found`;
    case 'negative':
      return `${were(reason.genes)} tested without the finding that the label asks for`;
    case 'not-in-blood':
      return `${were(reason.genes)} not found in ${reason.where}, which does not rule it out: tumour tissue decides`;
    case 'not-in-germline':
      return `${were(reason.genes)} not found in the germline, which says nothing of the tumour: it is not tested`;
    case 'specimen-unknown':
      return `${were(reason.genes)} not found in a specimen that is not on file: from blood alone it is not ruled out`;
    case 'examined':
      return `${were(reason.genes)} examined, but no result of ${reason.genes.length > 1 ? 'them' : 'it'} can be read here: ${LOOK}`;
    case 'indeterminate':
      return `The ${reason.gene} result is indeterminate: another test has to settle it`;
    case 'test-failed':
      return `The test of ${reason.gene} gave no result`;
    case 'change-unsaid':
      return `${reason.gene} is reported as mutated without the single change: ${LOOK}`;
    case 'change-unread':
      return `A variant of ${reason.gene} is on file whose change cannot be read here: ${LOOK}`;
    case 'part-tested':
      return `Of ${reason.gene} only ${reason.looked} was looked for here, and not found: the rest is not on file`;
    case 'other-kind':
      return `Of ${reason.gene} only ${reason.found} is on file: whether ${reason.asked} was looked for is not shown`;
    case 'no-basis':
      return `Only a variant of ${reason.gene} that is no basis for treatment is on file: ${reason.change}, ${reason.why}`;
    case 'exon-border':
      return `${reason.change} lies at a border of ${reason.gene} exon 14, whether the exon is skipped is not shown here: ${LOOK}`;
    case 'five-prime-partner':
      return `${reason.change} is written with ${reason.gene} as the 5′ partner: ask the laboratory`;
    case 'either-change':
      return `${reason.change} does not tell which of these changes it is: ${LOOK}`;
    case 'several-residues':
      return `${reason.change} replaces several residues: whether it counts as ${reason.holds} is not shown here, ${LOOK}`;
    case 'stain':
      return `The ${reason.protein} stain is ${reason.stain}: it screens for a fusion, which ${afterStain(reason.stain)}`;
    case 'research-only':
      return `A result of ${reason.gene}${reason.said === '' ? '' : ` (“${reason.said}”)`} is for research use only by its laboratory: a clinically validated test has to confirm it`;
    case 'presence-unsaid':
      return `${reason.change} is on file without saying whether it is present${wouldSpeak(reason.drugs)}: ${LOOK}`;
    case 'none-on-file':
      return `No result on file for ${reason.tests.join(', ')}`;
    case 'does-not-settle':
      return `${reason.result} does not settle it`;
    case 'tests-disagree':
      return `${reason.results} disagree: look at both reports${reason.rule === undefined ? '' : `; ${reason.rule}`}`;
    case 'not-asked':
      return `${reason.result} is not the finding that the label asks for`;
    case 'copies-only':
      return `${reason.gene} amplification is on file, ${reason.test} by the test that the label asks for is not`;
    case 'gene-only':
      return `${geneOnly(reason)} on file, which does not say whether the ${reason.test} test that the label asks for is positive`;
    case 'gene-unknown':
      return `A variant whose gene cannot be told here is on file: ${LOOK}`;
    case 'germline-not-shown':
      return 'The label asks for a germline variant; the one on file is not shown to be in the germline';
    case 'unread-report':
      return `A genetic report${ofDay(reason.day)}${reason.name === '' ? '' : ` (${reason.name})`} is on file and was not read here`;
    case 'laboratory-calls':
      return `The laboratory calls ${reason.finding} resistant to ${reason.drug}, which is not judged here: ${LOOK}`;
    case 'in-words-only':
      return `${reason.change} is said to be found in words only${wouldSpeak(reason.drugs)}: ${LOOK}`;
    case 'mutation-unsaid':
      return `A mutation of ${reason.gene} is on file, which one is not said; ${knownAgainst(reason)}`;
    case 'other-transcript':
      return `A variant of ${reason.gene} is counted on another transcript (${reason.change}); ${knownAgainst(reason)}`;
    case 'result-unread':
      return `A result of ${reason.gene} cannot be read here (“${reason.said}”); ${knownAgainst(reason)}`;
    case 'stated':
      return `${reason.finding} alone${wouldSpeak(reason.against === undefined ? undefined : [reason.against])}`;
    case 'two-organs':
      return `${TWO_ORGANS}: ${reason.organs}`;
    case 'diagnosis-denied':
      return `The diagnosis says ${reason.fusion}, a result${ofDay(...reason.days)} did not find it`;
    case 'other-disease':
      return `The label of ${reason.drug} here ${OTHER_DISEASE[reason.disease]}`;
    case 'outside-age':
      return `The US label here is for ${reason.ages}; age ${reason.age ?? ''}`;
    case 'against':
      return `Level ${reason.level} evidence of ${reason.effect}: ${reason.claim}`;
    case 'studies-differ':
      return 'Some studies say otherwise; both sides are in the report';
    case 'tumour-left-out':
      return 'The tumour-agnostic US label leaves this tumour type out';
    case 'germline-asked':
      return 'the variant is in the germline, as asked';
    case 'resisted':
      return `${reason.finding}: ${reason.text}`;
    case 'doubt':
      return `Caution: ${reason.finding}: ${reason.text}`;
    case 'histology-taken':
      return `histology is not recorded; taken for ${reason.histology}, which the US label names`;
    case 'both-ways':
      return `${reason.finding}: ${reason.said}`;
    case 'arising':
      return `${reason.changes} is a change of a gene whose changes arise under ${reason.under}: whether ${reason.drugs.join(', ')} still ${reason.drugs.length > 1 ? 'act' : 'acts'} is not known here`;
    case 'resists-elsewhere':
      return `${reason.changes} resists ${reason.drugs.join(', ')} in another tumour type: of this one nothing is known here`;
  }
}

export const TWO_ORGANS = 'The diagnosis names two organs';
/** What follows "the label". */
export const OTHER_DISEASE: Readonly<Record<OtherDisease, string>> = {
  'castration-resistant': 'is for castration-resistant disease, and the diagnosis says castration-sensitive',
  'castration-sensitive': 'is for castration-sensitive disease, and the diagnosis says castration-resistant',
  'newly-diagnosed': 'is for newly diagnosed disease, and the diagnosis says relapsed',
  'grade-2': 'is for grade 2, and the diagnosis says a higher grade',
};

/** Each sentence once; of reasons that read alike the first. */
export function onceEach(reasons: readonly Reason[]): Reason[] {
  const first = new Map<string, Reason>();
  for (const reason of reasons) first.set(inWords(reason), first.get(inWords(reason)) ?? reason);
  return [...first.values()];
}

/** `ERBB2 p.Leu755Ser is`, `A result without a variant of ERBB2 is`. */
function geneOnly({ gene, found }: { readonly gene: string; readonly found?: string }): string {
  return `${found ?? `A result without a variant of ${gene}`} is`;
}
/** `NTRK1 was`, `NTRK1, NTRK2 and NTRK3 were`. */
function were(genes: readonly string[]): string {
  return genes.length < 2 ? `${genes.join('')} was` : `${genes.slice(0, -1).join(', ')} and ${genes.at(-1) ?? ''} were`;
}
function ofDay(...days: readonly (string | undefined)[]): string {
  const known = days.filter((day) => day !== undefined);
  return known.length === 0 ? '' : ` of ${known.join(', ')}`;
}
function wouldSpeak(drugs: readonly string[] | undefined): string {
  return drugs === undefined ? '' : `, which would speak against ${drugs.join(', ')}`;
}
function knownAgainst({ gene, drugs }: { readonly gene: string; readonly drugs: readonly string[] }): string {
  return `changes of ${gene} are known that speak against ${drugs.join(', ')}: ${LOOK}`;
}
function afterStain(stain: string): string {
  if (stain === 'positive') return 'in situ hybridisation or sequencing has to show';
  return stain === 'negative' ? 'it does not rule out by itself' : 'is open';
}
