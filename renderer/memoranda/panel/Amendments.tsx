import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '../../../shared/dates.ts';
import type { MemorandumDetail } from '../../../shared/contract/memoranda.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EditIcon, EyeIcon, ReportsIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Panel.tsx';
import { useLanguage } from '../../ui/window/language.ts';
import { Files } from './Files.tsx';

export type AmendmentView = MemorandumDetail['amendments'][number];

const List = styled('ul')({
  listStyle: 'none',
  margin: '0 0 8px',
  padding: 0,
  '& > li': { padding: '6px 0', borderTop: '1px solid var(--line)', fontSize: 13 },
  '& > li:first-of-type': { borderTop: 0 },
  '& [data-line]': { display: 'flex', alignItems: 'center', gap: 6 },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: 12 },
});

/** Scans are images or PDF. */
export const scanKinds = ['.pdf', '.png', '.jpg', '.jpeg', '.tif', '.tiff', '.webp'];

/** Changes agreed after signing: each with what it does to which article. */
export const Amendments = (props: {
  memorandum: MemorandumDetail;
  onOpen: (amendment: AmendmentView) => void;
  onNew: () => void;
}) => {
  const { memorandum } = props;
  const { t } = useTranslation(['memoranda', 'common']);
  const { language } = useLanguage();
  const navigate = useNavigate();
  return (
    <Section title={t('amendment.title')}>
      <List>
        {memorandum.amendments.map((one) => {
          const draft = one.status === 'draft';
          const from = one.startsOn ?? one.signedOn;
          return (
            <li key={one.id}>
              <span data-line="">
                <span style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                  {one.number === '' ? null : <b style={{ fontWeight: 600 }}>{t('amendment.number', one)} </b>}
                  {one.title}
                  <small>
                    {[
                      t('amendment.clauses', { count: one.clauses.length }),
                      from === null ? '' : t('amendment.from', { date: formatDay(from, language) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                <Chip size="small" tone={draft ? 'neutral' : 'green'}>
                  {t(`amendment.status.${one.status}`)}
                </Chip>
                <IconButton
                  size="small"
                  label={t('amendment.word', { title: one.title })}
                  icon={<ReportsIcon size={13} />}
                  onClick={() =>
                    void navigate(
                      `/memoranda/${memorandum.id}/documents/amendment?form=${memorandum.language}&amendment=${one.id}`,
                    )
                  }
                />
                <IconButton
                  size="small"
                  label={t(draft ? 'amendment.edit' : 'amendment.open', { title: one.title })}
                  icon={draft ? <EditIcon size={13} /> : <EyeIcon size={13} />}
                  onClick={() => props.onOpen(one)}
                />
              </span>
              {draft ? null : (
                <Files
                  owner={{ entity: 'amendment', id: one.id }}
                  files={one.scans}
                  label={t('scans.title')}
                  attachLabel={t('scans.attach')}
                  accept={scanKinds}
                />
              )}
            </li>
          );
        })}
      </List>
      {memorandum.amendments.length === 0 ? (
        <p className="soft small" style={{ marginBottom: 8 }}>
          {t('amendment.none')}
        </p>
      ) : null}
      <Button size="small" onClick={props.onNew}>
        {t('amendment.new')}
      </Button>
    </Section>
  );
};
