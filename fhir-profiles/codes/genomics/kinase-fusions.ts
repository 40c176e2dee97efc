/** Kinases (and the ligand NRG1) that drive a tumour as the 3′ partner of a fusion. */
export const KINASE_LAST: ReadonlySet<string> = new Set(['ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'NRG1', 'ABL1']);

/** Kinases that a fusion makes and a change of their own makes resistant: a residue named beside such a fusion is counted on the kinase. */
export const CHANGED_IN_FUSION: ReadonlySet<string> = new Set([
  'ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'ABL1', 'FGFR1', 'FGFR2', 'FGFR3', 'PDGFRA', 'PDGFRB', 'JAK2',
]); // prettier-ignore
