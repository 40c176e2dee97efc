/** Short titles that are also the symbol of a gene or the name of a marker, with the values that their everyday meaning has. */
export const ABBREVIATIONS = `
ER visit, ER visits, ER, ER arrival, ER triage, ER disposition, ER admission, ER Provider Note, ER length of stay, Admitted from ER, Seen in ER, ER bed, ER follow-up | Yes ; No ; 2 ; Chest pain ; 14:35 ; Level 3 ; Discharged home ; Admitted ; 3 hours ; Transferred ; Home
PR, PR interval, P-R Interval, PR segment, PR int, PRI, PR duration, EKG PR, ECG PR interval, PR Interval (ECG) | 160 ms ; 160 ; 0.16 s ; Normal ; 158 msec ; Prolonged ; Short ; 0.16 ; Depressed ; Isoelectric
PR, PR exam, Per rectum, PR bleed, PR bleeding, Digital rectal exam PR, PR examination | Normal ; No masses ; Nil ; No blood ; Empty rectum ; Yes ; No ; Soft brown stool ; Not done
PR, PVR, HR, Pulse rate, PR (pulse rate), P/R, Peripheral pulse | 72 /min ; 72 bpm ; 72 ; 72 beats/minute ; Regular ; Irregular
HR, Heart rate, HR max, HR rest, HR at rest, FHR, Fetal HR, HR variability, HR rhythm | 72 /min ; 72 ; Regular ; 140 bpm ; NSR ; 72 beats/min
AR, Aortic regurgitation, AR severity, AR grade, MR, TR, AS, MS, PS, AR jet, AR PHT, Aortic insufficiency, AI | Mild ; None ; Trace ; Moderate ; 1+ ; Severe ; 450 ms ; No ; Trivial ; Mild to moderate
AR, Allergic rhinitis, AR symptoms | Yes ; No ; Perennial ; Controlled
MET, METs, METS, MET minutes, MET level, METs achieved, Exercise METs, MET hours, MET call, MET activation, MET call criteria, MET-min/week, Peak METs, Workload METs | 10.1 METs ; 7 ; 600 ; No ; Yes ; >4 ; 8.5 ; Not met ; 10.1 ; Normal
MET, Goal MET, Goal met, Goals met, Criteria met, Met criteria, Outcome met, Discharge criteria met, Short-term goal met | Yes ; No ; Partially ; Not met ; Progressing ; Goal met
KIT, Test kit, Kit lot, Insulin kit, KIT type, Dressing change kit, COVID kit, Home test kit | 1 ; Yes ; Given ; Opened ; 12345 ; Used
RET, Retinal exam, Ret exam, Retinopathy | Normal ; No retinopathy ; None ; Mild NPDR
ROS, ROS Constitutional, Review of systems, ROS: Cardiovascular, ROS - GI, ROS 10 point | Negative ; Normal ; All other systems negative ; See HPI ; Reviewed ; Denies chest pain ; Negative except as per HPI ; As above
CAT, CAT scan, CAT score, CAT (COPD assessment test), COPD Assessment Test (CAT) score, CAT total, CAT of head | 12 ; Normal ; No acute findings ; 8 ; Done
APC, APC flow, APC, PACs, PVCs, Atrial premature complexes, Argon plasma coagulation, APC applied, Advanced practice clinician, APC seen by | Occasional ; None ; 3 ; Yes ; Frequent ; Rare
ACE, ACE wrap, ACE score, ACE-III, ACEs, ACE inhibitor prescribed, ACE-I, ACE bandage, Adverse childhood experiences, ACE inhibitor or ARB at discharge, On ACE inhibitor | Yes ; 92 ; 2 ; No ; Applied ; Contraindicated ; 45 U/L ; Normal
RASS, RAS scale, Richmond-RAS Scale, Goal Richmond-RAS Scale, RASS goal, RAS inhibitor, RAS blockade, Renal artery stenosis (RAS), RAS duplex, RAASi, On RAS inhibitor | 0 Alert and calm ; -1 ; Yes ; No ; 0 ; None ; -2 Light sedation ; Negative ; No stenosis ; Normal ; Not detected
FH, Family history, CAD, TAT, SHH, CP, PC, STS, TH, TG, PAH, DES, GLS, TF, REN, LPL, ALB, CBS, GH, INS, Social history, PMH, PSH, SH, PCP, HPI, CC | 72 ; Normal ; None ; No ; Stable ; Yes ; 12 mg/dL ; Negative ; N/A ; 0 ; Noncontributory ; See note
WT, Wt, Weight, WT (kg), WT change, Body weight, Wt loss, Dry WT, Admit WT, Daily Weight, WT 1, Birth WT | 72 kg ; 72.5 ; 160 lb ; Stable ; No change
PMS, Pulse motor sensation, PMS check, PMS x4, Premenstrual syndrome, PMS intact, PMS distal | Intact ; Intact x4 ; Normal ; No ; Yes ; Present ; Mild
ATM, EMG, EPO level, Erythropoietin, EPO, VEGF, VEGF plasma, FGF23, FGF-23, FGF-21, EGF, TNF, VEGF-D | 12 mIU/mL ; 45 pg/mL ; Normal ; 31 RU/mL
MAX, Max, T max, MAX temp, Max assist, Mod assist, MIN, Tmax, MAX HR, Pain MAX, Level of assistance | 38.1 Cel ; 2 people ; 140 ; 8 ; Assist x1
HIP, SET, SKI, REST, CAST, TRAP, CLIP, FAT, GAS, LAMP, MICE, COIL, NOTCH, CHEK, FACE, IMPACT, Cast, Rest, Gas, Fat, FAT %, FAST exam, FAST | Normal ; Yes ; Intact ; Left ; Negative ; Done ; 23 % ; 4 ; Applied
PAP, PAP smear, Pap, CPAP, PAP pressure, PAP mean, PAP systolic, PAPm, PA pressure | 24 mmHg ; Normal ; NILM ; 35/15 ; Negative for intraepithelial lesion or malignancy ; 10 cmH2O
NPM, NPO, NPO status, NPM | Yes ; Nothing by mouth ; Since midnight
CAD, DVT, PE, TIA, CVA, CHF, CKD, DM, HTN, GERD, COPD, OSA, PVD, AF, MI, RA, OA, MS, PD, ALS, SLE, IBD, UC, IBS, UTI, BPH, ED, MDD, GAD, OCD, BPD, ADD | Yes ; No ; Present ; Absent ; Denies ; History of ; Unknown ; None ; Negative ; Positive
DES, BMS, PCI, CABG, EF, LVEF, EF %, LVEDD, TAPSE, E/A, E/e', RVSP, AVA, LAVI, GLS, IVS, LVOT VTI, TDI, MAPSE, FS, E', DT, IVRT, LV mass | 60 % ; 55-60 % ; Normal ; 1.2 ; 28 mmHg ; 4.8 cm ; Mild
QRS, QT, QTc, QTcB, QT interval, QRS duration, QRS axis, P axis, T axis, R axis, ST segment, ECG rhythm, ECG interpretation, Ventricular rate, P wave, RR interval, R-R, EKG impression, QTcF, P duration, RV5, SV1 | 92 ms ; 412 ms ; Normal sinus rhythm ; 45 deg ; Normal ECG ; 72 BPM ; No ST changes ; Sinus bradycardia, otherwise normal ECG ; 440
HLA, HLA antibody, HLA antibodies, HLA class I antibody, HLA crossmatch, PRA, Panel reactive antibody, DSA, Donor specific antibody, HLA sensitized, HLA matched platelets, HLA-A2 antibody, Anti-HLA class II, HLA antibody screen, cPRA | Negative ; 0 % ; Not detected ; Positive ; 12 % ; Yes ; None
ALK, RET, RET%, Ret., EGFR | 85 U/l ; erhöht ; unauffällig ; o.B. ; im Normbereich ; normaal ; verhoogd ; sans particularité ; élevée ; sin alteraciones ; alto ; 55 10*9/L ; >60 ml/min
RET, RET%, Ret., MET, APC | 1,2 % ; 1.2 % ; 0,9 %
PR, PR-Zeit, PQ/PR, Intervalle PR, Intervalo PR | 160 ms ; 0,16 s ; normal ; unauffällig ; normaal ; 160 msec
ER, SEH-bezoek, Notaufnahme, Urgences | ja ; nein ; nee ; oui ; sí ; Brustschmerz ; 14:35
MET, AR, KIT, APC | ja ; nein ; nee ; oui ; non ; 7 ; 10,1
`;
