import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { Menu, Search, Settings2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, useEffect, useState } from 'react';
import { answerOf, api, ApiError } from '../api';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';
import { setPaused, useLiveState } from '../live';
import { type Preferences, setPreferences, usePreferences } from '../preferences';
import { MeContext, useMe } from '../session/me';
import { TenantContext, useTenant } from '../session/tenant';
import { browserZone, useZone } from '../time';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { GoTo } from './GoTo';
import { Help } from './Help';
import { Mark } from './Mark';
import { NotFound } from './NotFound';
import { screens } from './screens';
import styles from './Shell.module.css';

/** What is around every screen of a tenant: where one is, where one may go, how it is shown, and who one is. */
export function TenantShell() {
  const { tenant: code = '' } = useParams({ strict: false });
  const { data: me, error } = useMe(code);
  const navigate = useNavigate();
  const isSignedOut = error instanceof ApiError && error.problem.code === 'UNAUTHENTICATED';
  useEffect(() => {
    if (!isSignedOut) return;
    const to = location.pathname.replace(/^\/console/, '') + location.search;
    void navigate({ to: '/sign-in', search: { to, ended: 'true' }, replace: true });
  }, [isSignedOut, navigate]);
  if (isSignedOut || (!me && !error)) return null;
  if (!me?.tenant || me.tenant.code !== code) return <NotFound error={me ? undefined : error} />;
  return (
    <MeContext value={me}>
      <TenantContext value={me.tenant}>
        <Frame />
      </TenantContext>
    </MeContext>
  );
}

const goToKeys = 'Ctrl K';

function Frame() {
  const { shell, common, screens: names, screenGroups } = useMessages();
  const { tenant: code = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { density } = usePreferences();
  const [open, setOpen] = useState<'goTo' | 'help'>();
  const [isMenuOpen, setMenuOpen] = useState(false);
  useKeys({
    'Ctrl k': () => setOpen('goTo'),
    '?': () => setOpen('help'),
    ...Object.fromEntries(
      screens
        .filter(({ key }) => key !== undefined)
        .map(({ key, name }) => [
          `g ${key}`,
          () => void navigate({ to: `/t/$tenant/${name}`, params: { tenant: code } }),
        ]),
    ),
  });
  return (
    <div className={styles.frame} data-density={density}>
      <a className={styles.skip} href="#content">
        {common.skipToContent}
      </a>
      <header className={styles.header}>
        <Button
          kind="quiet"
          className={styles.menu}
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          aria-label={shell.menu}
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          <Menu size={16} aria-hidden />
        </Button>
        <Mark />
        <TenantName />
        <div className={styles.tools}>
          <Button kind="quiet" onClick={() => setOpen('goTo')} className={styles.goTo}>
            <Search size={16} aria-hidden />
            <span className={styles.named}>{shell.goTo}</span>
            <kbd className={styles.wide}>{goToKeys}</kbd>
          </Button>
          <LiveSwitch />
          <PreferencesMenu />
        </div>
      </header>
      <nav
        id="navigation"
        aria-label={shell.navigation}
        className={`${styles.navigation} ${isMenuOpen ? styles.shown : ''}`}
        onClick={() => setMenuOpen(false)}
      >
        {screens.map(({ name, icon: Icon, group }, index) => (
          <Fragment key={name}>
            {group !== undefined && group !== screens[index - 1]?.group && (
              <p className={styles.group}>{screenGroups[group]}</p>
            )}
            <Link
              to={`/t/$tenant/${name}`}
              params={{ tenant: code }}
              className={styles.item}
              activeProps={{ className: styles.current }}
            >
              <Icon size={16} aria-hidden />
              {names[name]}
            </Link>
          </Fragment>
        ))}
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Banner />
        <Outlet />
      </main>
      <GoTo isOpen={open === 'goTo'} onClose={() => setOpen(undefined)} />
      <Help isOpen={open === 'help'} onClose={() => setOpen(undefined)} />
    </div>
  );
}

/** What holds everything up is told on every screen. */
function Banner() {
  const { shell } = useMessages();
  const { status } = useTenant();
  return status === 'PAUSED' ? (
    <div className={styles.banner}>
      <Note kind="warning">{shell.tenantPaused}</Note>
    </div>
  ) : null;
}

function TenantName() {
  const { shell } = useMessages();
  const { tenant: code = '' } = useParams({ strict: false });
  const { data: me } = useMe(code);
  return (
    <span className={styles.tenant} title={`${shell.tenant}: ${me?.tenant?.name ?? code}`}>
      {me?.isPlatform ? <Link to="/">{code}</Link> : code}
    </span>
  );
}

function LiveSwitch() {
  const { shell } = useMessages();
  const state = useLiveState();
  return (
    <Button
      kind="quiet"
      className={styles.live}
      data-state={state}
      title={state === 'paused' ? shell.resume : shell.pause}
      aria-pressed={state === 'paused'}
      onClick={() => setPaused(state !== 'paused')}
    >
      <span className={styles.dot} aria-hidden />
      {shell[state]}
    </Button>
  );
}

function PreferencesMenu() {
  const { shell, signIn } = useMessages();
  const preferences = usePreferences();
  const zone = useZone();
  const { tenant: code = '' } = useParams({ strict: false });
  const { data: me } = useMe(code);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await answerOf(api.DELETE('/api/console/session'));
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
  const choices: { [K in keyof Preferences]?: [label: string, options: [value: string, text: string][]] } = {
    zone: [
      shell.zone,
      [
        ['tenant', shell.tenantZone(me?.tenant?.timezone ?? 'UTC')],
        ['mine', shell.myZone(browserZone)],
        ['UTC', 'UTC'],
      ],
    ],
    language: [
      shell.languageLabel,
      [
        ['en', 'English'],
        ['es', 'Español'],
      ],
    ],
    theme: [
      shell.theme,
      [
        ['system', shell.system],
        ['light', shell.light],
        ['dark', shell.dark],
      ],
    ],
    density: [
      shell.density,
      [
        ['comfortable', shell.comfortable],
        ['standard', shell.standard],
        ['compact', shell.compact],
      ],
    ],
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button kind="quiet" aria-label={`${shell.preferences}, ${zone}`}>
          <span className={styles.wide}>{zone}</span>
          <Settings2 size={16} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.dropdown} align="end">
          {Object.entries(choices).map(([key, [label, options]]) => (
            <DropdownMenu.RadioGroup
              key={key}
              aria-label={label}
              value={String(preferences[key as keyof Preferences])}
              onValueChange={(value) => setPreferences({ [key]: value })}
            >
              <DropdownMenu.Label className={styles.label}>{label}</DropdownMenu.Label>
              {options.map(([value, text]) => (
                <DropdownMenu.RadioItem key={value} value={value} className={styles.option}>
                  <DropdownMenu.ItemIndicator className={styles.indicator}>•</DropdownMenu.ItemIndicator>
                  {text}
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
          ))}
          <DropdownMenu.Separator className={styles.separator} />
          <DropdownMenu.CheckboxItem
            className={styles.option}
            checked={preferences.shortcuts}
            onCheckedChange={(shortcuts) => setPreferences({ shortcuts })}
          >
            <DropdownMenu.ItemIndicator className={styles.indicator}>✓</DropdownMenu.ItemIndicator>
            {shell.shortcuts}
          </DropdownMenu.CheckboxItem>
          <DropdownMenu.Item className={styles.option} asChild>
            <a href="/api/docs">{shell.apiDocs}</a>
          </DropdownMenu.Item>
          <DropdownMenu.Item className={styles.option} onSelect={() => void signOut()}>
            {signIn.out} <code>{me?.actor}</code>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
