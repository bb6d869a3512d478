import type { ConfigHealth } from '../api';
import styles from './Configs.module.css';

const width = 4;
const gap = 1;
const height = 16;

/** Attempts over the time that is looked at, those that failed at the foot; in numbers it stands beside it. */
export function Trend({ trend }: Pick<ConfigHealth, 'trend'>) {
  if (trend.length === 0) return null;
  const most = Math.max(1, ...trend.map(({ attempts }) => attempts));
  const tall = (n: number) => (n === 0 ? 0 : Math.max(1, Math.round((n / most) * height)));
  return (
    <svg className={styles.trend} width={trend.length * (width + gap)} height={height} aria-hidden>
      {trend.map(({ attempts, failures }, place) => (
        <g key={place} transform={`translate(${place * (width + gap)} 0)`}>
          <rect width={width} height={tall(attempts)} y={height - tall(attempts)} />
          <rect className={styles.failures} width={width} height={tall(failures)} y={height - tall(failures)} />
        </g>
      ))}
    </svg>
  );
}
