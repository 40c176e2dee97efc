/** A drug that was given for another tumour is no line of this one's treatment. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, condition, given, lines, type Line, type Resource } from './board.ts';

const disease = (text: string, id: string, status = 'active', onset?: string): Resource => ({
  ...condition(text, undefined, id),
  clinicalStatus: { coding: [{ code: status }] },
  ...(onset === undefined ? {} : { onsetDateTime: onset }),
});
const because = (drug: string, id: string): Resource => ({ ...given(drug), reasonReference: [{ reference: `Condition/${id}` }] });
const opening = (tumours: readonly Resource[], results: readonly Line[], ...courses: readonly Resource[]): string =>
  board(tumours, [...lines(results), ...courses]).opening?.summary ?? '';

const AML = disease('Acute myeloid leukemia', 'aml');
const LUNG = disease('Lung adenocarcinoma, stage IV', 'lung');
const BREAST_PAST = disease('Breast cancer', 'breast', 'remission');
const ITD: readonly Line[] = [['FLT3-ITD', 'Positive']];
const G12C: readonly Line[] = [['KRAS', 'G12C']];
const LATER = /sotorasib, adagrasib approved for this tumour \(after earlier systemic therapy\)/;
const BORNE_OUT = /sotorasib, adagrasib approved for [^(]*$/;

describe('whose treatment an earlier drug was', () => {
  it.each<[string, readonly Resource[], readonly Line[], readonly Resource[], RegExp]>([
    ['letrozole makes no leukaemia relapsed', [AML, BREAST_PAST], ITD, [given('letrozole')], /quizartinib .*\(newly diagnosed/],
    ['nor where the breast cancer is not on file', [AML], ITD, [given('letrozole')], /quizartinib .*\(newly diagnosed/],
    ['cytarabine does', [AML, BREAST_PAST], ITD, [given('cytarabine')], /gilteritinib approved/],
    ['letrozole is no earlier therapy of lung cancer', [LUNG, BREAST_PAST], G12C, [given('letrozole')], LATER],
    ['ibrutinib neither', [LUNG, disease('Chronic lymphocytic leukemia', 'cll', 'remission')], G12C, [given('ibrutinib')], LATER],
    ['chemotherapy by the reason of its record', [LUNG, BREAST_PAST], G12C, [because('docetaxel', 'breast')], LATER],
    ['the same for the lung itself', [LUNG, BREAST_PAST], G12C, [because('docetaxel', 'lung')], BORNE_OUT],
    ['over before this tumour began', [disease('Lung adenocarcinoma, stage IV', 'lung', 'active', '2026-09-01'), BREAST_PAST], G12C, [given('docetaxel')], LATER],
    ['begun after it', [disease('Lung adenocarcinoma, stage IV', 'lung', 'active', '2025-11-01'), BREAST_PAST], G12C, [given('docetaxel')], BORNE_OUT],
    ['of no told reason it counts', [LUNG, BREAST_PAST], G12C, [given('docetaxel')], BORNE_OUT],
    ['one tumour twice on file is one', [LUNG, disease('Malignant neoplasm of lung', 'organ')], G12C, [because('docetaxel', 'organ')], BORNE_OUT],
    ['vemurafenib of a melanoma is no line of colon cancer', [disease('Adenocarcinoma of colon, stage IV', 'colon'), disease('Melanoma', 'mel', 'remission')], [['BRAF', 'V600E']], [given('vemurafenib')], /encorafenib with cetuximab and chemotherapy approved/],
  ])('%s', (_name, tumours, results, courses, said) => {
    expect(opening(tumours, results, ...courses)).toMatch(said);
  }); // prettier-ignore

  it('a breast cancer that came back makes no ovarian cancer recurrent', () => {
    const germline: readonly Line[] = [['BRCA1 germline', 'c.68_69del pathogenic']];
    const of = (...tumours: readonly Resource[]) => opening(tumours, germline, given('carboplatin'));
    const ovary = disease('High-grade serous ovarian carcinoma', 'ovary');
    expect(of(ovary, disease('Breast cancer', 'breast', 'relapse'))).toBe(of(ovary));
    expect(of(disease('High-grade serous ovarian carcinoma', 'ovary', 'relapse'))).not.toBe(of(ovary));
  });

  it('a checkpoint inhibitor for lung cancer is told EGFR and ALK beside the hormone of an earlier breast cancer', () => {
    const { summaries } = board([LUNG, BREAST_PAST], [given('letrozole')], 'pembrolizumab');
    expect(summaries).toEqual([expect.stringMatching(/EGFR or ALK/)]);
  });
});
