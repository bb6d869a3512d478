import { type ComponentProps, useState } from 'react';
import { useMessages } from '../i18n';
import { useAct } from './act';
import { Button } from './Button';
import { Confirm } from './Confirm';
import { ProblemNote } from './Problem';

interface RemoveButtonProps extends Pick<ComponentProps<typeof Button>, 'kind' | 'refusal' | 'aria-label'> {
  /** The question, which names the object. */
  title: string;
  text: string;
  /** @throws ApiError what it was refused with: shown in the dialog, which stays */
  remove: () => Promise<unknown>;
  onRemoved: () => void;
}

/** Deletes something, after it has asked. */
export function RemoveButton({ title, text, remove, onRemoved, ...button }: RemoveButtonProps) {
  const { common, errors } = useMessages();
  const { isBusy, failure, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const confirm = async () => {
    if (!(await act(remove))) return;
    setAsked(false);
    onRemoved();
  };
  return (
    <>
      <Button {...button} onClick={() => setAsked(true)}>
        {common.remove}
      </Button>
      <Confirm
        title={title}
        text={text}
        action={common.remove}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </>
  );
}
