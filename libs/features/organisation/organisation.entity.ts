import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  BodySettings,
  BodyView,
  Letterhead,
  StandingPointFields,
} from '../../contracts/organisation.js';

@Entity('unit')
export class UnitRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text', { array: true }) aliases!: string[];
  @Column('jsonb') letterhead!: Letterhead;
  @Column('integer') version!: number;
}

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) initials!: string | null;
  @Column('text', { array: true }) aliases!: string[];
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('uuid', { name: 'unit_id', nullable: true }) unitId!: string | null;
  @Column('boolean') active!: boolean;
  @Column('integer') version!: number;
}

@Entity('body')
export class BodyRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: BodyView['kind'];
  @Column('jsonb') settings!: BodySettings;
  @Column('uuid', { name: 'secretariat_id', nullable: true }) secretariatId!: string | null;
  @Column('text') visibility!: BodyView['visibility'];
  @Column('integer') version!: number;
}

@Entity('standing_point')
export class StandingPointRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'body_id' }) bodyId!: string;
  @Column('integer') position!: number;
  @Column('jsonb') fields!: StandingPointFields;
}

@Entity('closing_day')
export class ClosingDayRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer', { nullable: true }) month!: number | null;
  @Column('integer', { nullable: true }) day!: number | null;
  @Column('date', { nullable: true }) date!: string | null;
  @Column('text') name!: string;
}
