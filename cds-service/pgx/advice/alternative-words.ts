/** What is said of an alternative besides its own advice. Cards read these words, so each stands here once. */

/** The alternative names a drug group, or a drug that the knowledge does not have: it can be named, not offered. */
export const UNCHECKED = 'not checked: this drug or drug group is not in the knowledge';

/** The patient takes the alternative, or it is ordered: it may be the answer, and must not be given twice. */
export const ALREADY = 'already taken or ordered';

/** How a statement ends that a laboratory makes of a drug, where its gene is not said. */
export const GENE_NOT_NAMED = 'its gene not named';

/** How a reaction to the ordered drug itself is told beside a gene test. */
export const TEST_LIFTS_NOTHING = ', which a negative HLA test does not lift';
