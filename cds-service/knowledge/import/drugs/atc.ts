/**
 * ATC codes of the drugs that gene results bear on, and of what changes their enzymes: combinations above all, which CPIC's drug list
 * lacks. WHO ATC/DDD index as of 2026-04-25 (© WHO Collaborating Centre for Drug Statistics Methodology; public copy fabkury/atcd), looked up
 * 2026-11; substances by their RxNorm names, partners that the code leaves open ("combinations", "psycholeptics") left out. A code that leaves
 * its substance open (B01AC30) is not listed: an order with nothing else is then not recognised, which is said.
 */
import { CANCER_ATC } from './atc-cancer.ts';

const CODES = `
A02BC01 omeprazole; A02BC02 pantoprazole; A02BC03 lansoprazole; A02BC04 rabeprazole; A02BC05 esomeprazole; A02BC06 dexlansoprazole;
A02BC51 omeprazole; A02BC53 lansoprazole; A02BD01 omeprazole+amoxicillin+metronidazole; A02BD02 lansoprazole+tetracycline+metronidazole;
A02BD03 lansoprazole+amoxicillin+metronidazole; A02BD04 pantoprazole+amoxicillin+clarithromycin; A02BD05 omeprazole+amoxicillin+clarithromycin;
A02BD06 esomeprazole+amoxicillin+clarithromycin; A02BD07 lansoprazole+amoxicillin+clarithromycin; A02BD09 lansoprazole+clarithromycin+tinidazole;
A02BD10 lansoprazole+amoxicillin+levofloxacin; A02BD11 pantoprazole+amoxicillin+clarithromycin+metronidazole;
A02BD16 omeprazole+amoxicillin+rifabutin; A03FA01 metoclopramide; A04AA01 ondansetron; A04AA03 tropisetron; A04AD12 aprepitant;
A04AD14 rolapitant; A08AA62 bupropion+naltrexone;
C02LG02 hydralazine; C03XA02 conivaptan; C07AA05 propranolol; C07AA06 timolol; C07AB02 metoprolol; C07AB12 nebivolol; C07AG02 carvedilol;
C07BA05 propranolol; C07BB02 metoprolol; C07BB12 nebivolol; C07BB52 metoprolol; C07CB02 metoprolol; C07FB02 metoprolol+felodipine;
C07FB12 nebivolol+amlodipine; C07FB13 metoprolol+amlodipine; C07FX01 propranolol; C07FX03 metoprolol+aspirin; C07FX05 metoprolol+ivabradine;
C07FX06 carvedilol+ivabradine; C08CA51 amlodipine+celecoxib; C08DA01 verapamil; C08DA51 verapamil; C08DB01 diltiazem;
C09BB10 trandolapril+verapamil;
C10AA01 simvastatin; C10AA02 lovastatin; C10AA03 pravastatin; C10AA04 fluvastatin; C10AA05 atorvastatin; C10AA07 rosuvastatin;
C10AA08 pitavastatin; C10BA01 lovastatin+niacin; C10BA02 simvastatin+ezetimibe; C10BA03 pravastatin+fenofibrate; C10BA04 simvastatin+fenofibrate;
C10BA05 atorvastatin+ezetimibe; C10BA06 rosuvastatin+ezetimibe; C10BA07 rosuvastatin; C10BA08 atorvastatin; C10BA09 rosuvastatin+fenofibrate;
C10BA11 pravastatin+ezetimibe; C10BA12 pravastatin+ezetimibe+fenofibrate; C10BA13 pitavastatin+ezetimibe; C10BA14 pitavastatin+fenofibrate;
C10BA15 rosuvastatin+ezetimibe+fenofibrate; C10BA16 atorvastatin+fenofibrate; C10BX01 simvastatin+aspirin; C10BX02 pravastatin+aspirin;
C10BX03 atorvastatin+amlodipine; C10BX04 simvastatin+aspirin+ramipril; C10BX05 rosuvastatin+aspirin; C10BX06 atorvastatin+aspirin+ramipril;
C10BX07 rosuvastatin+amlodipine+lisinopril; C10BX08 atorvastatin+aspirin; C10BX09 rosuvastatin+amlodipine; C10BX10 rosuvastatin+valsartan;
C10BX11 atorvastatin+amlodipine+perindopril; C10BX12 atorvastatin+aspirin+perindopril; C10BX13 rosuvastatin+perindopril+indapamide;
C10BX14 rosuvastatin+amlodipine+perindopril; C10BX15 atorvastatin+perindopril; C10BX16 rosuvastatin; C10BX17 rosuvastatin+ramipril;
C10BX18 atorvastatin+amlodipine+ramipril; C10BX19 atorvastatin+amlodipine+candesartan; C10BX20 rosuvastatin+telmisartan;
C10BX21 rosuvastatin+perindopril; C10BX22 rosuvastatin+nebivolol; C10BX23 rosuvastatin+amlodipine+ramipril;
C10BX24 rosuvastatin+amlodipine+telmisartan;
D01AE21 flucytosine; D04AX01 doxepin; M02AA07 piroxicam; M02AA13 ibuprofen; M02AA19 flurbiprofen;
J01RA06 cefepime+amikacin; J01RA07 azithromycin+fluconazole+secnidazole; J01XE01 nitrofurantoin; J01XE51 nitrofurantoin;
J02AB01 miconazole; J02AB02 ketoconazole; J02AC01 fluconazole; J02AC02 itraconazole; J02AC03 voriconazole; J02AC04 posaconazole;
J02AC05 isavuconazole; J02AX01 flucytosine; J04AB02 rifampin; J04AM01 streptomycin+isoniazid; J04AM02 rifampin+isoniazid;
J04AM05 rifampin+pyrazinamide+isoniazid; J04AM06 rifampin+pyrazinamide+ethambutol+isoniazid; J04AM07 rifampin+ethambutol+isoniazid;
J04AM12 rifampin+pyrazinamide+isoniazid+levofloxacin; J04BA02 dapsone; J04BA50 dapsone+rifampin; J04BA51 dapsone+rifampin+clofazimine;
J05AE03 ritonavir; J05AE04 nelfinavir; J05AE08 atazanavir; J05AE30 nirmatrelvir+ritonavir; J05AF06 abacavir; J05AG01 nevirapine;
J05AG03 efavirenz; J05AG04 etravirine; J05AJ01 raltegravir; J05AJ03 dolutegravir; J05AR02 lamivudine+abacavir;
J05AR04 zidovudine+lamivudine+abacavir; J05AR06 emtricitabine+tenofovir+efavirenz; J05AR09 emtricitabine+tenofovir+elvitegravir+cobicistat;
J05AR10 lopinavir+ritonavir; J05AR11 lamivudine+tenofovir+efavirenz; J05AR13 lamivudine+abacavir+dolutegravir; J05AR14 darunavir+cobicistat;
J05AR15 atazanavir+cobicistat; J05AR18 emtricitabine+tenofovir+elvitegravir+cobicistat; J05AR21 dolutegravir+rilpivirine;
J05AR22 emtricitabine+tenofovir+darunavir+cobicistat; J05AR23 atazanavir+ritonavir; J05AR25 lamivudine+dolutegravir;
J05AR26 darunavir+ritonavir;
M01AE01 ibuprofen; M01AE09 flurbiprofen; M01AE51 ibuprofen; M01AE52 naproxen+esomeprazole; M01AH01 celecoxib; M03AB01 succinylcholine;
M03AC10 mivacurium; M04AA01 allopurinol; M04AA51 allopurinol; M04AX02 pegloticase;
N01AB01 halothane; N01AB04 enflurane; N01AB06 isoflurane; N01AB07 desflurane; N01AB08 sevoflurane; N02BG09 methoxyflurane;
N02AA01 morphine; N02AA03 hydromorphone; N02AA05 oxycodone; N02AA51 morphine; N02AA53 hydromorphone+naloxone; N02AA55 oxycodone+naloxone;
N02AA56 oxycodone+naltrexone; N02AA59 codeine; N02AA79 codeine; N02AC52 methadone; N02AG01 morphine; N02AG04 hydromorphone;
N02AJ06 codeine+acetaminophen; N02AJ07 codeine+aspirin; N02AJ08 codeine+ibuprofen; N02AJ09 codeine; N02AJ13 tramadol+acetaminophen;
N02AJ14 tramadol+dexketoprofen; N02AJ15 tramadol; N02AJ16 tramadol+celecoxib; N02AJ17 oxycodone+acetaminophen; N02AJ18 oxycodone+aspirin;
N02AJ19 oxycodone+ibuprofen; N02AJ22 hydrocodone+acetaminophen; N02AJ23 hydrocodone+ibuprofen; N02AX02 tramadol;
N03AA02 phenobarbital; N03AA03 primidone; N03AB02 phenytoin; N03AB05 fosphenytoin; N03AB52 phenytoin; N03AF01 carbamazepine;
N03AF02 oxcarbazepine; N03AG01 valproic acid; N03AX10 felbamate; N03AX23 brivaracetam; N05AC02 thioridazine; N05AD01 haloperidol;
N05AF05 zuclopenthixol; N05AG02 pimozide; N05AX08 risperidone; N05AX12 aripiprazole; N05AX14 iloperidone; N05AX16 brexpiprazole;
N06AA01 desipramine; N06AA02 imipramine; N06AA04 clomipramine; N06AA06 trimipramine; N06AA09 amitriptyline; N06AA10 nortriptyline;
N06AA12 doxepin; N06AB03 fluoxetine; N06AB04 citalopram; N06AB05 paroxetine; N06AB06 sertraline; N06AB08 fluvoxamine; N06AB10 escitalopram;
N06AX06 nefazodone; N06AX09 viloxazine; N06AX12 bupropion; N06AX16 venlafaxine; N06AX21 duloxetine; N06AX26 vortioxetine;
N06AX62 bupropion+dextromethorphan; N06BA09 atomoxetine; N06CA01 amitriptyline; N06CA03 fluoxetine; N07BB01 disulfiram; N07BC02 methadone;
N07XX06 tetrabenazine; N07XX11 pitolisant; N07XX13 valbenazine; N07XX16 deutetrabenazine; P01BA03 primaquine; P01BA07 tafenoquine`;

/** Substance → codes that hold it. */
export const ATC_OF: Readonly<Record<string, readonly string[]>> = bySubstance();

function bySubstance(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [code, names] of CANCER_ATC) for (const name of names) found[name] = [...(found[name] ?? []), code];
  for (const entry of CODES.split(';')) {
    const [, code = '', names = ''] = /^\s*([A-Z]\d\d[A-Z]{2}\d\d) (.+)$/.exec(entry) ?? [];
    if (code === '') throw new Error(`drugs-atc: ${entry.trim()} is no entry`);
    for (const name of names.split('+')) found[name] = [...(found[name] ?? []), code];
  }
  return found;
}
