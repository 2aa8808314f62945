/** A small picture of a chosen file, or a sheet of paper for what has no picture. */
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';

export const Preview = ({ file }: { readonly file: Blob }) => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file.type.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url ? (
    <img class="preview" src={url} alt="" />
  ) : (
    <span class="preview">
      <Icon name="file" />
    </span>
  );
};
