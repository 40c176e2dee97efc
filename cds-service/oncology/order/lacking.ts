/** An ordered drug whose finding is not there: tested without it, not tested, or open, with what is left to test. */
import { testsToOrder } from '../../../fhir-profiles/codes/tumour/test-codes.ts';
import { termsOf } from '../../knowledge/oncology/profile-terms.ts';
import { genesOf } from '../../knowledge/oncology/notation/term.ts';
import type { ProfileTree } from '../../knowledge/oncology/types.ts';
import { testNames, testsAsked } from '../marker/biomarker-words.ts';
import { labelSources, usesTogether, wordsOf, type LabelUse, type OrderFitInput } from './label-use.ts';
import { unmetWords } from './unmet-words.ts';
import { alternativesFor } from './choices.ts';
import { evidenceDespite } from './evidence-despite.ts';
import { made } from './verdict.ts';
import { resistanceBehind, resistsHere } from './resists-alone.ts';
import { geneAlone, GENE_BEHIND, unreadBehind } from './gene-behind.ts';
import { isBackbone, regimen, type OrderedDrug } from './ordered-drugs.ts';
import { asInherited, type OncologyPatient } from '../patient.ts';
import { evaluate } from '../profile.ts';
import { onFile, TOGETHER } from '../marker/on-file.ts';
import { onceEach, said, saidOnce, type GeneReason, type JudgedOrder, type Reason } from '../reason/index.ts';
import { geneTest, type GeneTest, type TestStanding } from '../test-standing.ts';
import { entryOf } from '../../../fhir-profiles/entry-of.ts';

/** The parts of a label's biomarker that the patient does not show yet: a BRCA1 finding on file leaves only HER2 to ask for. */
function unmet(tree: ProfileTree, patient: OncologyPatient): readonly ProfileTree[] {
  if (evaluate(tree, patient).verdict === 'yes') return [];
  return 'and' in tree ? tree.and.flatMap((part) => unmet(part, patient)) : [tree];
}

/**
 * Negative only when every use is ruled out, or when each gene has a result and it is another one. Results that are neither a finding
 * nor a negative (uncertain variant, failed test, blood alone) leave the biomarker open; without any result it is not tested.
 */
