import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, isIPv4, type Server, type Socket } from 'node:net';

export interface DnsQuery {
  name: string;
  type: 'A' | 'AAAA';
  over: 'UDP' | 'TCP';
}

/** What is said of a name: its addresses of the type asked for, a code, "ask by TCP", or nothing at all. */
export type DnsAnswer =
  string[] | { addresses: string[]; ttl?: number; cname?: string } | 'NXDOMAIN' | 'SERVFAIL' | 'TRUNCATED' | 'DROP';

const codes = { NXDOMAIN: 3, SERVFAIL: 2 } as const;
const types = new Map<number, 'A' | 'AAAA'>([
  [1, 'A'],
  [28, 'AAAA'],
]);

/** A DNS server on the loopback that answers as the test says, and keeps what it was asked. */
export class DnsServer {
  readonly queries: DnsQuery[] = [];
  private answers: (query: DnsQuery) => DnsAnswer = () => 'NXDOMAIN';

  private constructor(
    private readonly udp: UdpSocket,
    private readonly tcp: Server,
    /** As DNS_SERVERS takes it. */
    readonly address: string,
  ) {
    udp.on('message', (message, from) => this.answerDatagram(message, from));
    tcp.on('connection', (socket) => this.serve(socket));
  }

  static async start(): Promise<DnsServer> {
    const tcp = createServer().listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    const { port } = tcp.address() as AddressInfo;
    const udp = createSocket('udp4');
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    return new DnsServer(udp, tcp, `127.0.0.1:${port}`);
  }

  /** From now on; also of names, whatever the type. */
  answerWith(answers: ((query: DnsQuery) => DnsAnswer) | Record<string, DnsAnswer>): void {
    this.answers = typeof answers === 'function' ? answers : ({ name }) => answers[name] ?? 'NXDOMAIN';
  }

  /** The names that were asked for, once for each query, without those of `AAAA`. */
  get asked(): string[] {
    return this.queries.flatMap(({ name, type }) => (type === 'A' ? name : []));
  }

  close(): void {
    this.udp.close();
    this.tcp.close();
  }

  private answerDatagram(message: Buffer, from: RemoteInfo): void {
    const answer = this.answer(message, 'UDP');
    if (answer) this.udp.send(answer, from.port, from.address);
  }

  private serve(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      const answer = this.answer(data.subarray(2), 'TCP');
      if (!answer) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(answer.length);
      socket.end(Buffer.concat([length, answer]));
    });
  }

  private answer(message: Buffer, over: DnsQuery['over']): Buffer | null {
    const { name, end } = readName(message, 12);
    const type = types.get(message.readUInt16BE(end)) ?? 'A';
    const query: DnsQuery = { name: name.toLowerCase(), type, over };
    this.queries.push(query);
    const said = this.answers(query);
    if (said === 'DROP') return null;
    const question = message.subarray(12, end + 4);
    if (said === 'TRUNCATED') return Buffer.concat([head(message, 0x0200, 0), question]);
    if (typeof said === 'string') return Buffer.concat([head(message, codes[said], 0), question]);
    const { addresses, ttl = 60, cname } = Array.isArray(said) ? { addresses: said } : said;
    const ofType = addresses.filter((address) => isIPv4(address) === (type === 'A'));
    const owner = cname === undefined ? Buffer.from([0xc0, 12]) : written(cname);
    const records = ofType.map((address) => record(owner, type === 'A' ? 1 : 28, ttl, bytesOf(address)));
    if (cname !== undefined) records.unshift(record(Buffer.from([0xc0, 12]), 5, ttl, written(cname)));
    return Buffer.concat([head(message, 0, records.length), question, ...records]);
  }
}

function head(query: Buffer, flags: number, answers: number): Buffer {
  const bytes = Buffer.alloc(12);
  query.copy(bytes, 0, 0, 2);
  // An answer, recursion asked for and available.
  bytes.writeUInt16BE(0x8180 | flags, 2);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt16BE(answers, 6);
  return bytes;
}

function record(owner: Buffer, type: number, ttl: number, data: Buffer): Buffer {
  const fixed = Buffer.alloc(10);
  fixed.writeUInt16BE(type, 0);
  fixed.writeUInt16BE(1, 2);
  fixed.writeUInt32BE(ttl, 4);
  fixed.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, fixed, data]);
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function written(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

/** An IPv6 address has to be written out, without `::`. */
function bytesOf(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  return Buffer.from(
    address
      .split(':')
      .map((part) => part.padStart(4, '0'))
      .join(''),
    'hex',
  );
}
