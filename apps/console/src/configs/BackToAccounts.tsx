import { Link, useParams } from '@tanstack/react-router';
import { useMessages } from '../i18n';

export function BackToAccounts() {
  const { screens } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  return (
    <Link to="/t/$tenant/configs" params={{ tenant }}>
      ‹ {screens.configs}
    </Link>
  );
}
