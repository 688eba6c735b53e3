import { readFileSync } from 'node:fs';
import { agendaModel } from '../../../libs/domain/document/index.js';
import { renderDocument } from '../../../libs/rendering/docx/index.js';
import { sampleAgenda, samplePoints } from './sample.js';

/**
 * A process of its own that makes one agenda of as many points as its argument says and prints its peak memory in
 * megabytes; with 0 points, what the process takes by itself.
 */
const model = agendaModel(sampleAgenda(samplePoints(Number(process.argv[2]))), 'all');
if (model.ok) renderDocument(model.value);
console.log(peakMegabytes());

/** Linux keeps the peak of this program alone; elsewhere the peak may include that of the process that started it. */
function peakMegabytes(): number {
  if (process.platform !== 'linux') return Math.round(process.resourceUsage().maxRSS / 1024);
  const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}
