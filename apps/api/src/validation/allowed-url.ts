import { ErrandError, invalidField } from '@errand/errors';
import { OutboundError, type OutboundHttp } from '@errand/outbound';

/**
 * Lets a URL be saved only when Errand may connect to it.
 * @returns the form to save, see `normalUrl`
 * @throws ErrandError VALIDATION_FAILED or BLOCKED_ADDRESS naming `field`
 */
export async function allowedUrl(http: OutboundHttp, field: string, url: string): Promise<string> {
  try {
    return await http.allowed(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.code !== 'BLOCKED_ADDRESS') throw invalidField(field, `cannot be called: ${error.message}`);
    throw new ErrandError('BLOCKED_ADDRESS', `${field}: ${error.message}`, [{ field, message: error.message }]);
  }
}
