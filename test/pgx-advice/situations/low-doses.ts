/**
 * Tricyclics at low doses: CPIC's advice is for the higher starting doses, as in depression (PMID 27997040, footnotes of tables 2 to 4). What the
 * order says of dose and reason decides how much of it is said; without either it is said as it stands, with its limit.
 */
import { dosed, line, ordered, situation, takes, type Situation } from './situation.ts';

const POOR = [line('CYP2D6', '*4/*4'), line('CYP2C19', '*1/*1')];
const INTERMEDIATE = [line('CYP2D6', '*4/*10'), line('CYP2C19', '*1/*1')];
const NORMAL = [line('CYP2D6', '*1/*1'), line('CYP2C19', '*1/*1')];
const forReason = (text: string) => ({ reasonCode: [{ text }] });
const forCode = (code: string) => ({ reasonCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] }] });
const daily = (text: string, milligrams: number, more = {}) => ordered(text, { ...dosed(milligrams, 'mg'), ...more });
const FOR_HIGHER_DOSES = /advice to avoid \w+ is for higher doses, as in depression/;

export const LOW_DOSES: readonly Situation[] = [
  situation('amitriptyline 10 mg, CYP2D6 poor, no reason', POOR, [daily('amitriptyline 10 mg', 10)], [['info', FOR_HIGHER_DOSES]], {
    says: /10 mg a day is less than any dose that the label gives for depression \(from 40 mg\)/,
    never: /5 mg (?:instead of|if the ordered) 10 mg/,
  }),
  situation(
    'amitriptyline 10 mg for nerve pain, CYP2D6 poor',
    POOR,
    [daily('amitriptyline 10 mg', 10, forReason('Neuropathic pain'))],
    [['info', FOR_HIGHER_DOSES]],
    { says: /ordered for nerve pain/ },
  ),
  situation(
    'amitriptyline for nerve pain, no dose, CYP2D6 poor',
    POOR,
    [ordered('amitriptyline', forCode('G50.0'))],
    [['info', FOR_HIGHER_DOSES]],
  ),
  situation('amitriptyline, neither dose nor reason, CYP2D6 poor', POOR, ['amitriptyline'], [['warning', /: avoid amitriptyline/]], {
    says: /not of the low doses used for nerve pain/,
  }),
  situation(
    'amitriptyline 100 mg for nerve pain, CYP2D6 poor: no low dose',
    POOR,
    [daily('amitriptyline 100 mg', 100, forReason('postherpetic neuralgia'))],
    [['warning', /: avoid amitriptyline/]],
  ),
  situation(
    'amitriptyline 10 mg for depression, CYP2D6 poor: a first step',
    POOR,
    [daily('amitriptyline 10 mg', 10, forCode('F33.1'))],
    [['warning', /: avoid amitriptyline/]],
    { says: /a share counts from the dose that it is raised to/, never: /5 mg (?:instead of|if the ordered) 10 mg/ },
  ),
  situation(
    'amitriptyline 25 mg for depression and nerve pain, CYP2D6 poor',
    POOR,
    [daily('amitriptyline 25 mg', 25, forReason('Neuropathic pain with depression'))],
    [['warning', /: avoid amitriptyline/]],
  ),
  situation('amitriptyline 10 mg, CYP2D6 intermediate: low already', INTERMEDIATE, [daily('amitriptyline 10 mg', 10)], []),
  situation('amitriptyline for nerve pain, no dose, CYP2D6 intermediate', INTERMEDIATE, [ordered('amitriptyline', forCode('M79.2'))], []),
  situation(
    'amitriptyline 75 mg, CYP2D6 intermediate',
    INTERMEDIATE,
    [daily('amitriptyline 75 mg', 75)],
    [['warning', /lower amitriptyline dose to 75 %/]],
  ),
  situation('nortriptyline 10 mg at night, CYP2D6 poor', POOR, [daily('nortriptyline 10 mg capsule', 10)], [['info', FOR_HIGHER_DOSES]]),
  situation(
    'nortriptyline 25 mg, CYP2D6 ultrarapid',
    [line('CYP2D6', '*1/*1x2')],
    [daily('nortriptyline 25 mg', 25)],
    [['info', FOR_HIGHER_DOSES]],
  ),
  situation(
    'nortriptyline 75 mg, CYP2D6 ultrarapid',
    [line('CYP2D6', '*1/*1x2')],
    [daily('nortriptyline 75 mg', 75)],
    [['warning', /: avoid nortriptyline/]],
  ),
  situation(
    'imipramine 10 mg for nerve pain, CYP2D6 poor',
    POOR,
    [daily('imipramine 10 mg', 10, forReason('nerve pain'))],
    [['info', FOR_HIGHER_DOSES]],
  ),
  situation(
    'desipramine 10 mg, no reason, CYP2D6 poor: no low dose known',
    POOR,
    [daily('desipramine 10 mg', 10)],
    [['info', /: avoid desipramine/]],
  ),
  situation(
    'amitriptyline 10 mg for nerve pain beside paroxetine',
    [...NORMAL, takes('paroxetine 20 mg')],
    [daily('amitriptyline 10 mg', 10, forReason('Neuropathic pain'))],
    [['info', /with paroxetine: the advice to avoid amitriptyline is for higher doses/]],
  ),
  situation(
    'paroxetine begun beside low-dose amitriptyline: no word that it should be avoided',
    [...NORMAL, takes('amitriptyline 10 mg', { ...dosed(10, 'mg'), ...forReason('Neuropathic pain') })],
    ['paroxetine 20 mg'],
    [['info', /the advice to avoid amitriptyline is for higher doses/]],
    { never: /should then be avoided/ },
  ),
  situation('amitriptyline 10 mg, both genes normal', NORMAL, [daily('amitriptyline 10 mg', 10)], []),
];
