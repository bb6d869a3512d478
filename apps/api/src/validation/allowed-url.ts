import { ErrandError, invalidField } from '@errand/errors';
import { OutboundError, type OutboundHttp, type UrlScheme } from '@errand/outbound';

/**
 * Lets a URL be saved only when Errand may connect to it, as far as that can be told without resolving its name. Which
 * rule refuses it is told to the platform key alone.
 * @param schemes those that it may have, http and https unless told
 * @returns the form to save, see `normalUrl`
 * @throws ErrandError VALIDATION_FAILED or BLOCKED_ADDRESS naming `field`
 */
export function allowedUrl(http: OutboundHttp, field: string, url: string, schemes?: readonly UrlScheme[]): string {
  try {
    return http.allowed(url, schemes);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.code !== 'BLOCKED_ADDRESS') throw invalidField(field, `cannot be called: ${error.message}`);
    const details = [{ field, message: error.message }];
    throw new ErrandError('BLOCKED_ADDRESS', `${field}: ${error.message}`, details, error.rule);
  }
}
