import { expect, test } from 'vitest'
import { ServerClock } from '../src/realtime'

/** A machine whose calendar is 90 s slow, and a server's time that is right. */
function aMachine() {
  const time = { real: Date.parse('2026-11-22T18:00:00Z'), asleepMs: 0, setMs: -90_000 }
  const clock = new ServerClock({
    steady: () => time.real - time.asleepMs - 1_000_000,
    calendar: () => time.real + time.setMs,
  })
  const pass = (ms: number): void => {
    time.real += ms
  }
  /** A ping that is so long under way, and its answer back. */
  const ping = (thereMs: number, backMs: number): void => {
    const stamp = clock.stamp()
    pass(thereMs)
    const said = new Date(time.real).toISOString()
    pass(backMs)
    clock.hear(stamp, said)
  }
  return { time, clock, pass, ping, wrongBy: () => clock.now() - time.real }
}

test('A machine that is 90 s slow shows the server’s time', () => {
  const { clock, ping, pass, wrongBy } = aMachine()
  expect(wrongBy()).toBe(-90_000)
  ping(40, 40)
  pass(600_000)
  expect(wrongBy()).toBe(0)
  expect(clock.offsetMs).toBe(90_000)
})

test('The answer that was under way the shortest is believed', () => {
  const { ping, wrongBy } = aMachine()
  ping(30, 30)
  for (let times = 0; times < 7; times += 1) ping(20, 900)
  expect(wrongBy()).toBe(0)
  ping(20, 900)
  expect(Math.abs(wrongBy())).toBe(440)
})

test('Before the first answer any message does', () => {
  const { clock, time, wrongBy } = aMachine()
  clock.overhear(new Date(time.real - 50).toISOString())
  expect(wrongBy()).toBe(-50)
})

test('Setting the machine’s calendar changes nothing', () => {
  const { time, ping, pass, wrongBy } = aMachine()
  ping(40, 40)
  time.setMs += 3_600_000
  pass(1_000)
  expect(wrongBy()).toBe(0)
})

test('After sleep the first answer is believed, however good those before were', () => {
  const { time, ping, pass, wrongBy } = aMachine()
  ping(1, 1)
  time.asleepMs = 60_000
  pass(60_000)
  ping(100, 100)
  expect(wrongBy()).toBe(0)
})
