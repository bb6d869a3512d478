import styles from './Mark.module.css';

const productName = 'errand';

/** The product's name, as it is written everywhere. */
export function Mark() {
  return <span className={styles.mark}>{productName}</span>;
}
