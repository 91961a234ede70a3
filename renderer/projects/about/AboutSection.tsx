import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import type { AboutPart } from './aboutParts.ts';

const Sheet = styled('section')({
  background: 'var(--surface)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '10px 16px 14px',
  scrollMarginTop: 10,
  '& > h2': { display: 'flex', alignItems: 'center', gap: 8, minHeight: 30, marginBottom: 6, fontSize: 15 },
  '& > h2:focus': { outline: 'none' },
  '@media print': { breakInside: 'avoid', border: 0 },
});

/** The place of a part on the page. */
export const idOfPart = (part: AboutPart): string => `about-${part}`;

/** One part of a project with what adds to it. */
export const AboutSection = ({
  part,
  count,
  add,
  children,
}: {
  part: AboutPart;
  count?: ReactNode;
  add?: { label: string; run: () => void };
  children: ReactNode;
}) => {
  const { t } = useTranslation('projects');
  return (
    <Sheet id={idOfPart(part)} aria-labelledby={`${idOfPart(part)}-title`}>
      <h2>
        <span id={`${idOfPart(part)}-title`} tabIndex={-1} style={{ outline: 'none' }}>
          {t(`about.${part}`)}
        </span>
        {count === undefined ? null : (
          <span className="soft small" style={{ fontWeight: 450 }}>
            {count}
          </span>
        )}
        <span style={{ flex: 1 }} />
        {add === undefined ? null : (
          <Button size="small" icon={<PlusIcon size={13} />} onClick={add.run}>
            {add.label}
          </Button>
        )}
      </h2>
      {children}
    </Sheet>
  );
};

/** What will stand in a part that is empty. */
export const EmptyPart = ({ text }: { text: string }) => <p className="soft small">{text}</p>;
