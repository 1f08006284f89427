/** The example manifest of a first run; its artwork and texts stand in prisma/example. */
export const EXAMPLE_NAME = 'The Lamplighter';

/** The prompt that waits in the generate form until the first film. */
export const EXAMPLE_PROMPT =
  '@ENV_01 empties as the light fails. @CHAR_01 walks the pier with @PROP_01. @CHAR_02 waits with bad news. Out on the skerry @ENV_02 is dark in the storm. She climbs to @ENV_03. The lamp is lit, and @OBJ_01 finds its way home.';
