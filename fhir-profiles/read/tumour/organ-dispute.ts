/** A diagnosis whose code and whose words name two different organs: which was meant is not known here, and is never chosen in silence. */
import { mayBeOne, organsNamed, organsOfCode, organsOfTissue, saysCarcinoma, saysLeukaemia, type Organ } from '../../codes/organs.ts';
import { codeKind } from '../../codes/tumour/codes.ts';
import type { Code, TumourFact } from '../../facts.ts';
import type { TumourTable } from '../../vocabulary.ts';
import { wordings, type Concept } from '../elements.ts';

interface Named {
  readonly organs: readonly Organ[];
  /** `brain (C71.9)`, `lung (“Lung adenocarcinoma”)`. */
  readonly said: string;
}

type Type = Pick<TumourFact, 'oncotree' | 'doid'>;

/**
 * @param chosen the type that the diagnosis is read as
 * @param typeOf the type that words alone come to
 */
export function organDispute(
  code: Concept,
  chosen: Type,
  table: TumourTable,
  typeOf: (words: string) => Type | null,
): TumourFact['disputed'] {
  const worded = wordings(code).map((words) => ({ organs: organsNamed(words), words }));
  for (const coding of code.codings) {
    const organs = codedOrgans(coding, table);
    const other = organs.length === 0 ? undefined : worded.find((one) => differs(organs, one));
    if (other === undefined) continue;
    const coded = table.byCode(coding) ?? NONE;
    const type = typeOf(other.words) ?? NONE;
    // The very type of the code in other words: the table files it under a kind that has another home.
    if (coded.doid !== null && coded.doid === type.doid) continue;
    return {
      said: `${inWords({ organs, said: coding.code })} by its code, ${inWords({ organs: other.organs, said: `“${short(other.words)}”` })} by its words`,
      ...(chosen.oncotree === type.oncotree && chosen.doid === type.doid ? coded : type),
    };
  }
  return undefined;
}
const NONE: Type = { oncotree: null, doid: null };

function differs(organs: readonly Organ[], { organs: named, words }: Pick<Named, 'organs'> & { readonly words: string }): boolean {
  if (organs.includes('blood')) return saysCarcinoma(words) && named.length > 0;
  if (saysLeukaemia(words)) return !organs.some((organ) => organ === 'skin' || organ === 'brain');
  return !mayBeOne(organs, named);
}

function inWords({ organs, said }: Named): string {
  return `${organs[0] ?? 'blood'} (${said})`;
}
const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/** Mucoepidermoid and adenoid cystic carcinoma, granulosa cell tumour, olfactory neuroblastoma and their like: filed under one organ, and met in others. */
const KINDS: ReadonlySet<string> = new Set(['MUCC', 'ACYC', 'GRCT', 'ONBL', 'NUTCL', 'SACA', 'SARCL']);
/** A code without a place of its own says an organ only where the table files it under one tissue and no words beside it say another kind. */
function codedOrgans(coding: Code, table: TumourTable): readonly Organ[] {
  if (codeKind(coding.system, coding.code) === 'icd10') return organsOfCode(coding.code.toUpperCase());
  const type = table.byCode(coding)?.oncotree ?? null;
  if (type === null || KINDS.has(type)) return [];
  const tissue = table.tissueOf?.(type) ?? null;
  return tissue === null ? [] : organsOfTissue(tissue);
}
