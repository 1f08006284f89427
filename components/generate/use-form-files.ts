import { useEffect, useState } from 'react';

const filesOf = (data: DataTransfer | null) =>
  [...(data?.items ?? [])].filter((item) => item.kind === 'file').length;

/** Browsers call every pasted picture "image.png". */
const named = (file: File) =>
  file.name === 'image.png' ? new File([file], 'Pasted image.png', { type: file.type }) : file;

/** Files that are dropped or pasted anywhere on the page. Answers how many are dragged over it, 0: none. */
export function useFormFiles(onFiles: (files: File[]) => void): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const over = (event: DragEvent) => {
      const files = filesOf(event.dataTransfer);
      if (files === 0) return;
      // Or the browser would leave the page for the file.
      event.preventDefault();
      setCount(files);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setCount(0);
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      setCount(0);
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files.map(named));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, [onFiles]);
  return count;
}