export function lacking(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): JudgedOrder {
  const { knowledge } = input;
  const patient = uses.every(({ approval }) => approval.origin === 'germline') ? asInherited(input.patient) : input.patient;
  const germline = uses.some(({ originMissing }) => originMissing);
  const open = uses.filter(({ answer }) => answer.verdict !== 'no');
  // What was tested without the finding is not asked for again; uses in this tumour come before those in any solid tumour.
  const required = open.filter((use) => use.required === 'yes');
  const ofTumour = required.filter(({ approval }) => !approval.tumours.includes('any-solid'));
  const elsewhere = required.filter((use) => !ofTumour.includes(use));
  // A gene that was tested without the finding leaves the use in any solid tumour, which may ask for something else.
  const passed = elsewhere.length > 0 && ofTumour.length > 0 && genesRuleOut(ofTumour, input, patient);
  const inTumour = passed ? elsewhere : ofTumour.length > 0 ? ofTumour : required;
  const asking = ofThisRegimen(inTumour.length > 0 ? inTumour : open.length > 0 ? open : uses, input);
  const trees = asking.map(({ approval }) => knowledge.profiles[approval.profile]?.tree).filter((tree) => tree !== undefined);
  // A gene whose part of the label is met already has nothing to explain.
  const terms = trees.flatMap((tree) => unmet(tree, patient).flatMap(termsOf));
  const asked = terms.flatMap(genesOf);
  const named = [...new Set(trees.flatMap((tree) => unmet(tree, patient).flatMap(testNames)))];
  const behind = unreadBehind(named, patient);
  const results = [...[...new Set(asked)].map((gene) => geneTest(gene, patient, terms)), ...behind];
  const onlyGenes = trees.every(asksGenesAlone);
  const all = (...standings: readonly TestStanding[]) => results.every(({ standing }) => standings.includes(standing));
  // "Mutated, but not V600E" may be the V600K that the label takes beside another drug.
  const orTogether =
    results.some(({ standing }) => standing === 'unspecified') &&
    alsoTogether(drug, uses, input).some(({ answer }) => answer.verdict !== 'no');
  const negative =
    !germline && !orTogether && (open.length === 0 || (onlyGenes && results.length <= 3 && all('negative', 'other-variant')));
  // "BRAF V600E: negative" looked for that one: of V600K, which the label takes beside another drug, nothing was asked.
  const inPart = results.some(({ reason }) => reason?.kind === 'part-tested');
  const lookedForTogether = alsoTogether(drug, uses, input).filter(({ answer }) => !inPart || answer.verdict === 'no');
  const tests = named;
  const without = tests.filter(
    (test) => geneTest(test, patient).standing === 'none' && !behind.some(({ gene }) => gene === entryOf(GENE_BEHIND, test)),
  );
  const filed = without.filter((test) => onFile(test, input.facts) !== '');
  const ruledOut = filed.filter((test) => asksRuledOut(test, trees, patient));
  const undecided = filed.filter((test) => !ruledOut.includes(test));
  const untested = without.filter((test) => !filed.includes(test));
  const bare = untested.filter((test) => geneAlone(test, patient).length === 0);
  // What may be the very finding comes before a test of the other gene.
  const unspecified = results.filter(({ standing }) => standing === 'unspecified');
  // A change that resists this very drug tells of its target, whatever other gene the label asks for.
  const resisting = results.filter((result) => resistsHere(result, drug, input));
  const telling = unspecified.length > 0 ? unspecified : resisting;
  // Looked for in the germline and not found there: the finding is of the tumour alone.
  const somatic = germline ? somaticAlone(uses, patient, input.patient) : [];
  if (somatic.length > 0)
    return made(
      drug,
      'biomarker-negative',
      {
        biomarker: wordsOf(asking, input),
        because: somatic.map((gene) => said(`${gene} was found in the tumour and not in the germline, for which the label asks`)),
        variants: [...new Set(uses.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))],
        alternatives: alternativesFor(drug, input),
        sources: labelSources(uses),
      },
      input,
    );
  const left =
    !germline && !negative && (telling.length > 0 || (untested.length === 0 && results.some(({ standing }) => OPEN.has(standing))));
  const verdict = negative ? 'biomarker-negative' : left ? 'biomarker-open' : 'biomarker-not-tested';
  const wanted = [...untested, ...undecided];
  const missing = germline || wanted.length === 0 ? tests : left && telling.length > 0 ? telling.map(({ gene }) => gene) : wanted;
  const toOrder = testsToOrder(
    trees.flatMap((tree) => unmet(tree, patient).flatMap(testsAsked)).filter(({ name }) => isMissing(name, missing)),
  );
  const silent: readonly TestStanding[] = negative ? ['none', 'negative', 'no-result'] : ['none', 'negative'];
  const ofGenes = saidOnce(results.filter(({ standing }) => !silent.includes(standing)).flatMap(reasonOf));
  const clear = saidOnce(results.filter(({ standing }) => standing === 'negative').flatMap(reasonOf));
  const because: readonly Reason[] = germline
    ? [{ kind: 'germline-not-shown' }]
    : negative
      ? [
          ...ofGenes,
          ...tests.filter((test) => onFile(test, input.facts) !== '').map((test) => said(`${test} on file: ${onFile(test, input.facts)}`)),
          ...(clear.length > 0 ? clear : [said('Tested without the finding that the label asks for')]),
          ...evidenceDespite(
            drug,
            results.flatMap(({ variants }) => variants),
            input,
          ),
        ]
      : left
        ? telling.length > 0
          ? [...saidOnce(telling.flatMap(reasonOf)), ...resistanceBehind(telling, drug, input)]
          : ofGenes
        : [
            ...undecided.map((test): Reason => ({
              kind: 'does-not-settle',
              result: `${test.replace(' and ', '/')} on file (${onFile(test, input.facts)}${sequencedBeside(test, input)})`,
            })),
            ...(bare.length > 0 ? [{ kind: 'none-on-file', tests: bare } as const] : []),
            ...untested.flatMap((test) => geneAlone(test, patient)),
            // A result of any gene may be among what was found: "no result" is said only of what can be read.
            ...(untested.length > 0 && patient.unplaced.length > 0 ? [{ kind: 'gene-unknown' } as const] : []),
            ...[
              ...new Set([
                ...markersRuledOut(
                  uses.filter((use) => use.required === 'yes'),
                  input,
                ),
                ...ruledOut,
                ...markersRuledOut(uses, input),
              ]),
            ].map((test): Reason => ({ kind: 'not-asked', result: `${test} on file (${onFile(test, input.facts)})` })),
            ...ofGenes,
            ...(passed ? anotherKind(ofTumour, input, patient) : []),
            ...uses
              .filter(({ answer }) => answer.verdict === 'no')
              .flatMap(({ answer }) => answer.reasons.filter((reason) => reason.kind === 'marker-absent'))
              // A marker that stays undecided is not listed by all that it is not.
              .filter(
                (reason) => !undecided.some((test) => (entryOf(TOGETHER, test) ?? [test]).some((kind) => reason.asked.startsWith(kind))),
              ),
            ...trees.flatMap(termsOf).flatMap((term) => (term.kind === 'marker' ? ambiguity(term, patient, undecided) : [])),
          ];
  const labels = negative ? [...asking, ...ofTumour, ...lookedForTogether] : asking;
  const notThere = negative ? unmetWords(labels, patient, input) : undefined;
  return made(
    drug,
    verdict,
    {
      biomarker: wordsOf(labels, input),
      ...(notThere === undefined ? {} : { notThere: notThere.words }),
      ...(negative
        ? {}
        : {
            tests: germline ? missing.map((test) => `germline ${test}`) : missing,
            testOrders: toOrder.map(({ text, code }) => ({
              text: germline ? `germline ${text}` : text,
              ...(code === undefined ? {} : { code }),
            })),
          }),
      because: notThere?.absence === true && genesIn(notThere.tree) ? [said('The label leaves this finding out')] : onceEach(because),
      variants: germline
        ? [...new Set(uses.flatMap(({ answer }) => answer.found.map(({ alteration }) => alteration.fact.id)))]
        : results.flatMap(({ variants }) => variants),
      alternatives: alternativesFor(drug, input),
      sources: labelSources(uses),
    },
    input,
  );
}
/** Genes of what was found, where each of them was tested in the inherited genome and is clear there. */
function somaticAlone(uses: readonly LabelUse[], asked: OncologyPatient, { germlineOnly }: OncologyPatient): string[] {
  const found = uses.flatMap(({ originMissing, answer }) => (originMissing ? answer.found : []));
  const genes = [...new Set(found.flatMap(({ alteration }) => alteration.genes))].filter((gene) => asked.byGene.has(gene));
  const clear =
    found.length > 0 &&
    found.every(({ alteration }) => alteration.fact.origin !== 'germline') &&
    genes.every((gene) => germlineOnly.has(gene));
  return clear ? genes : [];
}
/** What the label asks for beside another directed drug is part of what it asks for. */
function alsoTogether(drug: OrderedDrug, uses: readonly LabelUse[], input: OrderFitInput): LabelUse[] {
  const own = input.knowledge.index.approvalsByDrug.get(drug.ingredient) ?? [];
  const genes = new Set(uses.flatMap(({ approval }) => genesAsked(approval, input)));
  return usesTogether(drug.ingredient, own, uses, input).filter(
    ({ approval }) =>
      !approval.tumours.includes('any-solid') &&
      asksGenesAlone(input.knowledge.profiles[approval.profile]?.tree ?? { or: [] }) &&
      genesAsked(approval, input).every((gene) => genes.has(gene)),
  );
}
const genesIn = (tree: ProfileTree): boolean => termsOf(tree).some((term) => genesOf(term).length > 0);
function genesAsked({ profile }: LabelUse['approval'], { knowledge }: OrderFitInput): string[] {
  const tree = knowledge.profiles[profile]?.tree;
  return tree === undefined ? [] : termsOf(tree).flatMap(genesOf);
}
function asksGenesAlone(tree: ProfileTree): boolean {
  return termsOf(tree).every((term) => term.kind !== 'marker' && term.kind !== 'wild-type');
}
/** Whether results of the genes themselves answer no to all that these uses ask for. */
function genesRuleOut(uses: readonly LabelUse[], input: OrderFitInput, patient: OncologyPatient): boolean {
  const tests = genesOfUses(uses, input, patient);
  const trees = uses.flatMap(({ approval }) => input.knowledge.profiles[approval.profile]?.tree ?? []);
  return tests.length > 0 && trees.every(asksGenesAlone) && tests.every(({ standing }) => RULED_OUT.has(standing));
}
/** ROS1 G2032R where ROS1 fusions are asked for: on file, while the genes of the use in any solid tumour are asked for. */
function anotherKind(uses: readonly LabelUse[], input: OrderFitInput, patient: OncologyPatient): Reason[] {
  return genesOfUses(uses, input, patient).flatMap(({ reason }) => (reason?.kind === 'other-kind' ? [reason] : []));
}
function genesOfUses(uses: readonly LabelUse[], { knowledge }: OrderFitInput, patient: OncologyPatient): GeneTest[] {
  const trees = uses.flatMap(({ approval }) => knowledge.profiles[approval.profile]?.tree ?? []);
  const terms = trees.flatMap((tree) => unmet(tree, patient).flatMap(termsOf));
  return [...new Set(terms.flatMap(genesOf))].map((gene) => geneTest(gene, patient, terms));
}
/** A result of another kind leaves the gene open; what the label asks for in any solid tumour is asked for first all the same. */
const RULED_OUT: ReadonlySet<TestStanding> = new Set(['negative', 'other-variant', 'other-kind']);
/**
 * Palbociclib alone is not asked for PIK3CA, which the label of inavolisib asks for: uses without a directed drug that is missing here come first.
 */
