/** Which entries are metastases of another tumour, and which name a primary whose metastases they tell of. */
import { isPrimaryIcd, isSecondaryIcd } from '../../codes/tumour/codes.ts';
import type { TumourTable } from '../../vocabulary.ts';
import { concept, isRecord, list, records, text, wordings } from '../elements.ts';
import type { IntakeResource } from '../intake.ts';
import { namedPrimary, simplerWordings } from './tumour-words.ts';

/** A primary named first, its metastases after it: "lung cancer with brain metastases". */
const PRIMARY_WITH_METASTASES =
  /\b(?:cancer|carcinoma|adenocarcinoma|melanoma|sarcoma|lymphoma|NSCLC|SCLC)\b[^|]*?(?:,|;|\bwith\b|\band\b)[^|]*\bmetasta/i;

/** "Liver metastases from colon cancer" is the patient's colon cancer when no record of its own names that. */
export function secondaries(usable: readonly IntakeResource[], table: TumourTable): ReadonlySet<IntakeResource> {
  const secondary = usable.filter((entry) => isSecondary(entry, table));
  if (secondary.length < usable.length) return new Set(secondary);
  const named = secondary.find((entry) => primaryNamed(entry, table, true));
  return new Set(secondary.filter((entry) => entry !== named));
}

function primaryNamed(entry: IntakeResource, table: TumourTable, from: boolean): boolean {
  return wordings(concept(entry.resource['code'])).some((words) => {
    const primary = namedPrimary(words, from);
    return primary !== null && [primary, ...simplerWordings(primary)].some((part) => (table.byText(part)?.oncotree ?? null) !== null);
  });
}

/** Metastasis: said by code, words, profile or a link to its primary. "Metastatic breast cancer" is the primary, "metastasis to bone" is not. */
function isSecondary(entry: IntakeResource, table: TumourTable): boolean {
  const code = concept(entry.resource['code']);
  if (code.codings.some((coding) => /icd-?10/i.test(coding.system) && isSecondaryIcd(coding.code))) return true;
  // A primary coded as such stays the primary, whatever the words add: "Colon cancer, liver metastases" with C18.2.
  if (code.codings.some((coding) => /icd-?10/i.test(coding.system) && isPrimaryIcd(coding.code))) return false;
  const words = wordings(code).join(' | ');
  if (PRIMARY_WITH_METASTASES.test(words) || primaryNamed(entry, table, false)) return false;
  if (
    /\bsecondary\b|\bmetastas[ei]s\b|\bmetastatic (?:malignant )?(?:neoplasm|tumou?r|cancer|disease|deposit)s?(?: \(\w+\))? (?:to|in)\b|\bmetastatic to\b/i.test(
      words,
    )
  )
    return true;
  return records(entry.resource['extension']).some(
    (extension) => /related-primary-cancer|condition-related$/.test(text(extension['url']) ?? '') && /secondary/i.test(profiles(entry)),
  );
}

function profiles(entry: IntakeResource): string {
  const meta = entry.resource['meta'];
  return isRecord(meta)
    ? list(meta['profile'])
        .flatMap((profile) => text(profile) ?? [])
        .join(' ')
    : '';
}
