// How often a flag is asked for, over time and by variant: a small chart beside its table.
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useQuery } from '../sync/use-query.ts';
import { everyMinute, minuteNow } from '../ui/minute-clock.ts';
import { Below } from '../ui/Below.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { Table } from '../ui/Table.tsx';
import { countsSeries, type CountsSeries, type CountsTotal } from './counts-series.ts';
import content from './FlagContent.module.css';
import styles from './FlagFigures.module.css';
import type { Environment, Flag } from './flag-rows.ts';

export interface FlagFiguresProps {
  readonly flag: Flag;
  readonly environments: readonly Environment[];
  /** What stands below. */
  readonly children: ReactNode;
}

const spans = [
  { value: '1', label: 'Day' },
  { value: '7', label: 'Week' },
  { value: '30', label: 'Month' },
];
const figures = new Intl.NumberFormat('en');

export function FlagFigures({ flag, environments, children }: FlagFiguresProps) {
  const [days, setDays] = useState('7');
  const [chosen, setChosen] = useState<string | null>(null);
  const production = environments.findLast(({ isProduction }) => isProduction) ?? environments.at(-1);
  const environment = chosen ?? production?.key ?? '';
  const now = useSyncExternalStore(everyMinute, minuteNow);
  const { value, refusal } = useQuery(
    'flag.counts',
    environment === '' ? null : { key: flag.key, environment, days: Number(days) },
  );
  const series = value === undefined ? null : countsSeries(value, Number(days), now);
  return (
    <>
      <section className={content.part} aria-label="Evaluations">
        <h2 className={content.heading}>
          Evaluations
          <SegmentedControl label="How far back" segments={spans} value={days} onChange={setDays} />
          <span className={styles.where}>
            <SelectField
              label="Counted in"
              hideLabel
              value={environment}
              options={environments.map(({ key, name }) => ({ value: key, label: name }))}
              onChange={setChosen}
            />
          </span>
        </h2>
        {series !== null && series.totals.length === 0 && (
          <p className={content.note}>Nobody asked for it there in this time. Products tell what they asked every ten seconds.</p>
        )}
        {series !== null && series.totals.length > 0 && (
          <div className={styles.figures}>
            <Chart series={series} isByHour={days === '1'} />
            <Totals totals={series.totals} />
          </div>
        )}
      </section>
      <Below isKnown={value !== undefined || refusal !== null || environment === ''}>{children}</Below>
    </>
  );
}

const [width, height] = [320, 96];

/** Bars from zero; the words of each are said by the table and on pointing at it. */
function Chart({ series, isByHour }: { readonly series: CountsSeries; readonly isByHour: boolean }) {
  const { bars, totals, most } = series;
  const step = width / bars.length;
  const tintOf = (variant: string) =>
    styles[
      `tint${Math.min(
        totals.findIndex((total) => total.variant === variant),
        3,
      )}`
    ];
  const label = `${figures.format(totals.reduce((sum, { evaluations }) => sum + evaluations, 0))} evaluations; the most at once ${figures.format(most)}`;
  return (
    <figure className={styles.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={styles.plot} preserveAspectRatio="none">
        {bars.map((bar, index) => {
          let top = height;
          return (
            <g key={bar.at}>
              <title>{`${timeWords(bar.at, isByHour)}: ${figures.format(bar.total)}`}</title>
              {bar.parts.map(({ variant, evaluations }) => {
                const tall = (evaluations / most) * (height - 2);
                top -= tall;
                return (
                  <rect
                    key={variant}
                    x={index * step + step * 0.1}
                    y={top}
                    width={step * 0.8}
                    height={Math.max(tall, 0.75)}
                    className={tintOf(variant)}
                  />
                );
              })}
            </g>
          );
        })}
        <line x1="0" y1={height} x2={width} y2={height} className={styles.base} />
      </svg>
      <figcaption className={styles.ends}>
        <span>{timeWords(bars[0]?.at ?? '', isByHour)}</span>
        <span>most {figures.format(most)}</span>
        <span>{isByHour ? 'now' : 'today'}</span>
      </figcaption>
    </figure>
  );
}

function Totals({ totals }: { readonly totals: readonly CountsTotal[] }) {
  const all = totals.reduce((sum, { evaluations }) => sum + evaluations, 0);
  return (
    <Table
      caption="Evaluations by variant"
      idOf={({ variant }) => variant}
      rows={totals}
      columns={[
        {
          id: 'variant',
          title: 'Variant',
          cell: ({ variant }) => variantCell(variant, totals),
        },
        { id: 'evaluations', title: 'Asked', kind: 'figure', cell: ({ evaluations }) => figures.format(evaluations) },
        {
          id: 'share',
          title: 'Share',
          kind: 'figure',
          cell: ({ evaluations }) => `${Math.round((evaluations / all) * 1000) / 10} %`,
        },
        { id: 'exposures', title: 'Exposed', kind: 'figure', cell: ({ exposures }) => figures.format(exposures) },
      ]}
    />
  );
}

function variantCell(variant: string, totals: readonly CountsTotal[]) {
  const tint = Math.min(
    totals.findIndex((one) => one.variant === variant),
    3,
  );
  return (
    <span className={styles.variant}>
      <span className={styles[`dot${tint}`]} aria-hidden="true" />
      {variant === '' ? 'Default in the code' : variant}
    </span>
  );
}

function timeWords(at: string, isByHour: boolean): string {
  if (at === '') return '';
  const date = new Date(at);
  return isByHour
    ? date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    : date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
