import { FigureList } from '../ui/FigureList.tsx';
import styles from './GateFigures.module.css';
import type { GateNo } from './gate-refusal.ts';

/** The gate's figures side by side: what is held, what the window holds, where the red line lies, and the chance. */
export function GateFigures({ no }: { readonly no: GateNo }) {
  const figures: readonly (readonly [string, string])[] = [
    ['Held', String(no.n)],
    ['Room for', String(no.k)],
    ...(no.k50 === null ? [] : [['Red line', String(no.k50)] as const]),
    ...(no.probability === null ? [] : [['Chance with one more', percent(no.probability)] as const]),
  ];
  return (
    <div className={styles.box}>
      <FigureList figures={figures} />
    </div>
  );
}

function percent(share: number): string {
  if (share > 0.95) return '>95 %';
  return share < 0.05 ? '<5 %' : `${Math.floor(share * 100 + 1e-6)} %`;
}
