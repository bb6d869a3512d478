import { ErrandError, invalidField } from '@errand/errors';
import { OutboundError, type OutboundHttp } from '@errand/outbound';

/**
 * Lets a URL be saved only when Errand may connect to it, as far as that can be told without resolving its name. Which
 * rule refuses it is told to the platform key alone.
 * @returns the form to save, see `normalUrl`
 * @throws ErrandError VALIDATION_FAILED or BLOCKED_ADDRESS naming `field`
 */
export function allowedUrl(http: OutboundHttp, field: string, url: string): string {
  try {
    return http.allowed(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.code !== 'BLOCKED_ADDRESS') throw invalidField(field, `cannot be called: ${error.message}`);
    const details = [{ field, message: error.message }];
    throw new ErrandError('BLOCKED_ADDRESS', `${field}: ${error.message}`, details, error.rule);
  }
}
