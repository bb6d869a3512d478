import type { ContactType } from '@errand/vocabulary';
// The smallest metadata: it knows how long numbers may be and how countries dial, which is all that is asked of it.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * How a contact is written where it is compared and called: a phone as E.164, an e-mail address with its domain in lower
 * case, a token without blanks around it. Null for what has no such form.
 *
 * A number has it when it is as long as numbers of its country can be. Whether it is in use nobody can know: numbers that
 * "valid" patterns refuse are dialled every day (Mexican and Brazilian mobiles among them), and adding or taking away
 * digits makes of one person's number another's. A number with an extension has none, since E.164 has no place for it.
 * @param country ISO 3166-1, whose numbers those without a country code are; null: those have no normal form
 */
export function normalForm(type: ContactType, value: string, country: string | null): string | null {
  switch (type) {
    case 'PHONE':
    case 'WHATSAPP':
      return normalPhone(value, country);
    case 'EMAIL':
      return normalEmail(value);
    case 'PUSH_TOKEN':
      return value.trim() || null;
    case 'OTHER':
      return null;
  }
}

function normalPhone(value: string, country: string | null): string | null {
  const options = { extract: false, ...(country !== null && { defaultCountry: country as CountryCode }) };
  const number = parsePhoneNumberFromString(value.trim(), options);
  return number && number.ext === undefined && number.isPossible() ? number.number : null;
}

function normalEmail(value: string): string | null {
  const [local, domain, ...rest] = value.trim().split('@');
  return local && domain && rest.length === 0 ? `${local}@${domain.toLowerCase()}` : null;
}
