/** Said of an alternative that names a drug group, or a drug that the knowledge does not have: it can be named, not offered. */
export const UNCHECKED = 'not checked: this drug or drug group is not in the knowledge';
