/**
 * Drugs that no label has without a finding, ordered in a tumour that no label names: tested and not there is told, as in a labelled tumour; a matching
 * finding, a drug with uses without one, and nothing on file stay silent.
 */
import { describe, expect, it } from 'vitest';
import { board, lines } from '../end-to-end/board.ts';

const PANCREAS = 'Pancreatic adenocarcinoma';
type Line = readonly [string, string];
const NO_ALK_ROS1: readonly Line[] = [['ALK fusion', 'Negative'], ['ROS1 fusion', 'Negative']]; // prettier-ignore

describe('a drug outside its labels', () => {
  it.each<[string, string, readonly Line[], string, readonly string[]]>([
    ['pancreas KRAS G12D, sotorasib', PANCREAS, [['KRAS', 'G12D']], 'sotorasib', ['sotorasib asks for KRAS G12C: tested, not found']],
    ['pancreas KRAS not detected, adagrasib', PANCREAS, [['KRAS', 'Not detected']], 'adagrasib', ['adagrasib asks for KRAS G12C: tested, not found']],
    ['pancreas KRAS G12C, sotorasib: off-label use of the finding', PANCREAS, [['KRAS', 'G12C']], 'sotorasib', []],
    ['pancreas, KRAS test failed, sotorasib', PANCREAS, [['KRAS', 'Failed']], 'sotorasib', []],
    ['pancreas, nothing on file, sotorasib', PANCREAS, [], 'sotorasib', []],
    ['glioblastoma, IDH1 and IDH2 not found, vorasidenib', 'Glioblastoma', [['IDH1', 'Not detected'], ['IDH2', 'Not detected']], 'vorasidenib', ['vorasidenib asks for a qualifying variant in IDH1, IDH2: tested, not found']],
    ['glioblastoma, IDH1 not found, IDH2 not tested, vorasidenib', 'Glioblastoma', [['IDH1', 'Not detected']], 'vorasidenib', []],
    ['glioblastoma, IDH1 R132H, ivosidenib', 'Glioblastoma', [['IDH1', 'R132H']], 'ivosidenib', []],
    ['melanoma, ALK and ROS1 not found, crizotinib', 'Cutaneous melanoma', NO_ALK_ROS1, 'crizotinib', ['crizotinib asks for ALK fusion; or ROS1 fusion: tested, not found']],
    ['stomach, ALK and ROS1 not found, MET amplified, crizotinib: given for MET', 'Gastric adenocarcinoma', [...NO_ALK_ROS1, ['MET amplification', 'Detected']], 'crizotinib', []],
    ['pancreas, EGFR not found, erlotinib: a label without EGFR', PANCREAS, [['EGFR', 'Not detected']], 'erlotinib', []],
    ['mastocytosis, FLT3 not found, midostaurin: a label without FLT3', 'Systemic mastocytosis', [['FLT3', 'Not detected']], 'midostaurin', []],
    ['pancreas, MET not found, tepotinib', PANCREAS, [['MET', 'Not detected']], 'tepotinib', ['tepotinib asks for MET exon 14 skipping mutation: tested, not found']],
    ['pancreas, exon 14 not skipped, MET amplified, tepotinib: given for MET', PANCREAS, [['MET exon 14 skipping', 'Not detected'], ['MET amplification', 'Detected']], 'tepotinib', []],
    ['glioblastoma, IDH2 not found, enasidenib', 'Glioblastoma', [['IDH2', 'Not detected']], 'enasidenib', ['enasidenib asks for a qualifying variant in IDH2: tested, not found']],
    ['pheochromocytoma, RET C634R, no fusion, pralsetinib: another change of its target', 'Pheochromocytoma', [['RET', 'C634R'], ['RET fusion', 'Not detected']], 'pralsetinib', []],
    ['malignant neoplasm, KRAS G12D, cetuximab: as without a tumour on file', 'Malignant neoplasm', [['KRAS', 'G12D']], 'cetuximab', ['KRAS G12D: cetuximab is not expected to work']],
    ['adenocarcinoma, NRAS Q61K, panitumumab', 'Metastatic adenocarcinoma', [['NRAS', 'Q61K']], 'panitumumab', ['NRAS Q61K: panitumumab is not expected to work']],
    ['unknown primary, KRAS G12D, panitumumab: no label without RAS', 'Carcinoma of unknown primary', [['KRAS', 'G12D']], 'panitumumab', ['KRAS G12D: panitumumab is not expected to work']],
    ['unknown primary, KRAS G12D, cetuximab: a label without RAS', 'Carcinoma of unknown primary', [['KRAS', 'G12D']], 'cetuximab', []],
    ['head and neck, KRAS G12D, cetuximab: a label without RAS', 'Squamous cell carcinoma of head and neck', [['KRAS', 'G12D']], 'cetuximab', []],
    ['unknown primary, RAS not tested, panitumumab', 'Carcinoma of unknown primary', [], 'panitumumab', []],
    ['glioblastoma, EGFR vIII, osimertinib: another change of its target', 'Glioblastoma', [['EGFR', 'vIII']], 'osimertinib', []],
    ['lung, BRCA1 and BRCA2 not found, olaparib: labels without BRCA', 'Lung adenocarcinoma', [['BRCA1', 'Negative'], ['BRCA2', 'Negative']], 'olaparib', []],
  ])('%s', (_, tumour, results, drug, said) => {
    expect(board(tumour, lines(results), drug).summaries).toEqual(said);
  }); // prettier-ignore
});
