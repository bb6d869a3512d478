import { useMutation } from '@tanstack/react-query';
import { type ChangeEvent, useId, useState } from 'react';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Confirm } from '../ui/Confirm';
import fieldStyles from '../ui/Field.module.css';
import { ProblemNote } from '../ui/Problem';
import { useToast } from '../ui/Toasts';
import { changesOf, Plan } from './Plan';
import { importRules } from './queries';
import { words as texts } from './words';

/** Takes a file, tells what it would do, and then does it. */
export function ImportRules({ onClose }: { onClose: () => void }) {
  const words = useWords(texts);
  const { errors } = useMessages();
  const id = useId();
  const header = useTenantHeader();
  const toast = useToast();
  const { act, isBusy, failure } = useAct();
  const [file, setFile] = useState({ text: '', replace: false });
  const plan = useMutation({
    mutationFn: ({ text, replace }: typeof file) => importRules(header, text, { replace, dryRun: true }),
  });
  const take = (taken: typeof file) => {
    setFile(taken);
    if (taken.text !== '') plan.mutate(taken);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) take({ ...file, text: await chosen.text() });
  };
  const save = async () => {
    const isDone = await act(() => importRules(header, file.text, { replace: file.replace }));
    if (!isDone) return;
    toast(words.imported);
    onClose();
  };
  const changes = plan.data ? changesOf(plan.data) : 0;
  const refused = failure ?? plan.error;
  return (
    <Confirm
      title={words.importTitle}
      action={words.importSubmit(changes)}
      isOpen
      isBusy={isBusy || changes === 0 || plan.isPending}
      isHarmless={plan.data?.deleted === 0}
      onClose={onClose}
      onConfirm={() => void save()}
    >
      <div className={fieldStyles.field}>
        <label htmlFor={id}>{words.importFile}</label>
        <input id={id} type="file" accept=".yaml,.yml,application/yaml" onChange={(event) => void choose(event)} />
      </div>
      <label className={fieldStyles.check}>
        <input
          type="checkbox"
          checked={file.replace}
          onChange={({ target }) => take({ ...file, replace: target.checked })}
        />
        {words.importReplace}
      </label>
      {refused && <ProblemNote error={refused} title={errors.action} />}
      {plan.data && !refused && <Plan plan={plan.data} />}
    </Confirm>
  );
}
