/** A lot among others: picture, hammer line, one caption. No box; the title's link covers it. */

import type { ReactNode } from 'react'

import { Clock, End, HammerLine } from './clock'
import { Plate, type PlateProps } from './plate'
import { Price } from './price'
import { type Standing, StandingBadge } from './standing'

export interface LotCardProps {
  readonly lotId: string
  readonly picture: PlateProps['picture']
  /** What stands over the title: a lot's number, or its category. */
  readonly over: ReactNode
  /** The title inside the app's own link. */
  readonly title: ReactNode
  readonly priceMinor: number
  readonly currency: string
  readonly endsAt: string
  readonly isOpen: boolean
  /** "14 bids", in the person's language. */
  readonly bids: string
  readonly standing?: Standing | null
  /** What became of a lot that is closed. */
  readonly result?: ReactNode
  readonly watch?: ReactNode
  readonly isFirst?: boolean
  readonly level?: 'h2' | 'h3'
}

export function LotCard(props: LotCardProps) {
  const { lotId, picture, isOpen, endsAt, standing, level: Heading = 'h3' } = props
  return (
    <article className="lot-card">
      <Plate
        seed={lotId}
        picture={picture}
        alt=""
        isFirst={props.isFirst}
        sizes="(min-width: 1200px) 310px, (min-width: 900px) 25vw, 50vw"
      />
      <HammerLine endsAt={isOpen ? endsAt : null} />
      <div>
        <p className="lot-card-over">
          <span>{props.over}</span>
          {standing != null && <StandingBadge standing={standing} />}
        </p>
        <Heading className="lot-card-title">{props.title}</Heading>
      </div>
      <div className="self-end">
        <p className="lot-card-facts">
          <Price minor={props.priceMinor} currency={props.currency} size={22} isLive />
          {isOpen ? <Clock endsAt={endsAt} size={18} /> : props.result}
        </p>
        <p className="lot-card-under">
          <span>{props.bids}</span>
          <End endsAt={endsAt} />
        </p>
      </div>
      {props.watch !== undefined && <div className="lot-card-watch">{props.watch}</div>}
    </article>
  )
}
