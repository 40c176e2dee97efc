/** Why an earlier drug ended, and what is offered after it. Decided from the labels before they were run. Synthetic patients. */
import { describe, expect, it } from 'vitest';
import { board, given, lines, type Line, type Resource } from './board.ts';

const ended = (drug: string, reason?: string, more: Resource = {}): Resource => ({
  ...given(drug),
  status: 'stopped',
  ...(reason === undefined ? {} : { statusReason: [{ text: reason }] }),
  ...more,
});
const dose = (drug: string, day: string): Resource => ({
  resourceType: 'MedicationAdministration',
  id: `dose-${drug}-${day}`,
  status: 'completed',
  subject: { reference: 'Patient/p' },
  medicationCodeableConcept: { text: drug },
  effectiveDateTime: day,
});
const chart = (tumour: string, results: readonly Line[], courses: readonly Resource[], ...drugs: string[]) => {
  const found = board(tumour, [...lines(results), ...courses], ...drugs);
  const cards = [...(found.opening === undefined ? [] : [found.opening]), ...found.cards];
  const row = (...names: string[]) =>
    found.report.oncology.therapies.find(
      ({ approved, effect, therapy }) =>
        approved && effect === 'sensitivity' && therapy.map(({ name }) => name.toLowerCase()).join('+') === names.join('+'),
    );
  return { ...found, row, words: cards.map(({ summary, detail }) => `${summary}\n${detail}`).join('\n') };
};
const ALK: readonly Line[] = [['ALK FISH', 'Positive, rearranged']];
const DEL19: readonly Line[] = [['EGFR', 'p.E746_A750del']];
const LUNG = 'Lung adenocarcinoma';

describe('the same drug', () => {
  it.each<[string, string | undefined, RegExp | null]>([
    ['progression', 'Disease progression', /given before: alectinib stopped for progression \(2026-08-01\)/],
    ['toxicity', 'Toxicity', /alectinib was given before: stopped as not tolerated \(2026-08-01\)/],
    ['the patient’s decision', 'Patient decision', /given before: alectinib stopped: “Patient decision” \(2026-08-01\)/],
    ['not stated', undefined, /given before and stopped/],
    [
      'a reason that says nothing of the tumour',
      'Physician decision',
      /given before: alectinib stopped: “Physician decision” \(2026-08-01\)/,
    ],
  ])('%s: not offered again, and the report says why', (_name, reason, said) => {
    const { row, opening } = chart(LUNG, ALK, [ended('alectinib', reason)]);
    expect(row('alectinib')?.settingStanding).toBe('against');
    expect(row('alectinib')?.because?.join('\n')).toMatch(said ?? /./);
    expect(`${opening?.summary} ${opening?.detail.replace(/\*\*Given before:.*/, '')}`).not.toMatch(/alectinib/i);
  });
  it('completed as planned: not ruled out, and part of the advice', () => {
    const { row, words } = chart(LUNG, ALK, [ended('alectinib', 'Treatment completed')]);
    expect(row('alectinib')).toMatchObject({ settingStanding: 'open', setting: 'given before, completed as planned (2026-08-01)' });
    expect(words).toContain('**Given before:** Alectinib: completed as planned (1 Aug 2026).');
    expect(words).not.toMatch(/stopped|progress/);
  });
  it('a later course of which nothing is told counts as unknown', () => {
    const later = { ...given('alectinib'), id: 'later', effectivePeriod: { start: '2026-09-01', end: '2026-10-01' } };
    const { row } = chart(LUNG, ALK, [ended('alectinib', 'Treatment completed'), later]);
    expect(row('alectinib')?.settingStanding).toBe('against');
  });
  it('single doses of the course that was completed belong to it', () => {
    const { row } = chart(LUNG, ALK, [
      ended('alectinib', 'Treatment completed'),
      dose('alectinib', '2026-02-01'),
      dose('alectinib', '2026-03-01'),
    ]);
    expect(row('alectinib')?.settingStanding).toBe('open');
  });
  it('not tolerated: no combination with it either', () => {
    const { row, words } = chart(LUNG, DEL19, [ended('osimertinib', 'Unacceptable toxicity')]);
    expect(row('osimertinib', 'pemetrexed', 'carboplatin')?.settingStanding).toBe('against');
    expect(words.replaceAll(/Given before:.*/g, '')).not.toMatch(/osimertinib/i);
  });
});

