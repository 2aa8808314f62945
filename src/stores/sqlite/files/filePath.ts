/** Where the content of a file lies below the data directory: no part of the path is of the sender's making. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';

export const FILES_FOLDER = 'files';

export const filePath = (directory: string, id: string): string => {
  const name = createHash('sha256').update(id).digest('hex').slice(0, 40);
  return join(directory, FILES_FOLDER, name.slice(0, 2), name);
};

/** Half-written files; emptied at each start. */
export const arrivingFolder = (directory: string): string => join(directory, FILES_FOLDER, 'arriving');
