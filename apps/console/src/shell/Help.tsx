import { useMessages } from '../i18n';
import { Button } from '../ui/Button';
import { Layer } from '../ui/Layer';
import styles from './Help.module.css';
import { screens } from './screens';

export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { help, common, screens: names } = useMessages();
  const places = screens.flatMap(({ name, key }) => (key === undefined ? [] : [[`g ${key}`, names[name]] as const]));
  return (
    <Layer title={help.title} isOpen={isOpen} onClose={onClose}>
      <dl className={styles.keys}>
        {[...Object.entries(help.keys), ...places].map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{common.close}</Button>
    </Layer>
  );
}
