/** Sizes a work item may have; null is unsized. The window counts items, so sizes only warn. */
export const sizes = ['XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL'] as const;
