import type { Lane } from '@errand/activities';
import { HotLanes } from './hot-lanes';

const lane = (tenantId: string): Lane => ({ tenantId, channel: 'SMS', pinnedConfigId: null });
const any = () => true;

describe('hot lanes', () => {
  let heated: number;
  let hot: HotLanes;
  beforeEach(() => {
    jest.useFakeTimers();
    heated = 0;
    hot = new HotLanes(() => (heated += 1));
  });
  afterEach(() => jest.useRealTimers());

  it('are taken in the order in which they were heated, each once', () => {
    hot.heat(lane('a'), lane('b'));
    hot.heat(lane('c'));
    expect(['a', 'b', 'c']).toEqual([1, 2, 3].map(() => hot.take(any)?.tenantId));
    expect(hot.take(any)).toBeUndefined();
  });

  it('keep their place when they are heated again while in line', () => {
    hot.heat(lane('a'), lane('b'), lane('a'));
    expect([1, 2, 3].map(() => hot.take(any)?.tenantId)).toEqual(['a', 'b', undefined]);
  });

  it('that are not wanted stay in line, in front of what came after', () => {
    hot.heat(lane('a'), lane('b'), lane('c'));
    expect(hot.take(({ tenantId }) => tenantId !== 'a')).toEqual(lane('b'));
    expect([1, 2].map(() => hot.take(any)?.tenantId)).toEqual(['a', 'c']);
  });

  it('of one tenant are apart by channel and by pinned config', () => {
    const lanes: Lane[] = [
      lane('a'),
      { ...lane('a'), channel: 'EMAIL' },
      { ...lane('a'), pinnedConfigId: '0190b5a0-0000-7000-8000-000000000000' },
    ];
    hot.heat(...lanes);
    expect(lanes.map(() => hot.take(any))).toEqual(lanes);
  });

  it('call for claims when they are heated', () => {
    hot.heat(lane('a'));
    hot.heat(lane('a'));
    expect(heated).toBe(2);
  });

  it('heat later when that is asked for, by the first of several times', () => {
    hot.heatAfter(200, lane('a'));
    hot.heatAfter(100, lane('a'));
    hot.heatAfter(300, lane('a'));
    jest.advanceTimersByTime(99);
    expect(hot.take(any)).toBeUndefined();
    jest.advanceTimersByTime(1);
    expect([hot.take(any), heated]).toEqual([lane('a'), 1]);
    jest.advanceTimersByTime(1_000);
    expect([hot.take(any), heated]).toEqual([undefined, 1]);
  });

  it('can be heated later once more after they were', () => {
    hot.heatAfter(100, lane('a'));
    jest.advanceTimersByTime(100);
    hot.heatAfter(100, lane('a'));
    jest.advanceTimersByTime(100);
    expect(heated).toBe(2);
  });

  it('do not heat any more by themselves once they are stopped', () => {
    hot.heatAfter(100, lane('a'));
    hot.stop();
    hot.heatAfter(100, lane('b'));
    expect(jest.getTimerCount()).toBe(0);
  });
});
