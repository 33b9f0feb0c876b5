/** A companion holds one account so far; every key begins with it. */
export const accountId = 'default';
