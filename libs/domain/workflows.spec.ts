import { describe, expect, it } from '@jest/globals';
import { allWorkflowFaults } from './workflows.js';

describe('the workflows of the product', () => {
  it('have no fault', () => expect(allWorkflowFaults()).toEqual([]));
});
