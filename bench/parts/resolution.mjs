import { median, rate } from '../numbers.mjs';

/** Each with the attribute keys that its policy resolves when the activity is sent. */
const variants = [
  { of: 'an attribute', keys: ['commerce_info'], targets: false, target: { least: 0.8 } },
  // Two rows are written instead of one, and the users are loaded for the payload.
  { of: 'an attribute and the target users', keys: ['commerce_info'], targets: true, target: undefined },
];

/** The drain when something must be found before each call, beside the drain where it was found at creation. */
export async function resolution(/** @type {import('../bench.mjs').Bench} */ bench) {
  const { sizes } = bench;
  /** @type {number[]} */
  const upfront = [];
  const late = variants.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round < sizes.rounds; round += 1) {
    await bench.withErrand({ fastSink: true }, async (errand) => {
      await errand.warmUp(sizes.warmUp);
      const fields = { attributeKeys: ['commerce_info'] };
      upfront.push((await (await errand.tenant()).drain(sizes.drain, fields)).rate);
      for (const [index, { keys, targets }] of variants.entries()) {
        const tenant = await errand.tenant();
        for (const key of keys) {
          const policy = { key, strategy: 'ON_DISPATCH', resolver: 'INTERNAL_SERVICE' };
          await tenant.configure('/api/activity-config/attribute-policies', policy);
        }
        if (targets) await tenant.configure('/api/activity-config/target-resolution', { strategy: 'ON_DISPATCH' });
        late[index]?.push((await tenant.drain(sizes.drain, fields)).rate);
      }
    });
  }
  const base = median(upfront);
  bench.row({ what: `drains ${sizes.drain.toLocaleString('en-US')}, all found at creation`, figure: rate(base) });
  for (const [index, { of, target }] of variants.entries()) {
    const figure = median(late[index] ?? []);
    bench.row({
      what: `the same, ${of} found when it is sent`,
      figure: rate(figure),
      ratio: figure / base,
      of: 'found at creation',
      ...(target && { target }),
    });
  }
}
