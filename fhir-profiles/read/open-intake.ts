/** Opens the input once for all readers: finds, names, deduplicates, orders, and keeps what belongs to the patient. */
import type { DataWarning } from '../facts.ts';
import { withoutOthersParts } from './another-person.ts';
import { withAnswer } from './answer-in-component.ts';
import { canonicalContent, contentName } from './canonical-content.ts';
import { conclusionsInWords } from './conclusion-in-words.ts';
import { collectResources, type FoundResource } from './collect-resources.ts';
import { text } from './elements.ts';
import { withoutDenialInName } from './germline/named-test/denied-in-name.ts';
import { withGeneInComponents } from './germline/notation/bare-allele.ts';
import { withQuestionInOne } from './germline/named-test/named-in-components.ts';
import { formAnswers } from './form-answers.ts';
import type { Intake, IntakeResource, RawResource } from './intake.ts';
import { inLegalForm } from './lenient-form.ts';
import { namedByTheirTest } from './named-by-the-test.ts';
import { inOwnWords } from './own-words.ts';
import { choosePatient } from './patient/guard.ts';
import { referenceIndex, type NamedResource } from './resource-references.ts';
import { isModified, modified } from './result-status.ts';
import { newestVersion } from './resource-version.ts';
import { withTumourGeneInComponents } from './variant/rows/bare-change.ts';
import { sequenceVariants } from './sequence-variants.ts';
import { whoseResource } from './whose-resource.ts';

export interface OpenedIntake {
  readonly intake: Intake;
  readonly warnings: readonly DataWarning[];
}

/** Never throws and never changes its input. The result does not depend on the order of resources in the input. */
export function openIntake(input: unknown, patientId: string | undefined): OpenedIntake {
  const { found: sent, warnings: unreadable } = collectResources(input);
  const found = [...sent, ...sequenceVariants(sent), ...formAnswers(sent), ...conclusionsInWords(sent)];
  const warnings: DataWarning[] = [...unreadable];
  if (found.length === 0 && patientId === undefined)
    warnings.push({ code: 'missing', message: 'The content holds no resource: there is nobody to report on.' });
  const named = withoutDuplicates(nameAll(found), warnings);
  const resolve = referenceIndex(named);
  const entries = named.map(({ entry }) => entry);
  // The entries are still being made here: nobody has read them yet.
  for (const [entry, resource] of namedByTheirTest(entries, resolve)) (entry as { resource: RawResource }).resource = resource;
  const choice = choosePatient(patientId, entries, resolve);
  if (choice.undecided) {
    warnings.push({
      code: 'wrong-patient',
      message: 'The content names several patients and it was not said which one is meant; no result that names a patient was used.',
      about: 'several-patients',
    });
  }

  const whyNot = whoseResource(choice, entries, resolve);
  const rejected = new Set<IntakeResource>();
  const resources = entries.filter((entry) => {
    // Of results the gene is on file all the same; a condition that may be turned round says nothing.
    if (entry.type === 'Condition' && isModified(entry.resource)) {
      warnings.push(modified(entry));
      return false;
    }
    const why = entry.container !== undefined && rejected.has(entry.container) ? '' : whyNot(entry);
    if (why === null) {
      withoutOthers(entry, warnings);
      return true;
    }
    rejected.add(entry);
    if (why !== '')
      warnings.push({ code: 'wrong-patient', message: `${entry.type} was not used because it ${why}.`, reference: entry.reference });
    return false;
  });

  const byType = new Map<string, IntakeResource[]>();
  for (const entry of resources) {
    const known = byType.get(entry.type);
    if (known === undefined) byType.set(entry.type, [entry]);
    else known.push(entry);
  }
  const kept = new Set(resources);
  const intake: Intake = {
    patientId: choice.id,
    resources,
    ofType: (...types) => {
      const [only] = types;
      return types.length === 1 && only !== undefined ? (byType.get(only) ?? []) : resources.filter((entry) => types.includes(entry.type));
    },
    resolve: (reference, from) => {
      const target = resolve(reference, from);
      return target !== null && kept.has(target) ? target : null;
    },
  };
  return { intake, warnings };
}

