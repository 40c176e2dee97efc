import { describe, expect, it } from 'vitest';
import { tumourTable } from './table.ts';

const header = { id: 'tumours', version: '1', date: '2026-01-01', licence: 'CC0-1.0', sources: [] };
const table = tumourTable({
  header,
  diseases: [
    '1324\tlung cancer\t162\tLUNG\tI:C34.1|I:!C34\t',
    '3908\tlung non-small cell carcinoma\t1324\tNSCLC\tS:254637007|N:C2926\tNSCLC',
    '3910\tlung adenocarcinoma\t3908\tLUAD\tO:8140/3\tadenocarcinoma of lung',
    '162\tcancer\t\tMT\t\tmalignant tumor',
    '-13223\tuterine fibroid\t0060072\t\tI:D25\tuterine leiomyoma',
  ].join('\n'),
  types: [
    'LUNG\tLung\tTISSUE\t1324\t\t',
    'NSCLC\tNon-Small Cell Lung Cancer\tLUNG\t3908\tC2926\t',
    'LUAD\tLung Adenocarcinoma\tNSCLC\t3910\t\tLAC',
  ].join('\n'),
});
const icd = (code: string) => ({ system: 'http://hl7.org/fhir/sid/icd-10-cm', code });

describe('tumour types', () => {
  it.each([
    ['Adenocarcinoma of the right lung, stage IV', 'LUAD'],
    ['NSCLC', 'NSCLC'],
    ['Non-small cell lung cancer (disorder)', 'NSCLC'],
    ['Malignant tumour of lung', 'LUNG'],
    ['cancer', undefined],
    ['family history of lung cancer', undefined],
  ])('%s is %s', (text, oncotree) => expect(table.byText(text)?.oncotree).toBe(oncotree));

  it('an ICD-10 subdivision that is not listed belongs to its category', () => {
    expect(table.byCode(icd('C34.91'))).toEqual({ doid: 'DOID:1324', oncotree: 'LUNG' });
    expect(table.byCode(icd('C99'))).toBeNull();
  });

  it('an older OncoTree code leads to the current one', () => {
    expect(table.byCode({ system: 'http://oncotree.mskcc.org', code: 'LAC' })).toEqual({ oncotree: 'LUAD', doid: 'DOID:3910' });
  });

  it('tells tumours from benign growths and histories', () => {
    expect(
      [icd('C34.9'), icd('D25.0'), icd('Z85.3'), 'lung cancer', 'uterine leiomyoma', 'asthma'].map((asked) => table.isTumour(asked)),
    ).toEqual([true, false, false, true, false, false]);
  });

  it('knows broader from narrower', () => {
    expect(table.isAbove?.('DOID:1324', 'DOID:3910')).toBe(true);
    expect(table.isAbove?.('DOID:3910', 'DOID:1324')).toBe(false);
  });
});
