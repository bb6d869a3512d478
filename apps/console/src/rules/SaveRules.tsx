import { useQuery } from '@tanstack/react-query';
import { ApiError } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Diff } from './Diff';
import { changesOf, Plan } from './Plan';
import { importRules, type RuleFile } from './queries';
import { words as texts } from './words';

interface SaveRulesProps {
  base: RuleFile;
  draft: string;
  onClose: () => void;
  onSaved: () => Promise<void>;
  /** Takes what is stored now for what the draft is compared with. */
  onRebase: () => Promise<void>;
}

/** Shows what a draft changes and saves it as a whole, unless somebody else has changed a rule meanwhile. */
export function SaveRules({ base, draft, onClose, onSaved, onRebase }: SaveRulesProps) {
  const { editor: words } = useWords(texts);
  const { errors } = useMessages();
  const header = useTenantHeader();
  const { act, isBusy, failure } = useAct();
  const plan = useQuery({
    queryKey: ['rule-plan', header, base.tag, draft],
    queryFn: () => importRules(header, draft, { replace: true, dryRun: true, tag: base.tag }),
    gcTime: 0,
    retry: false,
  });
  const refused = failure ?? plan.error;
  const isConflict = refused instanceof ApiError && refused.problem.code === 'CONFLICT';
  const save = () =>
    act(async () => {
      await importRules(header, draft, { replace: true, tag: base.tag });
      await onSaved();
    });
  return (
    <Confirm
      title={words.saveTitle}
      text={words.saveText}
      action={words.saveSubmit}
      isOpen
      isBusy={isBusy || !plan.data || changesOf(plan.data) === 0 || isConflict}
      isHarmless={plan.data?.deleted === 0}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      {isConflict ? (
        <Note kind="error">
          <p>{words.conflict}</p>
          <Button disabled={isBusy} onClick={() => void act(onRebase)}>
            {words.compare}
          </Button>
        </Note>
      ) : (
        refused && <ProblemNote error={refused} title={errors.action} />
      )}
      {!plan.data && !refused && <Skeleton rows={2} />}
      {plan.data && !refused && <Plan plan={plan.data} />}
      {!isConflict && <Diff before={base.text} after={draft} />}
    </Confirm>
  );
}
