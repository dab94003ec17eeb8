import { Button, useMantineColorScheme } from '@mantine/core';
import { IconArrowLeft, IconMoon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page beside the map: the way back above, a title, content in one column. */
export function Page({ title, children }: PageProps) {
  return (
    <div className={classes.page}>
      <title>{`${title} · Karma`}</title>
      <header className={classes.bar}>
        <Link className={classes.back} to="/" search={{}}>
          <IconArrowLeft size={16} aria-hidden />
          Back to the map
        </Link>
        <SchemeSwitch />
      </header>
      <main className={classes.main}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}

function SchemeSwitch() {
  const { toggleColorScheme } = useMantineColorScheme();
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      leftSection={<IconMoon size={16} aria-hidden />}
      onClick={toggleColorScheme}
    >
      Light or dark
    </Button>
  );
}
