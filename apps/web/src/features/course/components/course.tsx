import { Suspense, lazy, useState } from 'react';
import { Loading } from '../../../components/ui/loading.js';
import { course as text } from '../../../texts/course.js';
import type { CourseOwner } from '../api/course.js';

/** Nothing of it is fetched before somebody opens it. */
const CourseEntries = lazy(() => import('./course-entries.js'));

interface CourseProps {
  readonly owner: CourseOwner;
  /** Its points open in reading mode, as they do for whoever comes from there. */
  readonly isReading?: boolean;
}

/** The course of a case across bodies and years, to be opened. */
export function Course({ owner, isReading = false }: CourseProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="course" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{text.title}</h2>
      </summary>
      {isOpen ? (
        <Suspense fallback={<Loading />}>
          <CourseEntries {...{ owner, isReading }} />
        </Suspense>
      ) : null}
    </details>
  );
}
