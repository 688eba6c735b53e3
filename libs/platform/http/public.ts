import { SetMetadata } from '@nestjs/common';

/** The mark of routes that take requests from people who are not signed in. */
export const PUBLIC = 'http:public';

/** Marks a route, or all of a controller, that takes requests from people who are not signed in. */
export const Public = () => SetMetadata(PUBLIC, true);
