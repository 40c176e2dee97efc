/**
 * Grafts of the past, tumours and irradiation of the brain, steroids of now: lines that name them in ways of their own. What the record shows of them shuts
 * out.
 */
import type { Requirement } from '../../../knowledge/trials/types.ts';
import { CORTICOSTEROIDS, IMMUNOSUPPRESSANTS } from '../conditions/medications.ts';
import { atLeast, atMost, OF_SOME, type OneWayReader } from './reader.ts';

const BACK =
  /\b(?:unless|except\w*|other than|requir\w*|rejection|immunosuppress\w*|active|candidates?|planned|eligible|allowed|permitted|acceptable|without|no|not|if|only|may|graft[- ]versus|GVHD|xeno\w*|tissue samples?|islet|corneal?|thin|skin|hair|dental)\b|\d|\b(?:one|two|three|six|twelve|last|past) (?:days|weeks|months|years?)\b/i;
const GRAFT = String.raw`(?:(?:allo|homo)?transplant\w*|allografts?|(?:allo)?grafts?)`;
const HAD = String.raw`(?:prior|previous(?:ly)?|history|histor(?:y|ies) of|had|has|have|received?|receiving|receipt|recipients?|undergone|underwent|post|status post|s\/p|any|known)`;
/** Cells, marrow and organs in one list: "solid organ or bone marrow progenitor cell transplantation". */
const PARTS = String.raw`(?:(?:allogen?e?ic|solid|tissue|organs?|bone marrow|marrow|peripheral|blood|stem|progenitor|haematopoietic|hematopoietic|hemopoietic|cells?|autologous|hematologic|major|other|type|types|an?|any|of|or|and|and\/or|including|\(HSCT\)|HSCT)[ ,/-]+)*`;
const LINE = new RegExp(String.raw`^\W*(?:(?:patients?|participants?|subjects?|individuals?|who|with|is|are|an?|the|of|${HAD})[ ,]+)*${PARTS}${GRAFT}(?:[ ,]+(?:including|or|and|and\/or)?[ ,]*${PARTS}${GRAFT})*\W*$`, 'i'); // prettier-ignore

function grafts(text: string): Requirement[] {
  const bare = text.replace(/\((?:e\.g\.|HSCT|HCT|SCT|BMT|allo-?\w*)[^()]*\)/gi, ' ').replace(/-/g, ' ').replace(/\s+/g, ' '); // prettier-ignore
  if (!/transplant|graft/i.test(bare) || BACK.test(bare) || !new RegExp(String.raw`\b${HAD}\b`, 'i').test(bare) || !LINE.test(bare))
    return [];
  const made: Requirement[] = [];
  if (/\borgans?\b/i.test(bare)) made.push({ kind: 'procedure', name: 'solid organ transplant' });
  if (/\ballogen?e?ic\b/i.test(bare) && /\b(?:marrow|stem|cells?|hsct|h[ae]+matopoietic|hematologic)\b/i.test(bare))
    made.push({ kind: 'procedure', name: 'allogeneic stem cell transplant' });
  else if (/\b(?:marrow|stem|progenitor)\b/i.test(bare) && !/\bautologous\b/i.test(bare))
    made.push({ kind: 'procedure', name: 'stem cell transplant' });
  return made;
}

/** "Organ transplant requiring immunosuppressive treatment": the graft and a medicine for it. */
const SUPPRESSED =
  /^\W*(?:(?:patients?|participants?|subjects?|who|with|has|have|had|prior|previous|history of|any|an?|known|solid|allogene?ic) )*organ transplant\w*(?: recipients?)?(?: that| which| who)? (?:requir\w+|needing|receiving|on)(?: (?:ongoing|chronic|systemic|continuous|long-term))* immuno-?suppress\w*(?: (?:therap(?:y|ies)|treatments?|medications?|drugs?|agents?))?\W*$/i;
function suppressed(text: string): Requirement[] {
  if (!SUPPRESSED.test(text)) return [];
  const taken: Requirement = { kind: 'taking', label: 'a systemic immunosuppressant', drugs: IMMUNOSUPPRESSANTS };
  return [{ kind: 'all', of: [{ kind: 'procedure', name: 'solid organ transplant' }, taken] }];
}

/** "Patient must not have received prior radiotherapy to the brain or whole brain radiotherapy": whatever is said of other radiation behind it. */
const IRRADIATED =
  /^\W*(?:(?:patients?|participants?|subjects?) )?(?:must |should |may )?(?:no|not have (?:had|received)|have (?:had|received) no|have not (?:had|received))(?: any)? (?:prior|previous) (?:radio-?therapy|radiation(?: therapy)?|irradiation) (?:of|to) the brain\b(?! (?:metasta|within|in the|for|≤|<|except|unless))/i;
function irradiated(text: string): Requirement | null {
  return IRRADIATED.test(text) ? atMost({ kind: 'not', of: { kind: 'procedure', name: 'brain radiotherapy' } }) : null;
}

const BRAIN =
  /^\W*(?:(?:patients?|participants?|subjects?|who|with|has|have|an?|any|known|diagnosis|of|active|glioma|or|other) )*primary (?:CNS|brain|central nervous system)(?: \((?:CNS|central nervous system)\))? (?:tumou?rs?|malignanc(?:y|ies)|cancers?|neoplasms?)\W*$/i;

function brain(text: string): Requirement[] {
  return BRAIN.test(text) ? [{ kind: 'tumour', name: 'primary brain tumour', oncotree: 'BRAIN', doid: null, breadth: null }] : [];
}

const STEROIDS =
  /^\W*(?:(?:patients?|participants?|subjects?|who|are|is|currently|has|have|any) )*(?:concurrent|concomitant|current|ongoing|on|receiving|taking)(?: (?:use|treatment|therapy) (?:of|with))? (?:systemic |oral |IV )*(?:cortico)?steroids?(?: (?:therapy|treatment|use))?\W*$/i;

function steroids(text: string): Requirement[] {
  return STEROIDS.test(text) ? [{ kind: 'taking', label: 'a systemic corticosteroid', drugs: CORTICOSTEROIDS }] : [];
}

export const TRANSPLANTS: OneWayReader = {
  needs: ['transplant', 'graft', 'to the brain', 'of the brain', 'primary cns', 'primary brain', 'primary central nervous', 'steroid'],
  read(text, side) {
    if (side === 'inclusion') return text.length > 420 || OF_SOME.test(text) ? null : irradiated(text);
    if (text.length > 260 || OF_SOME.test(text)) return null;
    const members = [...grafts(text), ...suppressed(text), ...brain(text), ...steroids(text)];
    return members.length === 0 ? null : atLeast(members);
  },
};
