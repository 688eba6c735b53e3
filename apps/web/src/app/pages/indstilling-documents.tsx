import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { IndstillingView } from '../../../../../libs/contracts/indstillinger.js';
import { Loaded } from '../../components/ui/loaded.js';
import { Section } from '../../components/ui/section.js';
import { AskForIndstilling } from '../../features/documents/components/ask-for-indstilling.js';
import { MadeDocuments } from '../../features/documents/components/made-documents.js';
import { versionsQuery } from '../../features/indstillinger/api/indstilling.js';
import { momentInText } from '../../lib/formats.js';
import { papers } from '../../texts/indstilling-papers.js';
import { IndstillingPage } from '../indstilling/indstilling-page.js';

const route = getRouteApi('/inside/indstillinger/$indstillingId/documents');

/** An indstilling as Word and PDF: as it is, and as it was sent each time. */
export default function IndstillingDocumentsPage() {
  const { indstillingId: id } = route.useParams();
  return (
    <IndstillingPage id={id} titleOf={(title) => (title === undefined ? papers.title : papers.of(title))}>
      {(loaded) => (
        <>
          <Section title={papers.make}>
            <Versions indstilling={loaded} />
          </Section>
          <Section title={papers.made}>
            <MadeDocuments search={{}} subjectId={id} />
          </Section>
        </>
      )}
    </IndstillingPage>
  );
}

/** Who reads what an agenda was sent with has that one version, and no number of it. */
function Versions({ indstilling: { id, sight } }: { readonly indstilling: IndstillingView }) {
  const versions = useQuery({ ...versionsQuery(id), enabled: sight === 'whole' });
  const present = { name: papers.present };
  if (sight !== 'whole') return <AskForIndstilling id={id} papers={[present]} />;
  return (
    <>
      <p className="prose">{papers.how}</p>
      <Loaded what={papers.versions} query={versions} rows={2}>
        {(all) => (
          <AskForIndstilling
            id={id}
            papers={[
              present,
              ...all.map(({ number, submittedAt }) => ({
                name: papers.version(number, momentInText(submittedAt)),
                submission: number,
              })),
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
