import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../../shared/contract/projectParts.ts';
import { useActs } from '../../../ui/core/acts.ts';
import { client } from '../../../ui/core/client.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Select } from '../../../ui/Select.tsx';
import { say } from '../../../ui/window/say.ts';

/** What stands in a choice for no line; ids never look like it. */
export const noLine = '-';

/** The lines of a project as choices, with none of them first. */
export const useLineOptions = (lines: readonly LineView[]): { value: string; label: string }[] => {
  const { t } = useTranslation('projects');
  return [
    { value: noLine, label: t('activity.noLine') },
    ...lines.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
  ];
};

/** Puts activities under another line of the project. */
export const LineDialog = (props: { ids: readonly string[]; lines: readonly LineView[]; onClose: () => void }) => {
  const { t } = useTranslation('projects');
  const { run, error, running } = useActs();
  const options = useLineOptions(props.lines);
  const [line, setLine] = useState(props.lines[0]?.id ?? noLine);
  const count = props.ids.length;
  const save = async (): Promise<void> => {
    const lineId = line === noLine ? null : line;
    const done = await run(() => client.projects.setActivities({ ids: [...props.ids], patch: { lineId } }));
    if (done === undefined) return;
    say(t('activity.changed', { count }));
    props.onClose();
  };
  return (
    <Dialog
      open
      width={440}
      title={t('activity.lineMany', { count })}
      onClose={props.onClose}
      onSubmit={() => void save()}
      submitting={running}
      error={error}
    >
      <Select label={t('activity.col.line')} value={line} onChange={setLine} options={options} />
    </Dialog>
  );
};
