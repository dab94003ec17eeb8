import { QueryError } from '@karma/query';
import { Button, Loader } from '@mantine/core';
import { IconCloudOff, IconFilterOff, IconSeedling } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { readQuery } from '../app/scope';
import { useChangeView, useView } from '../app/use-view';
import { CLEAR_FILTERS, LEAVE_MODE } from '../app/view';
import { takeSuggestion } from '../filters/edit-query';
import classes from './CanvasStates.module.css';

const NoMatch = lazy(() => import('../filters/NoMatch').then((module) => ({ default: module.NoMatch })));

/** Before the first graph is there. `count` is known once the data are, while they are being laid out. */
export function Loading({ count }: { count: number | undefined }) {
  return (
    <Notice>
      <Loader size="sm" color="gray" />
      <p role="status">
        {count === undefined ? 'Reading the graph…' : `Laying out ${count.toLocaleString()} components…`}
      </p>
    </Notice>
  );
}

/** While another graph is read or laid out, the last one stays on screen below this. `share`: of it that is done. */
export function LoadingBar({ share = null }: { share?: number | null }) {
  const percent = share ? Math.round(100 * share) : undefined;
  return (
    <div className={classes.bar} role="progressbar" aria-label="Updating the graph" aria-valuenow={percent}>
      {percent !== undefined && <div className={classes.share} style={{ width: `${percent}%` }} />}
    </div>
  );
}

export function Empty({ isWholeGraph }: { isWholeGraph: boolean }) {
  const change = useChangeView();
  return isWholeGraph ? (
    <Notice icon={<IconSeedling size={32} stroke={1.5} />} title="Nothing here yet">
      <p>
        No component was found. Point Karma at your config repo with{' '}
        <code>npm start -- --repo &lt;path&gt;</code>.
      </p>
    </Notice>
  ) : (
    <Notice icon={<IconFilterOff size={32} stroke={1.5} />} title="No component matches">
      <Suspense>
        <NoMatch />
      </Suspense>
      <Button variant="default" onClick={() => change({ ...CLEAR_FILTERS, ...LEAVE_MODE })}>
        Clear the query
      </Button>
    </Notice>
  );
}

interface FailedProps {
  readonly error: { readonly message: string };
  readonly onRetry: () => void;
  /** The last graph is still there to look at. */
  readonly isOverGraph: boolean;
}

export function Failed({ error, onRetry, isOverGraph }: FailedProps) {
  const { q } = useView();
  const change = useChangeView();
  const query = q === undefined ? undefined : readQuery(q);
  if (q !== undefined && query instanceof QueryError)
    return (
      <Notice
        icon={<IconFilterOff size={32} stroke={1.5} />}
        title="The query cannot be read"
        isFloating={isOverGraph}
      >
        <p role="alert">{query.message}</p>
        {query.suggestion !== null && (
          <Button variant="default" onClick={() => change({ q: takeSuggestion(q, query).text })}>
            Use {query.suggestion}
          </Button>
        )}
        <Button variant="default" onClick={() => change(CLEAR_FILTERS)}>
          Clear the query
        </Button>
      </Notice>
    );
  return (
    <Notice
      icon={<IconCloudOff size={32} stroke={1.5} />}
      title="The graph cannot be read"
      isFloating={isOverGraph}
    >
      <p role="alert">{error.message}</p>
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}

interface NoticeProps {
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly isFloating?: boolean;
  readonly children: ReactNode;
}

function Notice({ icon, title, isFloating, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-floating={isFloating || undefined}>
      {icon}
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
