/** Histology that stands apart from the organ, and tumours of the tube and the peritoneum, by words and by code. */
import { describe, expect, it } from 'vitest';
import { board, condition, lines, type Resource } from '../end-to-end/board.ts';

const typeOf = (tumour: string | readonly Resource[]) => board(tumour, []).report.oncology.tumour?.oncotree ?? null;
const snomed = (code: string): Resource => ({
  ...condition(''),
  code: { coding: [{ system: 'http://snomed.info/sct', code }] },
});

describe('lung cancer with its histology beside', () => {
  it.each<[string, string | null]>([
    ['Squamous non-small cell lung cancer (disorder)', 'LUSC'],
    ['Non-small cell lung cancer, squamous', 'LUSC'],
    ['NSCLC squamous', 'LUSC'],
    ['Squamous NSCLC with brain metastases', 'LUSC'],
    ['Metastatic squamous non-small cell lung cancer, stage IV', 'LUSC'],
    ['Non-small cell lung carcinoma of squamous histology', 'LUSC'],
    ['Lung cancer, squamous cell', 'LUSC'],
    ['Adenocarcinoma NSCLC', 'LUAD'],
    ['Non-small cell carcinoma of lung, adenocarcinoma type', 'LUAD'],
    ['Non-small cell lung cancer, adenosquamous', 'LUAS'],
    ['NSCLC large cell', 'LCLC'],
    // What is not, not sure, or more than one.
    ['Non-squamous non-small cell lung cancer (disorder)', 'NSCLC'],
    ['Nonsquamous nonsmall cell neoplasm of lung (disorder)', 'NSCLC'],
    ['Non-small cell lung cancer', 'NSCLC'],
    ['Small cell carcinoma of lung', 'SCLC'],
  ])('%s is %s', (text, type) => {
    expect(typeOf(text)).toBe(type);
  });

  it.each(['Squamous cell carcinoma of the head and neck with lung metastases', 'Squamous cell carcinoma metastatic to lung'])(
    'a squamous cancer of elsewhere is none of the lung: %s',
    (text) => {
      expect(typeOf(text)).not.toBe('LUSC');
    },
  );
  it('by its SNOMED CT code alone', () => {
    expect(typeOf([snomed('723301009')])).toBe('LUSC');
  });
});

describe('labels for ovarian, fallopian tube or primary peritoneal cancer', () => {
  it.each<[string, string | undefined]>([
    ['Malignant neoplasm of peritoneum, unspecified', 'C48.2'],
    ['Malignant neoplasm of specified parts of peritoneum', 'C48.1'],
    ['Peritoneal cancer', undefined],
    ['Primary peritoneal carcinoma', undefined],
    ['High grade serous carcinoma of the peritoneum', undefined],
    ['Malignant neoplasm of right fallopian tube', 'C57.01'],
    ['Serous carcinoma of fallopian tube', undefined],
    ['Tubo-ovarian high grade serous carcinoma', undefined],
    ['Ovarian, fallopian tube, or primary peritoneal cancer', undefined],
    ['Ovarian cancer', 'C56.9'],
  ])('%s %s', (text, code) => {
    const tumour = [condition(text, code)];
    expect(board(tumour, [], 'olaparib').summaries).toEqual(['No BRCA1 or BRCA2 result on file: test before olaparib']);
    expect(board(tumour, [], 'mirvetuximab soravtansine').summaries).toEqual(['No FOLR1 result on file: test before mirvetuximab soravtansine']);
    const positive = lines([['FOLR1 IHC', '85% of cells with 2+ or 3+']]);
    expect(board(tumour, positive, 'mirvetuximab soravtansine').fit?.verdict).toBe(board('Ovarian cancer', positive, 'mirvetuximab soravtansine').fit?.verdict);
  }); // prettier-ignore

  it.each<[string, string | undefined]>([
    ['Peritoneal mesothelioma', undefined],
    ['Mesothelioma of peritoneum', 'C45.1'],
    ['Retroperitoneal sarcoma', 'C48.0'],
  ])('not %s', (text, code) => {
    expect(board([condition(text, code)], [], 'olaparib').summaries).toEqual([]);
  });
});
