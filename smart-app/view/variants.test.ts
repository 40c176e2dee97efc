import { describe, expect, it } from 'vitest';
import { readReport } from '../data/read-report.ts';
import { fullReport, syntheticReads } from '../gallery/synthetic-reports.ts';
import { serialResults } from './serial-results.ts';
import { otherChanges, variantTitle } from './tumour.ts';
import { variantEntries } from './variant-rows.ts';
import { proteinPosition, variantTracks } from './variant-tracks.ts';

const { report } = readReport(fullReport);

describe('tumour', () => {
  it.each([
    ['p.Leu858Arg', 858],
    ['p.(E746_A750del)', 746],
    ['L858R', 858],
    ['MET amplification', null],
    ['exon 19 deletion', null],
  ])('%s stands at %s', (name, position) => {
    expect(proteinPosition(name)).toBe(position);
  });
  it('what was measured twice becomes a series, oldest first', () => {
    expect(serialResults(report.variants, report.biomarkers).map(({ label, points }) => [label, points.map(({ value }) => value)])).toEqual(
      [
        ['EGFR L858R', [32, 4, 21]],
        ['TMB', [4.2, 7.9]],
      ],
    );
  });
  it('a fraction in tissue and one in plasma are never joined by a line', () => {
    const [egfr] = serialResults(report.variants, []);
    expect(egfr?.lines.map(({ specimen, points }) => [specimen, points.map(({ value }) => value)])).toEqual([
      ['Tumour tissue', [32]],
      ['Plasma', [4, 21]],
    ]);
  });
  it('one change in tissue and in plasma is one entry of the table, its results apart, the newest first, the full name in the detail', () => {
    const [egfr, t790m] = variantEntries(report.variants);
    expect(egfr).toMatchObject({ gene: 'EGFR', name: 'L858R', hgvs: 'c.2573T>G p.Leu858Arg' });
    expect(egfr?.readings.map(({ date, vaf, specimen }) => [date, vaf, specimen])).toEqual([
      ['2026-10-03', 0.21, 'Plasma'],
      ['2026-03-14', 0.04, 'Plasma'],
      ['2025-12-01', 0.32, 'Tumour tissue'],
    ]);
    expect(t790m).toMatchObject({ name: 'T790M', hgvs: 'c.2369C>T p.Thr790Met', absent: false });
  });
  it('a change that is not found any more stays one entry and says so by day', () => {
    const change = { gene: 'EGFR', name: 'EGFR p.Thr790Met', kind: 'snv', origin: 'somatic' };
    const { variants } = readReport({
      oncology: {
        variants: [
          { ...change, id: 'a', present: true, vaf: 0.02, evidence: [{ reference: 'Observation/a', issued: '2026-01-01' }] },
          { ...change, id: 'b', present: false, evidence: [{ reference: 'Observation/b', issued: '2026-06-01' }] },
        ],
      },
    }).report;
    expect(variantEntries(variants).map(({ absent, readings }) => [absent, readings.map(({ present }) => present)])).toEqual([
      [false, [false, true]],
    ]);
  });
  it('sixty changes of unknown meaning do not hide the finding; what was not found stands last', () => {
    const change = { kind: 'snv', origin: 'somatic', present: true } as const;
    const unknown = Array.from({ length: 60 }, (_, index) => ({
      ...change,
      id: `u${index}`,
      gene: index % 2 === 0 ? 'ATM' : 'APC',
      name: `p.Ala${100 + index}Val`,
      classification: 'vus',
    }));
    const variants = readReport({
      oncology: {
        variants: [
          { ...change, id: 'a', gene: 'BRAF', name: 'p.Val600Glu', present: false },
          { ...change, id: 'b', gene: 'TP53', name: 'p.Pro72Arg', classification: 'benign' },
          ...unknown,
          { ...change, id: 'k', gene: 'KRAS', name: 'p.Gly12Cys' },
          { ...change, id: 'l', gene: 'KRAS', name: 'p.Tyr96Asp', classification: 'likely-oncogenic' },
        ],
      },
    }).report.variants;
    const names = variantEntries(variants).map(({ gene, name }) => `${gene} ${name}`);
    expect(names.slice(0, 3)).toEqual(['KRAS G12C', 'KRAS Y96D', 'ATM A100V']);
    expect(names.slice(-2)).toEqual(['TP53 P72R', 'BRAF V600E']);
    expect(variantTracks(variants).map(({ gene }) => gene)).toEqual(['KRAS', 'ATM', 'APC']);
  });
  it('of thirty changes in one gene all are drawn and the twelve with the greatest fraction are named', () => {
    const [track] = variantTracks(syntheticReads.crowded?.report.variants ?? []);
    expect(track?.marks).toHaveLength(30);
    const named = track?.marks.filter((mark) => mark.named) ?? [];
    expect(named).toHaveLength(12);
    expect(Math.min(...named.map(({ vaf }) => vaf ?? 0))).toBeGreaterThanOrEqual(
      Math.max(...(track?.marks.filter((mark) => !mark.named).map(({ vaf }) => vaf ?? 0) ?? [])),
    );
  });
  it('fusions, copy numbers and splicing stand by kind, never on the track', () => {
    expect(
      otherChanges(syntheticReads.crowded?.report.variants ?? []).map(({ kind, variants }) => [kind, variants.map(variantTitle)]),
    ).toEqual([
      ['fusion', ['EML4::ALK', 'CD74::ROS1']],
      ['copy-number', ['MET amplification', 'CDKN2A loss']],
      ['expression', ['CD274 overexpression']],
      ['other', ['MET exon 14 skipping']],
    ]);
  });
  it('a variant that was looked for and not found has no place in the track', () => {
    expect(variantTracks(report.variants).map(({ gene, marks }) => [gene, marks.length])).toEqual([['EGFR', 2]]);
  });
});
