import { styled } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { RiskView } from '../../../shared/contract/projects.ts';
import type { Tone } from '../../ui/Chip.tsx';

const scores = [1, 2, 3, 4, 5] as const;

/** From here on a risk is great, and from here on it is to be watched. */
const great = 15;
const middling = 8;

/** The colour of a weight, likelihood by impact; the figure stands in it. */
export const toneOfWeight = (weight: number): Tone =>
  weight >= great ? 'red' : weight >= middling ? 'amber' : 'neutral';

const Sheet = styled('table')({
  borderCollapse: 'separate',
  borderSpacing: 2,
  fontSize: 12,
  fontVariantNumeric: 'tabular-nums',
  '& caption': { captionSide: 'bottom', textAlign: 'left', color: 'var(--soft)', paddingTop: 4 },
  '& th': { fontWeight: 450, color: 'var(--soft)', padding: '0 4px', textAlign: 'center' },
  '& td': { width: 30, height: 22, textAlign: 'center', borderRadius: 4, fontWeight: 600 },
  '& td[data-tone=neutral]': { background: 'var(--fill)' },
  '& td[data-tone=amber]': { background: 'var(--amber-soft)', color: 'var(--amber)' },
  '& td[data-tone=red]': { background: 'var(--red-soft)', color: 'var(--red)' },
});

/** How many open risks there are of each likelihood (upwards) and impact (to the right). */
export const RiskMatrix = ({ risks }: { risks: readonly RiskView[] }) => {
  const { t } = useTranslation('projects');
  const open = risks.filter(({ status, weight }) => status !== 'closed' && weight !== null);
  if (open.length === 0) return null;
  return (
    <Sheet>
      <caption>
        {t('about.likelihood')} ↑ · {t('about.impact')} →
      </caption>
      <thead>
        <tr>
          <th scope="col" aria-label={t('about.likelihood')}>
            ↑
          </th>
          {scores.map((impact) => (
            <th key={impact} scope="col" aria-label={`${t('about.impact')} ${impact}`}>
              {impact}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{likelihood}</th>
            {scores.map((impact) => {
              const count = open.filter((risk) => risk.likelihood === likelihood && risk.impact === impact).length;
              return (
                <td
                  key={impact}
                  data-tone={toneOfWeight(likelihood * impact)}
                  title={t('about.riskCell', { likelihood, impact, count })}
                >
                  {count === 0 ? '' : count}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Sheet>
  );
};
