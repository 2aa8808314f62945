/** Opens the file picker. */
import { useRef } from 'preact/hooks';
import { Icon } from '../../base/Icon.tsx';
import { FILE_TYPES } from '../limits.ts';
import { useView } from '../view.ts';

export const AttachButton = ({ add }: { readonly add: (files: readonly File[]) => void }) => {
  const { t } = useView();
  const picker = useRef<HTMLInputElement>(null);
  const open = () => picker.current?.click();
  return (
    <>
      <button type="button" class="icon-button" aria-label={t('write.attach')} onClick={open}>
        <Icon name="attach" />
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={FILE_TYPES.join(',')}
        onChange={({ currentTarget }) => {
          add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
};
