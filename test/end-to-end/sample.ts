/** A bounded set of results with the phenotype and score that CPIC gives them, for checkouts without the shared tables. */
import { stateOf, type GeneState } from './states.ts';

const ROWS = `
ABCG2|rs2231142 variant (T)/rs2231142 variant (T)|Poor Function|
ABCG2|rs2231142 reference (G)/rs2231142 variant (T)|Decreased Function|
CACNA1S|Reference/c.520C>T|Malignant Hyperthermia Susceptibility|
CACNA1S|Reference/Reference|Uncertain Susceptibility|
CFTR|G551D/F508del|ivacaftor responsive in CF patients|
CYP2B6|*6/*6|Poor Metabolizer|
CYP2B6|*1/*6|Intermediate Metabolizer|
CYP2C19|*2/*2|Poor Metabolizer|
CYP2C19|*1/*2|Intermediate Metabolizer|
CYP2C19|*1/*1|Normal Metabolizer|
CYP2C19|*1/*17|Rapid Metabolizer|
CYP2C19|*17/*17|Ultrarapid Metabolizer|
CYP2C19|*2/*9|Likely Poor Metabolizer|
CYP2C19|*1/*12|Indeterminate|
CYP2C9|*3/*3|Poor Metabolizer|0.0
CYP2C9|*1/*3|Intermediate Metabolizer|1.0
CYP2C9|*1/*1|Normal Metabolizer|2.0
CYP2D6|*3/*3|Poor Metabolizer|0.0
CYP2D6|*1/*3|Intermediate Metabolizer|1.0
CYP2D6|*1/*9|Normal Metabolizer|1.25
CYP2D6|*1/*1|Normal Metabolizer|2.0
CYP2D6|*1/*1x2|Ultrarapid Metabolizer|3.0
CYP2D6|*1x≥3/*9|Ultrarapid Metabolizer|≥3.25
CYP2D6|*1/*36+*10|Normal Metabolizer|1.25
CYP2D6|*1/*22|Indeterminate|
CYP3A5|*3/*3|Poor Metabolizer|
CYP3A5|*1/*3|Intermediate Metabolizer|
DPYD|c.1905+1G>A (*2A)/c.1905+1G>A (*2A)|Poor Metabolizer|0.0
DPYD|Reference/c.1905+1G>A (*2A)|Intermediate Metabolizer|1.0
DPYD|Reference/c.2846A>T|Intermediate Metabolizer|1.5
DPYD|Reference/Reference|Normal Metabolizer|2.0
G6PD|A- 202A_376G|Deficient|
G6PD|A- 202A_376G/A- 202A_376G|Deficient|
G6PD|A|Normal|
G6PD|A/A- 202A_376G|Variable|
MT-RNR1|m.1555A>G|increased risk of aminoglycoside-induced hearing loss|
MT-RNR1|Reference|normal risk of aminoglycoside-induced hearing loss|
NAT2|*5/*5|Poor Metabolizer|
NUDT15|*3/*3|Poor Metabolizer|
NUDT15|*1/*1|Normal Metabolizer|
RYR1|Reference/c.103T>C|Malignant Hyperthermia Susceptibility|
RYR1|Reference/Reference|Uncertain Susceptibility|
SLCO1B1|*5/*5|Poor Function|
SLCO1B1|*1/*5|Decreased Function|
SLCO1B1|*1/*1|Normal Function|
TPMT|*3A/*3A|Poor Metabolizer|
TPMT|*1/*3C|Intermediate Metabolizer|
TPMT|*1/*1|Normal Metabolizer|
UGT1A1|*6/*6|Poor Metabolizer|
UGT1A1|*1/*1|Normal Metabolizer|
`;

export const SAMPLE: readonly GeneState[] = ROWS.trim()
  .split('\n')
  .map((line) => {
    const [gene = '', example = '', phenotype = '', scores = ''] = line.split('|');
    return stateOf({ gene, example, phenotype, scores });
  });
