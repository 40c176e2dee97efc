/** Genomics Reporting, STU1 to STU3, and the operations built on it. */
import { alike, type Expected } from './expected.ts';

export const GENOMICS_REPORTING: Readonly<Record<string, Expected>> = {
  'genomics-operations__goshap1': {
    germline: ['CYP2C19 *1/*1'],
  },
  // "Not held by the server" is no result.
  'genomics-operations__goshap2': {
    warned: ['unparsed'],
  },
  'genomics-operations__gosv3': {
    variants: ['- copy-number present somatic loss'],
  },
  'genomics-operations__gosvar1': {
    variants: ['- snv present unknown GRCh37 5:112102032A>T'],
  },
  'genomics-operations__gosvar3': {
    warned: ['unparsed'],
  },
  ...alike(['gr-stu1__cgexample', 'gr-stu2__cgexample', 'gr-stu3__cgexample'], {
    germline: [
      'CYP2C9 *2/*5',
      'CYP2C9 Low risk (Warfarin)',
      'CYP2C9 Rapid Metabolizer (Warfarin)',
      'CYP2C9 Resistant (Warfarin)',
      'CYP2D6 c.1457G>C, p.Ser486Thr, NM_000106.5(CYP2D6):c.1457G>C (p.Ser486Thr) present unknown',
      'CYP2D6 c.886C>T, p.Arg296Cys, NM_000106.5(CYP2D6):c.886C>T (p.Arg296Cys) present unknown',
    ],
    variants: [
      'ACAD9 snv present germline c.1249C>T p.Arg417Cys GRCh37 3:128625063C>T copies 1 rs368949613 vaf 0.47 heterozygous pathogenic',
      'CYP2D6 snv present germline c.1457G>C p.Ser486Thr',
      'CYP2D6 snv present germline c.886C>T p.Arg296Cys',
    ],
    warned: ['unparsed'],
  }),
  ...alike(['gr-stu1__hlabundle', 'gr-stu2__hlabundle', 'gr-stu3__hlabundle'], {
    germline: ['HLA-A *01:01/*01:02', 'HLA-B *15:01/*57:01', 'HLA-C *01:02/*01:02', 'HLA-C *01:02/*03:04'],
    warned: ['conflict'],
  }),
  'gr-stu1__nonhgvs': {
    variants: ['NMNAT1 other present unknown', 'NMNAT1 other present unknown'],
  },
  ...alike(['gr-stu1__pgxexample', 'gr-stu2__pgxexample', 'gr-stu3__pgxexample'], {
    germline: ['CYP2C9 *4/*35', 'CYP2C9 Rapid Metabolizer (mercaptopurine)'],
    variants: ['CYP2C9 other present germline rs12345', 'CYP2C9 other present germline rs233455'],
  }),
  ...alike(['gr-stu1__snv', 'gr-stu2__snv'], {
    variants: ['AR snv present somatic p.Ala412Val vaf 0.44'],
  }),
  'gr-stu2__cyp2c19phase-sequence-phase-relation-': {
    germline: [
      'CYP2C19 g.94767577C>A, NC_000010.10:g.96527334C>A present heterozygous',
      'CYP2C19 g.94767965C>G, NC_000010.10:g.96527722C>G present heterozygous',
    ],
    variants: [
      'CYP2C19 snv present germline GRCh37 10:96527334C>A heterozygous',
      'CYP2C19 snv present germline GRCh37 10:96527722C>G heterozygous',
    ],
  },
  'gr-stu2__emergepgx': {
    germline: [
      'CYP2C19 *2/*2',
      'CYP2C19 Poor Metabolizer (amitriptyline)',
      'CYP2C19 Poor Metabolizer (citalopram)',
      'CYP2C19 Poor Metabolizer (clopidogrel)',
      'CYP2C19 Poor Metabolizer (escitalopram)',
      'CYP2C19 Poor Metabolizer (voriconazole)',
      'CYP2C9 *1/*1',
      'CYP2C9 Normal Metabolizer (warfarin)',
      'VKORC1 rs9923231 C/T',
    ],
    variants: [
      'CYP2C19 snv absent germline GRCh37 10:96522463A>A',
      'CYP2C19 snv absent germline GRCh37 10:96535173T>T',
      'CYP2C19 snv absent germline GRCh37 10:96535210G>G',
      'CYP2C19 snv absent germline GRCh37 10:96541616G>G',
      'CYP2C19 snv absent germline GRCh37 10:96541756T>T',
      'CYP2C19 snv absent germline GRCh37 10:96612495C>C',
      'CYP2C19 snv present germline GRCh37 10:96540410G>A homozygous',
      'CYP2C9 snv absent germline GRCh37 10:96702047C>C',
      'CYP2C9 snv absent germline GRCh37 10:96741053A>A',
      'VKORC1 snv present germline GRCh37 16:31096368C>T heterozygous',
    ],
    warned: ['conflict'],
  },
  ...alike(['gr-stu2__nonhgvs', 'gr-stu3__nonhgvs'], {
    variants: ['NMNAT1 other present unknown heterozygous', 'NMNAT1 other present unknown heterozygous'],
    warned: ['unparsed'],
  }),
  'gr-stu2__pharmvar': {
    germline: ['CYP2D6 *7/*1'],
  },
  ...alike(['gr-stu2__somsv', 'gr-stu3__somsv'], {
    variants: ['- copy-number present somatic copies 1 loss', '- copy-number present somatic copies 3 gain', '- other present somatic'],
  }),
  ...alike(['gr-stu2__tmbmsi01', 'gr-stu3__tmbmsi01'], {
    biomarkers: ['MSI Stable stable', 'TMB 250 {mutations}/Mb'],
  }),
  'gr-stu3__emergepgx': {
    germline: [
      'CYP2C19 *2/*2',
      'CYP2C19 Poor Metabolizer (amitriptyline)',
      'CYP2C19 Poor Metabolizer (citalopram)',
      'CYP2C19 Poor Metabolizer (clopidogrel)',
      'CYP2C19 Poor Metabolizer (escitalopram)',
      'CYP2C19 Poor Metabolizer (voriconazole)',
      'CYP2C9 *1/*1',
      'CYP2C9 Normal Metabolizer (warfarin)',
      'VKORC1 rs9923231 C/T',
    ],
    variants: [
      'CYP2C19 snv absent germline GRCh37 10:96522463A>A',
      'CYP2C19 snv absent germline GRCh37 10:96535173T>T',
      'CYP2C19 snv absent germline GRCh37 10:96535210G>G',
      'CYP2C19 snv absent germline GRCh37 10:96541616G>G',
      'CYP2C19 snv absent germline GRCh37 10:96541756T>T',
      'CYP2C19 snv absent germline GRCh37 10:96612495C>C',
      'CYP2C19 snv present germline GRCh37 10:96540410G>A homozygous',
      'CYP2C9 snv absent germline GRCh37 10:96702047C>C',
      'CYP2C9 snv absent germline GRCh37 10:96741053A>A',
      'VKORC1 snv present germline GRCh37 16:31096368G>T heterozygous',
    ],
    warned: ['conflict'],
  },
  'gr-stu3__findhap-FindSubjectHaplotypesOut': {
    germline: ['CYP2C19 *1/*2', 'CYP2D6 *1/*1'],
  },
  'gr-stu3__findhap-FindSubjectSpecificHaplo': {
    germline: ['HLA-A *23 present', 'HLA-A ambiguous *02:302/*23:26 or *02:302/*23:39 or *02:69/*23:30'],
  },
  'gr-stu3__findvar-FindSubjectSpecificVaria': {
    variants: ['- snv present germline GRCh37 5:112090642G>T heterozygous'],
    warned: ['unparsed'],
  },
  'gr-stu3__findvar-FindSubjectVariantsOutpu': {
    variants: ['- snv present somatic GRCh38 7:140753336A>T vaf 0.1793'],
  },
  'gr-stu3__iscn': {
    variants: ['- other absent unknown 46,XX', '- other present unknown 46,XX,t(9;22)(q34;q4)'],
    warned: ['unparsed'],
  },
  'gr-stu3__pharmvar': {
    germline: ['CYP2D6 *7/*1'],
  },
  'gr-stu3__repeat': {
    variants: [
      'FMR1 indel present unknown c.-128_-69GGC[10]GGA[1]GGC[9]GGA[1]GGC[10]',
      'PABPN1 indel present unknown c.3GGC[14] p.Ala11_Gly12insAlaAlaAlaAla',
    ],
  },
  'gr-stu3__snv': {
    variants: ['AR snv present somatic c.7G>A p.Val3Met vaf 0.44'],
  },
  'gr-stu3__somaticpdf': {
    variants: [
      'ATR indel present somatic c.2878_2879insAGTAA vaf 0.075 likely-pathogenic',
      'EGFR snv present somatic c.2573T>G p.Leu858Arg GRCh37 7:55259515T>G vaf 0.066 pathogenic',
      'MSH2 indel present somatic c.1832del p.Val611fs pathogenic',
      'NOTCH1 snv present somatic c.5791G>A p.A1931T GRCh37 9:139395147C>T vaf 0.15 vus',
      'NTHL1 snv present somatic c.728G>A p.Trp243Ter GRCh38 16:2040196C>T pathogenic',
      'ROS1 fusion present somatic ?::ROS1 unordered pathogenic',
      'STAG2 indel present somatic c.3530_3531insGTGACTATTAATAT p.S1178* vaf 0.08 likely-pathogenic',
      'ZFHX3 snv present somatic c.1753G>A p.G585S GRCh37 16:72992292C>T vaf 0.1 vus',
    ],
    biomarkers: ['MSI MSI-H high', 'TMB 29.8 {mutations}/Mb'],
    warned: ['wrong-patient'],
  },
};
