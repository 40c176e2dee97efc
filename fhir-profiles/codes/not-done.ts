const NOT_DONE =
  /\b(?:not (?:performed|done|tested|available|sent|requested|indicated|applicable)|cancel\w*|declin\w*|refus\w*|insufficient|inadequate|QNS|quantity not|test(?:ing)? failed|unable to|pending|to follow|in progress|ordered|requested|scheduled)\b/i;
/** A report of many words names who ordered the test, too. */
const LONGEST = 160;
/** Words in the place of a result by which nothing was found out: the test was not done, failed, or is still to come. */
export const isNotDone = (words: string): boolean => words.length <= LONGEST && NOT_DONE.test(words);

/** A whole answer that says that the test was not made, and no more. */
export const ONLY_NOT_DONE =
  /^(?:the )?(?:(?:test(?:ing)?|analysis|assay) )?(?:was |has been |is )?(?:not[- ](?:yet )?(?:tested|performed|done)|cancell?ed(?: by \w+)?|TNP)\.?$/i;
