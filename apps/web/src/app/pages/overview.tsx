import { Link } from '@tanstack/react-router';
import { localOf } from '../../../../../libs/domain/calendar/index.js';
import { Page } from '../../components/ui/page.js';
import { da } from '../../texts/da.js';
import { greeting } from '../overview/greeting.js';
import { NextMeeting, NextMeetings, NextMeetingSentence } from '../overview/meetings.js';
import { Ready, UnitIndstillinger, Waits } from '../overview/indstillinger.js';
import { Unanswered, UnitFollowUps } from '../overview/follow-ups.js';
import { sectionsFor } from '../overview/sections.js';
import type { Section } from '../overview/sections.js';
import { useSession } from '../session/session.js';

/** What matters to this person now, by their roles. */
export default function OverviewPage() {
  const { person, viewAs, roles } = useSession();
  const hour = Number(localOf(new Date().toISOString()).time.slice(0, 2));
  const sections = sectionsFor(roles);
  return (
    <Page
      title={da.overview.title}
      actions={
        <Link to="/meetings" className="button">
          {da.overview.allMeetings}
        </Link>
      }
    >
      <p className="greeting">
        {greeting(hour, viewAs?.name ?? person.name)} <NextMeetingSentence />
      </p>
      <div className="overview">
        {sections.map((section) => (
          <SectionPart key={keyOf(section)} section={section} />
        ))}
      </div>
    </Page>
  );
}

function keyOf(section: Section): string {
  return Object.values(section).join(' ');
}

function SectionPart({ section }: { readonly section: Section }) {
  switch (section.kind) {
    case 'next-meeting':
      return <NextMeeting />;
    case 'waits':
      return <Waits state={section.state} />;
    case 'next-meetings':
      return <NextMeetings />;
    case 'ready':
      return <Ready />;
    case 'unanswered':
      return <Unanswered />;
    case 'unit-follow-ups':
      return <UnitFollowUps unitId={section.unitId} unitCode={section.unitCode} />;
    case 'unit-indstillinger':
      return <UnitIndstillinger unitId={section.unitId} />;
  }
}
