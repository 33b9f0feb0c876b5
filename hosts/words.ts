/** An address of a person, as words of a page. */
export const emailText = '[^\\s@<>()]+@[^\\s@<>()]+\\.[a-z]{2,}';
