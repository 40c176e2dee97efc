import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullReport } from '../gallery/synthetic-reports.ts';
import { readReport } from './read-report.ts';
import { addLine, ReportFault, type Draft } from './report-stream.ts';

describe('readReport', () => {
  it('reads any JSON without throwing, and calls nothing normal that it did not understand', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (gene, drug) => {
        const { report } = readReport({
          pgx: { genes: [gene], drugs: [drug], untested: gene },
          oncology: drug,
          trials: gene,
          warnings: drug,
        });
        expect(report.genes.every(({ state }) => state !== 'called' || JSON.stringify(gene).includes('called'))).toBe(true);
      }),
    );
  });

  it('keeps every entry of a sound report', () => {
    const { report, unreadable } = readReport(fullReport);
    expect(unreadable).toBe(0);
    expect(report.drugs).toHaveLength(fullReport.pgx.drugs.length);
    expect(report.therapies).toHaveLength(fullReport.oncology.therapies.length);
    expect(report.predictions).toHaveLength(fullReport.predictions.length);
  });

  it('counts what it leaves out', () => {
    expect(readReport({ orders: [null, 3, { text: 'aspirin' }], pgx: { untested: 'all' } }).unreadable).toBe(3);
  });

  it('an unknown action is "unrecognised", and an alternative is possible only when the report says so outright', () => {
    const { report } = readReport({
      pgx: { drugs: [{ drug: { name: 'x' }, action: 'explode', alternatives: [{ name: 'y', ok: 'yes' }] }] },
    });
    expect(report.drugs[0]).toMatchObject({ action: 'unrecognised', actionText: 'explode', alternatives: [{ ok: false }] });
  });

  it('takes no address but http and https, and no text that reorders the page', () => {
    const { report } = readReport({ pgx: { drugs: [{ drug: { name: 'a\u202Eb' }, source: { label: 'x', url: 'javascript:alert(1)' } }] } });
    expect(report.drugs[0]).toMatchObject({ drug: { name: 'ab' }, source: { url: null } });
  });
});

describe('exons for drawing', () => {
  const read = (exons: unknown, length?: unknown) =>
    readReport({
      oncology: { proteins: [{ gene: 'EGFR', transcript: 'NM_1', exons, length, source: { label: 'table', url: 'https://x.example' } }] },
    });
  it('neighbours may share a codon', () => {
    const exons = [
      { exon: 18, from: 688, to: 728 },
      { exon: 19, from: 728, to: 761 },
    ];
    expect(read(exons, 1210).report.proteins).toMatchObject([{ exons, length: 1210 }]);
  });
  it.each([
    ['backwards', [{ exon: 1, from: 30, to: 1 }]],
    [
      'overlapping',
      [
        { exon: 1, from: 1, to: 30 },
        { exon: 2, from: 20, to: 40 },
      ],
    ],
    ['longer than any protein', [{ exon: 1, from: 1, to: 1e9 }]],
    ['no numbers', [{ exon: 'x', from: {}, to: null }]],
    ['none', []],
  ])('%s: nothing is drawn, and it counts as unreadable', (_, exons) => {
    const { report, unreadable } = read(exons);
    expect([report.proteins, unreadable]).toEqual([[], 1]);
  });
});

describe('the stream of the report', () => {
  const lines = [
    { section: 'source', source: { key: 'genomics', label: 'genomic results', state: 'failed', why: 'not permitted' } },
    { section: 'patient', patient: fullReport.patient },
    { section: 'pgx', pgx: fullReport.pgx },
    { section: 'done', asOf: '2026-11-21', inputHash: 'abc', knowledge: fullReport.knowledge },
  ];

  it('grows line by line and is complete only with the last', () => {
    const drafts: Draft[] = [];
    for (const line of lines) drafts.push(addLine(drafts[drafts.length - 1] ?? {}, line));
    expect(drafts.map((draft) => readReport(draft).complete)).toEqual([false, false, false, true]);
    const last = readReport(drafts[3]);
    expect([...last.arrived]).toEqual(['patient', 'knowledge', 'pgx']);
    expect(last.sources).toMatchObject([{ state: 'failed', why: 'not permitted' }]);
    expect(last.report.inputHash).toBe('abc');
  });

  it('a whole document leads to the same report', () => {
    const whole = readReport(addLine({}, { report: fullReport, sources: [] }));
    expect(whole.complete).toBe(true);
    expect(whole.report).toEqual(readReport(fullReport).report);
  });

  it('an error line is an error, whatever came before', () => {
    expect(() => addLine({}, { section: 'error', status: 502, message: 'The patient could not be read' })).toThrow(ReportFault);
  });
});
