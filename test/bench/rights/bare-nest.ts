import 'reflect-metadata';
import { Controller, Get, Module, NotFoundException, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { reportReady } from '../../../libs/platform/config/process.js';
import { readPoint } from './row.js';

/**
 * Nest as it comes, over Express, with the one route: no headers, limits, checks or log of the product's own, and one
 * prepared look-up by primary key over a pool as large as the product's. It is the floor that QUALITY.md calls "bare
 * Nest": what stands above it is not only the permission check but all that the product does for every request.
 */
@Controller()
class PointController {
  @Get('agenda-points/:id')
  async get(@Param('id') id: string): Promise<object> {
    const point = await readPoint(id);
    if (!point) throw new NotFoundException();
    return point;
  }
}

@Module({ controllers: [PointController] })
class PointModule {}

const app = await NestFactory.create(PointModule, { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
reportReady();
