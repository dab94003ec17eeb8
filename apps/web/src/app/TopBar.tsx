import { ActionIcon, Kbd, Menu, Select, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { LiveStatus } from './LiveStatus';
import { useEnvironment, useOverview } from './queries';
import classes from './TopBar.module.css';
import { useActions } from './use-actions';
import { useShell } from './use-shell';
import { useChangeView } from './use-view';
import { CLEAR_FILTERS, LEAVE_MODE } from './view';

export function TopBar({ isPhone }: { isPhone: boolean }) {
  const open = useShell((shell) => shell.open);
  return (
    <header className={classes.bar}>
      <a className={classes.brand} href="/" aria-label="Karma: open the map">
        <img src="/favicon.svg" alt="" width={24} height={24} />
        {!isPhone && <span>Karma</span>}
      </a>
      <VisuallyHidden component="h1">Karma: the map of your infrastructure</VisuallyHidden>
      <EnvironmentSwitch />
      <UnstyledButton className={classes.search} aria-label="Search" onClick={() => open('palette')}>
        <IconSearch size={16} aria-hidden />
        {!isPhone && (
          <>
            <span>Search components and actions</span>
            <Kbd size="xs">Ctrl K</Kbd>
          </>
        )}
      </UnstyledButton>
      <LiveStatus isPhone={isPhone} />
      {isPhone ? <ActionMenu /> : <Shortcuts />}
    </header>
  );
}

function EnvironmentSwitch() {
  const overview = useOverview();
  const environment = useEnvironment();
  const change = useChangeView();
  return (
    <Select
      aria-label="Environment"
      className={classes.environment}
      size="xs"
      allowDeselect={false}
      data={overview.data?.environments.map((row) => row.environment) ?? []}
      value={environment ?? null}
      onChange={(env) => env && change({ ...LEAVE_MODE, ...CLEAR_FILTERS, sel: undefined, env })}
    />
  );
}

const IN_BAR = ['compose', 'leave-draft', 'proposals', 'panel', 'color-scheme', 'help'];

function Shortcuts() {
  const actions = useActions().filter(({ id }) => IN_BAR.includes(id));
  return actions.map(({ id, name, icon: Icon, run }) => (
    <Tooltip key={id} label={name} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" aria-label={name} onClick={run}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  ));
}

function ActionMenu() {
  const actions = useActions();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Actions">
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ id, name, icon: Icon, run }) => (
          <Menu.Item key={id} leftSection={<Icon size={16} />} onClick={run}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
