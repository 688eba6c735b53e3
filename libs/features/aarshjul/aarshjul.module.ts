import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AarshjulController } from './aarshjul.controller.js';
import { AarshjulRow } from './aarshjul.entity.js';
import { AarshjulService } from './aarshjul.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([AarshjulRow])],
  controllers: [AarshjulController],
  providers: [AarshjulService],
})
export class AarshjulModule {}
