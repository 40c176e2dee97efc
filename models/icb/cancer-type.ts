/**
 * OncoTree codes (release 2025-10-03, CC BY 4.0, MSK) that belong to each tumour type of the training data: the type's node and what lies
 * below it. Left out on purpose: uveal melanoma and GIST (not among the training patients of these types), gastro-oesophageal adenocarcinoma
 * without a site (stomach or oesophagus cannot be told).
 */
const ONCOTREE_BY_TYPE: Readonly<Record<string, string>> = {
  Bladder: 'BLCA',
  Breast: 'ACBC BRCA BRCANOS BRCNOS BRSRCC CSNOS IDC ILC IMMC MDLC SPC',
  Colorectal: 'CAIS COAD COADREAD MACR READ SRCCR',
  Endometrial: 'UASC UCCC UCEC UCS UDDC UEC UMC UMEC UMNC UNEC UPDC USC UUC',
  Esophageal: 'ESCA ESCC',
  Gastric: 'DSTAD ISTAD MSTAD PSTAD STAD TSTAD',
  'Head & Neck': 'HNSC HNSCUP HPHSC LXSC OCSC OPHSC SNSC',
  Hepatobiliary: 'CHOL EHCH GBAD GBASC GBC HCC IHCH PHCH SCGBC',
  Melanoma: 'ACRM DESM MEL MUP SKCM SKCN SKLMM SPZM',
  Mesothelioma: 'PEMESO PLBMESO PLEMESO PLMESO PLSMESO',
  NSCLC: 'BLCLC CCLC CMPT GCLC LCLC LECLC LUACC LUAD LUAS LUMEC LUPC LUSC NSCLC NSCLCPD NUTCL RLCLC SGTTL SPCC',
  Ovarian: 'BTBEOV BTBOV BTMOV BTOV CCBOV CCOV EBOV EOV HGSOC LGSOC MBOV MOV MXOV OCS OSMAD OSMBT OSMCA OVT SBMOV SBOV SCCO SOC',
  Pancreatic: 'PAAD',
  Renal: 'CCPRC CCRCC CDRCC CHRCC FHRCC MRC MTSCC NCCRCC NRCC PRCC RAML RCC ROCY RSCC SCCRCC SRCC TRCC URCC',
  Sarcoma:
    'AA AFH ALT ANGS ARMS ASPS CCS CHOS CHS DCS DDCHS DDLS DES DSRCT EHAE EMCHS EPIS ERMS ES ESS ESST FIBS FIOS GS HDCS HEMA HGESS HGSOS IFS IMS IMT INTS LGCOS LGESS LGFMS LIPO LM LMS MCHS MF MFH MFS MGST MPC MRLS MYCHS MYXO OFMT OS OSOS OUSARC PAOS PECOMA PEOS PGNG PLLS PLRMS PMHE PTES RAS RCSNOS RMS SARCNOS SCOS SCRMS SCSRMS SECOS SEF SFT STMYEC SYNS TEOS TGCT UAS UELMS ULM ULMS UMLMS UPECOMA USARC USMT USTUMP UUS WDLS',
  SCLC: 'SCLC',
};

const TYPE_OF = new Map(Object.entries(ONCOTREE_BY_TYPE).flatMap(([type, codes]) => codes.split(' ').map((code) => [code, type] as const)));

/** Tumour type of the training data for an OncoTree code; null when it belongs to none. */
export const cancerTypeOf = (oncotree: string): string | null => TYPE_OF.get(oncotree) ?? null;
