/** Files of a line. They are fetched with the customer's key: nobody else can open them. */
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';
import type { FileLink } from '../message.ts';
import { useView } from '../view.ts';

const useBlobUrl = (file: FileLink): string | undefined => {
  const { chat } = useView();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let gone = false;
    void chat.file(file.url).then((blob) => {
      if (!blob || gone) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [chat, file.url]);
  return url;
};

const OneFile = ({ file }: { readonly file: FileLink }) => {
  const { t } = useView();
  const url = useBlobUrl(file);
  const picture = file.contentType.startsWith('image/');
  return (
    <li>
      <a
        class={picture ? 'picture' : 'file'}
        {...(url ? { href: url } : {})}
        target="_blank"
        rel="noopener"
        {...(picture ? {} : { download: file.name })}
      >
        <span class="sr">{t('file.open', { name: file.name })}</span>
        {picture && url ? <img src={url} alt="" /> : <Icon name="file" />}
        {picture ? null : (
          <span class="file-name" dir="auto" aria-hidden="true">
            {file.name}
          </span>
        )}
      </a>
    </li>
  );
};

export const Files = ({ files }: { readonly files: readonly FileLink[] }) => (
  <ul class="files">
    {files.map((file) => (
      <OneFile key={file.url} file={file} />
    ))}
  </ul>
);
