/** The closed set of colours: each is a token of the app with a light and a dark value. No schemas: the browser reads this file. */
export const labelColours = ['teal', 'rose', 'indigo', 'sand', 'sky', 'plum', 'olive', 'stone'] as const;

/** How many a workspace may have, merged ones included, and how many one thing. */
export const labelsMost = 1000;
export const labelsOnOneMost = 20;
export const labelLength = 60;
