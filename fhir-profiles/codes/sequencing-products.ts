/** Names of sequencing products and their makers, as laboratories put them before the gene or as the title of a report. */
const PRODUCTS =
  /(?<![A-Za-z0-9])(?:Guardant\s?360|FoundationOne|Foundation Medicine|F1(?:L?CDx)|Tempus(?:\sx[A-Z]\+?)?|Caris|MI Profile|Oncomine(?:\s(?:Dx|Focus|Precision|Comprehensive|Myeloid))?|MSK-?IMPACT|TruSight(?:\sOncology)?(?:\s500)?|TSO-?500|ThyroSeq(?:\sv?\d)?|cobas|Idylla|therascreen|Archer|FusionPlex|Praxis|Illumina|AmoyDx)(?:\s?(?:Liquid|Heme|Response))?(?:\s?CDx)?(?![A-Za-z0-9])/gi;

export const withoutProduct = (text: string): string => text.replace(PRODUCTS, ' ').trim() || text;
/** One of them wherever it stands. */
export const SEQUENCING_PRODUCT = new RegExp(PRODUCTS.source, 'i');
/** With the product called what it is. */
export const withoutSequencingProduct = (text: string): string => text.replace(PRODUCTS, ' NGS ');
