import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Setting = readonly [path: string, name: string, value: string];

const SCRIPTING = '/org.openoffice.Office.Common/Security/Scripting';
const INET = '/org.openoffice.Inet/Settings';
/** A port of this machine where nobody listens (RFC 863): whoever asks for an address is sent there. */
const NOBODY = [
  ['HTTP', '127.0.0.1', '9'],
  ['HTTPS', '127.0.0.1', '9'],
] as const;

const SETTINGS: readonly Setting[] = [
  // What a document names is not fetched unless the document lies in a trusted folder, and there is none.
  [SCRIPTING, 'BlockUntrustedRefererLinks', 'true'],
  [SCRIPTING, 'DisableActiveContent', 'true'],
  [SCRIPTING, 'DisableMacrosExecution', 'true'],
  [SCRIPTING, 'MacroSecurityLevel', '3'],
  // Links are never brought up to date.
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  [INET, 'ooInetProxyType', '2'],
  ...NOBODY.flatMap(([scheme, host, port]): Setting[] => [
    [INET, `ooInet${scheme}ProxyName`, host],
    [INET, `ooInet${scheme}ProxyPort`, port],
  ]),
];

/**
 * Lays a new profile of LibreOffice in a folder, in which it fetches nothing that a document names and runs nothing that a
 * document holds. It holds on systems too that cannot take the network away from a process.
 */
export async function layProfile(folder: string): Promise<void> {
  await mkdir(join(folder, 'user'), { recursive: true, mode: 0o700 });
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('\n')}</oor:items>\n`;
  await writeFile(join(folder, 'user', 'registrymodifications.xcu'), xml, { mode: 0o600 });
}
