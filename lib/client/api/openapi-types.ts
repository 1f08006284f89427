// Written by `npm run api:client` from the OpenAPI document: not to be edited.

export interface paths {
    "/api/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an asset
         * @description Absent fields stay as they are; null clears. Another `asset_type` gives the next tag of that type, and the old tag is never given again. A side that another asset of the group shows is refused with 422.
         */
        put: operations["updateAsset"];
        post?: never;
        /**
         * Delete an asset for good
         * @description Its tag is never given again. Films that used it keep it in their snapshot.
         */
        delete: operations["deleteAsset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{id}/crops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A part of an image as an asset of its own
         * @description `bbox` is in fractions of the image, from its upper left corner; each side needs 32 px or more. An asset without an image is 422, an image that was replaced meanwhile `conflict`.
         */
        post: operations["cropAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{id}/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse an image once more
         * @description The analysis of its manifest for this image alone; `GET …/progress` of the manifest tells how far it is. What a person wrote stays. Refused while an analysis runs; 422 without an image.
         */
        post: operations["reprocessAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{id}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an asset its image, or another one
         * @description PNG, JPEG or WebP by content, 10 MB at most, in the part `file`. What the analysis said of a former image is dropped, what people wrote stays; films that used the former one keep it.
         */
        post: operations["uploadAssetImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films and shots that show an asset
         * @description From the snapshots of the films, so it holds for assets that changed since.
         */
        get: operations["getAssetUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assets/{id}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Which assets show which side of a subject
         * @description The asset of the address, or the one whose subject it shows too, leads the group. A field names the asset that shows this side, null takes it out of the group; absent sides stay. All at once, so two can change places.
         */
        put: operations["arrangeViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/blobs/{hash}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bytes by their SHA-256
         * @description What a hash names never changes. Ranges, conditional requests and HEAD are answered; HEAD tells whether it is there.
         */
        get: operations["getBlob"];
        /**
         * Store an image under the SHA-256 of its bytes
         * @description PNG, JPEG or WebP by content, 10 MB at most, sent as it is and not as a form. Ask with HEAD first and skip what is there. Other bytes than the hash says are `hash-mismatch`, and nothing is kept. Assets are then made with the hash; an image that none has within 24 hours is removed again.
         */
        put: operations["putBlob"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a film
         * @description It goes on after the answer: `status_url` tells how far it is, and `GET …/events` pushes it. The manifest is frozen as it is now: later edits do not change the film. Refused while the manifest is analysed. As multipart with `images[]`, the pictures become a manifest of the film.
         */
        post: operations["generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generate/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the storyboard would decide now
         * @description Scenes and which references each would take, from the local planner. Nothing is stored and no use is counted. An empty prompt has no scenes.
         */
        post: operations["planFilm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Does this process answer
         * @description Says nothing of the database or the worker: see `/api/ready`.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Manifests that the filters keep
         * @description Without filters, all that are not in the trash. 100 to a page unless `limit` says otherwise; `Link` names the next page.
         */
        get: operations["listManifests"];
        put?: never;
        /**
         * A new manifest
         * @description It begins as a draft in version 1, without assets.
         */
        post: operations["createManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A manifest with its assets
         * @description All assets in their order. The ETag is what `If-Match` of a change wants. Not one in the trash: 404.
         */
        get: operations["getManifest"];
        /**
         * Change a manifest
         * @description Absent fields stay as they are; null clears. The first edit after a film was made with it begins a new version.
         */
        put: operations["updateManifest"];
        post?: never;
        /**
         * Move a manifest to the trash
         * @description One that films were made with is refused with `in-use`; `projects` names them. With `permanent=true` one that is in the trash is deleted for ever, whatever If-Match says; one that is not in the trash is `invalid-state`.
         */
        delete: operations["deleteManifest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Assets of a manifest in their order
         * @description All of them in one answer, by their place and then by age.
         */
        get: operations["listAssets"];
        put?: never;
        /**
         * A new asset
         * @description At the end of the manifest, with the next tag of its type. As JSON without an image; as multipart with its image in the part `file`: PNG, JPEG or WebP by content, 10 MB at most. An image that is refused leaves no asset behind.
         */
        post: operations["createAsset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/assets/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Many new assets, or one change of many
         * @description With `assets`, or as `text/csv`, new ones: all or none, in their order, 500 at most. Everything is checked before the first is made; errors point to each asset, in CSV to line and column too. An image by `sha256` (PUT it to /api/blobs before) is its asset's at once; an image by `url` is fetched after the answer, from public hosts only, and tried five times at most: `GET …/imports` tells where it stands. CSV has a header row of `name`, `asset_type` and any of `description`, `user_tags` (`|` or `;` between them), `reverse_prompt`, `image_url`, `image_sha256`. With `op`, one change of the assets that `asset_ids` names: another type, tags, delete, copy, move; ids that are not there come as `missing` and hold the others back from nothing.
         */
        post: operations["changeAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/assets/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge duplicates into one asset
         * @description `into` keeps its image and takes over tags and what people wrote of the others, which are deleted; crops of theirs become crops of it. Refused with 422 when the texts are too long together.
         */
        post: operations["mergeAssets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/assets/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the assets of a manifest in order
         * @description `asset_ids` names every asset of the manifest once, in the new order; else 422. The ETag is that of the manifest, and so is `If-Match`.
         */
        put: operations["orderAssets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/contact-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All assets of a manifest with their tags in one picture
         * @description PNG; with `format=pdf` a PDF for print. It changes with the assets: ask again with its ETag as `If-None-Match`. A manifest without assets has none: 404.
         */
        get: operations["getContactSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a manifest with its assets
         * @description New ids, the same tags, the same image bytes; version 1 and a draft. Without `name` it is called “… (Copy)”.
         */
        post: operations["duplicateManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A manifest with its images as a zip
         * @description A bundle: `manifest.json` and every image once, by its hash. It can be imported on any installation. More than an import takes is 413.
         */
        get: operations["exportManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Images of a manifest that are fetched from addresses
         * @description Every image that was given by `url`, also those that are done. With `Accept: text/event-stream` the state comes at once and after every change, as an `imports` event.
         */
        get: operations["listImports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Analyse the images of a manifest
         * @description Measures quality, finds duplicates and parts, writes texts where no person did, and draws the contact sheet. It goes on after the answer: `GET …/progress` tells how far it is. Refused while one runs; 422 when there is no image.
         */
        post: operations["processManifest"];
        /**
         * Cancel the analysis; what is finished stays
         * @description Images that were not finished count as not analysed. When no analysis runs, nothing happens.
         */
        delete: operations["cancelProcessing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far the analysis is
         * @description Of the running analysis, or the last one. It is over when `status` is no longer `PROCESSING`. With `Accept: text/event-stream` the state comes at once and after every change, as a `progress` event.
         */
        get: operations["getManifestProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a manifest out of the trash
         * @description As it was when it was deleted. One that is not in the trash stays as it is.
         */
        post: operations["restoreManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions of a manifest, newest first
         * @description Each with what changed in it and which films used it, 30 to a page. Numbers may be missing: a content that nothing ever used is not kept.
         */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version as it was
         * @description With its assets, as films that used it saw them. 404 for a number that was not kept.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/versions/{version}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an older version the newest again
         * @description Begins a new version with the content of the older one; the present one is kept as a version. Assets that were deleted since come back with their tags, newer ones go. When the content is the same already, nothing changes. Refused while an analysis runs.
         */
        post: operations["restoreVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/{id}/versions/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is different between two versions
         * @description Assets that came, went or changed between `from` and `to`, field by field, with both sides.
         */
        get: operations["compareVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * One act on many manifests
         * @description Tags, category, trash, restore, copy or delete for ever: one act in one request, of 10,000 manifests at most. What cannot take part is in `refused` and harms none of the others; `undo` holds the bodies of the requests that take it back.
         */
        post: operations["bulkEditManifests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Several manifests in one zip
         * @description One bundle with all of them. One that is not there refuses all: 404.
         */
        get: operations["exportManifests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything the filters keep, in brief
         * @description For acts on a whole search: the filters of the list without its pages, 10,000 at most.
         */
        get: operations["listManifestBriefs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/manifests/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take manifests in from a bundle
         * @description All of them or none, 2 GB at most. The zip comes as the part `file`, or as the body itself with `Content-Type: application/zip`. With `dry_run=true` it only says what it would do. A bundle that is wrong is refused with 422 and says where.
         */
        post: operations["importBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This description, as OpenAPI 3.1
         * @description Made of the schemas that parse the requests. The pages under `/docs` and the typed client are made of it.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Saved settings
         * @description All of them in one answer.
         */
        get: operations["listPresets"];
        put?: never;
        /**
         * Save settings under a name
         * @description What the form for a film holds beside title, prompt and manifest. A name that is taken is `conflict`; 200 at most.
         */
        post: operations["createPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rename or overwrite a preset
         * @description Absent fields stay as they are; `settings` are replaced as a whole.
         */
        put: operations["updatePreset"];
        post?: never;
        /**
         * Delete a preset
         * @description Films that were started with it do not change.
         */
        delete: operations["deletePreset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films, newest first
         * @description 50 to a page unless `limit` says otherwise; `Link` names the next page.
         */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A film with scenes, keyframes, takes and costs
         * @description Everything at once. To follow a film that runs, listen to its events instead.
         */
        get: operations["getProject"];
        put?: never;
        post?: never;
        /**
         * Delete a film; one that runs is stopped
         * @description For good. It leaves every list at once, and a manifest that only it was made with can be deleted then.
         */
        delete: operations["deleteProject"];
        options?: never;
        head?: never;
        /**
         * Give a film another title
         * @description The title stands on the first card of the film, so a finished film is out of date until `POST …/update`.
         */
        patch: operations["updateProject"];
        trace?: never;
    };
    "/api/projects/{id}/bundle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lockfile with all images and uploads that it names
         * @description Enough to make the same film on another installation, bit for bit: `POST /api/projects/from-lockfile`. There when the lockfile is.
         */
        get: operations["getFilmBundle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a film is, pushed
         * @description Server-sent events named `status`: the present state at once, then the newest after every change, and a `beat` every 15 seconds. `Last-Event-ID`, or `last_event_id`, names the state you have. A reader that is slower than the changes gets the newest state only; 503 with `Retry-After` when there are too many streams.
         */
        get: operations["streamProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/film": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The finished film
         * @description H.264 in MP4. Ranges are answered. 404 until it is finished.
         */
        get: operations["getFilm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new film from this one, sharing all that stays the same
         * @description Settings that are absent are those of the film. Scenes whose pictures would come out the same are shared, the others are made. The film itself stays as it is. Refused while pictures of the film, or the manifest, are analysed.
         */
        post: operations["forkProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/forks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a film was forked from, and its forks
         * @description Of the forks the newest 50, and how many there are.
         */
        get: operations["listForks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/hand-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The edit for another program
         * @description OpenTimelineIO, Final Cut Pro XML or an edit decision list (CMX 3600). Refused until the film is finished, and when it was changed since.
         */
        get: operations["getHandOff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/keyframes.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every keyframe that is there, as a zip of PNGs
         * @description Named by scene and position: `01-start.png`. 404 while there is none.
         */
        get: operations["getKeyframes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/lockfile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that determined a film, by hash
         * @description Snapshot, storyboard, settings, program and the hash of every frame. Of complete films that were not changed since. The frames of a new film are hashed first: the request waits a little, then it is 503 with `Retry-After`.
         */
        get: operations["getLockfile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a stopped or staged film
         * @description Of status `cancelled` or `staged`; a staged film goes on to its end. Finished steps are kept, unless an edit made them stale.
         */
        post: operations["resumeProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make what is missing of a film
         * @description Of status `partial` or `failed`. Failed and missing steps are made once more; finished ones are kept, unless an edit made them stale.
         */
        post: operations["retryProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/save-manifest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a film's quick upload into the library
         * @description With the analysed images and their texts. A manifest that is in the library already stays as it is. Refused while the pictures are analysed; 404 for a film without any.
         */
        post: operations["saveManifest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new scene after another one
         * @description In the place and style of the scene before it, unless the body says otherwise. It is made when the film is brought up to date. Scenes are edited while the film does not run and has a storyboard; a film has 300 at most.
         */
        post: operations["addScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a scene out of a film
         * @description A finished film is out of date until it is brought up to date. The last scene cannot be removed: `conflict`. Refused while the film runs.
         */
        delete: operations["removeScene"];
        options?: never;
        head?: never;
        /**
         * Change a scene
         * @description Absent fields stay as they are. What was made of the scene stays until the film is brought up to date. Tags must be in the snapshot of the film. Refused while the film runs.
         */
        patch: operations["updateScene"];
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/keyframes/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * A picture of your own as a keyframe
         * @description PNG, JPEG or WebP by content, 10 MB at most, in the part `file`. The clip of the scene is stale until the film is brought up to date; then it begins or ends with this picture. Refused while the film runs.
         */
        put: operations["setOwnKeyframe"];
        post?: never;
        /**
         * Back to the made keyframe
         * @description It is drawn when the film is brought up to date; until then `url` is null. A keyframe that is no own picture stays as it is.
         */
        delete: operations["removeOwnKeyframe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a removed scene back
         * @description To where it stood, with all that was made of it. One that is there stays as it is.
         */
        post: operations["restoreScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/takes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Another take of a shot
         * @description As JSON it is made, with `seed` or one by chance; as multipart it is your own clip in the part `file`: MP4, MOV or WebM, 200 MB at most. It is chosen as soon as it is done, and the film is stitched again; the other takes stay. A scene keeps 99. Refused while the film runs, and as JSON while other clips are missing.
         */
        post: operations["anotherTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/takes/{take}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a take that is not chosen
         * @description It can be restored for a day. Refused for the chosen one, and while the film runs.
         */
        delete: operations["removeTake"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/takes/{take}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a take; the film is stitched again
         * @description Nothing is drawn anew. The others stay and can be chosen again. Also while the film runs; refused for a take that is not made yet.
         */
        post: operations["chooseTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/{scene_id}/takes/{take}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a removed take back
         * @description With the number that it had. One that is there stays. Refused while the film runs.
         */
        post: operations["restoreTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/scenes/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put the scenes of a film in order
         * @description `scene_ids` names every scene of the film once, in the new order; else 422.
         */
        put: operations["orderScenes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The manifest as a film froze it
         * @description 404 for a film without a manifest, and for one of pictures until these are analysed.
         */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a film is
         * @description Without the scenes: status, stages and counters. Cheap enough to ask often.
         */
        get: operations["getProjectStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a film; what is finished stays
         * @description What is at work is called off; the status is `cancelled` when that is done. `POST …/resume` goes on. Refused when the film does not run.
         */
        post: operations["stopProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/storyboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The storyboard for print or for a table
         * @description PDF with the keyframes that are there, or CSV with one scene to a row.
         */
        get: operations["getStoryboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/subtitles.vtt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The subtitles of a film, as WebVTT
         * @description Dialogue, or the sentence of a shot without any, in the time of the film with its title card. 404 until the film is finished.
         */
        get: operations["getSubtitles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make again what edits made stale, and nothing else
         * @description Of any film that does not run: what is stale and what is missing is made, then the film is stitched. Refused when a complete film lacks nothing.
         */
        post: operations["bringUpToDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/from-lockfile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the film of a lockfile here
         * @description The lockfile in the part `lockfile`, or the bundle of the film in the part `bundle`, which brings its images; or both. Images that are neither here nor in the bundle are named in a 422. The library is not changed. With `dry_run=true` it only says what would be made.
         */
        post: operations["filmFromLockfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Films that are being made
         * @description With `Accept: text/event-stream` the list comes at once and after every change, as a `running` event.
         */
        get: operations["listRunning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Does a lockfile still hold here
         * @description The body is the lockfile as it was downloaded, 16 MB at most. What differs here is a finding; what is no lockfile, or damaged, is 422. Nothing is drawn.
         */
        post: operations["verifyLockfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is everything there that it needs
         * @description The database answers, the blob store can be written, a worker is connected.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The best few manifests, assets and films
         * @description By words, forgiving of typos. Without `q`, the manifests and films that were changed last, and no assets.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of all manifests with their counts
         * @description Of manifests that are not in the trash.
         */
        get: operations["listTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All webhooks, oldest first
         * @description At most 50, so there are no pages.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Register an address for events
         * @description Messages are signed as Standard Webhooks has it and sent at least once, with eight tries in about a day. The secret is in this answer and in that of a rotation, never again. Private addresses are refused unless `ALLOW_PRIVATE_ADDRESSES` names them. 50 webhooks at most.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A webhook
         * @description Where it sends, what for, and whether it fails at present.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook with its log
         * @description What waits to be sent to it is dropped.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change a webhook, switch it on or off
         * @description Absent fields stay as they are. Switched off, it drops what waits. Switched on, its failures are forgotten.
         */
        patch: operations["updateWebhook"];
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The log of a webhook, newest first
         * @description One entry for each message, with its last try. Kept for 30 days; 30 to a page.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{delivery_id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description One that waits for its next try is sent now. One that is over gets a delivery of its own, with the same `webhook-id`. Refused while the webhook is switched off.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description For 24 hours messages carry a signature of the secret before as well.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.ping`
         * @description Whatever events it listens to. `GET …/deliveries` tells how it went. Refused while the webhook is switched off.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        AspectRatio: "16:9" | "9:16" | "1:1";
        Asset: {
            analysis_error: string | null;
            /** @enum {string} */
            analysis_state: "none" | "queued" | "running" | "done" | "failed";
            asset_id: components["schemas"]["Id"];
            asset_type: components["schemas"]["AssetType"];
            created_at: components["schemas"]["Instant"];
            crop_bbox: components["schemas"]["BboxOutput"] | null;
            description: string;
            /** @description Of a crop: what was detected in it. */
            detection_class: string | null;
            detection_confidence: number | null;
            detections: components["schemas"]["Detection"][] | null;
            file_name: string | null;
            has_alpha: boolean;
            height: number | null;
            /** @description SHA-256 of the image that is used: upright, sRGB. */
            image_hash: components["schemas"]["Hash"] | null;
            is_face_crop: boolean;
            is_primary: boolean;
            manifest_id: components["schemas"]["Id"];
            /** @description What prompts call it: `@CHAR_01`. Never given to another asset. */
            manifest_tag: components["schemas"]["ManifestTag"];
            name: string;
            palette: components["schemas"]["Palette"] | null;
            perceptual_hash: string | null;
            /** @description ThumbHash of the image, base64; shown until it is there. */
            placeholder: string | null;
            quality_reasons: components["schemas"]["QualityReason"][] | null;
            /** @description 0 to 1; null: not analysed. */
            quality_score: number | null;
            /** @description `/api/blobs/<master>`; null: no image. */
            reference_image_url: string | null;
            reverse_prompt: string | null;
            /** @description `user`: written by hand; `analysis`: composed from measurements. */
            reverse_prompt_origin: ("user" | "analysis") | null;
            /** @description Counts edits of this asset; its ETag. */
            revision: number;
            sort_order: number;
            /** @enum {string} */
            source: "uploaded" | "detected" | "extracted";
            /** @description The asset it was cropped from. */
            source_asset_id: components["schemas"]["Id"] | null;
            /** @description `/api/blobs/<master>?w=320`; other widths: 640, 1280. */
            thumbnail_url: string | null;
            updated_at: components["schemas"]["Instant"];
            user_tags: string[];
            view: ("front" | "three_quarter" | "side" | "full_body") | null;
            /** @description The asset whose subject it shows too; null: it leads its own group of references. */
            view_of_asset_id: components["schemas"]["Id"] | null;
            visual_description: string | null;
            visual_description_origin: ("user" | "analysis") | null;
            width: number | null;
        };
        AssetBulkResult: {
            /** @description The assets that changed, as they are now; of a copy, the new ones. */
            assets: components["schemas"]["Asset"][];
            /** @description Ids that were not there: somebody else deleted or moved them. */
            missing: components["schemas"]["Id"][];
            /** @description Ids that are no longer in the manifest. */
            removed: components["schemas"]["Id"][];
            /** @description Where moved and copied assets are. */
            to: {
                is_new: boolean;
                manifest_id: components["schemas"]["Id"];
                name: string;
            } | null;
        };
        /** @enum {string} */
        AssetType: "CHARACTER" | "OBJECT" | "ENVIRONMENT" | "PROP" | "STYLE" | "OTHER";
        Bbox: {
            height: number;
            width: number;
            x: number;
            y: number;
        };
        BboxOutput: {
            height: number;
            width: number;
            x: number;
            y: number;
        };
        /** @enum {string} */
        CameraMove: "hold" | "push_in" | "pull_out" | "pan_left" | "pan_right" | "crane_up" | "crane_down" | "parallax";
        Detection: {
            bbox: components["schemas"]["BboxOutput"];
            confidence: number;
            label: string;
        };
        FilmPlan: {
            /** @description Tags of the prompt that the manifest once gave and no longer has. */
            retired: {
                manifest_tag: components["schemas"]["ManifestTag"];
                /** @description The tag that its asset has now; null: the asset is gone. */
                now: components["schemas"]["ManifestTag"] | null;
                /** @description The version without it; null: no kept version knows it. */
                version: number | null;
            }[];
            scenes: {
                /** @description Seconds. */
                duration: number;
                index: number;
                references: {
                    /** @description The engine composes the shot with it. */
                    is_taken: boolean;
                    /** @description For people; empty: it is simply named. */
                    reason: string;
                    /**
                     * @description `plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.
                     * @enum {string}
                     */
                    role: "plate" | "subject" | "style";
                    tag: components["schemas"]["ManifestTag"];
                }[];
                /** @description What of the prompt was read otherwise than it is written, or in vain. */
                repairs: {
                    did: string;
                    said: string;
                }[];
                shot_type: components["schemas"]["ShotType"];
                slug_line: string;
                title: string;
            }[];
        };
        FilmStarted: {
            project_id: components["schemas"]["Id"];
            /** @constant */
            status: "pending";
            status_url: string;
            warnings: {
                code: string;
                detail: string;
            }[];
        };
        ForkPreview: {
            /** @description Why the storyboard is planned anew. */
            anew_because: ("prompt" | "style" | "clip_duration" | "total_duration" | "seed" | "no-storyboard")[];
            /** @description False: the storyboard is planned anew, and no scene is shared. */
            keeps_storyboard: boolean;
            /** @description Own pictures and clips that stay behind, because they have another shape. */
            own_left: number;
            /** @description Tags of placements that are taken out: the manifest has them no more. */
            removed_tags: string[];
            /** @description Of a kept storyboard, in film order. */
            scenes: {
                index: number;
                is_shared: boolean;
                title: string;
            }[];
            scenes_shared: number;
            scenes_total: number;
        };
        Forks: {
            /** @description null: not a fork, or what it was forked from is deleted. */
            forked_from: {
                project_id: components["schemas"]["Id"];
                title: string;
            } | null;
            /** @description Newest first, at most 50. */
            forks: {
                created_at: components["schemas"]["Instant"];
                project_id: components["schemas"]["Id"];
                status: components["schemas"]["ProjectStatus"];
                title: string;
            }[];
            total: number;
        };
        ForkStarted: {
            project_id: components["schemas"]["Id"];
            status: components["schemas"]["ProjectStatus"];
            status_url: string;
            warnings: {
                code: string;
                detail: string;
            }[];
        };
        Hash: string;
        Id: string;
        ImportPreview: {
            /** @constant */
            dry_run: true;
            manifests: {
                asset_count: number;
                assets: {
                    /** @description Whether the library holds its image already; null: it has none. */
                    is_image_known: boolean | null;
                    name: string;
                    /**
                     * @description `same`: the clashing manifest has this image under this name and type; merging leaves it alone.
                     * @enum {string}
                     */
                    state: "new" | "same";
                    tag: string;
                    type: components["schemas"]["AssetType"];
                }[];
                /** @description What each choice would do; null: there is nothing to choose. */
                choices: {
                    merge: {
                        added: number;
                        left_alone: number;
                    };
                    rename: {
                        added: number;
                        name: string;
                    };
                } | null;
                /** @description The live manifest of the same name, the one changed last; null: the manifest is made anew. */
                clash: {
                    asset_count: number;
                    manifest_id: components["schemas"]["Id"];
                    name: string;
                } | null;
                /** @description Place in the bundle, from 0. */
                index: number;
                /** @description Assets whose image the library holds already. */
                known_image_count: number;
                name: string;
            }[];
        };
        ImportResult: {
            /** @constant */
            dry_run: false;
            manifests: {
                added_asset_ids: components["schemas"]["Id"][];
                index: number;
                /** @description The manifest that was made or merged into; of a skipped one, the one that was there. */
                manifest_id: components["schemas"]["Id"];
                name: string;
                /** @enum {string} */
                outcome: "created" | "merged" | "skipped";
                /** @description Tag in the bundle → tag in the manifest. */
                tags: {
                    [key: string]: string;
                };
            }[];
        };
        /** Format: date-time */
        Instant: string;
        Lockfile: {
            /** @constant */
            $schema: "/schemas/film-lockfile-1.json";
            engine: string;
            film: {
                /** @description SHA-256 of the MP4. */
                blob_hash: components["schemas"]["Hash"];
                /** @description Seconds. */
                duration: number;
                frames: number;
                /** @description SHA-256 over the `sha256` of the parts, one after another in hex. */
                frames_hash: components["schemas"]["Hash"];
                parts: {
                    frames: number;
                    marks: string;
                    /** @enum {string} */
                    part: "title" | "scene" | "end";
                    /** @description Index of the scene; null: a card. */
                    scene: number | null;
                    sha256: components["schemas"]["Hash"];
                }[];
            };
            /** @constant */
            format: 1;
            made_with: {
                encoding: string;
                engine: string;
                ffmpeg: string;
                libvips: string;
                node_av: string;
                sharp: string;
                vidpipe: string;
            };
            project_id: components["schemas"]["Id"];
            scenes: {
                /** @description SHA-256 of all that determines its pictures; null: made before they were kept. */
                input_hash: components["schemas"]["Hash"] | null;
                keyframes: {
                    end: {
                        blob_hash: components["schemas"]["Hash"];
                        /** @enum {string} */
                        source: "made" | "uploaded";
                    } | null;
                    start: {
                        blob_hash: components["schemas"]["Hash"];
                        /** @enum {string} */
                        source: "made" | "uploaded";
                    } | null;
                };
                plan: {
                    /**
                     * @default {
                     *       "dialogue": [],
                     *       "effects": [],
                     *       "ambience": "",
                     *       "music": ""
                     *     }
                     */
                    audio: {
                        ambience: string;
                        dialogue: {
                            /** @description Tag of who speaks; null: a voice that is no reference. */
                            speaker: components["schemas"]["ManifestTag"] | null;
                            /** @description Seconds from the start of the shot. */
                            starts_at: number;
                            text: string;
                        }[];
                        effects: string[];
                        music: string;
                    };
                    camera_move: components["schemas"]["CameraMove"];
                    /**
                     * @description What must stay as it was in the shot before: "Mara still carries the lantern".
                     * @default []
                     */
                    continuity: string[];
                    /** @description The sentence of the prompt that this shot shows, mentions written as names. */
                    description: string;
                    duration: number;
                    index: number;
                    /**
                     * @description For video models: what moves and how.
                     * @default
                     */
                    motion_prompt: string;
                    placements: {
                        /**
                         * @description What it does in this shot: "walks the pier".
                         * @default
                         */
                        action: string;
                        asset_type: components["schemas"]["AssetType"];
                        name: string;
                        /** @enum {string} */
                        position: "left" | "centre" | "right" | "full";
                        /**
                         * @description `plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.
                         * @enum {string}
                         */
                        role: "plate" | "subject" | "style";
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    /**
                     * @description The images it is made with, best first; at most as many as the engine takes.
                     * @default []
                     */
                    references: {
                        /** @enum {string} */
                        chosen_by: "rule" | "person";
                        /** @description Of the placement that it serves. */
                        for: components["schemas"]["ManifestTag"];
                        /** @description For people: "close-up, so the face crop". */
                        reason: string;
                        /** @description Of the asset whose image is taken: the placed one, or another view or crop of its subject. */
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    /**
                     * @description What of the engine's answer did not fit the snapshot, and what was made of it.
                     * @default []
                     */
                    repairs: {
                        did: string;
                        said: string;
                    }[];
                    shot_type: components["schemas"]["ShotType"];
                    /** @description As on a screenplay: "EXT. HARBOUR AT DUSK". */
                    slug_line: string;
                    /** @description For the cards: "Harbour, last light". */
                    title: string;
                    /**
                     * @description How this shot begins. The first shot begins from the title card.
                     * @enum {string}
                     */
                    transition: "cut" | "dissolve" | "match_cut";
                };
                take: {
                    blob_hash: components["schemas"]["Hash"];
                    /** @description Seconds. */
                    duration: number;
                    /** @description SHA-256 over its decoded frames. */
                    frames_hash: components["schemas"]["Hash"];
                    /** @description SHA-256 of all that determined it; null: uploaded, or made before they were kept. */
                    input_hash: components["schemas"]["Hash"] | null;
                    /** @description Of this take; null: the film's. */
                    seed: number | null;
                    /** @enum {string} */
                    source: "made" | "uploaded";
                };
            }[];
            settings: {
                aspect_ratio: components["schemas"]["AspectRatio"];
                burn_captions: boolean;
                /** @description Seconds. */
                clip_duration: number;
                enable_audio: boolean;
                prompt: string;
                resolution: components["schemas"]["Resolution"];
                seed: number;
                style: string;
                title: string;
                /** @description Seconds. */
                total_duration: number;
            };
            /** @description null: made without a manifest. */
            snapshot: {
                data: {
                    assets: components["schemas"]["SnapshotAsset"][];
                    /** @constant */
                    format: 1;
                    manifest: {
                        category: components["schemas"]["ManifestCategory"];
                        description: string;
                        manifest_id: components["schemas"]["Id"];
                        name: string;
                        tags: string[];
                        version: number;
                    };
                };
                /** @description SHA-256 of the canonical JSON of `data`. */
                digest: components["schemas"]["Hash"];
            } | null;
            style_guide: {
                grade: {
                    contrast: number;
                    saturation: number;
                    vignette: number;
                    warmth: number;
                };
                /**
                 * @description One sentence on light, lens and colour, for people and models.
                 * @default
                 */
                look: string;
                palette: string[];
                style: string;
                style_tags: components["schemas"]["ManifestTag"][];
            };
        };
        LockfilePreview: {
            aspect_ratio: components["schemas"]["AspectRatio"];
            digest: components["schemas"]["Hash"];
            /** @constant */
            dry_run: true;
            engine: string;
            /** @description Images and uploads that it needs, and how many of them are at hand. */
            files: {
                here: number;
                needed: number;
            };
            findings: {
                /** @enum {string} */
                code: "snapshot-digest" | "scene-input" | "film-parts" | "image-missing" | "upload-missing" | "engine-missing" | "engine-version" | "program-version" | "library-version" | "film-not-here" | "film-changed" | "frames-differ";
                detail: string;
                /** @description Index of the scene it is about. */
                scene?: number;
                /** @enum {string} */
                severity: "differs" | "note";
            }[];
            manifest_name: string | null;
            scenes: number;
            /** @description Of the film. */
            seconds: number;
            title: string;
        };
        Manifest: {
            asset_count: number;
            category: components["schemas"]["ManifestCategory"];
            contact_sheet_url: string | null;
            created_at: components["schemas"]["Instant"];
            /** @description null: not in the trash. */
            deleted_at: components["schemas"]["Instant"] | null;
            description: string;
            /** @description First failure, for the card of an ERROR manifest. */
            error_summary: string | null;
            last_used_at: components["schemas"]["Instant"] | null;
            manifest_id: components["schemas"]["Id"];
            /** @description Only in the answer to a search: why it was found. */
            matches?: components["schemas"]["SearchMatch"][];
            name: string;
            processing_progress: components["schemas"]["ProcessingProgress"] | null;
            /** @description Counts edits of the manifest and its assets; its ETag. */
            revision: number;
            /** @description The first 24 assets with an image. */
            sheet: components["schemas"]["SheetTile"][];
            status: components["schemas"]["ManifestStatus"];
            tags: string[];
            thumbnail_url: string | null;
            /** @description How many films were started with it. */
            times_used: number;
            type_counts: {
                [key: string]: number;
            };
            updated_at: components["schemas"]["Instant"];
            /** @description Counts contents that films were made with: an edit after a film begins the next one. */
            version: number;
        };
        ManifestBrief: {
            asset_count: number;
            category: components["schemas"]["ManifestCategory"];
            manifest_id: components["schemas"]["Id"];
            name: string;
            status: components["schemas"]["ManifestStatus"];
            tags: string[];
        };
        ManifestBulkResult: {
            /** @description What is different now; one that was as asked already is in neither list. */
            changed: components["schemas"]["Id"][];
            /** @description Ids of the copies, of `duplicate`. */
            made: components["schemas"]["Id"][];
            refused: {
                code: string;
                detail: string;
                manifest_id: components["schemas"]["Id"];
                /** @description null: there is no such manifest. */
                name: string | null;
                /** @description The newest films that hold it, when it is in use. */
                projects?: {
                    project_id: components["schemas"]["Id"];
                    title: string;
                }[];
            }[];
            /** @description Edits that, sent in this order, take this one back; none when nothing can. */
            undo: {
                /** @description May stand beside `remove_tags`: both are one act. */
                add_tags?: string[];
                category?: components["schemas"]["ManifestCategory"];
                /**
                 * @description To the trash.
                 * @constant
                 */
                delete?: true;
                /**
                 * @description 50 manifests at most.
                 * @constant
                 */
                duplicate?: true;
                manifest_ids: components["schemas"]["Id"][];
                /**
                 * @description Out of the trash, for ever.
                 * @constant
                 */
                purge?: true;
                remove_tags?: string[];
                /**
                 * @description Out of the trash.
                 * @constant
                 */
                restore?: true;
            }[];
        };
        /** @enum {string} */
        ManifestCategory: "CHARACTERS" | "ENVIRONMENT" | "FULL_PRODUCTION" | "STYLE_KIT" | "BRAND_KIT" | "CUSTOM";
        ManifestDetail: {
            asset_count: number;
            assets: components["schemas"]["Asset"][];
            category: components["schemas"]["ManifestCategory"];
            contact_sheet_url: string | null;
            created_at: components["schemas"]["Instant"];
            /** @description null: not in the trash. */
            deleted_at: components["schemas"]["Instant"] | null;
            description: string;
            /** @description First failure, for the card of an ERROR manifest. */
            error_summary: string | null;
            last_used_at: components["schemas"]["Instant"] | null;
            manifest_id: components["schemas"]["Id"];
            /** @description Only in the answer to a search: why it was found. */
            matches?: components["schemas"]["SearchMatch"][];
            name: string;
            /** @description The film whose quick upload it is; null: it is in the library. */
            owner_project_id: components["schemas"]["Id"] | null;
            /** @description What it is a copy of; null: no copy. */
            parent_manifest_id: components["schemas"]["Id"] | null;
            processing_progress: components["schemas"]["ProcessingProgress"] | null;
            /** @description Counts edits of the manifest and its assets; its ETag. */
            revision: number;
            /** @description The first 24 assets with an image. */
            sheet: components["schemas"]["SheetTile"][];
            status: components["schemas"]["ManifestStatus"];
            tags: string[];
            thumbnail_url: string | null;
            /** @description How many films were started with it. */
            times_used: number;
            total_processing_cost: number;
            type_counts: {
                [key: string]: number;
            };
            updated_at: components["schemas"]["Instant"];
            /** @description Counts contents that films were made with: an edit after a film begins the next one. */
            version: number;
        };
        ManifestProgress: {
            assets: {
                analysis_error: string | null;
                /** @enum {string} */
                analysis_state: "none" | "queued" | "running" | "done" | "failed";
                asset_id: components["schemas"]["Id"];
                quality_score: number | null;
            }[];
            contact_sheet_hash: components["schemas"]["Hash"] | null;
            manifest_id: components["schemas"]["Id"];
            progress: components["schemas"]["ProcessingProgress"] | null;
            revision: number;
            /** @description Seconds, measured on this run; null: not known yet. */
            seconds_left: number | null;
            status: components["schemas"]["ManifestStatus"];
        };
        /** @enum {string} */
        ManifestStatus: "DRAFT" | "PROCESSING" | "READY" | "ERROR";
        ManifestTag: string;
        ManifestVersion: {
            began_at: components["schemas"]["Instant"];
            changes: components["schemas"]["VersionChanges"];
            /** @description Digest of the snapshots of this version. */
            digest: components["schemas"]["Hash"];
            /** @description Films that are not deleted. */
            films: {
                count: number;
                newest: {
                    project_id: components["schemas"]["Id"];
                    title: string;
                } | null;
            };
            is_current: boolean;
            restored_from_version: number | null;
            /** @description For people: "2 replaced: PROP_01, ENV_02". */
            summary: string;
            version: number;
        };
        OwnKeyframe: {
            /** @enum {string} */
            position: "start" | "end";
            project_id: components["schemas"]["Id"];
            scene_id: components["schemas"]["Id"];
            /** @enum {string} */
            source: "made" | "uploaded";
            url: string | null;
            warnings: string[];
        };
        Palette: {
            hex: string;
            share: number;
        }[];
        Preset: {
            created_at: components["schemas"]["Instant"];
            name: string;
            preset_id: components["schemas"]["Id"];
            settings: {
                /** @default 16:9 */
                aspect_ratio: components["schemas"]["AspectRatio"];
                /**
                 * @description Draw label, sentence and tags into the picture. They are subtitles beside the film either way.
                 * @default false
                 */
                burn_captions: boolean;
                /**
                 * @description Seconds of one shot.
                 * @default 6
                 */
                clip_duration: number;
                /**
                 * @description The film has a sound track.
                 * @default false
                 */
                enable_audio: boolean;
                /**
                 * @default local
                 * @enum {string}
                 */
                engine: "local";
                /** @default 720p */
                resolution: components["schemas"]["Resolution"];
                /** @description The last stage to run; absent: the whole film. */
                run_through?: ("storyboard" | "keyframes" | "clips") | null;
                /** @description Absent: by chance. */
                seed?: number | null;
                /**
                 * @description In words of your own.
                 * @default cinematic
                 */
                style: string;
                /**
                 * @description Seconds of all shots together; title and end card come on top.
                 * @default 15
                 */
                total_duration: number;
            };
            updated_at: components["schemas"]["Instant"];
        };
        Problem: {
            code: string;
            detail?: string;
            errors?: {
                code: string;
                detail: string;
                header?: string;
                parameter?: string;
                pointer?: string;
            }[];
            instance: string;
            status: number;
            title: string;
            type: string;
        } & {
            [key: string]: unknown;
        };
        ProcessingProgress: {
            /** @default false */
            cancelled: boolean;
            done: number;
            failed: number;
            finished_at: components["schemas"]["Instant"] | null;
            /** @description Where the manifest rested before: one that was READY stays so with images it has not analysed yet. */
            from_status: components["schemas"]["ManifestStatus"];
            run_id: components["schemas"]["Id"];
            started_at: components["schemas"]["Instant"];
            step: ("measure" | "contact_sheet") | null;
            total: number;
        };
        Project: {
            aspect_ratio: components["schemas"]["AspectRatio"];
            burn_captions: boolean;
            clip_duration: number;
            created_at: components["schemas"]["Instant"];
            enable_audio: boolean;
            engine: string;
            error_code: string | null;
            error_message: string | null;
            film_bytes: number | null;
            film_seconds: number | null;
            film_url: string | null;
            finished_at: components["schemas"]["Instant"] | null;
            forked_from_id: components["schemas"]["Id"] | null;
            manifest_id: components["schemas"]["Id"] | null;
            /** @description Made of a quick upload that is not in the library. */
            manifest_is_own: boolean;
            manifest_name: string | null;
            manifest_version: number | null;
            project_id: components["schemas"]["Id"];
            prompt: string;
            resolution: components["schemas"]["Resolution"];
            run_through: string | null;
            scenes_done: number;
            scenes_total: number;
            seed: number;
            started_at: components["schemas"]["Instant"] | null;
            status: components["schemas"]["ProjectStatus"];
            stop_requested: boolean;
            style: string;
            /** @description First keyframe at hand. */
            thumbnail_url: string | null;
            title: string;
            total_duration: number;
            updated_at: components["schemas"]["Instant"];
        };
        ProjectDetail: {
            aspect_ratio: components["schemas"]["AspectRatio"];
            burn_captions: boolean;
            clip_duration: number;
            cost: {
                actual: number;
                entries: {
                    amount: number;
                    step: string;
                }[];
                estimate: number;
            };
            created_at: components["schemas"]["Instant"];
            enable_audio: boolean;
            engine: string;
            error_code: string | null;
            error_message: string | null;
            film_bytes: number | null;
            film_hash: components["schemas"]["Hash"] | null;
            /** @description What the finished film shows when; null: there is none, or it is from before this was kept. */
            film_scenes: {
                duration: number;
                scene_id: components["schemas"]["Id"];
                starts_at: number;
                title: string;
            }[] | null;
            film_seconds: number | null;
            film_url: string | null;
            finished_at: components["schemas"]["Instant"] | null;
            forked_from_id: components["schemas"]["Id"] | null;
            /** @description The finished film shows something that was changed since. */
            is_film_stale: boolean;
            manifest_id: components["schemas"]["Id"] | null;
            /** @description Made of a quick upload that is not in the library. */
            manifest_is_own: boolean;
            manifest_name: string | null;
            manifest_version: number | null;
            project_id: components["schemas"]["Id"];
            prompt: string;
            resolution: components["schemas"]["Resolution"];
            run_through: string | null;
            scenes: components["schemas"]["ProjectScene"][];
            scenes_done: number;
            scenes_total: number;
            seed: number;
            snapshot_digest: components["schemas"]["Hash"] | null;
            stages: components["schemas"]["Stages"];
            started_at: components["schemas"]["Instant"] | null;
            status: components["schemas"]["ProjectStatus"];
            stop_requested: boolean;
            style: string;
            style_guide: {
                grade: {
                    /** @description 0 to 2. */
                    contrast: number;
                    /** @description 0 to 2. */
                    saturation: number;
                    /** @description 0 to 0.5. */
                    vignette: number;
                    /** @description -1 cool to 1 warm. */
                    warmth: number;
                };
                /**
                 * @description One sentence on light, lens and colour, for people and models.
                 * @default
                 */
                look: string;
                palette: string[];
                style: string;
                style_tags: components["schemas"]["ManifestTag"][];
            } | null;
            /** @description First keyframe at hand. */
            thumbnail_url: string | null;
            title: string;
            total_duration: number;
            updated_at: components["schemas"]["Instant"];
        };
        ProjectProgress: {
            clips: {
                done: number;
                failed: number;
                total: number;
            };
            /** @description Seconds since the run began. */
            elapsed_seconds: number | null;
            error_message: string | null;
            film_url: string | null;
            keyframes: {
                done: number;
                failed: number;
                total: number;
            };
            project_id: components["schemas"]["Id"];
            stages: components["schemas"]["Stages"];
            status: components["schemas"]["ProjectStatus"];
            stop_requested: boolean;
            updated_at: components["schemas"]["Instant"];
        };
        ProjectScene: {
            /**
             * @default {
             *       "dialogue": [],
             *       "effects": [],
             *       "ambience": "",
             *       "music": ""
             *     }
             */
            audio: {
                ambience: string;
                dialogue: {
                    /** @description Tag of who speaks; null: a voice that is no reference. */
                    speaker: components["schemas"]["ManifestTag"] | null;
                    /** @description Seconds from the start of the shot. */
                    starts_at: number;
                    text: string;
                }[];
                effects: string[];
                music: string;
            };
            camera_move: components["schemas"]["CameraMove"];
            clips: {
                clip_id: components["schemas"]["Id"];
                duration: number | null;
                error: string | null;
                finished_at: components["schemas"]["Instant"] | null;
                is_chosen: boolean;
                /** @description Made from something else than the scene says now; not stale where a person chose it nevertheless. */
                is_older: boolean;
                /** @description What it was made from is not what the scene says now. */
                is_stale: boolean;
                /** @description Chosen as soon as it is done. */
                is_wanted: boolean;
                progress: number;
                /** @description Of this take; null: the film's. */
                seed: number | null;
                /**
                 * @description `uploaded`: a person's own, never made again.
                 * @enum {string}
                 */
                source: "made" | "uploaded";
                started_at: components["schemas"]["Instant"] | null;
                /** @enum {string} */
                state: "waiting" | "running" | "done" | "failed";
                take: number;
                url: string | null;
            }[];
            /**
             * @description What must stay as it was in the shot before: "Mara still carries the lantern".
             * @default []
             */
            continuity: string[];
            /** @description The sentence of the prompt that this shot shows, mentions written as names. */
            description: string;
            /** @description Seconds, a whole number of frames at 30 fps. */
            duration: number;
            index: number;
            keyframes: {
                error: string | null;
                finished_at: components["schemas"]["Instant"] | null;
                /** @description What it was made from is not what the scene says now. */
                is_stale: boolean;
                keyframe_id: components["schemas"]["Id"];
                /** @enum {string} */
                position: "start" | "end";
                /**
                 * @description `uploaded`: a person's own, never made again.
                 * @enum {string}
                 */
                source: "made" | "uploaded";
                started_at: components["schemas"]["Instant"] | null;
                /** @enum {string} */
                state: "waiting" | "running" | "done" | "failed";
                url: string | null;
            }[];
            /**
             * @description For video models: what moves and how.
             * @default
             */
            motion_prompt: string;
            placements: {
                /**
                 * @description What it does in this shot: "walks the pier".
                 * @default
                 */
                action: string;
                asset_type: components["schemas"]["AssetType"];
                name: string;
                /** @enum {string} */
                position: "left" | "centre" | "right" | "full";
                /**
                 * @description `plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.
                 * @enum {string}
                 */
                role: "plate" | "subject" | "style";
                tag: components["schemas"]["ManifestTag"];
            }[];
            /**
             * @description The images it is made with, best first; at most as many as the engine takes.
             * @default []
             */
            references: {
                /** @enum {string} */
                chosen_by: "rule" | "person";
                /** @description Of the placement that it serves. */
                for: components["schemas"]["ManifestTag"];
                /** @description For people: "close-up, so the face crop". */
                reason: string;
                /** @description Of the asset whose image is taken: the placed one, or another view or crop of its subject. */
                tag: components["schemas"]["ManifestTag"];
            }[];
            /**
             * @description What of the engine's answer did not fit the snapshot, and what was made of it.
             * @default []
             */
            repairs: {
                did: string;
                said: string;
            }[];
            /** @description Counts edits; the ETag of the scene. */
            revision: number;
            scene_id: components["schemas"]["Id"];
            shot_type: components["schemas"]["ShotType"];
            /** @description As on a screenplay: "EXT. HARBOUR AT DUSK". */
            slug_line: string;
            /** @description Seconds from the start of the film. */
            starts_at: number;
            /** @description For the cards: "Harbour, last light". */
            title: string;
            /**
             * @description How this shot begins. The first shot begins from the title card.
             * @enum {string}
             */
            transition: "cut" | "dissolve" | "match_cut";
        };
        /** @enum {string} */
        ProjectStatus: "pending" | "manifesting" | "storyboarding" | "keyframing" | "video_gen" | "stitching" | "complete" | "partial" | "failed" | "cancelled" | "staged";
        QualityReason: {
            advice: string | null;
            /** @enum {string} */
            code: "sharpness" | "resolution" | "exposure" | "subject" | "contrast";
            detail: string;
            label: string;
            score: number;
        };
        /** @enum {string} */
        Resolution: "720p" | "1080p";
        SavedManifest: {
            manifest_id: components["schemas"]["Id"];
            name: string;
            project_id: components["schemas"]["Id"];
            version: number;
        };
        SearchAnswer: {
            assets: {
                asset_id: components["schemas"]["Id"];
                asset_type: components["schemas"]["AssetType"];
                manifest_id: components["schemas"]["Id"];
                manifest_name: string;
                manifest_tag: string;
                matches: components["schemas"]["SearchMatch"][];
                name: string;
                thumbnail_url: string | null;
            }[];
            manifests: {
                asset_count: number;
                manifest_id: components["schemas"]["Id"];
                matches: components["schemas"]["SearchMatch"][];
                name: string;
                status: components["schemas"]["ManifestStatus"];
                thumbnail_url: string | null;
                version: number;
            }[];
            projects: {
                project_id: components["schemas"]["Id"];
                /** @description The prompt around the first mark in it; null: the title matched, or nothing was looked for. */
                prompt: {
                    ranges: [
                        number,
                        number
                    ][];
                    text: string;
                } | null;
                ranges: [
                    number,
                    number
                ][];
                status: components["schemas"]["ProjectStatus"];
                stop_requested: boolean;
                thumbnail_url: string | null;
                title: string;
                total_duration: number;
            }[];
        };
        SearchMatch: {
            /** @description With `asset`: whose name, tag or user tag `text` is. */
            asset: {
                asset_id: components["schemas"]["Id"];
                asset_type: components["schemas"]["AssetType"];
                manifest_tag: string;
                name: string;
            } | null;
            /** @enum {string} */
            field: "name" | "description" | "tag" | "asset";
            ranges: [
                number,
                number
            ][];
            text: string;
        };
        SheetTile: {
            analysed: boolean;
            asset_id: components["schemas"]["Id"];
            has_alpha: boolean;
            height: number | null;
            manifest_tag: string;
            name: string;
            placeholder: string | null;
            thumbnail_url: string | null;
            width: number | null;
        };
        /** @enum {string} */
        ShotType: "wide" | "medium" | "close_up" | "two_shot";
        Snapshot: {
            created_at: components["schemas"]["Instant"];
            /** @description With `?diff=live`: what is different in the library now. */
            diff: {
                added: string[];
                changed: {
                    fields: string[];
                    manifest_tag: string;
                }[];
                /** @description Added and changed assets as they are now. */
                live_assets: components["schemas"]["SnapshotAsset"][];
                live_version: number | null;
                /** @description Scenes, from 0, that a film of the live manifest makes anew. */
                redone: number[];
                removed: string[];
                /** @description Scenes, from 0, that hold a changed or removed asset, and those of them whose pictures it makes others. */
                touched: {
                    manifest_tag: string;
                    redone: number[];
                    scenes: number[];
                }[];
            } | null;
            digest: components["schemas"]["Hash"];
            manifest_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            snapshot: {
                assets: components["schemas"]["SnapshotAsset"][];
                /** @constant */
                format: 1;
                manifest: {
                    category: components["schemas"]["ManifestCategory"];
                    description: string;
                    manifest_id: components["schemas"]["Id"];
                    name: string;
                    tags: string[];
                    version: number;
                };
            };
            version: number;
        };
        SnapshotAsset: {
            asset_id: components["schemas"]["Id"];
            asset_type: components["schemas"]["AssetType"];
            crop_bbox: components["schemas"]["BboxOutput"] | null;
            /** @description Tag of the asset it was cropped from. */
            cropped_from?: components["schemas"]["ManifestTag"];
            description: string;
            has_alpha: boolean;
            height: number | null;
            /** @description The image: upright sRGB PNG, JPEG or WebP. null: an asset without an image. */
            image_hash: components["schemas"]["Hash"] | null;
            is_primary: boolean;
            manifest_tag: components["schemas"]["ManifestTag"];
            name: string;
            original_hash: components["schemas"]["Hash"] | null;
            palette: components["schemas"]["Palette"] | null;
            perceptual_hash: string | null;
            quality_score: number | null;
            reverse_prompt: string | null;
            sort_order: number;
            /** @enum {string} */
            source: "uploaded" | "detected" | "extracted";
            user_tags: string[];
            /**
             * @description Which side of its subject it shows.
             * @enum {string}
             */
            view?: "front" | "three_quarter" | "side" | "full_body";
            /** @description Tag of the asset whose subject it shows too. */
            view_of?: components["schemas"]["ManifestTag"];
            visual_description: string | null;
            width: number | null;
        };
        Stages: {
            [key: string]: {
                /** @default null */
                finished_at: components["schemas"]["Instant"] | null;
                /**
                 * @description For people: "Skipped, manifest was ready".
                 * @default null
                 */
                note: string | null;
                /** @default null */
                started_at: components["schemas"]["Instant"] | null;
                state: components["schemas"]["StageState"];
            };
        };
        /** @enum {string} */
        StageState: "waiting" | "running" | "done" | "partial" | "failed" | "skipped" | "stopped";
        TagCounts: {
            count: number;
            tag: string;
        }[];
        Take: {
            clip_id: components["schemas"]["Id"];
            project_id: components["schemas"]["Id"];
            /** @enum {string} */
            project_status: "pending" | "manifesting" | "storyboarding" | "keyframing" | "video_gen" | "stitching" | "complete" | "partial" | "failed" | "cancelled" | "staged";
            scene_id: components["schemas"]["Id"];
            take: number;
        };
        Usage: {
            film_count: number;
            /** @description Newest first, those that show the asset before those that only froze it. */
            films: components["schemas"]["UsingFilm"][];
            shot_count: number;
        };
        UsingFilm: {
            created_at: components["schemas"]["Instant"];
            manifest_version: number;
            project_id: components["schemas"]["Id"];
            /** @description Numbers, from 1, of the shots that show one of the assets; empty: the film only froze them. */
            shots: number[];
            status: components["schemas"]["ProjectStatus"];
            /** @description Still of the first of those shots, else of the film's first; null: none yet. */
            thumbnail_url: string | null;
            title: string;
        };
        Verification: {
            /** @description SHA-256 of the lockfile's canonical JSON. */
            digest: components["schemas"]["Hash"];
            findings: {
                /** @enum {string} */
                code: "snapshot-digest" | "scene-input" | "film-parts" | "image-missing" | "upload-missing" | "engine-missing" | "engine-version" | "program-version" | "library-version" | "film-not-here" | "film-changed" | "frames-differ";
                detail: string;
                /** @description Index of the scene it is about. */
                scene?: number;
                /** @enum {string} */
                severity: "differs" | "note";
            }[];
            /** @description Nothing differs: the same film can be made here. */
            holds: boolean;
        };
        VersionChanges: {
            added: components["schemas"]["ManifestTag"][];
            /** @description The version it is compared with; null: there was none before, and every asset counts as added. */
            against: number | null;
            changed: {
                fields: ("image" | "type" | "name" | "description" | "tags" | "reverse prompt" | "visual description" | "primary" | "view" | "analysis")[];
                /** @description Its tag before its type changed. */
                former_tag?: components["schemas"]["ManifestTag"];
                manifest_tag: components["schemas"]["ManifestTag"];
            }[];
            manifest: ("name" | "description" | "category" | "tags")[];
            removed: components["schemas"]["ManifestTag"][];
            /** @description What both hold stands in another order. */
            reordered: boolean;
        };
        VersionComparison: {
            assets: {
                fields: ("image" | "type" | "name" | "description" | "tags" | "reverse prompt" | "visual description" | "primary" | "view" | "analysis")[];
                /** @description null: not in that version. */
                from: components["schemas"]["SnapshotAsset"] | null;
                /** @enum {string} */
                kind: "added" | "removed" | "changed";
                to: components["schemas"]["SnapshotAsset"] | null;
            }[];
            changes: components["schemas"]["VersionChanges"];
            from: number;
            manifest: {
                from: {
                    category: components["schemas"]["ManifestCategory"];
                    description: string;
                    manifest_id: components["schemas"]["Id"];
                    name: string;
                    tags: string[];
                    version: number;
                };
                to: {
                    category: components["schemas"]["ManifestCategory"];
                    description: string;
                    manifest_id: components["schemas"]["Id"];
                    name: string;
                    tags: string[];
                    version: number;
                };
            };
            manifest_id: components["schemas"]["Id"];
            to: number;
            unchanged: {
                asset_id: components["schemas"]["Id"];
                asset_type: components["schemas"]["AssetType"];
                manifest_tag: components["schemas"]["ManifestTag"];
                name: string;
            }[];
        };
        VersionContent: {
            began_at: components["schemas"]["Instant"];
            digest: components["schemas"]["Hash"];
            is_current: boolean;
            manifest_id: components["schemas"]["Id"];
            restored_from_version: number | null;
            snapshot: {
                assets: components["schemas"]["SnapshotAsset"][];
                /** @constant */
                format: 1;
                manifest: {
                    category: components["schemas"]["ManifestCategory"];
                    description: string;
                    manifest_id: components["schemas"]["Id"];
                    name: string;
                    tags: string[];
                    version: number;
                };
            };
            version: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    updateAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asset_type?: components["schemas"]["AssetType"];
                    description?: string | null;
                    /** @description True takes it from the other references of the group. */
                    is_primary?: boolean;
                    name?: string;
                    /** @description What one would ask a model for to get this image. null: the next analysis writes it. */
                    reverse_prompt?: string | null;
                    /** @description Its place; equal ones stand by age. */
                    sort_order?: number;
                    user_tags?: string[] | null;
                    /** @description Which side of the subject it shows; a group has one of each. */
                    view?: ("front" | "three_quarter" | "side" | "full_body") | null;
                    /** @description The asset whose subject it shows too, or another one of that group; null: it leads a group of its own. */
                    view_of_asset_id?: components["schemas"]["Id"] | null;
                    /** @description What the image shows. null: the next analysis writes it. */
                    visual_description?: string | null;
                };
            };
        };
        responses: {
            /** @description The asset. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asset_id: components["schemas"]["Id"];
                        /** @constant */
                        status: "deleted";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cropAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asset_type: components["schemas"]["AssetType"];
                    bbox: components["schemas"]["Bbox"];
                    name: string;
                };
            };
        };
        responses: {
            /** @description The new asset. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reprocessAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The analysis runs. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        manifest_id: components["schemas"]["Id"];
                        /** @description Of the manifest: `PROCESSING`. */
                        status: string;
                        /** @description Of this run; `run_id` of the progress. */
                        task_id: components["schemas"]["Id"];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadAssetImage: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description The asset. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        analysis_error: string | null;
                        /** @enum {string} */
                        analysis_state: "none" | "queued" | "running" | "done" | "failed";
                        asset_id: components["schemas"]["Id"];
                        asset_type: components["schemas"]["AssetType"];
                        created_at: components["schemas"]["Instant"];
                        crop_bbox: components["schemas"]["BboxOutput"] | null;
                        description: string;
                        /** @description Of a crop: what was detected in it. */
                        detection_class: string | null;
                        detection_confidence: number | null;
                        detections: components["schemas"]["Detection"][] | null;
                        file_name: string | null;
                        has_alpha: boolean;
                        height: number | null;
                        /** @description SHA-256 of the image that is used: upright, sRGB. */
                        image_hash: components["schemas"]["Hash"] | null;
                        is_face_crop: boolean;
                        is_primary: boolean;
                        manifest_id: components["schemas"]["Id"];
                        /** @description What prompts call it: `@CHAR_01`. Never given to another asset. */
                        manifest_tag: components["schemas"]["ManifestTag"];
                        name: string;
                        palette: components["schemas"]["Palette"] | null;
                        perceptual_hash: string | null;
                        /** @description ThumbHash of the image, base64; shown until it is there. */
                        placeholder: string | null;
                        quality_reasons: components["schemas"]["QualityReason"][] | null;
                        /** @description 0 to 1; null: not analysed. */
                        quality_score: number | null;
                        /** @description `/api/blobs/<master>`; null: no image. */
                        reference_image_url: string | null;
                        reverse_prompt: string | null;
                        /** @description `user`: written by hand; `analysis`: composed from measurements. */
                        reverse_prompt_origin: ("user" | "analysis") | null;
                        /** @description Counts edits of this asset; its ETag. */
                        revision: number;
                        sort_order: number;
                        /** @enum {string} */
                        source: "uploaded" | "detected" | "extracted";
                        /** @description The asset it was cropped from. */
                        source_asset_id: components["schemas"]["Id"] | null;
                        /** @description `/api/blobs/<master>?w=320`; other widths: 640, 1280. */
                        thumbnail_url: string | null;
                        updated_at: components["schemas"]["Instant"];
                        user_tags: string[];
                        view: ("front" | "three_quarter" | "side" | "full_body") | null;
                        /** @description The asset whose subject it shows too; null: it leads its own group of references. */
                        view_of_asset_id: components["schemas"]["Id"] | null;
                        visual_description: string | null;
                        visual_description_origin: ("user" | "analysis") | null;
                        /** @description What was noticed while the image was read, such as `animation-flattened`. */
                        warnings?: string[];
                        width: number | null;
                    };
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-image-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused`, `image-corrupt`, `image-too-large`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAssetUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The films. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    arrangeViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    front?: components["schemas"]["Id"] | null;
                    full_body?: components["schemas"]["Id"] | null;
                    side?: components["schemas"]["Id"] | null;
                    three_quarter?: components["schemas"]["Id"] | null;
                };
            };
        };
        responses: {
            /** @description All assets of the manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"][];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBlob: {
        parameters: {
            query?: {
                /** @description Of an image, its thumbnail of this width in pixels; where there is none, the image. */
                w?: "320" | "640" | "1280";
            };
            header?: never;
            path: {
                hash: components["schemas"]["Hash"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                    "image/png": Blob;
                    "image/webp": Blob;
                    "video/mp4": Blob;
                    "video/quicktime": Blob;
                    "video/webm": Blob;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": Blob;
                    "image/png": Blob;
                    "image/webp": Blob;
                    "video/mp4": Blob;
                    "video/quicktime": Blob;
                    "video/webm": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `range-not-satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `blob-corrupt` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putBlob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hash: components["schemas"]["Hash"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": Blob;
                "image/jpeg": Blob;
                "image/png": Blob;
                "image/webp": Blob;
            };
        };
        responses: {
            /** @description It was there already. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        height: number;
                        /** @description Of what assets, engines and films use: upright, sRGB, without metadata. */
                        image_hash: components["schemas"]["Hash"];
                        media_type: string;
                        /** @description Of the bytes as sent. */
                        sha256: components["schemas"]["Hash"];
                        /** @description Bytes as sent. */
                        size: number;
                        /** @description Of the image that is used. */
                        url: string;
                        /** @description What was noticed while it was read; of one that was there already, nothing. */
                        warnings: string[];
                        width: number;
                    };
                };
            };
            /** @description It is stored. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        height: number;
                        /** @description Of what assets, engines and films use: upright, sRGB, without metadata. */
                        image_hash: components["schemas"]["Hash"];
                        media_type: string;
                        /** @description Of the bytes as sent. */
                        sha256: components["schemas"]["Hash"];
                        /** @description Bytes as sent. */
                        size: number;
                        /** @description Of the image that is used. */
                        url: string;
                        /** @description What was noticed while it was read; of one that was there already, nothing. */
                        warnings: string[];
                        width: number;
                    };
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-image-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `hash-mismatch`, `image-corrupt`, `image-too-large`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    generate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 16:9 */
                    aspect_ratio?: components["schemas"]["AspectRatio"];
                    /**
                     * @description Draw label, sentence and tags into the picture. They are subtitles beside the film either way.
                     * @default false
                     */
                    burn_captions?: boolean;
                    /**
                     * @description Seconds of one shot.
                     * @default 6
                     */
                    clip_duration?: number;
                    /**
                     * @description The film has a sound track.
                     * @default false
                     */
                    enable_audio?: boolean;
                    /**
                     * @default local
                     * @enum {string}
                     */
                    engine?: "local";
                    /** @description For engines that ask a model; `local` asks none. */
                    image_model?: string | null;
                    /** @description Absent: a film without references. */
                    manifest_id?: components["schemas"]["Id"] | null;
                    /** @description What the film shows. `@CHAR_01` names an asset of the manifest by its tag. */
                    prompt: string;
                    /** @default 720p */
                    resolution?: components["schemas"]["Resolution"];
                    /** @description The last stage to run; absent: the whole film. */
                    run_through?: ("storyboard" | "keyframes" | "clips") | null;
                    /** @description Absent: by chance. */
                    seed?: number | null;
                    /**
                     * @description In words of your own.
                     * @default cinematic
                     */
                    style?: string;
                    /** @description For engines that ask a model; `local` asks none. */
                    text_model?: string | null;
                    /** @description Absent: made of the prompt. */
                    title?: string | null;
                    /**
                     * @description Seconds of all shots together; title and end card come on top.
                     * @default 15
                     */
                    total_duration?: number;
                    /** @description For engines that ask a model; `local` asks none. */
                    video_model?: string | null;
                };
                "multipart/form-data": {
                    aspect_ratio?: string;
                    burn_captions?: string;
                    clip_duration?: string;
                    enable_audio?: string;
                    engine?: string;
                    image_model?: string;
                    /** @description A JSON array with one name for each picture; null: from its file name. */
                    image_names?: string;
                    /** @description A JSON array with one asset type for each picture; null: from its file name. */
                    image_types?: string;
                    "images[]": Blob[];
                    manifest_id?: string;
                    prompt: string;
                    resolution?: string;
                    run_through?: string;
                    seed?: string;
                    style?: string;
                    text_model?: string;
                    title?: string;
                    total_duration?: string;
                    video_model?: string;
                };
            };
        };
        responses: {
            /** @description The film begins. */
            202: {
                headers: {
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilmStarted"];
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-image-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused`, `image-corrupt`, `image-too-large`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planFilm: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 16:9 */
                    aspect_ratio?: components["schemas"]["AspectRatio"];
                    /**
                     * @description Seconds of one shot.
                     * @default 6
                     */
                    clip_duration?: number;
                    /**
                     * @description The film has a sound track.
                     * @default false
                     */
                    enable_audio?: boolean;
                    /**
                     * @description The images of a quick upload, which are not sent yet, under the tags that they will get.
                     * @default []
                     */
                    images?: {
                        asset_type: components["schemas"]["AssetType"];
                        height: number;
                        manifest_tag: components["schemas"]["ManifestTag"];
                        name: string;
                        width: number;
                    }[];
                    /** @description Absent: a film without references. */
                    manifest_id?: components["schemas"]["Id"] | null;
                    /** @description As far as it is written; it may be empty. */
                    prompt: string;
                    /** @description Absent: by chance. */
                    seed?: number | null;
                    /**
                     * @description In words of your own.
                     * @default cinematic
                     */
                    style?: string;
                    /**
                     * @description Seconds of all shots together; title and end card come on top.
                     * @default 15
                     */
                    total_duration?: number;
                };
            };
        };
        responses: {
            /** @description Scenes with their references. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilmPlan"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "ok";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listManifests: {
        parameters: {
            query?: {
                category?: components["schemas"]["ManifestCategory"];
                /** @description From the `Link` of the page before, with the same filters and order. */
                cursor?: string;
                /** @description Only these manifests; ids between commas. */
                ids?: string;
                limit?: string;
                /** @description Words of names, descriptions, tags and asset names; a typo is forgiven. */
                q?: string;
                sort_by?: "updated_at" | "created_at" | "name" | "times_used" | "asset_count";
                sort_order?: "asc" | "desc";
                status?: components["schemas"]["ManifestStatus"];
                /** @description A manifest must have this tag. */
                tag?: string;
                /** @description Between commas; a manifest must have all of them. A comma in a tag is written `%2C`. */
                tags?: string;
                /** @description `true`: the trash instead of the library. */
                trashed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. `Link` names the next one. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`; absent on the last one. */
                    link?: string;
                    /** @description JSON: how many of each status and category there are; the filter of the one does not count for itself. */
                    "x-counts": string;
                    /** @description How many the filters keep. */
                    "x-total-count": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"][];
                };
            };
            /** @description `malformed-request`, `invalid-cursor` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default CUSTOM */
                    category?: components["schemas"]["ManifestCategory"];
                    description?: string | null;
                    name: string;
                    tags?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The manifest. */
            201: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestDetail"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    category?: components["schemas"]["ManifestCategory"] | null;
                    description?: string | null;
                    name?: string;
                    tags?: string[] | null;
                };
            };
        };
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteManifest: {
        parameters: {
            query?: {
                /** @description `true`: out of the trash, for ever. */
                permanent?: "true" | "false";
            };
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        manifest_id: components["schemas"]["Id"];
                        /** @constant */
                        status: "deleted";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `in-use`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAssets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"][];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAsset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    asset_type: components["schemas"]["AssetType"];
                    description?: string | null;
                    name: string;
                    user_tags?: string[] | null;
                };
                "multipart/form-data": {
                    asset_type: components["schemas"]["AssetType"];
                    description?: string;
                    /** Format: binary */
                    file: Blob;
                    name: string;
                    /** @description A JSON array: `["lead", "night"]`. */
                    user_tags?: string;
                };
            };
        };
        responses: {
            /** @description The asset. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        analysis_error: string | null;
                        /** @enum {string} */
                        analysis_state: "none" | "queued" | "running" | "done" | "failed";
                        asset_id: components["schemas"]["Id"];
                        asset_type: components["schemas"]["AssetType"];
                        created_at: components["schemas"]["Instant"];
                        crop_bbox: components["schemas"]["BboxOutput"] | null;
                        description: string;
                        /** @description Of a crop: what was detected in it. */
                        detection_class: string | null;
                        detection_confidence: number | null;
                        detections: components["schemas"]["Detection"][] | null;
                        file_name: string | null;
                        has_alpha: boolean;
                        height: number | null;
                        /** @description SHA-256 of the image that is used: upright, sRGB. */
                        image_hash: components["schemas"]["Hash"] | null;
                        is_face_crop: boolean;
                        is_primary: boolean;
                        manifest_id: components["schemas"]["Id"];
                        /** @description What prompts call it: `@CHAR_01`. Never given to another asset. */
                        manifest_tag: components["schemas"]["ManifestTag"];
                        name: string;
                        palette: components["schemas"]["Palette"] | null;
                        perceptual_hash: string | null;
                        /** @description ThumbHash of the image, base64; shown until it is there. */
                        placeholder: string | null;
                        quality_reasons: components["schemas"]["QualityReason"][] | null;
                        /** @description 0 to 1; null: not analysed. */
                        quality_score: number | null;
                        /** @description `/api/blobs/<master>`; null: no image. */
                        reference_image_url: string | null;
                        reverse_prompt: string | null;
                        /** @description `user`: written by hand; `analysis`: composed from measurements. */
                        reverse_prompt_origin: ("user" | "analysis") | null;
                        /** @description Counts edits of this asset; its ETag. */
                        revision: number;
                        sort_order: number;
                        /** @enum {string} */
                        source: "uploaded" | "detected" | "extracted";
                        /** @description The asset it was cropped from. */
                        source_asset_id: components["schemas"]["Id"] | null;
                        /** @description `/api/blobs/<master>?w=320`; other widths: 640, 1280. */
                        thumbnail_url: string | null;
                        updated_at: components["schemas"]["Instant"];
                        user_tags: string[];
                        view: ("front" | "three_quarter" | "side" | "full_body") | null;
                        /** @description The asset whose subject it shows too; null: it leads its own group of references. */
                        view_of_asset_id: components["schemas"]["Id"] | null;
                        visual_description: string | null;
                        visual_description_origin: ("user" | "analysis") | null;
                        /** @description What was noticed while the image was read, such as `animation-flattened`. */
                        warnings?: string[];
                        width: number | null;
                    };
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-image-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused`, `image-corrupt`, `image-too-large`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assets: {
                        asset_type: components["schemas"]["AssetType"];
                        description?: string | null;
                        image?: {
                            /** @description Of the bytes that were put or uploaded, or an asset's `image_hash`. */
                            sha256?: components["schemas"]["Hash"];
                            /** @description http or https, a public host. The image is fetched after the answer. */
                            url?: string;
                        } | null;
                        name: string;
                        reverse_prompt?: string | null;
                        user_tags?: string[] | null;
                    }[];
                    /** @constant */
                    op?: "create";
                } | {
                    asset_ids: components["schemas"]["Id"][];
                    asset_type: components["schemas"]["AssetType"];
                    /** @constant */
                    op: "type";
                } | {
                    /** @description By asset, the tag that it gave up in this manifest: it gets it back, and the type with it. */
                    former_tags: {
                        [key: string]: components["schemas"]["ManifestTag"];
                    };
                    /** @constant */
                    op: "retag";
                } | {
                    /** @default [] */
                    add?: string[];
                    asset_ids: components["schemas"]["Id"][];
                    /** @constant */
                    op: "tags";
                    /** @default [] */
                    remove?: string[];
                } | {
                    asset_ids: components["schemas"]["Id"][];
                    /** @constant */
                    op: "delete";
                } | {
                    asset_ids: components["schemas"]["Id"][];
                    /** @constant */
                    op: "copy";
                    /** @description A manifest, or the name of a new one. */
                    to: {
                        manifest_id: components["schemas"]["Id"];
                    } | {
                        name: string;
                    };
                } | {
                    asset_ids: components["schemas"]["Id"][];
                    /**
                     * @description By asset, the tag that it had in the other manifest before: it gets it back.
                     * @default {}
                     */
                    former_tags?: {
                        [key: string]: components["schemas"]["ManifestTag"];
                    };
                    /** @constant */
                    op: "move";
                    /** @description A manifest, or the name of a new one. */
                    to: {
                        manifest_id: components["schemas"]["Id"];
                    } | {
                        name: string;
                    };
                };
                "text/csv": string;
            };
        };
        responses: {
            /** @description Of a change: the assets as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetBulkResult"];
                };
            };
            /** @description The new assets. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As they were given; those with an address have no image yet. */
                        assets: components["schemas"]["Asset"][];
                        /** @description One for each asset whose image is fetched. */
                        imports: {
                            asset_id: components["schemas"]["Id"];
                            created_at: components["schemas"]["Instant"];
                            /** @description Why it failed, or why the last try did; null: nothing went wrong. */
                            error: string | null;
                            finished_at: components["schemas"]["Instant"] | null;
                            /**
                             * @description `waiting`: not begun, or to be tried again.
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "done" | "failed";
                            /** @description How often it was begun. */
                            tries: number;
                            url: string;
                        }[];
                        manifest_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description The new assets; some images are fetched now. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As they were given; those with an address have no image yet. */
                        assets: components["schemas"]["Asset"][];
                        /** @description One for each asset whose image is fetched. */
                        imports: {
                            asset_id: components["schemas"]["Id"];
                            created_at: components["schemas"]["Instant"];
                            /** @description Why it failed, or why the last try did; null: nothing went wrong. */
                            error: string | null;
                            finished_at: components["schemas"]["Instant"] | null;
                            /**
                             * @description `waiting`: not begun, or to be tried again.
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "done" | "failed";
                            /** @description How often it was begun. */
                            tries: number;
                            url: string;
                        }[];
                        manifest_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request`, `malformed-json`, `malformed-csv` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The assets that go; `into` may be among them. */
                    asset_ids: components["schemas"]["Id"][];
                    /** @description The asset that stays. */
                    into: components["schemas"]["Id"];
                };
            };
        };
        responses: {
            /** @description How it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetBulkResult"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderAssets: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Every asset of the manifest, once. */
                    asset_ids: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description In their order. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"][];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getContactSheet: {
        parameters: {
            query?: {
                format?: "png" | "pdf";
                /** @description Of the PDF. */
                paper?: "a4" | "letter";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PNG, or PDF when asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": Blob;
                    "image/png": Blob;
                };
            };
            /** @description The part of the PNG that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `range-not-satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    duplicateManifest: {
        parameters: {
            query?: {
                /** @description Of the copy. Absent: the name with “(Copy)” after it. */
                name?: string;
            };
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The copy. */
            201: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description Of a stream: the state that you have, when you cannot send the header Last-Event-ID. */
                last_event_id?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where each stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        failed: number;
                        /** @description In the order of their assets. */
                        imports: {
                            asset_id: components["schemas"]["Id"];
                            created_at: components["schemas"]["Instant"];
                            /** @description Why it failed, or why the last try did; null: nothing went wrong. */
                            error: string | null;
                            finished_at: components["schemas"]["Instant"] | null;
                            /**
                             * @description `waiting`: not begun, or to be tried again.
                             * @enum {string}
                             */
                            state: "waiting" | "running" | "done" | "failed";
                            /** @description How often it was begun. */
                            tries: number;
                            url: string;
                        }[];
                        manifest_id: components["schemas"]["Id"];
                        running: number;
                        waiting: number;
                    };
                    "text/event-stream": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    processManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description `missing`: images that were not analysed yet, or whose analysis failed; `all`; or the ids of assets with an image.
                     * @default missing
                     */
                    scope?: ("missing" | "all") | components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description The analysis runs. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        manifest_id: components["schemas"]["Id"];
                        /** @description Of the manifest: `PROCESSING`. */
                        status: string;
                        /** @description Of this run; `run_id` of the progress. */
                        task_id: components["schemas"]["Id"];
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelProcessing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getManifestProgress: {
        parameters: {
            query?: {
                /** @description Of a stream: the state that you have, when you cannot send the header Last-Event-ID. */
                last_event_id?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestProgress"];
                    "text/event-stream": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /** @description From the `Link` of the page before, with the same filters and order. */
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`; absent on the last one. */
                    link?: string;
                    /** @description How many versions there are. */
                    "x-total-count": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestVersion"][];
                };
            };
            /** @description `malformed-request`, `invalid-cursor` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionContent"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreVersion: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Manifest"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareVersions: {
        parameters: {
            query: {
                /** @description Number of a version. */
                from: string;
                /** @description Number of a version. */
                to: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The differences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionComparison"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkEditManifests: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description May stand beside `remove_tags`: both are one act. */
                    add_tags?: string[];
                    category?: components["schemas"]["ManifestCategory"];
                    /**
                     * @description To the trash.
                     * @constant
                     */
                    delete?: true;
                    /**
                     * @description 50 manifests at most.
                     * @constant
                     */
                    duplicate?: true;
                    manifest_ids: components["schemas"]["Id"][];
                    /**
                     * @description Out of the trash, for ever.
                     * @constant
                     */
                    purge?: true;
                    remove_tags?: string[];
                    /**
                     * @description Out of the trash.
                     * @constant
                     */
                    restore?: true;
                };
            };
        };
        responses: {
            /** @description What changed, what was refused, and the way back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestBulkResult"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportManifests: {
        parameters: {
            query: {
                /** @description Ids of manifests between commas, 100 at most. */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listManifestBriefs: {
        parameters: {
            query?: {
                category?: components["schemas"]["ManifestCategory"];
                /** @description Only these manifests; ids between commas. */
                ids?: string;
                /** @description Words of names, descriptions, tags and asset names; a typo is forgiven. */
                q?: string;
                sort_by?: "updated_at" | "created_at" | "name" | "times_used" | "asset_count";
                sort_order?: "asc" | "desc";
                status?: components["schemas"]["ManifestStatus"];
                /** @description A manifest must have this tag. */
                tag?: string;
                /** @description Between commas; a manifest must have all of them. A comma in a tag is written `%2C`. */
                tags?: string;
                /** @description `true`: the trash instead of the library. */
                trashed?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManifestBrief"][];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importBundle: {
        parameters: {
            query?: {
                /** @description The same for single manifests by their place in the bundle, from 0: `0:merge,2:skip`. */
                choices?: string;
                /** @description `true`: nothing is changed; the answer says what an import would do. */
                dry_run?: "true" | "false";
                /** @description What happens to a manifest whose name a live one has already. */
                on_clash?: "skip" | "rename" | "merge";
            };
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-zip-compressed": Blob;
                "application/zip": Blob;
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description A preview, or nothing was new. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"] | components["schemas"]["ImportResult"];
                };
            };
            /** @description What was made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportResult"];
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"][];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPreset: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    settings: {
                        /** @default 16:9 */
                        aspect_ratio?: components["schemas"]["AspectRatio"];
                        /**
                         * @description Draw label, sentence and tags into the picture. They are subtitles beside the film either way.
                         * @default false
                         */
                        burn_captions?: boolean;
                        /**
                         * @description Seconds of one shot.
                         * @default 6
                         */
                        clip_duration?: number;
                        /**
                         * @description The film has a sound track.
                         * @default false
                         */
                        enable_audio?: boolean;
                        /**
                         * @default local
                         * @enum {string}
                         */
                        engine?: "local";
                        /** @default 720p */
                        resolution?: components["schemas"]["Resolution"];
                        /** @description The last stage to run; absent: the whole film. */
                        run_through?: ("storyboard" | "keyframes" | "clips") | null;
                        /** @description Absent: by chance. */
                        seed?: number | null;
                        /**
                         * @description In words of your own.
                         * @default cinematic
                         */
                        style?: string;
                        /**
                         * @description Seconds of all shots together; title and end card come on top.
                         * @default 15
                         */
                        total_duration?: number;
                    };
                };
            };
        };
        responses: {
            /** @description The preset. */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePreset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    settings?: {
                        /** @default 16:9 */
                        aspect_ratio?: components["schemas"]["AspectRatio"];
                        /**
                         * @description Draw label, sentence and tags into the picture. They are subtitles beside the film either way.
                         * @default false
                         */
                        burn_captions?: boolean;
                        /**
                         * @description Seconds of one shot.
                         * @default 6
                         */
                        clip_duration?: number;
                        /**
                         * @description The film has a sound track.
                         * @default false
                         */
                        enable_audio?: boolean;
                        /**
                         * @default local
                         * @enum {string}
                         */
                        engine?: "local";
                        /** @default 720p */
                        resolution?: components["schemas"]["Resolution"];
                        /** @description The last stage to run; absent: the whole film. */
                        run_through?: ("storyboard" | "keyframes" | "clips") | null;
                        /** @description Absent: by chance. */
                        seed?: number | null;
                        /**
                         * @description In words of your own.
                         * @default cinematic
                         */
                        style?: string;
                        /**
                         * @description Seconds of all shots together; title and end card come on top.
                         * @default 15
                         */
                        total_duration?: number;
                    };
                };
            };
        };
        responses: {
            /** @description The preset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePreset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        preset_id: components["schemas"]["Id"];
                        /** @constant */
                        status: "deleted";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description From the `Link` of the page before, with the same filters and order. */
                cursor?: string;
                limit?: string;
                /** @description Films that were made with this manifest. */
                manifest_id?: components["schemas"]["Id"];
                /** @description Found in the title or the prompt. */
                q?: string;
                status?: components["schemas"]["ProjectStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. `Link` names the next one. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`; absent on the last one. */
                    link?: string;
                    /** @description How many the filters keep. */
                    "x-total-count": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                };
            };
            /** @description `malformed-request`, `invalid-cursor` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The film. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        project_id: components["schemas"]["Id"];
                        /** @constant */
                        status: "deleted";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: string;
                };
            };
        };
        responses: {
            /** @description The film. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectDetail"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilmBundle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bundle. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamProject: {
        parameters: {
            query?: {
                /** @description Of a stream: the state that you have, when you cannot send the header Last-Event-ID. */
                last_event_id?: string;
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events with the status and the scenes that changed since the state you have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFilm: {
        parameters: {
            query?: {
                /** @description To be saved under its title, not shown. */
                download?: "1";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The film. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": Blob;
                };
            };
            /** @description The part that was asked for. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `range-not-satisfiable` */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`, `blob-corrupt` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forkProject: {
        parameters: {
            query?: {
                /** @description `true`: nothing is started; the answer says what the fork would share. */
                dry_run?: "true" | "false";
            };
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    aspect_ratio?: components["schemas"]["AspectRatio"];
                    burn_captions?: boolean;
                    clip_duration?: number;
                    enable_audio?: boolean;
                    /**
                     * @description `same`: the snapshot of the film, bit for bit; `live`: its manifest as it is in the library now; or a version of it.
                     * @default same
                     */
                    manifest?: ("same" | "live") | number;
                    /** @description What the film shows. `@CHAR_01` names an asset of the manifest by its tag. */
                    prompt?: string;
                    /** @description Given by who forks: the same key again is the same fork. */
                    request_key?: components["schemas"]["Id"];
                    resolution?: components["schemas"]["Resolution"];
                    /** @description null: the whole film. */
                    run_through?: ("storyboard" | "keyframes" | "clips") | null;
                    seed?: number;
                    style?: string;
                    /** @description Absent: made of the title of the film. */
                    title?: string;
                    total_duration?: number;
                };
            };
        };
        responses: {
            /** @description What would be shared. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForkPreview"];
                };
            };
            /** @description The fork begins. */
            202: {
                headers: {
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForkStarted"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The family. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forks"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHandOff: {
        parameters: {
            query: {
                format: "otio" | "fcpxml" | "edl";
                /** @description In a zip with the files that it names by relative paths. */
                media?: "1";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The edit as `format` says, or the zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        OTIO_SCHEMA: string;
                    } & {
                        [key: string]: unknown;
                    };
                    "application/xml": Blob;
                    "application/zip": Blob;
                    "text/plain": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKeyframes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keyframes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": Blob;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLockfile: {
        parameters: {
            query?: {
                /** @description To be saved under its title, not shown. */
                download?: "1";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canonical JSON. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lockfile"];
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveManifest: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Absent: the title that the film began with. */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description The manifest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedManifest"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addScene: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A scene of the film; null: the beginning; absent: the end. */
                    after?: components["schemas"]["Id"] | null;
                    audio?: {
                        ambience: string;
                        dialogue: {
                            speaker: components["schemas"]["ManifestTag"] | null;
                            starts_at: number;
                            text: string;
                        }[];
                        effects: string[];
                        music: string;
                    };
                    camera_move?: components["schemas"]["CameraMove"];
                    continuity?: string[];
                    description?: string;
                    /** @description Seconds, moved to the nearest whole number of frames at 30 fps. */
                    duration?: number;
                    motion_prompt?: string;
                    placements?: {
                        action?: string;
                        /** @enum {string} */
                        position: "left" | "centre" | "right" | "full";
                        /**
                         * @description `plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.
                         * @enum {string}
                         */
                        role: "plate" | "subject" | "style";
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    /** @description Best first. Absent while placements change: what is placed anew gets its own image, what left loses its. */
                    references?: {
                        for: components["schemas"]["ManifestTag"];
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    shot_type?: components["schemas"]["ShotType"];
                    slug_line?: string;
                    title?: string;
                    /** @enum {string} */
                    transition?: "cut" | "dissolve" | "match_cut";
                };
            };
        };
        responses: {
            /** @description The scene. */
            201: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectScene"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeScene: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is out, and can be restored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scene_id: components["schemas"]["Id"];
                        /** @constant */
                        status: "removed";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateScene: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that the change was made against; when it has another one by now, 412. Absent: the last edit wins. */
                "If-Match"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    audio?: {
                        ambience: string;
                        dialogue: {
                            speaker: components["schemas"]["ManifestTag"] | null;
                            starts_at: number;
                            text: string;
                        }[];
                        effects: string[];
                        music: string;
                    };
                    camera_move?: components["schemas"]["CameraMove"];
                    continuity?: string[];
                    description?: string;
                    /** @description Seconds, moved to the nearest whole number of frames at 30 fps. */
                    duration?: number;
                    motion_prompt?: string;
                    placements?: {
                        action?: string;
                        /** @enum {string} */
                        position: "left" | "centre" | "right" | "full";
                        /**
                         * @description `plate`: the ground of the picture; `subject`: stands in it; `style`: sets palette and grade.
                         * @enum {string}
                         */
                        role: "plate" | "subject" | "style";
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    /** @description Best first. Absent while placements change: what is placed anew gets its own image, what left loses its. */
                    references?: {
                        for: components["schemas"]["ManifestTag"];
                        tag: components["schemas"]["ManifestTag"];
                    }[];
                    shot_type?: components["schemas"]["ShotType"];
                    slug_line?: string;
                    title?: string;
                    /** @enum {string} */
                    transition?: "cut" | "dissolve" | "match_cut";
                };
            };
        };
        responses: {
            /** @description The scene. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectScene"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `precondition-failed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOwnKeyframe: {
        parameters: {
            query?: {
                /** @description `cover` crops it to the frame, `contain` shows all of it. */
                fit?: "cover" | "contain";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
                position: "start" | "end";
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description The keyframe. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnKeyframe"];
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type`, `unsupported-image-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `image-corrupt`, `image-too-large`, `image-too-small` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeOwnKeyframe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
                position: "start" | "end";
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keyframe. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnKeyframe"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreScene: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scene. */
            200: {
                headers: {
                    /** @description Counts edits; give it back as If-Match. */
                    etag: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectScene"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    anotherTake: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Absent: by chance. */
                    seed?: number;
                };
                "multipart/form-data": {
                    /** Format: binary */
                    file: Blob;
                };
            };
        };
        responses: {
            /** @description The take is made. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Take"];
                };
            };
            /** @description `malformed-request`, `malformed-multipart` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state`, `conflict` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeTake: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
                take: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The take. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Take"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    chooseTake: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
                take: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The take. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Take"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreTake: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
                scene_id: components["schemas"]["Id"];
                take: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The take. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Take"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderScenes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    scene_ids: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description In their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectScene"][];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSnapshot: {
        parameters: {
            query?: {
                /** @description Also what is different in the library now. */
                diff?: "live";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snapshot and its digest. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProjectStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStoryboard: {
        parameters: {
            query: {
                format: "pdf" | "csv";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF or CSV, as `format` says. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": Blob;
                    "text/csv": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubtitles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subtitles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vtt": string;
                };
            };
            /** @description Unchanged. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bringUpToDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The state. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectProgress"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    filmFromLockfile: {
        parameters: {
            query?: {
                /** @description `true`: nothing is started; the answer says what would be made. */
                dry_run?: "true" | "false";
            };
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    bundle?: Blob;
                    /** Format: binary */
                    lockfile?: Blob;
                };
            };
        };
        responses: {
            /** @description A preview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LockfilePreview"];
                };
            };
            /** @description The film begins. */
            202: {
                headers: {
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilmStarted"];
                };
            };
            /** @description `malformed-request`, `malformed-multipart`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-parts`, `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `insufficient-storage` */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunning: {
        parameters: {
            query?: {
                /** @description Of a stream: the state that you have, when you cannot send the header Last-Event-ID. */
                last_event_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The films. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"][];
                    "text/event-stream": string;
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyLockfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            database: boolean;
                            store: boolean;
                            worker: boolean;
                        };
                        /** @enum {string} */
                        status: "ready" | "not ready";
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready: `checks` says what is missing. While the server is being stopped it is not ready although nothing is. */
            503: {
                headers: {
                    "retry-after": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            database: boolean;
                            store: boolean;
                            worker: boolean;
                        };
                        /** @enum {string} */
                        status: "ready" | "not ready";
                    };
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description Hits of each kind. */
                limit?: string;
                /** @description Absent: what was changed last. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hits of each kind, best first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Most used first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagCounts"];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: components["schemas"]["Instant"];
                        description: string;
                        /** @description Why it was switched off by itself; null: it was not. */
                        disabled_reason: string | null;
                        enabled: boolean;
                        events: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                        /** @description The first failure after the last success. */
                        failing_since: components["schemas"]["Instant"] | null;
                        updated_at: components["schemas"]["Instant"];
                        url: string;
                        webhook_id: components["schemas"]["Id"];
                    }[];
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    description?: string;
                    /**
                     * @description False: registered, and sent nothing.
                     * @default true
                     */
                    enabled?: boolean;
                    /**
                     * @description All of them unless given.
                     * @default [
                     *       "film.started",
                     *       "film.staged",
                     *       "film.completed",
                     *       "film.partial",
                     *       "film.failed",
                     *       "film.cancelled",
                     *       "manifest.created",
                     *       "manifest.updated",
                     *       "manifest.ready",
                     *       "manifest.failed",
                     *       "manifest.deleted",
                     *       "manifest.restored"
                     *     ]
                     */
                    events?: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                    /** @description Made here unless given: `whsec_` and base64 of 24 to 64 bytes. */
                    secret?: string;
                    /**
                     * Format: uri
                     * @description http or https, public unless the installation allows otherwise.
                     */
                    url: string;
                };
            };
        };
        responses: {
            /** @description The webhook with its secret. */
            201: {
                headers: {
                    /** @description Path of what was made. */
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: components["schemas"]["Instant"];
                        description: string;
                        /** @description Why it was switched off by itself; null: it was not. */
                        disabled_reason: string | null;
                        enabled: boolean;
                        events: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                        /** @description The first failure after the last success. */
                        failing_since: components["schemas"]["Instant"] | null;
                        /** @description `whsec_` and base64 of 24 to 64 bytes. */
                        secret: string;
                        updated_at: components["schemas"]["Instant"];
                        url: string;
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused`, `address-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: components["schemas"]["Instant"];
                        description: string;
                        /** @description Why it was switched off by itself; null: it was not. */
                        disabled_reason: string | null;
                        enabled: boolean;
                        events: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                        /** @description The first failure after the last success. */
                        failing_since: components["schemas"]["Instant"] | null;
                        updated_at: components["schemas"]["Instant"];
                        url: string;
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "deleted";
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    description?: string;
                    enabled?: boolean;
                    events?: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                    /**
                     * Format: uri
                     * @description http or https, public unless the installation allows otherwise.
                     */
                    url?: string;
                };
            };
        };
        responses: {
            /** @description The webhook, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: components["schemas"]["Instant"];
                        description: string;
                        /** @description Why it was switched off by itself; null: it was not. */
                        disabled_reason: string | null;
                        enabled: boolean;
                        events: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                        /** @description The first failure after the last success. */
                        failing_since: components["schemas"]["Instant"] | null;
                        updated_at: components["schemas"]["Instant"];
                        url: string;
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `address-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description From the `Link` of the page before, with the same filters and order. */
                cursor?: string;
                limit?: string;
                state?: "waiting" | "sending" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`; absent on the last one. */
                    link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        created_at: components["schemas"]["Instant"];
                        data: {
                            [key: string]: string | number | null;
                        };
                        delivery_id: components["schemas"]["Id"];
                        /** @description Why the last try failed, in words. */
                        error: string | null;
                        /** @description The `webhook-id` header: the same for every try and redelivery of one event. */
                        event_id: components["schemas"]["Id"];
                        last_try_at: components["schemas"]["Instant"] | null;
                        /** @description null: nothing more will happen by itself. */
                        next_try_at: components["schemas"]["Instant"] | null;
                        /** @description When the event happened. */
                        occurred_at: components["schemas"]["Instant"];
                        /** @description The delivery that was asked to be sent again. */
                        redelivery_of: components["schemas"]["Id"] | null;
                        response_ms: number | null;
                        /** @description Of the last try; null: there was none, or no answer. */
                        response_status: number | null;
                        /** @description The first 1 kB of the answer. */
                        response_text: string | null;
                        /** @enum {string} */
                        state: "waiting" | "sending" | "delivered" | "failed";
                        /** @enum {string} */
                        type: "film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored" | "webhook.ping";
                        webhook_id: components["schemas"]["Id"];
                    }[];
                };
            };
            /** @description `malformed-request`, `invalid-cursor` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                delivery_id: components["schemas"]["Id"];
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent as soon as a worker is free. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        created_at: components["schemas"]["Instant"];
                        data: {
                            [key: string]: string | number | null;
                        };
                        delivery_id: components["schemas"]["Id"];
                        /** @description Why the last try failed, in words. */
                        error: string | null;
                        /** @description The `webhook-id` header: the same for every try and redelivery of one event. */
                        event_id: components["schemas"]["Id"];
                        last_try_at: components["schemas"]["Instant"] | null;
                        /** @description null: nothing more will happen by itself. */
                        next_try_at: components["schemas"]["Instant"] | null;
                        /** @description When the event happened. */
                        occurred_at: components["schemas"]["Instant"];
                        /** @description The delivery that was asked to be sent again. */
                        redelivery_of: components["schemas"]["Id"] | null;
                        response_ms: number | null;
                        /** @description Of the last try; null: there was none, or no answer. */
                        response_status: number | null;
                        /** @description The first 1 kB of the answer. */
                        response_text: string | null;
                        /** @enum {string} */
                        state: "waiting" | "sending" | "delivered" | "failed";
                        /** @enum {string} */
                        type: "film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored" | "webhook.ping";
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Made here unless given: `whsec_` and base64 of 24 to 64 bytes. */
                    secret?: string;
                };
            };
        };
        responses: {
            /** @description The webhook with its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        created_at: components["schemas"]["Instant"];
                        description: string;
                        /** @description Why it was switched off by itself; null: it was not. */
                        disabled_reason: string | null;
                        enabled: boolean;
                        events: ("film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored")[];
                        /** @description The first failure after the last success. */
                        failing_since: components["schemas"]["Instant"] | null;
                        /** @description `whsec_` and base64 of 24 to 64 bytes. */
                        secret: string;
                        updated_at: components["schemas"]["Instant"];
                        url: string;
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request`, `malformed-json` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `payload-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported-media-type` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible ASCII characters. The first answer is kept for 24 h and given again to the same key. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent as soon as a worker is free. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        attempts: number;
                        created_at: components["schemas"]["Instant"];
                        data: {
                            [key: string]: string | number | null;
                        };
                        delivery_id: components["schemas"]["Id"];
                        /** @description Why the last try failed, in words. */
                        error: string | null;
                        /** @description The `webhook-id` header: the same for every try and redelivery of one event. */
                        event_id: components["schemas"]["Id"];
                        last_try_at: components["schemas"]["Instant"] | null;
                        /** @description null: nothing more will happen by itself. */
                        next_try_at: components["schemas"]["Instant"] | null;
                        /** @description When the event happened. */
                        occurred_at: components["schemas"]["Instant"];
                        /** @description The delivery that was asked to be sent again. */
                        redelivery_of: components["schemas"]["Id"] | null;
                        response_ms: number | null;
                        /** @description Of the last try; null: there was none, or no answer. */
                        response_status: number | null;
                        /** @description The first 1 kB of the answer. */
                        response_text: string | null;
                        /** @enum {string} */
                        state: "waiting" | "sending" | "delivered" | "failed";
                        /** @enum {string} */
                        type: "film.started" | "film.staged" | "film.completed" | "film.partial" | "film.failed" | "film.cancelled" | "manifest.created" | "manifest.updated" | "manifest.ready" | "manifest.failed" | "manifest.deleted" | "manifest.restored" | "webhook.ping";
                        webhook_id: components["schemas"]["Id"];
                    };
                };
            };
            /** @description `malformed-request` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `cross-origin-refused` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency-in-flight`, `invalid-state` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unknown-host` */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `validation-failed`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
