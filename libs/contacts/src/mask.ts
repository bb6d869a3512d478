import type { ContactType } from '@errand/vocabulary';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

const hidden = '•••';

/**
 * A contact as it is shown to whoever may not see it: enough to tell two apart, too little to write to. A phone is its
 * country's code and last digits (`+57 ••• 2345`), an e-mail address its first letter and domain (`a•••@example.com`), a
 * token its first characters; of a short one at most half.
 */
export function maskedContact(type: ContactType, value: string): string {
  switch (type) {
    case 'PHONE':
    case 'WHATSAPP':
      return maskedPhone(value);
    case 'EMAIL':
      return maskedEmail(value.trim());
    case 'PUSH_TOKEN':
      return `${start(value.trim(), 4)}${hidden}`;
    case 'OTHER':
      return hidden;
  }
}

function maskedPhone(value: string): string {
  const number = parsePhoneNumberFromString(value.trim(), { extract: false });
  const digits = number?.nationalNumber ?? value.replace(/\D/g, '');
  const shown = half(digits, 4);
  const end = shown === 0 ? hidden : `${hidden} ${digits.slice(-shown)}`;
  return number ? `+${number.countryCallingCode} ${end}` : end;
}

function maskedEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at === -1 ? `${start(value, 1)}${hidden}` : `${start(value.slice(0, at), 1)}${hidden}${value.slice(at)}`;
}

function start(text: string, most: number): string {
  const characters = [...text];
  return characters.slice(0, half(characters, most)).join('');
}

function half({ length }: ArrayLike<unknown>, most: number): number {
  return Math.min(most, Math.floor(length / 2));
}