describe('what did worse in a comparison', () => {
  const after = (reason?: string) => chart(LUNG, ALK, [ended('alectinib', reason)]).row('crizotinib');
  it.each(['Disease progression', 'No response to treatment', 'Physician decision', undefined])(
    'alectinib ended (%s): crizotinib did worse and is not offered',
    (reason) => {
      expect(after(reason)?.settingStanding).toBe('against');
      expect(after(reason)?.because?.join()).toContain('alectinib did better (ALEX) and was given before');
    },
  );
  it.each(['Toxicity', 'Intolerance', 'Treatment completed', 'Financial problem'])(
    'alectinib ended (%s): it did not fail, crizotinib stays a choice',
    (reason) => {
      expect(after(reason)?.settingStanding).not.toBe('against');
      expect(after(reason)?.because?.join()).not.toMatch(/did better|progress/);
    },
  );
});

describe('labels that ask for progression', () => {
  const T790M: readonly Line[] = [['EGFR', 'p.E746_A750del'], ['EGFR p.T790M', 'Detected']]; // prettier-ignore
  const AMI = ['amivantamab', 'carboplatin', 'pemetrexed'] as const;
  it.each<[string | undefined, string]>([
    ['Disease progression', 'shown'],
    [undefined, 'shown'],
    ['Treatment completed', 'shown'],
    ['Toxicity', 'open'],
    ['Patient refused', 'open'],
  ])('erlotinib ended (%s): amivantamab with chemotherapy is %s', (reason, standing) => {
    const { row, words } = chart(LUNG, DEL19, [ended('erlotinib', reason)]);
    expect(row(...AMI)?.settingStanding).toBe(standing);
    if (standing === 'open' && reason === 'Toxicity') {
      expect(row(...AMI)?.because?.join()).toContain('erlotinib was stopped as not tolerated (2026-08-01)');
      expect(words).not.toMatch(/stopped for progression|after an EGFR inhibitor: on file/);
    }
  });
  it('toxicity and progression: both are said, progression bears the label out', () => {
    const { row, report } = chart(LUNG, T790M, [ended('erlotinib', 'Toxicity and disease progression')]);
    expect(row(...AMI)?.settingStanding).toBe('shown');
    expect(report.oncology.earlier).toMatchObject([
      { drug: { name: 'erlotinib' }, said: 'stopped for progression and as not tolerated (2026-08-01)' },
    ]);
  });
  it('the label asks for earlier treatment alone: why it ended does not matter', () => {
    const { row } = chart('Breast cancer, metastatic', [['HER2 IHC', '3+']], [ended('trastuzumab', 'Toxicity'), ended('docetaxel', 'Toxicity')]); // prettier-ignore
    expect(row('trastuzumab emtansine')?.settingStanding).toBe('shown');
  });
});

describe('platinum', () => {
  const BRCA: readonly Line[] = [['BRCA1', 'c.68_69del p.(Glu23ValfsTer17), pathogenic']];
  const OVARY = 'High-grade serous ovarian carcinoma';
  it.each<[string | undefined, string]>([
    ['Disease progression', 'against'],
    ['Treatment completed', 'shown'],
    [undefined, 'shown'],
  ])('carboplatin ended (%s): maintenance after a response is %s', (reason, standing) => {
    expect(chart(OVARY, BRCA, [ended('carboplatin', reason)]).row('olaparib')?.settingStanding).toBe(standing);
  });
  it.each<[string | undefined, string]>([
    ['Disease progression', 'shown'],
    ['Treatment completed', 'open'],
    [undefined, 'open'],
  ])('carboplatin ended (%s): "platinum-resistant" is %s', (reason, standing) => {
    expect(
      chart(OVARY, [['FOLR1 IHC', 'Positive']], [ended('carboplatin', reason)]).row('mirvetuximab soravtansine')?.settingStanding,
    ).toBe(standing);
  });
});

describe('cards', () => {
  it('opening the chart names what was given before, why it ended and when', () => {
    const { opening } = chart(LUNG, ALK, [ended('alectinib', 'Disease progression')]);
    expect(opening?.detail).toContain('**Given before:** Alectinib: stopped for progression (1 Aug 2026).');
  });
  it('beside an order that does not fit', () => {
    const { cards } = chart(LUNG, ALK, [ended('alectinib', 'Toxicity')], 'gefitinib');
    expect(cards[0]?.detail).toContain('Alectinib: stopped as not tolerated (1 Aug 2026).');
    expect(cards[0]?.suggestions.map(({ label }) => label).join()).not.toMatch(/alectinib/);
  });
  it('a reason that is not told adds no line', () => {
    expect(chart(LUNG, ALK, [ended('alectinib')]).opening?.detail).not.toContain('Given before');
  });
  it('the drug ordered again: the report says how it ended', () => {
    const { fit } = chart(LUNG, ALK, [ended('alectinib', 'Toxicity')], 'alectinib');
    expect(fit).toMatchObject({ verdict: 'fits' });
    expect(fit?.because.join()).toContain('alectinib was given before: stopped as not tolerated (2026-08-01)');
  });
});
