import { OutboundHttp } from '@errand/outbound';
import { AcmeDispatcher } from '../../../examples/acme-provider/src/acme.dispatcher';
import { describeDispatcher } from './conformance';

// The built-in dispatchers call the suite beside their own code; this one lives outside and uses axios.
describeDispatcher('ACME', {
  createOutbound: () => new OutboundHttp({ allowCidrs: ['127.0.0.0/8'] }),
  create: (http) => new AcmeDispatcher(http.axios),
  account: (url) => ({ baseUrl: url, credentials: { token: 'acme-token-77' }, settings: { team: 'north' } }),
  success: (providerId) => ({ status: 201, body: JSON.stringify({ ticket: providerId }) }),
});
