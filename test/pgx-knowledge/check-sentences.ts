/** The importer of CPIC's own exports reads actions and doses from sentences: held against the classes of the reference tables. */
import { actsOfText } from '../../cds-service/knowledge/import/pgx/action-text.ts';
import { actionOf } from '../../cds-service/knowledge/import/pgx/recommendations.ts';
import { readTsv } from '../../cds-service/knowledge/import/pgx/tsv.ts';
import { type CheckResult, type Miss, referenceDir } from './reference.ts';

export function checkSentences(): CheckResult {
  const texts = new Map(
    readTsv(referenceDir, 'reference_texts.tsv').map((row) => [row('textId'), row('referenceText_doNotCopyIntoProject')]),
  );
  const rows = readTsv(referenceDir, 'recommendations.tsv').filter((row) => row('source') === 'CPIC' && row('status') === 'current');
  const misses = rows.flatMap((row): Miss[] => {
    const { action } = actsOfText(texts.get(row('textId')) ?? '');
    const wanted = actionOf(row('actionClass'));
    if (action === wanted) return [];
    const what = `${row('drug')} ${row('genes')}: ${action} instead of ${wanted}`;
    return [{ what, ...(row('drug') === 'tamoxifen' ? { reason: 'the sentence says "avoid" of CYP2D6 inhibitors only' } : {}) }];
  });
  return { name: "sentences as the importer of CPIC's own exports reads them", checked: rows.length, misses };
}
