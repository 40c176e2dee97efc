/**
 * Whether one reported alteration has everything a curated clause asks: gene, kind, protein change, class, exon, copies, partner, effect. The question goes
 * to the therapy part first where it has the terms for it; a property that the report leaves out keeps the answer open.
 */
import type { VariantFact } from '../../../fhir-profiles/index.ts';
import type { ReportedVariant } from '../../knowledge/trials/types.ts';
import { evaluateProfile, inWords, sequencedClear } from '../../oncology/index.ts';
import type { TrialPatient } from '../patient.ts';
import { no, unknown, yes, type Answer } from './answer.ts';
import { readReported, type Reported } from './reported.ts';
import { fitsChange, fitsClass, fitsCodon, fitsCopies, fitsExon, fitsPartner, type Fit } from './reported-fit.ts';
import { once } from './once.ts';

export function hasVariant(asked: ReportedVariant, patient: TrialPatient): Answer {
  const key = `variant ${JSON.stringify(asked)}`;
  return once(patient, key, () => lookUp(asked, patient));
}

function lookUp(asked: ReportedVariant, patient: TrialPatient): Answer {
  const wider = asked.tree === null ? null : evaluateProfile(asked.tree, patient.oncology);
  const days = (references: readonly string[]): string => {
    const found = [...new Set(references.map((reference) => patient.dates.get(reference)).filter((day) => day !== undefined))].sort();
    return found.length === 0 ? '' : ` (${found.join(', ')})`;
  };
  if (wider?.verdict === 'yes' && asked.exact) {
    const references = [...wider.found.map(({ alteration }) => alteration.fact.source.reference), ...wider.references];
    return yes(`${wider.reasons.map(inWords).join('; ')}${days(references)}`);
  }
  const read = patient.facts.variants
    .filter(({ presence }) => presence === 'present')
    .map((fact) => readReported(fact, patient.oncology))
    .filter((one) => asked.genes.length === 0 || asked.genes.some((gene) => one.genes.includes(gene)));
  const counted = new Set(wider?.verdict === 'yes' ? wider.found.map(({ alteration }) => alteration.fact) : []);
  const fits = read.map((one) => ({ one, fit: fitOf(asked, one, counted) }));
  const full = fits.filter(({ fit }) => fit === 'yes');
  const open = fits.filter(({ fit }) => fit === 'open').map(({ one }) => one);
  const [gene] = asked.genes;
  const missing = gene === undefined ? asked.label : `${gene} result`;
  if (wider?.verdict === 'no') {
    const against = [...full.map(({ one }) => one), ...open.filter((one) => one.sequence)];
    return against.length === 0
      ? no(`${asked.label}: tested and not found${days(wider.references)}`)
      : unknown(`${against.map(({ label }) => label).join(', ')} is reported, and elsewhere nothing was found: results disagree`, missing);
  }
  if (full.length > 0)
    return yes(full.map(({ one }) => `${one.label} is reported${one.unclassified ? ', not classified by the laboratory' : ''}${days([one.fact.source.reference])}`).join('; ')); // prettier-ignore
  if (open.length > 0)
    return unknown(
      `${open.map((one) => `${one.label}${one.dismissed === null ? '' : ` (${one.dismissed})`}`).join(', ')}: whether it is ${asked.label} is not settled by the report`,
      missing,
    );
  // Of several genes each must be clear.
  const clear = asked.genes.map((one) => sequencedClear(one, patient.oncology));
  if (asked.category === 'mutation' && clear.length > 0 && clear.every((references) => references.length > 0))
    return no(`${asked.label}: tested and not found${days(clear.flat())}`);
  return unknown(`no result on file settles “${asked.label}”`, missing);
}

/** Every property must fit; one that certainly does not rules the alteration out, one that the report does not tell leaves it open. */
function fitOf(asked: ReportedVariant, one: Reported, counted: ReadonlySet<VariantFact>): Fit {
  if (one.benign) return 'no';
  const parts: Fit[] = [
    ofCategory(asked.category, one),
    ...(asked.change === undefined ? [] : [fitsChange(asked.change, one)]),
    ...(asked.codon === undefined ? [] : [fitsCodon(asked.codon, one)]),
    ...(asked.classes === undefined ? [] : [fitsClass(asked.classes, one)]),
    ...(asked.exons === undefined ? [] : [fitsExon(asked.exons, one)]),
    ...(asked.copies === undefined ? [] : [fitsCopies(asked.copies, one)]),
    ...(asked.partner === undefined ? [] : [fitsPartner(asked.genes, asked.partner, one)]),
    ...(asked.effect === undefined ? [] : [ofEffect(asked.effect, one, counted)]),
  ];
  if (parts.includes('no')) return 'no';
  // A named change is what it is; a class of changes needs a variant that counts.
  const named = asked.change !== undefined || asked.codon !== undefined;
  if (one.dismissed !== null || (one.unclassified && asked.counts === 'known' && !named)) return 'open';
  return parts.includes('open') ? 'open' : 'yes';
}

function ofCategory(category: ReportedVariant['category'], one: Reported): Fit {
  switch (category) {
    case 'mutation':
      return one.sequence ? 'yes' : one.copied || one.partners !== null || one.expressed ? 'no' : 'open';
    case 'copy':
      return one.copied ? 'yes' : one.sequence || one.partners !== null || one.expressed ? 'no' : 'open';
    case 'structural':
      return one.partners !== null ? 'yes' : one.sequence || one.copied || one.expressed ? 'no' : 'open';
    case 'any':
      return one.sequence || one.copied ? 'yes' : 'open';
  }
}

/** Amplifications and fusions act by more of the gene, deletions by its loss; of sequence changes the therapy part decides. */
function ofEffect(effect: 'activating' | 'inactivating', one: Reported, counted: ReadonlySet<VariantFact>): Fit {
  if (counted.has(one.fact)) return 'yes';
  if (effect === 'activating') {
    if (one.truncating) return 'no';
    return one.copy === 'amplification' || one.partners !== null ? 'yes' : 'open';
  }
  return one.copy === 'deletion' ? 'yes' : one.copy === 'amplification' ? 'no' : 'open';
}
