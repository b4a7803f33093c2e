/** Why somebody dismissed a finding: the order is that of the digit keys. No schemas: the browser reads this file. */
export const dismissReasons = ['own_word', 'given', 'small', 'mistaken'] as const;
export type DismissReason = (typeof dismissReasons)[number];

export const dismissReasonWords: Readonly<Record<DismissReason, string>> = {
  own_word: 'It is a word of our domain',
  given: 'It is given from outside, such as a law or a contract',
  small: 'It does not matter here',
  mistaken: 'The check is mistaken',
};
