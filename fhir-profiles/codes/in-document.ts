/** Why a result is not used that a report carries as a document only; whoever shows it says where to look. */
export const IN_DOCUMENT = 'it is in an attached document, and documents are not read';
