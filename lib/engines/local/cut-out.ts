/** Share of see-through pixels from which a picture is a cut-out: a photograph with rounded corners stays below. */
export const CUT_OUT_FROM = 0.02;
