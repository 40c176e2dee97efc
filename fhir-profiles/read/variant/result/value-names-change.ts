/** Values of a variant assessment that are nothing but the name of what was found. */
import { hasNegativeSign } from '../../../codes/doubt/index.ts';
import { wordings, type Concept } from '../../elements.ts';
import { valueConcept } from '../../element-value.ts';
import type { ObservationView } from '../../observation.ts';

/** Changes whose usual name holds the gene. */
const NAMED_WITH_GENE = /^(?:(?:EGFR\s?)?v(?:III|3)|FLT3[- ]?ITD|MET\s?ex(?:on)?\s?14(?:\sskipping)?|(?:AR\s)?AR-?V7)$/i;

/** A change by its name alone, after the genes and the words around it are taken away. */
const NAMED_CHANGE =
  /^(?:(?:[cgnp]\.(?=\S*[\d?=])\S+(?:\s+\(?p\.\S+)?)|[A-Z]\d{1,4}(?:_[A-Z]\d{1,4})?(?:[A-Z*]|fs\S*|del\S*|dup\S*|ins[A-Z]+)|ex(?:on)?\s?\d{1,2}\s?(?:in-?frame\s)?(?:del(?:etion)?|ins(?:ertion)?|dup(?:lication)?|skipping)|(?:deletion|insertion|duplication)\s(?:in\s|of\s|im\s|von\s)?ex(?:on)?\s?\d{1,2}|v\s?(?:III|3)|(?:internal[- ]tandem[- ](?:duplication|repeat)|ITD)|(?:AR-?)?V7|amp|amplification|(?:homozygous |biallelic |deep |focal )?(?:deletion|loss)|ex(?:on)?\s?\d{1,2}\smutation|fusion|rearrangement|translocation)$/i;

/** The words of a value; a code of HGVS itself is such a word where nothing else is written. */
export function notationWords(value: Concept): readonly string[] {
  const said = wordings(value);
  return said.length > 0 ? said : value.codings.flatMap(({ system, code }) => (/varnomen|hgvs/i.test(system) && code !== '' ? [code] : []));
}

/** "VAF 32%": what is measured above nought is there. */
const MEASURED =
  /(?<![,;(])[,;(]*\s*\b(?:VAF|AF|MAF|variant allele (?:fraction|frequency)|allele (?:fraction|frequency))\b(?:\s|[:=~]|of\b)*(?=[\d.,]*[1-9])\d{1,3}(?:[.,]\d+)?\s?%?\)?/gi;
/** Where a change that is named lies: "p.L858R (exon 21)". */
const EXON_OF_CHANGE = /(?<![,;(])[,;(]*\s*\bex(?:on)?\s?\d{1,2}\b\)?(?!\s*(?:in-?frame\s)?(?:del|ins|dup|skip|mut))/gi;
const CHANGE_NAMED = /\b[cp]\.|(?<![A-Za-z0-9])[A-Z]\d{2,4}(?:[A-Z*]|fs)/;

/**
 * True when the value of a variant assessment is nothing but the name of one change of the genes named ("EGFR L858R", "EML4::ALK"):
 * what an assessment gives as its result was found. Any further word ("possible", "VUS", "tested for") leaves it undecided.
 */
export function valueNamesChange(view: ObservationView, genes: readonly string[]): boolean {
  const said = notationWords(valueConcept(view.value));
  if (said.length > 0 && said.every((text) => NAMED_WITH_GENE.test(text.trim()))) return true;
  return (
    genes.length > 0 &&
    said.length > 0 &&
    said.every((text) => {
      if (hasNegativeSign(text)) return false;
      const rest = genes
        .reduce((left, gene) => left.replace(new RegExp(`(?<![A-Za-z0-9])${gene}(?![A-Za-z0-9])`, 'gi'), ' '), text)
        .replace(/\(?\b(?:Missense_Mutation|Nonsense_Mutation|Frame_Shift_(?:Del|Ins)|In_Frame_(?:Del|Ins)|Splice_Site)\b\)?/gi, ' ')
        // How it is classified and where it was seen do not make it doubtful; "VUS" and "likely benign" do.
        .replace(
          /(?<![,;(])[,;(]*\s*\b(?:(?:likely )?(?:pathogenic|oncogenic)|germ-?line|somatic|(?:heterozygous|homozygous)(?!\s+(?:deletion|loss)))\b\)?/gi,
          ' ',
        )
        .replace(MEASURED, ' ')
        .replace(CHANGE_NAMED.test(text) ? EXON_OF_CHANGE : /$^/, ' ')
        .replace(/\b[NX][MPCGR]_\d+(?:\.\d+)?(?:\(\s*\))?:|\b(?:gene|(?<!\bex(?:on)?\s?\d{1,2}\s)mutation|variant)\b/gi, ' ')
        // "CDKN2A/B loss": the neighbour that goes with it.
        .replace(/^\s*\/[A-Z](?=\s)/, ' ')
        .replace(/^[\s:;,/()-]+|[\s:;,/(-]+$/g, '');
      return rest === '' ? genes.length === 2 && /\p{L}/u.test(text) && /-|::|\//.test(text) : NAMED_CHANGE.test(rest);
    })
  );
}
