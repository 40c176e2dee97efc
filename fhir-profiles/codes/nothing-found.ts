/** Why a gene result decides nothing although the laboratory found nothing: a panel that does not say what it looked for. */
export const NOTHING_FOUND = 'no variant was found; which variants were looked for is not stated';
