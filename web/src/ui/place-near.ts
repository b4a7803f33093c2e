export type Side = 'top' | 'bottom' | 'right';

/** Pixels kept free between a floating element and its anchor or the edge of the window. */
const gap = 6;

/**
 * Puts a fixed-position element beside its anchor: on the wanted side where there is room, on the opposite one otherwise,
 * and never over the edge of the window. `start` lines up their left edges instead of their middles.
 */
export function placeNear(
  floating: HTMLElement,
  anchor: DOMRect,
  side: Side,
  align: 'start' | 'end' | 'middle' = 'middle',
): void {
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth, clientHeight } = document.documentElement;
  const fitsAbove = anchor.top - height - gap >= 0;
  const fitsBelow = anchor.bottom + height + gap <= clientHeight;
  let left = { start: anchor.left, end: anchor.right - width, middle: anchor.left + anchor.width / 2 - width / 2 }[align];
  let top = side === 'top' ? (fitsAbove ? above() : below()) : fitsBelow || !fitsAbove ? below() : above();
  if (side === 'right') {
    left = anchor.right + gap;
    top = anchor.top + anchor.height / 2 - height / 2;
  }
  floating.style.left = `${Math.round(Math.max(gap, Math.min(left, clientWidth - width - gap)))}px`;
  floating.style.top = `${Math.round(Math.max(gap, Math.min(top, clientHeight - height - gap)))}px`;

  function above(): number {
    return anchor.top - height - gap;
  }
  function below(): number {
    return anchor.bottom + gap;
  }
}
