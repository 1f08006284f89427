import {
  framesIn,
  HAND_OFF_RATE,
  type HandOffFilm,
  type HandOffMedia,
  type HandOffPart,
} from './hand-off-film.ts';

const time = (value: number) => ({ OTIO_SCHEMA: 'RationalTime.1', rate: HAND_OFF_RATE, value });
const range = (start: number, duration: number) => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start),
  duration: time(duration),
});

/** What every item has, in the order in which OpenTimelineIO writes it. */
const item = (schema: string, name: string) => ({
  OTIO_SCHEMA: schema,
  metadata: {},
  name,
  source_range: null as unknown,
  effects: [],
  markers: [] as unknown[],
  enabled: true,
});

const reference = ({ path, frames }: HandOffMedia) => ({
  OTIO_SCHEMA: 'ExternalReference.1',
  metadata: {},
  name: path.slice(path.lastIndexOf('/') + 1),
  available_range: range(0, frames),
  available_image_bounds: null,
  target_url: path,
});

const clip = (name: string, media: HandOffMedia, from: number, frames: number) => ({
  ...item('Clip.2', name),
  source_range: range(from, frames),
  media_references: { DEFAULT_MEDIA: reference(media) },
  active_media_reference_key: 'DEFAULT_MEDIA',
});

/** Lies behind the cut whole: the part before stands still on its last frame. */
const dissolve = ({ dissolve: frames }: HandOffPart) => ({
  OTIO_SCHEMA: 'Transition.1',
  metadata: { vidpipe: { outgoing: 'holds its last frame' } },
  name: 'Dissolve',
  in_offset: time(0),
  out_offset: time(frames),
  transition_type: 'SMPTE_Dissolve',
});

function partClip({ kind, name, note, media, from, frames }: HandOffPart) {
  const made = clip(name, media, from, frames);
  if (kind === 'scene')
    made.markers.push({
      OTIO_SCHEMA: 'Marker.2',
      metadata: {},
      name,
      color: 'YELLOW',
      comment: note,
      marked_range: range(from, 0),
    });
  return made;
}

const track = (kind: 'Video' | 'Audio', children: unknown[]) => ({
  ...item('Track.1', kind),
  children,
  kind,
});

/** The film in the JSON of OpenTimelineIO 0.17: one video track, and the film's sound where it has some. */
export function toOtio(film: HandOffFilm): string {
  const video = film.parts.flatMap((part, i) => [
    ...(i > 0 && part.dissolve > 0 ? [dissolve(part)] : []),
    partClip(part),
  ]);
  const sound = [clip('Sound', film.film, 0, framesIn(film.parts))];
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: { vidpipe: { project_id: film.projectId, snapshot_digest: film.digest } },
    name: film.title,
    global_start_time: time(0),
    tracks: {
      ...item('Stack.1', 'tracks'),
      children: [track('Video', video), ...(film.hasSound ? [track('Audio', sound)] : [])],
    },
  };
  return `${JSON.stringify(timeline, null, 2)}\n`;
}
