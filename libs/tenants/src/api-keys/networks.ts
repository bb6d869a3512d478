import { isPart, isWithin, type Network, readAddress, readNetwork } from '@errand/config';

/** Whether an address lies in one of the networks; what is no address lies in none. */
export function isIn(networks: readonly string[], text: string): boolean {
  const address = readAddress(text);
  return address !== undefined && read(networks).some((network) => isWithin(address, network));
}

/** Whether all of `inner` lies in one of the networks. */
export function isPartOf(networks: readonly string[], inner: string): boolean {
  const [part] = read([inner]);
  return part !== undefined && read(networks).some((network) => isPart(part, network));
}

/** They were checked when they were stored. */
function read(networks: readonly string[]): Network[] {
  return networks.map(readNetwork).filter((network) => network !== undefined);
}
