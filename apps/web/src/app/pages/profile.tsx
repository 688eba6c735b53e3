import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/ui/button.js';
import { Choices } from '../../components/ui/field.js';
import { Page } from '../../components/ui/page.js';
import { Section } from '../../components/ui/section.js';
import { MailChoices } from '../../features/mail-choices/components/mail-choices.js';
import { peopleQuery } from '../../features/organisation/api/lists.js';
import { StandIns } from '../../features/stand-ins/components/stand-ins.js';
import { momentInText } from '../../lib/formats.js';
import { DENSITIES, THEMES, preferences, setPreferences } from '../../lib/preferences.js';
import { useStore } from '../../lib/store.js';
import { da } from '../../texts/da.js';
import { helpIsOpen } from '../frame/help.js';
import { ViewAsForm } from '../profile/view-as-form.js';
import { hasRole, useSession } from '../session/session.js';
import { SignOutButton } from '../session/sign-out-button.js';

const text = da.profile;

export default function ProfilePage() {
  const session = useSession();
  return (
    <Page title={text.title}>
      <div className="overview">
        <You />
        <YourStandIns />
        <Screen />
        {session.viewAs === null ? <MailChoices /> : null}
        <Section title={text.sessions}>
          <div className="stack">
            <p>{text.idle(momentInText(session.idleEndsAt))}</p>
            <p>{text.ends(momentInText(session.endsAt))}</p>
            <p className="hint">{text.everywhereHint}</p>
            <SignOutButton everywhere className="button">
              {text.everywhere}
            </SignOutButton>
          </div>
        </Section>
        {session.abilities.viewAs === true && session.viewAs === null ? <ViewAsForm /> : null}
      </div>
    </Page>
  );
}

/** For those whose step somebody can take, and for whoever takes one. */
function YourStandIns() {
  const session = useSession();
  const isHeld = hasRole(session, 'leader', 'director', 'raadmand');
  const { data: people = [] } = useQuery({ ...peopleQuery, enabled: isHeld });
  if (!isHeld && !session.standsIn) return null;
  const mayMake = isHeld && session.viewAs === null;
  return <StandIns personId={session.person.id} isOwn {...{ people, mayMake }} />;
}

function You() {
  const { person, roles } = useSession();
  const facts = [
    { label: text.name, value: person.name },
    { label: text.initials, value: person.initials },
    { label: text.jobTitle, value: person.title },
    { label: text.email, value: person.email },
  ];
  return (
    <Section title={text.you}>
      <dl className="facts">
        {facts.map(({ label, value }) =>
          value === null ? null : (
            <div key={label} className="fact">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        <div className="fact">
          <dt>{text.roles}</dt>
          <dd>
            {roles.length === 0 ? text.noRoles : null}
            <ul className="plain">
              {roles.map(({ role, bodyId, bodyName, unitId, unitCode, pointId }) => (
                <li key={`${role} ${bodyId ?? unitId ?? pointId ?? ''}`}>
                  {[da.roles[role], bodyName ?? unitCode].filter((part) => part !== null).join(', ')}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </Section>
  );
}

function Screen() {
  const now = useStore(preferences);
  return (
    <Section title={text.screen}>
      <p className="hint">{text.screenHint}</p>
      <Choices
        name="theme"
        legend={text.theme}
        value={now.theme}
        choices={THEMES.map((value) => ({ value, text: text.themes[value] }))}
        onChoose={(theme) => setPreferences({ ...now, theme })}
      />
      <Choices
        name="density"
        legend={text.density}
        value={now.density}
        choices={DENSITIES.map((value) => ({ value, text: text.densities[value] }))}
        onChoose={(density) => setPreferences({ ...now, density })}
      />
      <Choices
        name="shortcuts"
        legend={text.shortcuts}
        hint={text.shortcutsHint}
        value={now.shortcuts ? 'on' : 'off'}
        choices={[
          { value: 'on', text: text.on },
          { value: 'off', text: text.off },
        ]}
        onChoose={(chosen) => setPreferences({ ...now, shortcuts: chosen === 'on' })}
      />
      <Button onClick={() => helpIsOpen.set(true)}>{text.showShortcuts}</Button>
    </Section>
  );
}
