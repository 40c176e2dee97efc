/** Kinases (and the ligand NRG1) that drive a tumour as the 3′ partner of a fusion. */
export const KINASE_LAST: ReadonlySet<string> = new Set(['ALK', 'ROS1', 'RET', 'NTRK1', 'NTRK2', 'NTRK3', 'NRG1', 'ABL1']);
