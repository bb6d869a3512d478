import { Product } from '../hostile/product';
import { attacks, authorisation, shortBounds } from '../hostile/withstanding';
import { killRemainingProcesses } from '../support/processes';

/** The short form of `npm run test:hostile`. */
describe('hostile input', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start(shortBounds);
  }, 60_000);
  afterAll(() => product.close(), 60_000);
  afterAll(killRemainingProcesses);

  it.each(attacks(true).map((attack) => [attack.what, attack] as const))(
    '%s',
    (_, attack) => product.withstand(attack),
    120_000,
  );
});

describe('every operation', () => {
  afterAll(killRemainingProcesses);

  it('is refused to everybody who may not use it', () => authorisation(), 120_000);
});
