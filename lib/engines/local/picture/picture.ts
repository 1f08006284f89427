import { FRAME_RATE } from '../../../media/encode-video.ts';
import { frameSize } from '../../../schemas/project.ts';
import type { Placement, ShotType } from '../../../schemas/storyboard.ts';
import type { PicturePorts, SceneInput } from '../../engine.ts';
import { backdropLayer } from './backdrop.ts';
import { type Box, overscan, type Point, type Size } from './camera.ts';
import { sceneCaptions, sentenceCaption } from './captions.ts';
import { freeThird, textTop } from './clear-text.ts';
import type { Picture, PlacedLayer } from './draw-picture.ts';
import { fitToMove } from './fit-move.ts';
import { lookOf } from './grade.ts';
import { foregroundLayer, plateLayer } from './ground.ts';
import { standsOf } from './layout.ts';
import { withOwnPictures } from './own-picture.ts';
import { loadReference, type Reference } from './reference.ts';
import type { Stand } from './stand.ts';
import { subjectLayer } from './subject.ts';
import { sideOf, type Variation, variationOf } from './variation.ts';

const SHARP_PLATE_RATE = 1;
const SOFT_PLATE_RATE = 0.55;
/** A zoom turns round a point between the middle of the frame and who is in it. */
const CENTRE_PULL = 0.45;
const ASIDE = 0.06;
/** What stays between a subject and the edge of the frame, or the text, in shares of the frame. */
const EDGE = 0.02;
const BOTTOM = 0.985;
const TEXT_AIR = 0.012;

type Placed = { placement: Placement; reference: Reference };

async function placedReferences(input: SceneInput, ports: PicturePorts): Promise<Placed[]> {
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

type Standing = { stand: Stand; reference: Reference };

/** Whether what stands out of a place stands to one side: the plan leaves it in view, so a take does not change sides. */
function hasSide({ shape: { focus } }: Reference): boolean {
  if (!focus) return false;
  return Math.abs(focus.x + focus.width / 2 - 0.5) > ASIDE;
}

/** Where a zoom turns round: towards the faces. */
function centreOf(stands: (Stand | null)[], frame: Size, { focus }: Variation): Point {
  const faces = stands.flatMap((s) => (s && s.kind !== 'fill' ? [s.keepClear] : []));
  const mean = (of: (face: Box) => number) =>
    faces.length === 0 ? 0.5 : faces.reduce((sum, face) => sum + of(face), 0) / faces.length;
  const pulled = (at: number) => 0.5 + CENTRE_PULL * (Math.min(0.9, Math.max(0.1, at)) - 0.5);
  return {
    x: pulled(mean((f) => (f.x + f.width / 2) / frame.width)) + focus.x,
    y: pulled(mean((f) => (f.y + f.height / 2) / frame.height)) + focus.y,
  };
}

/** Who stands where: with captions, nobody's face behind the text, however the camera moves. */
function standing(
  input: SceneInput,
  placed: Placed[],
  frame: Size,
  variation: Variation,
): { standing: Standing[]; shot: ShotType; centre: Point } {
  const { scene, settings } = input;
  const plate = placed.find((p) => p.placement.role === 'plate')?.reference;
  const subjects = placed.filter((p) => p.placement.role === 'subject');
  const shot = scene.shot_type === 'wide' && !plate ? 'medium' : scene.shot_type;
  const isTaken = shot === 'wide' && plate !== undefined && hasSide(plate);
  const group = subjects.map(({ placement, reference }) => ({
    shape: reference.shape,
    position: isTaken ? placement.position : sideOf(placement.position, variation),
  }));
  const bottom = settings.burnCaptions ? textTop(scene, frame) - TEXT_AIR : BOTTOM;
  const laidOut = standsOf(group, shot, frame, settings.burnCaptions ? bottom : 1);
  const centre = centreOf(laidOut, frame, variation);
  const { camera_move: move, duration: seconds } = scene;
  const filmed = { move, seconds, variation, centre, frame };
  const stands = fitToMove(laidOut, filmed, { top: EDGE, bottom, side: EDGE });
  return {
    shot,
    centre,
    standing: subjects.flatMap(({ reference }, i) => {
      const stand = stands[i];
      return stand ? [{ stand, reference }] : [];
    }),
  };
}

/** Layers from back to front, and the tags of what they show. */
type Composed = { layers: PlacedLayer[]; tags: string[]; standing: Standing[]; centre: Point };

/** The layers of a shot: ground, subjects from far to near, and what lies before them out of focus. */
async function layersOf(
  input: SceneInput,
  placed: Placed[],
  frame: Size,
  variation: Variation,
): Promise<Composed> {
  const { scene, styleGuide } = input;
  const look = lookOf(styleGuide);
  const plate = placed.find((p) => p.placement.role === 'plate')?.reference;
  const { standing: stands, shot, centre } = standing(input, placed, frame, variation);
  const filling = stands.find((s) => s.stand.kind === 'fill');
  const isSoft = shot !== 'wide' && !filling;
  const rate = isSoft ? SOFT_PLATE_RATE : SHARP_PLATE_RATE;
  const over = overscan(scene.camera_move, rate, scene.duration, variation);
  const ground = filling?.reference ?? plate;
  const crop = filling?.stand.crop ?? null;
  const layers = [
    ground
      ? await plateLayer(ground, { frame, overscan: over, rate, isSoft, crop, look })
      : await backdropLayer(styleGuide.palette, look, frame, {
          over,
          rate,
          about: `${scene.slug_line} ${scene.description}`,
        }),
  ];
  // Who is nearer is drawn later.
  for (const { stand, reference } of stands.sort((a, b) => a.stand.rate - b.stand.rate)) {
    if (stand.kind !== 'fill') layers.push(await subjectLayer(reference, stand, frame, look));
  }
  if (plate && !filling) layers.push(await foregroundLayer(plate, frame, look));
  const shown = placed.map((p) => p.reference).filter((r) => r !== plate || r === ground);
  return { layers, tags: shown.map((r) => r.asset.manifest_tag), standing: stands, centre };
}

/** Prepares the layers of a shot. The keyframes are frames 0 and `frameCount - 1` of the same picture as the clip. */
export async function preparePicture(input: SceneInput, ports: PicturePorts): Promise<Picture> {
  const { scene, settings } = input;
  const size = frameSize(settings.aspectRatio, settings.resolution);
  const frameCount = Math.max(1, Math.round(scene.duration * FRAME_RATE));
  const variation = variationOf(input.takeSeed);
  const placed = await placedReferences(input, ports);
  const { layers, tags, standing: stands, centre } = await layersOf(input, placed, size, variation);
  const captions =
    tags.length === 0
      ? await sentenceCaption(input, size, frameCount)
      : settings.burnCaptions
        ? await sceneCaptions(input, tags, size, {
            frameCount,
            free: freeThird(
              stands.map((s) => s.stand),
              size,
            ),
          })
        : [];
  const { camera_move: move, duration } = scene;
  const picture = { ...size, frameCount, layers, captions, move, centre, variation, duration };
  return withOwnPictures(picture, input, ports);
}
