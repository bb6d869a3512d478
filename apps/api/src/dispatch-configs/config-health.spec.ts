import { stateOf } from './config-health';

describe('the state of a dispatch config', () => {
  const healthy = { isActive: true, outage: null, isLimited: false, attempts: 100, failures: 0 };

  it.each([
    ['UP', {}],
    ['UP', { failures: 9 }],
    ['DEGRADED', { failures: 10 }],
    ['UP', { attempts: 9, failures: 9 }],
    ['DEGRADED', { attempts: 10, failures: 1 }],
    ['IDLE', { attempts: 0 }],
    ['LIMITED', { isLimited: true, attempts: 0 }],
    ['LIMITED', { isLimited: true, failures: 100 }],
    ['DOWN', { isLimited: true, outage: { kind: 'DOWN' as const } }],
    ['MISCONFIGURED', { outage: { kind: 'MISCONFIGURED' as const } }],
    ['PAUSED', { isActive: false, outage: { kind: 'DOWN' as const } }],
  ])('is %s with %j', (state, health) => {
    expect(stateOf({ ...healthy, ...health })).toBe(state);
  });
});
