import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Table } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { Diff } from './Diff';
import { changeRule, type Rule, type RuleVersion } from './queries';
import { definitionOf, ruleText } from './rule-text';
import { words as texts } from './words';

interface VersionsProps {
  rule: Rule;
  /** Newest first. */
  versions: RuleVersion[];
  /** Whose changes are shown. */
  chosen: number;
}

const textOf = (version: RuleVersion | undefined) => (version ? ruleText(definitionOf(version.rule)) : '');

/** All that a rule has been: what each version changed, and the way back to it. */
export function Versions({ rule, versions, chosen }: VersionsProps) {
  const { rule: words } = useWords(texts);
  const { tenant = '' } = useParams({ strict: false });
  const index = versions.findIndex(({ version }) => version === chosen);
  const version = versions[index];
  return (
    <>
      <Section title={words.versions}>
        <Table
          caption={words.versions}
          rows={versions}
          idOf={({ version: n }) => String(n)}
          minWidth={560}
          columns={[
            {
              title: words.version,
              width: '128px',
              cell: ({ version: n }) => (
                <Link
                  data-row
                  to="/t/$tenant/rules/$id"
                  params={{ tenant, id: rule.id }}
                  search={{ version: String(n) }}
                  resetScroll={false}
                  aria-current={n === chosen ? 'true' : undefined}
                >
                  {words.versionOf(n)}
                </Link>
              ),
            },
            { title: words.change, width: '128px', cell: ({ change }) => words.changes[change] },
            { title: words.by, cell: ({ actor }) => <code>{actor}</code>, full: ({ actor }) => actor },
            { title: words.at, width: '128px', isNumber: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
          ]}
        />
      </Section>
      {version && (
        <Section title={words.whatChanged(version.version)} actions={<Restore rule={rule} version={version} />}>
          <Diff before={textOf(versions[index + 1])} after={textOf(version)} />
        </Section>
      )}
    </>
  );
}

function Restore({ rule, version }: { rule: Rule; version: RuleVersion }) {
  const { rule: words } = useWords(texts);
  const { errors } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { act, isBusy, failure } = useAct();
  const [isAsked, setAsked] = useState(false);
  const { version: n } = version;
  const isSame = textOf(version) === ruleText(rule);
  const restore = async () => {
    const isDone = await act(() => changeRule(header, rule.id, definitionOf(version.rule)));
    if (!isDone) return;
    setAsked(false);
    toast(words.restored(n));
  };
  return (
    <>
      <Button refusal={isSame ? words.isCurrent : refusalOf('PATCH /api/rules/{id}')} onClick={() => setAsked(true)}>
        {words.restore}
      </Button>
      <Confirm
        title={words.confirmRestore(n, rule.name)}
        text={words.confirmRestoreText}
        action={words.restore}
        isOpen={isAsked}
        isBusy={isBusy}
        isHarmless
        onClose={() => setAsked(false)}
        onConfirm={() => void restore()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
        <Diff before={ruleText(rule)} after={textOf(version)} />
      </Confirm>
    </>
  );
}
