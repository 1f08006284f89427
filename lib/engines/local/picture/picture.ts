import { FRAME_RATE } from '../../../media/encode-video.ts';
import type { Bbox } from '../../../schemas/asset.ts';
import { frameSize } from '../../../schemas/project.ts';
import type { Placement } from '../../../schemas/storyboard.ts';
import type { EnginePorts, SceneInput } from '../../engine.ts';
import { overscan, type Size } from './camera.ts';
import { captionLayer } from './captions.ts';
import type { Picture, PlacedLayer } from './draw-picture.ts';
import { backdropLayer, plateLayer, subjectLayer } from './layers.ts';
import { standOf } from './layout.ts';
import { withOwnPictures } from './own-picture.ts';
import { loadReference, type Reference } from './reference.ts';

const SHARP_PLATE_RATE = 1;
const SOFT_PLATE_RATE = 0.6;

type Placed = { placement: Placement; reference: Reference };

async function placedReferences(input: SceneInput, ports: EnginePorts): Promise<Placed[]> {
  const byTag = new Map(input.snapshot?.assets.map((a) => [a.manifest_tag, a]));
  const placed: Placed[] = [];
  for (const placement of input.scene.placements) {
    const own = byTag.get(placement.tag);
    if (!own || placement.role === 'style') continue;
    const chosen = input.scene.references.find((r) => r.for === placement.tag);
    const asset = (chosen && byTag.get(chosen.tag)) ?? own;
    const reference = await loadReference({ ...asset, asset_type: own.asset_type }, ports);
    if (reference) placed.push({ placement, reference });
  }
  return placed;
}

/** A head is at the top of what stands out of a portrait: a close-up keeps it. */
function focusOf({ asset: { crop_bbox: box }, shape }: Reference, isCloseUp: boolean): Bbox | null {
  if (!box || shape.isCutOut) return null;
  return isCloseUp && shape.isPerson ? { ...box, height: 0 } : box;
}

/** Layers from back to front, and the tags of what they show. */
type Composed = { layers: PlacedLayer[]; tags: string[] };

/** The layers of a shot. */
async function layersOf(input: SceneInput, placed: Placed[], frame: Size): Promise<Composed> {
  const { scene, styleGuide } = input;
  const { grade } = styleGuide;
  const plate = placed.find((p) => p.placement.role === 'plate')?.reference;
  const subjects = placed.filter((p) => p.placement.role === 'subject');
  const stands = subjects.flatMap(({ placement, reference }) => {
    const shot = scene.shot_type === 'wide' && !plate ? 'medium' : scene.shot_type;
    const stand = standOf(reference.shape, placement, shot, frame, subjects.length);
    return stand ? [{ stand, reference }] : [];
  });
  const filling = stands.find((s) => s.stand.kind === 'fill');
  const isSoft = scene.shot_type !== 'wide' && !filling;
  const rate = isSoft ? SOFT_PLATE_RATE : SHARP_PLATE_RATE;
  const over = overscan(scene.camera_move, rate, scene.duration);
  const ground = filling?.reference ?? plate;
  const layers = [
    ground
      ? await plateLayer(ground, {
          frame,
          overscan: over,
          rate,
          isSoft,
          focus: focusOf(ground, ground === filling?.reference),
          grade,
        })
      : await backdropLayer(styleGuide, frame, over, rate, scene.index),
  ];
  // Who is nearer is drawn later.
  for (const { stand, reference } of stands.sort((a, b) => a.stand.rate - b.stand.rate)) {
    if (stand.kind !== 'fill') layers.push(await subjectLayer(reference, stand, frame, grade));
  }
  const shown = placed.map((p) => p.reference).filter((r) => r !== plate || r === ground);
  return { layers, tags: shown.map((r) => r.asset.manifest_tag) };
}

/** Prepares the layers of a shot. The keyframes are frames 0 and `frameCount - 1` of the same picture as the clip. */
export async function preparePicture(input: SceneInput, ports: EnginePorts): Promise<Picture> {
  const { scene, settings } = input;
  const size = frameSize(settings.aspectRatio, settings.resolution);
  const frameCount = Math.max(1, Math.round(scene.duration * FRAME_RATE));
  const placed = await placedReferences(input, ports);
  const { layers, tags } = await layersOf(input, placed, size);
  const caption = await captionLayer(scene, tags, size);
  const picture = { ...size, frameCount, layers, caption, move: scene.camera_move, duration: scene.duration };
  return withOwnPictures(picture, input, ports);
}
