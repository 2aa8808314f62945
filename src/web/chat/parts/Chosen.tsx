/** The files that go out with the next message, each with a way to take it out again. */
import { Icon } from '../../base/Icon.tsx';
import { sizeOf, useView } from '../view.ts';
import { Preview } from './Preview.tsx';

interface Props {
  readonly files: readonly File[];
  readonly troubles: readonly string[];
  readonly remove: (file: File) => void;
}

export const Chosen = ({ files, troubles, remove }: Props) => {
  const { t } = useView();
  return (
    <>
      <div role="status">
        {troubles.map((trouble) => (
          <p key={trouble} class="hint">
            {trouble}
          </p>
        ))}
      </div>
      {files.length > 0 ? (
        <ul class="chosen" aria-label={t('file.ready', { count: files.length })}>
          {files.map((file) => (
            <li key={`${file.name}${file.lastModified}`} class="file">
              <Preview file={file} />
              <span class="file-name" dir="auto">
                {file.name}
              </span>
              <span class="file-size">{sizeOf(file.size)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={t('file.remove', { name: file.name })}
                onClick={() => remove(file)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
};
