import * as assetLists from './asset-list-operations.ts';
import * as assets from './asset-operations.ts';
import * as bundles from './bundle-operations.ts';
import * as forks from './fork-operations.ts';
import * as generating from './generate-operations.ts';
import * as handOff from './hand-off-operations.ts';
import * as manifests from './manifest-operations.ts';
import type { Operation } from './operation.ts';
import * as presets from './preset-operations.ts';
import * as projects from './project-operations.ts';
import * as runs from './run-operations.ts';
import * as scenes from './scene-operations.ts';
import * as system from './system-operations.ts';
import * as versions from './version-operations.ts';
import * as webhooks from './webhook-operations.ts';

/** Every operation of the REST API, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [
  manifests,
  versions,
  assets,
  assetLists,
  bundles,
  generating,
  presets,
  projects,
  runs,
  forks,
  scenes,
  handOff,
  webhooks,
  system,
].flatMap((group): Operation[] => Object.values(group));
