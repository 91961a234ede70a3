import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeStatus, OwnCard } from '../../shared/contract/exchange.ts';
import { TextLink } from '../ui/Button.tsx';
import { Section } from '../ui/Panel.tsx';
import { PanelRows } from '../ui/PanelHead.tsx';
import { useAsked } from './asked.ts';
import { OwnCardActs } from './cards/OwnCard.tsx';
import { Fingerprint } from './Fingerprint.tsx';
import { FolderSection } from './FolderSection.tsx';
import { ParticipantsDialog } from './ParticipantsDialog.tsx';

/** As many members of a group as are told by name. */
const mostNames = 3;

/** Beside the agencies: our own card, the groups that are exchanged, the exchange folder. */
export const OverviewAside = ({ status, own }: { status: ExchangeStatus; own: OwnCard }) => {
  const { t } = useTranslation('exchange');
  const [groupId, setGroupId] = useState<string>();
  useAsked('group', setGroupId);
  const group = status.groups.find(({ id }) => id === groupId);
  const nameOf = (agencyId: string): string =>
    status.agencies.find(({ card }) => card.agencyId === agencyId)?.card.name ?? '';
  const members = (agencyIds: readonly string[]): string => {
    const names = agencyIds.map(nameOf).filter(Boolean);
    if (names.length === 0) return t('groups.alone');
    const told = names.slice(0, mostNames).join(', ');
    return names.length > mostNames ? t('groups.more', { names: told, count: names.length - mostNames }) : told;
  };
  return (
    <>
      <Section title={t('own.title')} action={<TextLink to="/exchange/cards">{t('own.show')}</TextLink>}>
        <div style={{ display: 'flex', flexDirection: 'column', gap: 8 }}>
          <span>{own.name}</span>
          <Fingerprint label={t('own.fingerprint')} value={own.fingerprint} />
          <OwnCardActs own={own} small />
        </div>
      </Section>
      <Section title={t('groups.title')} count={status.groups.length === 0 ? undefined : status.groups.length}>
        {status.groups.length === 0 ? <p className="soft">{t('groups.none')}</p> : null}
        <PanelRows>
          {status.groups.map(({ id, name, agencyIds }) => (
            <li key={id}>
              <button type="button" onClick={() => setGroupId(id)}>
                {name}
                <small>{members(agencyIds)}</small>
              </button>
            </li>
          ))}
        </PanelRows>
      </Section>
      <FolderSection folder={status.folder} />
      {group === undefined ? null : (
        <ParticipantsDialog
          key={group.id}
          group={group}
          agencies={status.agencies}
          onClose={() => setGroupId(undefined)}
        />
      )}
    </>
  );
};
