import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { TakeWord, WordFact, WordReadingView } from '../../../../../../libs/contracts/word-readings.js';
import { plainText } from '../../../../../../libs/domain/text/index.js';
import { Button } from '../../../components/ui/button.js';
import { Panel, Refusal } from '../../../components/ui/problem-panel.js';
import { Section } from '../../../components/ui/section.js';
import { WordMarks } from '../../../components/ui/word-marks.js';
import { capitalised, momentInText } from '../../../lib/formats.js';
import { word } from '../../../texts/word.js';
import { wordProblem } from '../word-problem.js';

type SectionBeside = WordReadingView['sections'][number];

interface WordReadingProps {
  readonly reading: WordReadingView;
  /** The indstilling was begun with the file: its title is the one wanted, too. */
  readonly isBegun: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onTake: (chosen: TakeWord) => void;
}

const DIFFERING: readonly SectionBeside['beside'][] = ['new', 'differs', 'empty'];

/** What was read from a Word file; what is chosen of it is taken over together. What nothing is written in is chosen already. */
export function WordReading({ reading, isBegun, busy, error, onTake }: WordReadingProps) {
  const facts = reading.facts.filter(({ same }) => !same);
  const sections = reading.sections.filter(({ beside }) => DIFFERING.includes(beside));
  const offered = [
    ...facts.filter(({ takeable }) => takeable).map(({ name }) => `fact ${name}`),
    ...sections.map(({ key }) => `section ${key}`),
  ];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(chosenAtFirst(reading, isBegun)));
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const taken = offered.filter((key) => chosen.has(key));
  return (
    <div className="differences">
      <p className="meta">{word.from(reading.fileName, momentInText(reading.readAt))}</p>
      <Remarks reading={reading} />
      {facts.length === 0 ? null : (
        <Section title={word.facts}>
          <ul className="plain">
            {facts.map((fact) => (
              <Fact key={fact.name} fact={fact} {...boxOf(`fact ${fact.name}`, chosen, choose)} />
            ))}
          </ul>
        </Section>
      )}
      {sections.length === 0 ? null : (
        <Section title={word.sections}>
          <ul className="plain">
            {sections.map((section) => (
              <OneSection
                key={section.key}
                section={section}
                {...boxOf(`section ${section.key}`, chosen, choose)}
              />
            ))}
          </ul>
        </Section>
      )}
      <Refusal error={wordProblem(error)} />
      {offered.length === 0 ? null : (
        <div className="differences-acts">
          <Button
            look="primary"
            busy={busy}
            refusal={taken.length === 0 ? word.chooseFirst : null}
            onClick={() => onTake(takenOf(reading, taken))}
          >
            {word.take(taken.length)}
          </Button>
          {offered.length > 1 ? (
            <Button onClick={() => setChosen(new Set(offered))}>{word.chooseAll}</Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function chosenAtFirst({ facts, sections }: WordReadingView, isBegun: boolean): readonly string[] {
  const free = facts.filter(
    ({ name, now, takeable }) => takeable && (now === null || (isBegun && name === 'title')),
  );
  const fresh = sections.filter(({ beside }) => beside === 'new');
  return [...free.map(({ name }) => `fact ${name}`), ...fresh.map(({ key }) => `section ${key}`)];
}

function takenOf({ facts, sections }: WordReadingView, keys: readonly string[]): TakeWord {
  return {
    sections: sections.map(({ key }) => key).filter((key) => keys.includes(`section ${key}`)),
    facts: facts.flatMap(({ name }) => (name !== 'meeting' && keys.includes(`fact ${name}`) ? [name] : [])),
  };
}

/** What is said of the file as a whole. */
function Remarks({ reading }: { readonly reading: WordReadingView }) {
  const { facts, sections, leftovers, hasChanges, unread } = reading;
  const named = (beside: SectionBeside['beside']): string =>
    sections
      .filter((section) => section.beside === beside)
      .map(nameOf)
      .join(', ');
  const [same, absent] = [named('same'), named('absent')];
  const isUnheaded = sections.every(({ beside }) => beside === 'absent');
  const saysNothing =
    !isUnheaded &&
    leftovers.length === 0 &&
    facts.every((fact) => fact.same) &&
    sections.every(({ beside }) => beside === 'same');
  return (
    <>
      {hasChanges ? <Panel tone="warn">{word.changes}</Panel> : null}
      {unread > 0 ? <Panel tone="warn">{word.unread(unread)}</Panel> : null}
      {isUnheaded ? <Panel tone="warn">{word.noHeadings}</Panel> : null}
      {saysNothing ? <p>{word.nothing}</p> : null}
      {same === '' || saysNothing ? null : <p className="meta">{word.same(same)}</p>}
      {absent === '' || isUnheaded ? null : <p className="meta">{word.absent(absent)}</p>}
    </>
  );
}

const nameOf = ({ heading }: SectionBeside): string => capitalised(heading.toLocaleLowerCase('da-DK'));

interface Box {
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

const boxOf = (
  key: string,
  chosen: ReadonlySet<string>,
  choose: (key: string, isChosen: boolean) => void,
): Box => ({
  chosen: chosen.has(key),
  onChoose: (isChosen) => choose(key, isChosen),
});

function Fact({ fact, ...box }: Box & { readonly fact: WordFact }) {
  const { name, now, paper, takeable } = fact;
  return (
    <Choice name={word.fact[name]} takeable={takeable} {...box}>
      <WordMarks before={now ?? ''} after={paper} />
      {takeable ? null : <p className="meta">{word.cannot[name]}</p>}
    </Choice>
  );
}

function OneSection({ section, ...box }: Box & { readonly section: SectionBeside }) {
  const [before, after] = [plainText(section.now), plainText(section.paper ?? [])];
  return (
    <Choice name={nameOf(section)} takeable {...box}>
      {section.beside === 'empty' ? <p className="meta">{word.empties}</p> : null}
      {before === after ? (
        <p className="meta">{word.onlyLooks}</p>
      ) : (
        <WordMarks before={before} after={after} />
      )}
    </Choice>
  );
}

interface ChoiceProps extends Box {
  readonly name: string;
  readonly takeable: boolean;
  readonly children: ReactNode;
}

function Choice({ name, takeable, chosen, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <li className="difference">
      {takeable ? (
        <label className="difference-name">
          <input
            type="checkbox"
            checked={chosen}
            aria-describedby={id}
            onChange={({ target }) => onChoose(target.checked)}
          />
          <span>{name}</span>
        </label>
      ) : (
        <p className="difference-name">{name}</p>
      )}
      <div id={id} className="difference-text">
        {children}
      </div>
    </li>
  );
}
