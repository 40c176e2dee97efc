/** Brands of inhibitors, inducers and anticoagulants as medication lists write them: an unknown one hides an interaction. */
import { describe, expect, it } from 'vitest';
import { namesFrom, shippedTable } from './resolution.ts';

const names = namesFrom(shippedTable());

describe('brands of drugs that change the effect of others', () => {
  it.each<[ingredients: string, products: string]>([
    ['posaconazole', 'Noxafil 100 mg tablet,delayed release; NOXAFIL 40 MG/ML SUSP'],
    ['isavuconazole', 'Cresemba 186 mg capsule; isavuconazonium sulfate 186 MG Oral Capsule'],
    ['itraconazole', 'Sporanox 100 mg; Tolsura 65 mg capsule'],
    ['ritonavir', 'Norvir 100 mg'],
    ['lopinavir + ritonavir', 'Kaletra 200-50 mg; Aluvia'],
    ['cobicistat + darunavir', 'Prezcobix 800 mg-150 mg tablet; Rezolsta'],
    ['cobicistat + darunavir + emtricitabine + tenofovir', 'Symtuza'],
    ['cobicistat + elvitegravir + emtricitabine + tenofovir', 'Stribild; Genvoya 150 mg-150 mg-200 mg-10 mg tablet'],
    ['cobicistat', 'Tybost 150 mg'],
    ['nelfinavir', 'Viracept 625 mg'],
    ['saquinavir', 'Invirase 500 mg'],
    ['letermovir', 'Prevymis 480 mg; letermovir 480 MG Oral Tablet'],
    ['diltiazem', 'Cardizem CD 180 mg; Tiazac ER 240 mg; Cartia XT 120 mg capsule; Matzim LA; Taztia XT 180 mg'],
    ['verapamil', 'Calan SR 240 mg; Verelan PM 200 mg; Isoptin SR'],
    ['trandolapril + verapamil', 'Tarka 2-240 mg'],
    ['erythromycin', 'Ery-Tab 333 mg'],
    ['aprepitant', 'Emend 125 mg capsule'],
    ['idelalisib', 'Zydelig 150 mg'],
    ['mifepristone', 'Korlym 300 mg'],
    ['levoketoconazole', 'Recorlev 150 mg'],
    ['mitotane', 'Lysodren 500 mg'],
    ['rifampin', 'Rifadin 300 mg; Rimactane'],
    ['isoniazid + pyrazinamide + rifampin', 'Rifater'],
    ['isoniazid + rifampin', 'Rifamate'],
    ['bupropion', 'Aplenzin 348 mg; Forfivo XL 450 mg; Budeprion SR 150 mg'],
    ['cinacalcet', 'Sensipar 60 mg; Mimpara 30 mg'],
    ['abiraterone', 'Yonsa 125 mg'],
    ['rolapitant', 'Varubi 90 mg'],
    ['duloxetine', 'Drizalma Sprinkle 30 mg'],
    ['fluvoxamine', 'Faverin 100 mg'],
    ['felbamate', 'Felbatol 600 mg'],
    ['cannabidiol', 'Epidiolex 100 mg/mL'],
    ['enoxaparin', 'Lovenox 40 mg/0.4 mL syringe; Clexane 4000'],
    ['edoxaban', 'Savaysa 60 mg; Lixiana 30 mg'],
    ['fondaparinux', 'Arixtra 2.5 mg/0.5 mL'],
    ['phenytoin', 'Phenytek 300 mg'],
    ['irinotecan', 'CPT-11; Campto 20 mg/ml'],
    ['tacrolimus', 'FK506; Adoport 1 mg; Modigraf 0.2 mg granules'],
    ['tegafur', 'UFT capsules (tegafur-uracil); UFT 100 mg; tegafur-uracil 100 mg'],
    ['thioguanine', 'Lanvis 40 mg'],
    ['fluorouracil', 'Fluracedyl 250 mg'],
    ['capecitabine', 'Ecansya 500 mg'],
    ['tramadol', 'Qdolo 5 mg/mL'],
    ['codeine + guaifenesin', 'Robitussin AC'],
    ['chlorpheniramine + codeine', 'Tuzistra XR'],
    ['meloxicam', 'Anjeso 30 mg/mL IV; Vivlodex 10 mg'],
    ['terbinafine', 'Terbisil 250 mg'],
    ['gentamicin', 'Garamycin 80 mg'],
    ['amikacin', 'Amikin 500 mg/2 mL'],
    ['tobramycin', 'Nebcin 80 mg'],
    ['fosphenytoin', 'Sesquient'],
    ['plazomicin', 'Zemdri 500 mg/10 mL vial'],
  ])('%s: %s', (ingredients, products) => {
    for (const product of products.split('; ')) expect(names(product), product).toBe(ingredients);
  });

  it('the other cough syrups of a name are not taken for the one with codeine', () => {
    expect(names('Robitussin DM')).not.toContain('codeine');
  });

  it('Cartia alone, which is aspirin in other countries, is not taken for diltiazem', () => {
    expect(names('Cartia 100 mg')).not.toContain('diltiazem');
  });
});
