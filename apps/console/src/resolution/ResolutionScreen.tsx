import { useAddress } from '../address';
import { useMessages, useWords } from '../i18n';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { AttributeKeys } from './AttributeKeys';
import { Policies } from './Policies';
import { ResultTypes } from './ResultTypes';
import { TargetList } from './TargetList';
import { words } from './words';

const parts = { targets: TargetList, attributes: AttributeKeys, sources: Policies, results: ResultTypes };
type Part = keyof typeof parts;

/** How activities find whom they address and what they say, and what their results may be. */
export function ResolutionScreen() {
  const { screens } = useMessages();
  const t = useWords(words);
  const [search, change] = useAddress();
  const names = Object.keys(parts) as Part[];
  const chosen = names.find((name) => name === search.view) ?? 'targets';
  const Shown = parts[chosen];
  return (
    <Page title={screens.resolution}>
      <Tabs
        label={t.views}
        tabs={names.map((name) => ({ name, text: t[name] }))}
        chosen={chosen}
        onChange={(name) => change({ view: name === 'targets' ? undefined : name })}
      />
      <Shown />
    </Page>
  );
}