function ofThisRegimen(uses: readonly LabelUse[], { facts }: OrderFitInput): readonly LabelUse[] {
  const together = regimen(facts);
  const whole = uses.filter(({ approval }) =>
    approval.therapies.every(({ ingredient }) => isBackbone(ingredient) || together.has(ingredient)),
  );
  return whole.length > 0 ? whole : uses;
}
/** An amplification counted by sequencing beside a HER2 test that denies it: neither is to be read without the other. */
function sequencedBeside(test: string, { facts, patient }: OrderFitInput): string {
  const amplified = patient.found.some(({ alteration: { copy, genes } }) => copy === 'amplification' && genes.includes('ERBB2'));
  return test === 'HER2' && amplified && onFile(test, facts) !== '' ? ', ERBB2 amplified by sequencing' : '';
}
/** Markers on file that rule out the label's other uses here: microsatellites stable, where only the mutation burden is left to test. */
function markersRuledOut(uses: readonly LabelUse[], input: OrderFitInput): string[] {
  const ruled = uses
    .filter(({ answer }) => answer.verdict === 'no')
    .flatMap(({ approval }) => input.knowledge.profiles[approval.profile]?.tree ?? []);
  const markers = ruled.flatMap(termsOf).flatMap((term) => (term.kind === 'marker' ? [term.marker] : []));
  return [...new Set(markers)].filter((marker) => onFile(marker, input.facts) !== '' && asksRuledOut(marker, ruled, input.patient));
}
/** Whether results on file answer no to everything that the label asks of this marker. */
function asksRuledOut(test: string, trees: readonly ProfileTree[], patient: OncologyPatient): boolean {
  const terms = trees.flatMap(termsOf).filter((term) => term.kind === 'marker' && term.marker === test);
  return terms.length > 0 && terms.every((term) => evaluate(term, patient).verdict === 'no');
}
/** What a score leaves open: "IHC 0 does not tell HER2 ultralow from no staining"; from where a stain counts, when the one on file does not say. */
function ambiguity(
  term: Parameters<OncologyPatient['markers']['answer']>[0],
  { markers }: OncologyPatient,
  undecided: readonly string[],
): readonly Reason[] {
  const { reason } = markers.answer(term);
  if (reason.kind === 'marker-ambiguous') return [reason];
  const counted = undecided.includes(term.marker.replace(' IHC', '')) ? entryOf(COUNTED_FROM, term.marker) : undefined;
  return counted === undefined ? [] : [{ kind: 'marker-ambiguous', text: counted }];
}
function reasonOf({ reason }: GeneTest): readonly GeneReason[] {
  return reason === null ? [] : [reason];
}
function isMissing(name: string, tests: readonly string[]): boolean {
  return tests.some((test) => test === name || (test === 'ER and PR' && (name === 'ER' || name === 'PR')));
}
/** As the reader of stains counts them (fhir-profiles/codes/biomarker-status.ts, with the sources). */
const COUNTED_FROM: Readonly<Record<string, string>> = {
  FOLR1: 'FOLR1 counts as positive from 75 % of the tumour cells with moderate or strong staining (2+ or 3+)',
  'CLDN18.2': 'CLDN18.2 counts as positive from 75 % of the tumour cells with moderate or strong staining (2+ or 3+)',
  'MET IHC': 'c-Met counts as high from 50 % of the tumour cells with strong staining (3+)',
};
const OPEN: ReadonlySet<TestStanding> = new Set([
  'uncertain',
  'other-kind',
  'blood-only',
  'germline-only',
  'specimen-unknown',
  'unspecified',
  'failed',
  'no-result',
]);
