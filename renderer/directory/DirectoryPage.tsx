import { Navigate, useParams } from 'react-router';
import { readRemembered } from '../ui/window/remembered.ts';
import { directoryTabs, rememberedTab, type DirectoryTab } from './DirectoryFrame.tsx';
import { GroupsTab } from './groups/GroupsTab.tsx';
import { OrganisationsTab } from './organisations/OrganisationsTab.tsx';
import { PeopleTab } from './people/PeopleTab.tsx';

const isTab = (value: unknown): value is DirectoryTab => directoryTabs.some((tab) => tab === value);

/** The list that the address names; without one, the list that was looked at last. */
export const DirectoryPage = () => {
  const { tab } = useParams();
  if (tab === 'organisations') return <OrganisationsTab />;
  if (tab === 'people') return <PeopleTab />;
  if (tab === 'groups') return <GroupsTab />;
  const last = readRemembered(rememberedTab);
  return <Navigate to={`/directory/${isTab(last) ? last : 'people'}`} replace />;
};
