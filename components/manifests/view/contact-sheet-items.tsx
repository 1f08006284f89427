import { IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { Menu } from '#components/ui/menu.tsx';

const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** The two forms a contact sheet can be downloaded in. */
export function ContactSheetItems({ manifestId }: { manifestId: string }) {
  const url = `/api/manifests/${manifestId}/contact-sheet`;
  return (
    <>
      <Menu.Item component="a" href={url} download leftSection={<IconPhoto {...ICON} />}>
        Contact sheet as PNG
      </Menu.Item>
      <Menu.Item
        component="a"
        href={`${url}?format=pdf`}
        download
        leftSection={<IconFileTypePdf {...ICON} />}
      >
        Contact sheet as PDF
      </Menu.Item>
    </>
  );
}
