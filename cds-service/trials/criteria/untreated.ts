/**
 * "Previously untreated chronic lymphocytic leukemia", "treatment-naive metastatic NSCLC": the tumour is asked for, and that it was not treated. Who was treated
 * for it is certainly out; that nobody recorded a treatment proves nothing.
 */
import type { Requirement } from '../../knowledge/trials/types.ts';
import { join } from './requirements-together.ts';
import { ANY_CANCER_DRUG } from './treatment/drug-mentions.ts';

const NAIVE = /\b(?:previously[- ]untreated|(?:systemic )?(?:treatment|therapy)[- ]na(?:i|ï)ve)\b,?/gi;
/** Of something else than the tumour. */
const OF_OTHERS =
  /^\W*(?:[\w-]+,? ){0,4}(?:brain|CNS|central|intracranial|lesions?|metastas[ei]s|sites?|infections?|hepatitis|HIV|to|for|with|by|at|in|and|but)\b/i;
/** Then it is the one of several ways in, or something is allowed. */
const OPEN =
  /\b(?:or|and\/or)\b.{0,40}\b(?:relapsed?|refractory|recurrent|pre-?treated|treated|progress\w*)|\b(?:relapsed?|refractory|recurrent|pre-?treated|treated)\b.{0,30}\b(?:or|and\/or)\b|except|unless|allow|permit|other than|eligible|\bmay\b|if\b|\bcohort|\barm\b|\bpart\b|acceptable|hydroxy|leuka?pheresis|steroid|prior|within|adjuvant|\bno more\b|setting|regardless|basal|in situ|lesion/i;
const FAR = /metasta|advanced|unresectable|inoperable|stage IV|extensive|recurrent|relapsed/i;
/** Given to bridge the time until the diagnosis is clear, or for other diseases: they make nobody treated. */
const BRIDGE: readonly string[] = [
  'hydroxyurea', 'tretinoin', 'prednisone', 'prednisolone', 'methylprednisolone', 'dexamethasone', 'hydrocortisone',
]; // prettier-ignore

/** The same criterion with one plain word that narrows, and that the disease was not treated where nothing takes that back; null: nothing of the kind is said. */
export function untreatedDisease(text: string): { readonly plain: string; readonly treated: Requirement | null } | null {
  NAIVE.lastIndex = 0;
  const found = NAIVE.exec(text);
  if (
    found === null ||
    OF_OTHERS.test(text.slice(found.index + found[0].length)) ||
    /^\W*$/.test(text.slice(found.index + found[0].length))
  )
    return null;
  const plain = text.replace(NAIVE, 'untreated');
  const denied = /\b(?:no|not|never|without)\b/i.test(text.slice(0, found.index));
  if (denied || OPEN.test(text)) return { plain, treated: null };
  const treated: Requirement = {
    kind: 'treated',
    label: 'systemic therapy',
    drugs: [ANY_CANCER_DRUG],
    except: BRIDGE,
    sole: true,
    ...(FAR.test(text) ? { setting: 'metastatic' as const } : {}),
  };
  return { plain, treated };
}

/**
 * The tumour that was read, and that it was not treated. Whoever was treated for the only cancer on file is out either way: for the treatment where it is the
 * tumour that is asked for, else for the tumour.
 */
export function andUntreated(read: Requirement, treated: Requirement): Requirement {
  return join('all', [read, { kind: 'not', of: treated }]);
}
