/** Words so common that they tell nothing of what a text is about. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been before but by can could did do does for from get had has have he
  her his how i if in into is it its just me my no not of on only or our out she should so some than that the their them then there
  these they this those to too up us was we were what when where which while who why will with would you your`.split(/\s+/),
);
