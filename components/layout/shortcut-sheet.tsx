'use client';
import { Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { keySigns, SHORTCUT_PLACES, SHORTCUTS, type Shortcut } from '#lib/client/shortcuts.ts';
import { useIsMac } from '#lib/client/use-mod-key.ts';
import { fold } from '#lib/search/fold.ts';
import { KeySigns } from './key-signs.tsx';
import classes from './shortcut-sheet.module.css';

type ShortcutSheetProps = { opened: boolean; onClose: () => void };

/** Every key of the program, by place. */
export function ShortcutSheet({ opened, onClose }: ShortcutSheetProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={860}
      padding={0}
      withCloseButton={false}
      classNames={{ body: classes.body }}
    >
      <Sheet />
    </Modal>
  );
}

function Sheet() {
  const [wanted, setWanted] = useState('');
  const isMac = useIsMac();
  const shown = SHORTCUTS.filter((shortcut) => isFor(shortcut, fold(wanted.trim()), isMac));
  const places = SHORTCUT_PLACES.filter((place) => shown.some((shortcut) => shortcut.place === place));
  return (
    <>
      <div className={classes.header}>
        <Modal.Title>Shortcuts</Modal.Title>
        <TextInput
          data-autofocus
          type="search"
          aria-label="Find a shortcut"
          placeholder="Find one"
          className={classes.find}
          leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
          value={wanted}
          maxLength={60}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Modal.CloseButton size="md" className={classes.close} aria-label="Close" />
      </div>
      {places.length === 0 && <p className={classes.nothing}>No shortcut is called “{wanted.trim()}”.</p>}
      <div className={classes.places}>
        {places.map((place) => (
          <section key={place} aria-label={place}>
            <h3 className={classes.place}>{place}</h3>
            <dl className={classes.list}>
              {shown
                .filter((shortcut) => shortcut.place === place)
                .map((shortcut) => (
                  <div key={shortcut.label} className={classes.row}>
                    <dt>{shortcut.label}</dt>
                    <dd className={classes.keys}>
                      <Keys shortcut={shortcut} isMac={isMac} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

function Keys({ shortcut: { keys, joint }, isMac }: { shortcut: Shortcut; isMac: boolean }) {
  return keys.map((way, index) => (
    <Fragment key={way.join(' ')}>
      {index > 0 && joint && <span>{joint}</span>}
      <KeySigns keys={way} isMac={isMac} />
    </Fragment>
  ));
}

function isFor({ label, keys, place }: Shortcut, wanted: string, isMac: boolean): boolean {
  if (wanted === '') return true;
  const signs = keys.flat().flatMap((combination) => keySigns(combination, isMac));
  return fold(`${label} ${place}`).includes(wanted) || signs.some((sign) => fold(sign) === wanted);
}
