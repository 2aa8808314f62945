/** Files chosen but not sent: what fits is kept, what does not is told kindly. */
import { useState } from 'preact/hooks';
import { fileTrouble, LARGEST_FILE, MOST_FILES } from '../limits.ts';
import { sizeOf, useView } from '../view.ts';

export const useFiles = () => {
  const { t } = useView();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [troubles, setTroubles] = useState<readonly string[]>([]);
  const add = (more: readonly File[]) => {
    const told: string[] = [];
    const fitting = more.filter((file) => {
      const trouble = fileTrouble(file);
      if (trouble) told.push(t(`file.${trouble}`, { name: file.name, limit: sizeOf(LARGEST_FILE) }));
      return !trouble;
    });
    const all = [...files, ...fitting];
    if (all.length > MOST_FILES) told.push(t('file.many', { limit: MOST_FILES }));
    setFiles(all.slice(0, MOST_FILES));
    setTroubles(told);
  };
  const remove = (file: File) => {
    setFiles(files.filter((one) => one !== file));
    setTroubles([]);
  };
  const clear = () => {
    setFiles([]);
    setTroubles([]);
  };
  return { files, troubles, add, remove, clear };
};
