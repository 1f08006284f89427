'use client';
import { ActionIcon, Button, Modal, NativeSelect, Slider } from '@mantine/core';
import { IconArrowsExchange, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useReturnFocus } from '#components/ui/use-return-focus.ts';
import { playable, type Take, takeNote, takeOrigin } from '#lib/projects/take-words.ts';
import { FRAMES_PER_SECOND, timecode } from '#lib/projects/timecode.ts';
import type { ProjectScene } from '#lib/schemas/project.ts';
import classes from './compare-takes.module.css';
import { usePairedVideos } from './use-paired-videos.ts';

type Props = {
  scene: ProjectScene;
  filmSeed: number;
  isBusy: boolean;
  onChoose: (take: number) => void;
  onClose: () => void;
};

/** The chosen take and the newest other one; of two, both. */
function firstPair(takes: Take[]): [number, number] {
  const chosen = takes.find((take) => take.is_chosen) ?? takes[0];
  const other = takes.findLast((take) => take !== chosen) ?? chosen;
  const pair = [chosen?.take ?? 1, other?.take ?? 1].sort((a, b) => a - b);
  return [pair[0] ?? 1, pair[1] ?? 1];
}

/** Two takes of a shot side by side, in step: what differs is seen at the moment it happens. */
export function CompareTakes({ scene, filmSeed, isBusy, onChoose, onClose }: Props) {
  useReturnFocus();
  const takes = playable(scene);
  const [pair, setPair] = useState(() => firstPair(takes));
  const shown = pair.map((number) => takes.find((take) => take.take === number) ?? takes[0]);
  const seconds = Math.max(...shown.map((take) => take?.duration ?? scene.duration));
  const player = usePairedVideos(seconds);
  const swap = () => setPair(([a, b]) => [b, a]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('select, [role="slider"]')) return;
    const step = event.shiftKey ? 1 / FRAMES_PER_SECOND : 1;
    if (event.key === ' ') {
      if (event.target instanceof Element && event.target.closest('button')) return;
      player.toggle();
    } else if (event.key === 'ArrowLeft') player.seek(player.time - step);
    else if (event.key === 'ArrowRight') player.seek(player.time + step);
    else if (event.key === 's') swap();
    else return;
    event.preventDefault();
  };
  const side = (index: 0 | 1, video: RefObject<HTMLVideoElement | null>) => (
    <Side
      name={index === 0 ? 'Left' : 'Right'}
      take={shown[index]}
      takes={takes}
      filmSeed={filmSeed}
      video={video}
      isBusy={isBusy}
      onPick={(number) => setPair(([a, b]) => (index === 0 ? [number, b] : [a, number]))}
      onLoaded={() => player.seek(player.time)}
      onPress={player.toggle}
      onChoose={onChoose}
    />
  );
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      onKeyDown={onKeyDown}
      title={`Compare takes of scene ${scene.index + 1}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: classes.content, body: classes.body }}
    >
      <div className={classes.pair}>
        {side(0, player.left)}
        {side(1, player.right)}
      </div>
      <div className={classes.controls}>
        <ActionIcon
          size="xl"
          className={classes.play}
          aria-label={player.isPlaying ? 'Pause both' : 'Play both'}
          data-autofocus
          onClick={player.toggle}
        >
          {player.isPlaying ? <IconPlayerPauseFilled size={16} /> : <IconPlayerPlayFilled size={16} />}
        </ActionIcon>
        <span className={classes.timecode}>{timecode(player.time)}</span>
        <Slider
          className={classes.scrub}
          min={0}
          max={seconds}
          step={1 / FRAMES_PER_SECOND}
          value={player.time}
          label={null}
          thumbLabel="Playhead of both takes"
          thumbProps={{ 'aria-valuetext': timecode(player.time) }}
          onChange={player.seek}
        />
        <Button leftSection={<IconArrowsExchange size={16} />} onClick={swap}>
          Swap sides
        </Button>
      </div>
    </Modal>
  );
}

type SideProps = {
  name: string;
  take: Take | undefined;
  takes: Take[];
  filmSeed: number;
  video: RefObject<HTMLVideoElement | null>;
  isBusy: boolean;
  onPick: (take: number) => void;
  onLoaded: () => void;
  onPress: () => void;
  onChoose: (take: number) => void;
};

function Side({
  name,
  take,
  takes,
  filmSeed,
  video,
  isBusy,
  onPick,
  onLoaded,
  onPress,
  onChoose,
}: SideProps) {
  if (!take) return null;
  const note = takeNote(take, false);
  return (
    <div className={classes.side}>
      <video
        key={take.clip_id}
        ref={video}
        src={take.url ?? undefined}
        muted
        playsInline
        preload="auto"
        aria-label={`${name}: take ${take.take}`}
        tabIndex={-1}
        onLoadedMetadata={onLoaded}
        onClick={onPress}
      />
      <div className={classes.line}>
        <NativeSelect
          aria-label={`${name} take`}
          value={String(take.take)}
          onChange={(event) => onPick(Number(event.currentTarget.value))}
          data={takes.map((each) => ({ value: String(each.take), label: `Take ${each.take}` }))}
        />
        <span className={classes.mono}>{takeOrigin(take, filmSeed)}</span>
        {note && <span className={classes.note}>{note}</span>}
        <Button
          className={classes.choose}
          disabled={take.is_chosen || isBusy}
          onClick={() => onChoose(take.take)}
        >
          {take.is_chosen ? 'In the film' : `Use take ${take.take}`}
        </Button>
      </div>
    </div>
  );
}
