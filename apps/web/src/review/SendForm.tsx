import type { Draft } from '@karma/editor';
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlanView } from '../api/types';
import { LoadFailed } from '../ui/LoadFailed';
import { PanelSkeleton } from '../ui/PanelSkeleton';
import { Collisions } from './Collisions';
import { summaryOf, titleOf } from './first-words';
import { PlanFigures } from './PlanFigures';
import { PlanFindings } from './PlanFindings';
import classes from './Review.module.css';
import { Targets } from './Targets';
import { useSend, useSendQuestions } from './use-send';

interface SendFormProps {
  readonly draft: Draft;
  readonly onClose: () => void;
}

export function SendForm({ draft, onClose }: SendFormProps) {
  const { files, targets, plan, sent } = useSendQuestions(draft);
  const send = useSend(onClose);
  const [words, setWords] = useState<{ readonly title?: string; readonly summary?: string }>({});
  const title = words.title ?? sent.data?.title ?? titleOf(draft);
  const summary = words.summary ?? sent.data?.summary ?? summaryOf(draft);
  const blocking = plan.data?.findings.filter(({ level }) => level === 'blocking').length ?? 0;
  const isSent = sent.data?.parts.some(({ state }) => state === 'open') ?? false;

  if (files.length === 0) return <p>This draft changes nothing yet: there is nothing to send.</p>;
  return (
    <form
      className={classes.form}
      aria-label="Send the draft out"
      onSubmit={(event) => {
        event.preventDefault();
        const link = `${window.location.origin}/proposals/${encodeURIComponent(draft.id)}`;
        send.mutate({ draft, title: title.trim(), summary, link });
      }}
    >
      <TextInput
        label="Title"
        required
        maxLength={200}
        value={title}
        onChange={(event) => setWords({ ...words, title: event.currentTarget.value })}
        autoFocus
      />
      <Textarea
        label="Summary"
        description="Why, for those who review it. The plan is added to it."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        value={summary}
        onChange={(event) => setWords({ ...words, summary: event.currentTarget.value })}
      />
      <section>
        <h3>What follows</h3>
        {plan.isPending && <PanelSkeleton />}
        {plan.isError && (
          <LoadFailed what="The plan" error={plan.error} onRetry={() => void plan.refetch()} />
        )}
        {plan.data && <PlanInShort plan={plan.data} />}
      </section>
      <section>
        <h3>What goes where</h3>
        {targets.isPending && <PanelSkeleton />}
        {targets.isError && (
          <LoadFailed what="Where it goes" error={targets.error} onRetry={() => void targets.refetch()} />
        )}
        {targets.data && <Targets targets={targets.data} files={files} />}
      </section>
      {send.data?.kind === 'collided' && <Collisions collisions={send.data.collisions} />}
      {send.error && (
        <p className={classes.failure} role="alert">
          <strong>It was not sent; the draft is as it was.</strong> {send.error.message}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Back to the draft
        </Button>
        <Button
          type="submit"
          loading={send.isPending}
          disabled={title.trim() === '' || targets.isPending || sent.isPending}
          {...(blocking > 0 && { color: 'red.9' })}
        >
          {isSent ? 'Update the proposal' : 'Send'}
          {blocking > 0 && ` with ${blocking} blocking`}
        </Button>
      </div>
    </form>
  );
}

function PlanInShort({ plan }: { plan: PlanView }) {
  const ofLevel = (wanted: string) => plan.findings.filter(({ level }) => level === wanted).length;
  return (
    <>
      <PlanFigures
        changed={plan.components.length}
        affected={plan.impact.total}
        blocking={ofLevel('blocking')}
        warnings={ofLevel('warning')}
        risk={plan.risk}
      />
      <PlanFindings findings={plan.findings} />
    </>
  );
}
