import { randomInt } from 'node:crypto';
import { killRemainingProcesses } from '../support/processes';
import { Product } from './product';
import { attacks, authorisation, fuzz } from './withstanding';

/** HOSTILE_SEED=… makes the requests of an earlier run again. */
const seed = Number(process.env.HOSTILE_SEED ?? randomInt(1_000_000_000));

describe('hostile input', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  });
  afterAll(() => product.close());
  afterAll(killRemainingProcesses);

  it.each(attacks(false).map((attack) => [attack.what, attack] as const))('%s', (_, attack) =>
    product.withstand(attack),
  );
});

describe('every operation', () => {
  afterAll(killRemainingProcesses);

  it('is refused to everybody who may not use it', () => authorisation());
  it('answers whatever is asked without a fault', () => fuzz(13_000, seed));
});
