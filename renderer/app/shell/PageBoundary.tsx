import { Component, Suspense, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Waiting } from '../../ui/Waiting.tsx';

const Broken = ({ retry }: { retry: () => void }) => {
  const { t } = useTranslation('app');
  return (
    <div style={{ padding: 16 }}>
      <Notice
        tone="error"
        action={
          <Button size="small" onClick={retry}>
            {t('error.again')}
          </Button>
        }
      >
        {t('error.page')}
      </Notice>
    </div>
  );
};

type Props = { children: ReactNode };

/** React catches what a page throws only through a class. */
class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // the message and the place only: nothing of what the page showed
    console.error(error instanceof Error ? error.message : 'unknown error', info.componentStack);
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken retry={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

/** What a page may do to the window: keep it waiting for its code, or break without taking the rest with it. */
export const PageBoundary = ({ children }: Props) => (
  <Boundary>
    <Suspense fallback={<Waiting />}>{children}</Suspense>
  </Boundary>
);
