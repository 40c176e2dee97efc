/** Titles and values in full-width and Cyrillic letters that look like Latin ones: the gene is found as in plain letters. */
import { describe, expect, it } from 'vitest';
import { withLatinLetters } from '../../fhir-profiles/read/look-alikes.ts';
import { bundle, observation, patient, words } from './resources.ts';
import { germlineLine } from './summary.ts';
import { read } from './vocabulary.ts';

const lines = (title: string, value: string) =>
  read(bundle(patient, observation('o', words(title), { valueString: value }))).facts.germline.map(germlineLine);

describe('letters that look like Latin ones', () => {
  it.each([
    ['ＣＹＰ２Ｃ１９　genotype', '＊２／＊２', 'CYP2C19 *2/*2'],
    ['СYР2С19 genotype', '*2/*2', 'CYP2C19 *2/*2'],
    ['СУР2С19', '*2/*2', 'CYP2C19 *2/*2'],
    ['ТРМТ', '*3А/*3А', 'TPMT *3A/*3A'],
    ['ген СУР2D6', '*4/*4', 'CYP2D6 *4/*4'],
  ])('%s: %s', (title, value, expected) => {
    expect(lines(title, value)).toEqual([expected]);
  });

  it.each(['ＨＬＡ－Ｂ＊５７：０１', 'НLА-В*57:01', 'HLA-B&#42;57:01'])('%s: positive', (title) => {
    expect(lines(title, 'Positive')).toEqual(lines('HLA-B*57:01', 'Positive'));
  });

  it.each([
    ['rs1057910 С/С', 'rs1057910 C/C'],
    ['с.1905+1G>А', 'c.1905+1G>A'],
    ['р.Leu858Arg', 'p.Leu858Arg'],
    ['НЕR2: отрицательный', 'HER2: отрицательный'],
    ['СТАТУС МУТАЦИИ', 'СТАТУС МУТАЦИИ'],
    ['Вес 70 кг, рост 1,7 м', 'Вес 70 кг, рост 1,7 м'],
    ['а/б', 'а/б'],
    ['検査（血液）：陽性', '検査(血液):陽性'],
  ])('%s is read as %s', (written, meant) => {
    expect(withLatinLetters(written)).toBe(meant);
  });
});
