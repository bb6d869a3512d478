import { ArrowUp, Pause, Play, Send } from 'lucide-react';
import type { ConfigHealth } from '../api';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { Button } from '../ui/Button';
import styles from './Configs.module.css';
import { words as allWords } from './words';

interface AccountButtonsProps {
  account: ConfigHealth;
  isBusy: boolean;
  onTest: () => void;
  onActive: (isActive: boolean) => void;
  /** The name of the account before, and what puts it behind this one. */
  before?: { name: string; onUse: () => void } | undefined;
}

/** What may be done with an account in its row. */
export function AccountButtons({ account, isBusy, onTest, onActive, before }: AccountButtonsProps) {
  const words = useWords(allWords);
  const refusalOf = useRefusal();
  const refusal = refusalOf('PATCH /api/dispatch-configs/{id}');
  const { name, state } = account;
  const isPaused = state === 'PAUSED';
  const entries = [
    [words.testNamed(name), Send, onTest, refusalOf('POST /api/dispatch-configs/{id}/test')],
    [
      isPaused ? words.resumeNamed(name) : words.pauseNamed(name),
      isPaused ? Play : Pause,
      () => onActive(isPaused),
      refusal,
    ],
    ...(before ? [[words.useBefore(name, before.name), ArrowUp, before.onUse, refusal] as const] : []),
  ] as const;
  return (
    <span className={styles.buttons}>
      {entries.map(([label, Icon, onClick, refused], place) => (
        <Button
          key={place}
          kind="quiet"
          className={styles.button}
          aria-label={label}
          title={label}
          disabled={isBusy}
          refusal={refused}
          onClick={onClick}
        >
          <Icon size={16} aria-hidden />
        </Button>
      ))}
    </span>
  );
}
