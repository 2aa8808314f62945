/** Files on their way, with how far they are; when they did not arrive they are still here to be sent again. */
import { Icon } from '../../base/Icon.tsx';
import type { Upload } from '../upload.ts';
import { sizeOf, useView } from '../view.ts';
import { Preview } from './Preview.tsx';

export const Uploading = ({ upload }: { readonly upload: Upload }) => {
  const { chat, t } = useView();
  const { clientId, files, text, state, progress } = upload;
  const names = files.map(({ name }) => name).join(', ');
  return (
    <li class="line mine first" data-delivery={state}>
      <div class="said">
        {text ? (
          <p class="bubble" dir="auto">
            {text}
          </p>
        ) : null}
        <ul class="files">
          {files.map((file) => (
            <li key={file.name} class="file">
              <Preview file={file} />
              <span class="file-name" dir="auto">
                {file.name}
              </span>
              <span class="file-size">{sizeOf(file.size)}</span>
            </li>
          ))}
        </ul>
        {state === 'uploading' ? (
          <progress max={1} value={progress} aria-label={t('file.uploading', { name: names })} />
        ) : (
          <div class="failed">
            <p>{t('file.failed', { name: names })}</p>
            <button type="button" class="button" onClick={() => chat.retry(clientId)}>
              <Icon name="retry" />
              {t('state.retry')}
            </button>
            <button type="button" class="button quiet" onClick={() => chat.dropUpload(clientId)}>
              {t('file.remove', { name: names })}
            </button>
          </div>
        )}
      </div>
    </li>
  );
};