/** A part of a panel may be another person's. */
function withoutOthers(entry: IntakeResource, warnings: DataWarning[]): void {
  const others = withoutOthersParts(entry.resource);
  if (others === null) return;
  (entry as { resource: RawResource }).resource = others.resource;
  const message = `A part of an ${entry.type} was not used because it is about another person (${[...new Set(others.persons)].join(', ')}).`;
  warnings.push({ code: 'wrong-patient', message, reference: entry.reference });
}

function nameAll(found: readonly FoundResource[]): readonly NamedResource[] {
  const entries = new Map<FoundResource, IntakeResource>();
  return found.map((item) => {
    const container = item.containedIn === undefined ? undefined : entries.get(item.containedIn);
    const id = text(item.resource['id']);
    const entry: IntakeResource = {
      resource: withTumourGeneInComponents(
        withGeneInComponents(withQuestionInOne(withoutDenialInName(withAnswer(inOwnWords(inLegalForm(item.resource)))))),
      ),
      type: item.resource.resourceType,
      reference: nameOf(item, id, container),
      ...(container === undefined ? {} : { container }),
    };
    entries.set(item, entry);
    return { entry, ...(item.fullUrl === undefined ? {} : { fullUrl: item.fullUrl }) };
  });
}

function nameOf(item: FoundResource, id: string | undefined, container: IntakeResource | undefined): string {
  // Some writers put the `#` of the reference into the id as well.
  if (container !== undefined) return `${container.reference}#${id?.replace(/^#/, '') ?? contentName(canonicalContent(item.resource))}`;
  if (id !== undefined) return `${item.resource.resourceType}/${id}`;
  return item.fullUrl ?? `${item.resource.resourceType}/${contentName(canonicalContent(item.resource))}`;
}

/** Sorted by reference. Identical copies count once; of several versions the newest stands; versions that cannot be ordered all stay. */
function withoutDuplicates(named: readonly NamedResource[], warnings: DataWarning[]): readonly NamedResource[] {
  const standing = onePerReference(
    named.filter(({ entry }) => entry.container === undefined),
    warnings,
  );
  const roots = new Set(standing.map(({ entry }) => entry));
  const contained = onePerReference(
    named.filter(({ entry }) => entry.container !== undefined && roots.has(rootOf(entry))),
    warnings,
  );
  // A container's reference is the beginning of its children's, so it comes before them.
  return [...standing, ...contained].sort((a, b) =>
    a.entry.reference < b.entry.reference ? -1 : a.entry.reference > b.entry.reference ? 1 : 0,
  );
}

function rootOf(entry: IntakeResource): IntakeResource {
  let root = entry;
  while (root.container !== undefined) root = root.container;
  return root;
}

function onePerReference(named: readonly NamedResource[], warnings: DataWarning[]): readonly NamedResource[] {
  const groups = new Map<string, NamedResource[]>();
  for (const item of named) {
    const known = groups.get(item.entry.reference);
    if (known === undefined) groups.set(item.entry.reference, [item]);
    else known.push(item);
  }
  const references = [...groups.keys()].sort();
  return references.flatMap((reference) => {
    const group = groups.get(reference) ?? [];
    if (group.length === 1) return group;
    const byContent = new Map(group.map((item) => [canonicalContent(item.entry.resource), item] as const));
    const versions = [...byContent.keys()].sort().flatMap((content) => byContent.get(content) ?? []);
    const newest = newestVersion(versions, ({ entry }) => entry.resource);
    if (newest !== null) return [newest];
    warnings.push({
      code: 'conflict',
      message: `${versions[0]?.entry.type ?? 'A resource'} appears ${versions.length} times with different content and it cannot be told which version is the newest; all were read.`,
      reference,
    });
    return versions;
  });
}
