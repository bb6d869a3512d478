import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

interface Act {
  /** Whether a call runs: its button is disabled meanwhile. */
  isBusy: boolean;
  /** What the last call was refused with. */
  failure: unknown;
  /** Makes calls that change something; whatever is shown is fetched anew afterwards. @returns whether they succeeded */
  act: (calls: () => Promise<unknown>) => Promise<boolean>;
}

export function useAct(): Act {
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const act = async (calls: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await calls();
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
      void queries.invalidateQueries();
    }
  };
  return { isBusy, failure, act };
}
