import { useMessages } from '../i18n';
import { useToast } from './Toasts';

/** Puts a text into the clipboard and says so. */
export function useCopy(): (text: string) => void {
  const { common } = useMessages();
  const toast = useToast();
  return (text) => void navigator.clipboard.writeText(text).then(() => toast(common.copied));
}
