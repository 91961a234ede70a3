import 'i18next';
import type acts from '../../resources/locales/en/acts.json';
import type app from '../../resources/locales/en/app.json';
import type common from '../../resources/locales/en/common.json';
import type vocabulary from '../../resources/locales/en/vocabulary.json';
import type decisions from '../../resources/locales/en/decisions.json';
import type directory from '../../resources/locales/en/directory.json';
import type errors from '../../resources/locales/en/errors.json';
import type exchange from '../../resources/locales/en/exchange.json';
import type meetings from '../../resources/locales/en/meetings.json';
import type memoranda from '../../resources/locales/en/memoranda.json';
import type projects from '../../resources/locales/en/projects.json';
import type records from '../../resources/locales/en/records.json';
import type reports from '../../resources/locales/en/reports.json';
import type search from '../../resources/locales/en/search.json';
import type today from '../../resources/locales/en/today.json';
import type ui from '../../resources/locales/en/ui.json';
import type workspace from '../../resources/locales/en/workspace.json';

// keys are typed from English; a test holds the other three languages level with it
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    returnNull: false;
    resources: {
      acts: typeof acts;
      app: typeof app;
      common: typeof common;
      decisions: typeof decisions;
      directory: typeof directory;
      errors: typeof errors;
      exchange: typeof exchange;
      meetings: typeof meetings;
      memoranda: typeof memoranda;
      projects: typeof projects;
      records: typeof records;
      reports: typeof reports;
      search: typeof search;
      today: typeof today;
      ui: typeof ui;
      vocabulary: typeof vocabulary;
      workspace: typeof workspace;
    };
  }
}
