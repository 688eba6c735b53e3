import { FOLLOW_UP_STAGE_WORKFLOW, FOLLOW_UP_STATUS_WORKFLOW } from './follow-up/index.js';
import { everySequenceOfSteps, indstillingWorkflow } from './indstilling/index.js';
import { MEETING_WORKFLOW } from './meeting/index.js';
import { MINUTES_WORKFLOW } from './minutes/index.js';
import { workflowFaults } from './workflow.js';

/**
 * The faults of every workflow of the product, each a sentence; none when all tables are sound. Asked when the api
 * starts, which stops on any (ARCHITECTURE.md, "The shape of a change").
 */
export function allWorkflowFaults(): string[] {
  return [
    ...workflowFaults(MEETING_WORKFLOW),
    ...workflowFaults(MINUTES_WORKFLOW),
    ...workflowFaults(FOLLOW_UP_STAGE_WORKFLOW),
    ...workflowFaults(FOLLOW_UP_STATUS_WORKFLOW),
    ...everySequenceOfSteps().flatMap((steps) =>
      workflowFaults(indstillingWorkflow(steps)).map((fault) => `${fault} (steps ${steps.join(', ')})`),
    ),
  ];
}
