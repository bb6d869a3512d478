import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { usePreferences } from '../preferences';
import { useZone } from '../time';
import { fitting, topOf, wholeSteps } from './axis';

interface StackedBarsProps {
  /** Read out; the numbers stand in a table beside it. */
  title: string;
  /** When each bucket begins, ascending, ISO. */
  at: string[];
  /** From the foot to the top, each with the token of its colour, such as `--failed`. */
  series: { name: string; color: string; counts: number[] }[];
}

const height = 200;
/** Of the axis of counts, and of a label of the one of times. */
const yWidth = 56;
const labelWidth = 44;

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { day: 'numeric', month: 'short' } as const;

/** Counts over time, one on another. It fills its parent's width, and follows it and the theme. */
export function StackedBars({ title, at, series }: StackedBarsProps) {
  const place = useRef<HTMLDivElement>(null);
  const { language, theme } = usePreferences();
  const zone = useZone();
  useEffect(() => {
    const { current: parent } = place;
    if (!parent) return;
    const draw = () => {
      parent.replaceChildren();
      return plot(parent, at, series, { zone, language });
    };
    let chart = draw();
    const resized = new ResizeObserver(() => chart.setSize({ width: parent.clientWidth, height }));
    resized.observe(parent);
    const rethemed = new MutationObserver(() => {
      chart.destroy();
      chart = draw();
    });
    rethemed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      resized.disconnect();
      rethemed.disconnect();
      chart.destroy();
    };
  }, [at, series, zone, language, theme]);
  return <div ref={place} role="img" aria-label={title} />;
}

function plot(
  parent: HTMLElement,
  at: string[],
  series: StackedBarsProps['series'],
  { zone, language }: { zone: string; language: string },
): uPlot {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(name).trim();
  // Each is drawn up to its own top, the highest first, so that the lower ones cover what is theirs.
  const tops = stacked(series.map(({ counts }) => counts)).reverse();
  const half = at.length > 1 ? (Date.parse(at[1] ?? '') - Date.parse(at[0] ?? '')) / 2000 : 1800;
  const font = `11px ${token('--sans')}`;
  const axis = { stroke: token('--text-3'), font, ticks: { show: false }, grid: { stroke: token('--line'), width: 1 } };
  const bars = uPlot.paths.bars?.({ size: [0.8, 40] });
  return new uPlot(
    {
      width: parent.clientWidth,
      height,
      legend: { show: false },
      cursor: { show: false },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), zone),
      scales: {
        // Half a bucket more on either side, or the first and the last bar are cut.
        x: { range: (_, first, last) => [first - half, last + half] },
        y: { range: (_, __, most) => [0, topOf(most)] },
      },
      axes: [
        {
          ...axis,
          size: 32,
          grid: { show: false },
          values: ({ scales, width }, times, _, __, step) => {
            const { min = 0, max = 0 } = scales.x ?? {};
            const parts = step < 86_400 ? clock : day;
            return fitting(times, ((max - min) * labelWidth) / (width - yWidth), min, max).map((seconds) =>
              seconds === null
                ? ''
                : new Date(seconds * 1000).toLocaleString(language === 'en' ? 'en-GB' : language, {
                    ...parts,
                    timeZone: zone,
                  }),
            );
          },
        },
        {
          ...axis,
          size: yWidth,
          space: 24,
          incrs: wholeSteps,
          values: (_, values) => values.map((value) => value.toLocaleString(language)),
        },
      ],
      series: [
        {},
        ...[...series].reverse().map(({ name, color }) => ({
          label: name,
          fill: token(color),
          width: 0,
          points: { show: false },
          ...(bars ? { paths: bars } : {}),
        })),
      ],
    },
    [at.map((time) => Date.parse(time) / 1000), ...tops],
    parent,
  );
}

/** Of each series how high it reaches, standing on those before it. */
function stacked(counts: number[][]): number[][] {
  let below: number[] = [];
  return counts.map((own) => (below = own.map((count, index) => count + (below[index] ?? 0))));
}
