import { ActionIcon, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconMaximize,
  IconMinus,
  IconPinnedOff,
  IconPlus,
  IconWand,
} from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { arrange, useSteps } from './arrangement/store';
import classes from './CanvasControls.module.css';
import { useCanvasCommands } from './commands';
import { GroupMenu } from './GroupMenu';
import type { LaidOut } from './use-laid-out';

export function CanvasControls({ laidOut }: { laidOut: LaidOut }) {
  const flow = useReactFlow();
  const { fit } = useCanvasCommands();
  const { now, past, future } = useSteps();
  const duration = useReducedMotion() ? 0 : 160;
  const pins = now.pins.size;
  const buttons = [
    { name: 'Zoom in', icon: IconPlus, run: () => void flow.zoomIn({ duration }) },
    { name: 'Zoom out', icon: IconMinus, run: () => void flow.zoomOut({ duration }) },
    { name: 'Fit everything into view', icon: IconMaximize, run: fit },
    { name: 'Tidy up the layout', icon: IconWand, run: arrange.tidy },
    { name: 'Undo the layout', icon: IconArrowBackUp, run: arrange.undo, isShown: past.length > 0 },
    { name: 'Redo the layout', icon: IconArrowForwardUp, run: arrange.redo, isShown: future.length > 0 },
    {
      name: pins === 1 ? 'Let the pinned component go' : `Let all ${pins} pinned components go`,
      icon: IconPinnedOff,
      run: () => arrange.unpin(),
      isShown: pins > 0,
    },
  ].filter(({ isShown = true }) => isShown);
  return (
    <div className={classes.controls} role="toolbar" aria-label="Canvas">
      <GroupMenu laidOut={laidOut} />
      {buttons.map(({ name, icon: Icon, run }) => (
        <Tooltip key={name} label={name} position="top" openDelay={400}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={name} onClick={run}>
            <Icon size={16} />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
