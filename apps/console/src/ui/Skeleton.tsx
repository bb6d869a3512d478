import { useEffect, useState } from 'react';
import { useMessages } from '../i18n';
import styles from './Skeleton.module.css';

/** Rows of true size that are shown once loading is felt, after 200 ms. */
export function Skeleton({ rows = 12 }: { rows?: number }) {
  const { common } = useMessages();
  const [isFelt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={styles.skeleton}>
      <span className="visually-hidden">{common.loading}</span>
      {isFelt && Array.from({ length: rows }, (_, index) => <div key={index} />)}
    </div>
  );
}
