import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/min';
import { normalForm } from './normal-form';

/** What a text that somebody looks for may be written as where contacts are kept. */
export interface SoughtContact {
  /** Of a phone, its digits as they may have been given: with the country's code and without. */
  digits: string[];
  /** Of a phone, its normal form, as far as the text goes. */
  normal: string[];
  /** Of anything else, in lower case. */
  text: string[];
}

const phoneLike = /^[\s\d()+./-]+$/;
/** Fewer digits than these are rather a number of the tenant's own. */
const fewestDigits = 5;

/**
 * @param text a whole contact or its beginning
 * @param country ISO 3166-1, of which numbers without a country code are; null: nobody said
 */
export function soughtContact(text: string, country: string | null): SoughtContact {
  const digits = text.replace(/\D/g, '');
  if (!phoneLike.test(text) || digits.length < fewestDigits) {
    return { digits: [], normal: [], text: [text.toLowerCase()] };
  }
  const code = country === null ? '' : getCountryCallingCode(country as CountryCode);
  const isInternational = /^\s*(\+|00)/.test(text);
  const number = isInternational ? digits.replace(/^00/, '') : digits;
  const own = code && number.startsWith(code) ? [number.slice(code.length)] : [];
  const others = isInternational ? own : [code + digits];
  // A trunk prefix such as 0 is in no normal form.
  const e164 = normalForm('PHONE', text, country);
  const written = [...new Set([number, ...others, ...(e164 ? [e164.slice(1)] : []), digits])];
  return { digits: written, normal: written.map((each) => `+${each}`), text: [] };
}
