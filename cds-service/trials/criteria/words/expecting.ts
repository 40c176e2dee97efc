/** Words beside pregnancy and breastfeeding: what means nothing, and the wish for a child, which narrows. */
import { words, type Vocabulary } from './vocabulary.ts';

export const EXPECTING_WORDS: Vocabulary = {
  silent: words(`
  women woman female females mother mothers lady ladies person persons child infant infants baby breast nursing lactating breastfeeding pregnant pregnancy pregnancies childbearing child-bearing bearing potential
  reproductive age wocbp focbp fcbp pcbp iocbp pocbp urine beta-hcg b-hcg hcg β-hcg beta human chorionic gonadotropin highly sensitive negative positive known currently dose self-report possible
  premenopausal pre-menopausal post-menarchal menstruating result results qualitative quantitative both all because potentially dangerous effects fetus due
`),
  narrowing: words(`
  expecting planning intending plan plans intend intends planned become conceive conceiving father fathering child children during duration projected course trial unwilling breastfeed men male males partners
  desire desiring attempting trying within while throughout period until
`),
  phrases: [],
};
